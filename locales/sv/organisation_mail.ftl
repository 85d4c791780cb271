# Mejl om organisationer och vilka som hör till dem

org-mail-role-contact = kontaktperson
org-mail-role-respondent = svarande
org-mail-role-reader = läsare

# $organisation (String) - organisationens namn
org-mail-asked-subject = Någon vill gå med i { $organisation }
# $who (String) - namn eller e-postadress
# $organisation (String) - organisationens namn
# $link (String) - adress till sidan
org-mail-asked-contacts =
    { $who } vill gå med i { $organisation } i Strategikollen.

    Titta på vem det är och godkänn eller avböj här:
    { $link }

    Innan någon av er har godkänt ser { $who } ingenting av era svar.
# $who (String) - namn eller e-postadress
# $organisation (String) - organisationens namn
# $link (String) - adress till sidan
org-mail-asked-agency =
    { $who } vill gå med i { $organisation }, som ännu inte har någon kontaktperson.

    Kontrollera adressen mot organisationens egna sidor. Godkänn eller avböj här:
    { $link }

# $organisation (String) - organisationens namn
org-mail-approved-subject = Du är med i { $organisation }
# $role (String) - rollen
# $organisation (String) - organisationens namn
# $link (String) - adress till organisationens sida
org-mail-approved =
    Du är nu { $role } för { $organisation } i Strategikollen.

    Här börjar du:
    { $link }

# $organisation (String) - organisationens namn
org-mail-declined-subject = Du är inte med i { $organisation }
# $organisation (String) - organisationens namn
org-mail-declined =
    Din begäran att gå med i { $organisation } i Strategikollen avböjdes.

    Tror du att det blev fel? Prata med den som arbetar med inköp i organisationen.

# $organisation (String) - organisationens namn
org-mail-invited-subject = Inbjudan till { $organisation } i Strategikollen
# $role (String) - rollen
# $organisation (String) - organisationens namn
# $link (String) - adress till inbjudan
# $email (String) - den inbjudna adressen
org-mail-invited =
    Du är inbjuden att vara { $role } för { $organisation } i Strategikollen, där organisationer bedömer hur strategiskt de arbetar med inköp.

    Öppna inbjudan och tacka ja här:
    { $link }

    Inbjudan gäller i sju dagar och bara för { $email }. Vill du inte vara med behöver du inte göra något.

# $organisation (String) - organisationens namn
org-mail-role-subject = Din roll i { $organisation } har ändrats
# $role (String) - den nya rollen
# $organisation (String) - organisationens namn
org-mail-role = En kontaktperson har ändrat din roll. Du är nu { $role } för { $organisation } i Strategikollen.

# $organisation (String) - organisationens namn
org-mail-removed-subject = Du är inte längre med i { $organisation }
# $organisation (String) - organisationens namn
org-mail-removed =
    Du hör inte längre till { $organisation } i Strategikollen och ser inte organisationens sidor.

    Det du har svarat i en självskattning där svarandet pågår räknas inte. Svar från självskattningar där svarandet är stängt finns kvar.

# $organisation (String) - organisationens namn
org-mail-proposed-subject = Förslag: ny kontaktperson för { $organisation }
# $who (String) - den föreslagnas e-postadress
# $organisation (String) - organisationens namn
# $reason (String) - skälet
org-mail-proposed =
    En handläggare föreslår att { $who } blir kontaktperson för { $organisation } i Strategikollen.

    Skäl: { $reason }

    En annan handläggare beslutar. En kontaktperson ser organisationens svar och kan lämna in dem. Är förslaget fel, svara den som driver tjänsten så snart ni kan.

# $organisation (String) - organisationens namn
org-mail-appointed-subject = Ny kontaktperson för { $organisation }
# $who (String) - kontaktpersonens e-postadress
# $organisation (String) - organisationens namn
org-mail-appointed =
    { $who } är godkänd som kontaktperson för { $organisation } i Strategikollen.

    En kontaktperson leder organisationens självskattning, ser dess svar och kan lämna in dem. Är det fel, hör av er till den som driver tjänsten.

# $organisation (String) - organisationens namn
org-mail-refused-subject = Inget byte av kontaktperson för { $organisation }
# $who (String) - den föreslagnas e-postadress
# $organisation (String) - organisationens namn
org-mail-refused = Förslaget att { $who } skulle bli kontaktperson för { $organisation } i Strategikollen godkändes inte.

# $who (String) - namn och adress
org-mail-factor-lost-subject = { $who } behöver hjälp att logga in
# $who (String) - namn och adress
# $organisation (String) - organisationens namn
# $link (String) - adress
org-mail-factor-lost =
    { $who } har tappat sitt andra steg vid inloggning till { $organisation } i Strategikollen och ber er ta bort det. Efter det räcker en kod till e-posten för att lägga till ett nytt.

    Kontrollera först att det verkligen är hen, till exempel genom att ringa. Ta sedan bort det andra steget här:
    { $link }

# $organisation (String) - organisationens namn
org-mail-factor-reset-subject = En inloggning har återställts i { $organisation }
# $who (String) - e-postadress
# $organisation (String) - organisationens namn
org-mail-factor-reset =
    En handläggare har tagit bort det andra steget vid inloggning för { $who }, som hör till { $organisation } i Strategikollen. Personen hade tappat det och lägger till ett nytt.

    Är det fel, hör av er till den som driver tjänsten så snart ni kan.

# $organisation (String) - organisationens namn
org-mail-next-subject = Dags för nästa självskattning i { $organisation }
# $organisation (String) - organisationens namn
# $link (String) - adress
# $month (String) - adress
org-mail-next =
    Den här månaden har { $organisation } valt för sin självskattning i Strategikollen.

    Utgå från er förra, så bekräftar ni det som inte har ändrats och svarar bara på resten. Räkna med en halvtimme:
    { $link }

    Vill ni ha påminnelsen en annan månad, eller inte alls? Ändra det här:
    { $month }

# $organisation (String) - organisationens namn
org-mail-confirm-subject = Gå igenom vilka som hör till { $organisation }
# $organisation (String) - organisationens namn
# $link (String) - adress
org-mail-confirm =
    Det är ett år sedan någon gick igenom vilka som hör till { $organisation } i Strategikollen. Den som har slutat ska inte kunna läsa era svar.

    Det tar några minuter:
    { $link }

org-mail-agency-subject = Din roll i förvaltningen av Strategikollen
org-mail-agency-case-officer = handläggare
org-mail-agency-editor = redaktör
org-mail-agency-publisher = publicerare
org-mail-agency-administrator = administratör
# $role (String) - rollen
org-mail-agency-granted =
    Du är nu { $role } i förvaltningen av Strategikollen.

    Logga in med den här e-postadressen. Du behöver också ett andra steg vid inloggningen, som du ställer in när du loggar in första gången.
# $role (String) - rollen
org-mail-agency-revoked = Du är inte längre { $role } i förvaltningen av Strategikollen.

# Efter "Därför får du mejlet:"
# $organisation (String) - organisationens namn
org-mail-why-contact = du är kontaktperson för { $organisation }.
org-mail-why-agency = du är handläggare i förvaltningen av Strategikollen.
# $organisation (String) - organisationens namn
org-mail-why-asked = du har bett att få gå med i { $organisation }.
# $organisation (String) - organisationens namn
org-mail-why-invited = en kontaktperson för { $organisation }, eller den som driver tjänsten, har bjudit in dig.
# $organisation (String) - organisationens namn
org-mail-why-member = du hör till { $organisation } i Strategikollen.
# $organisation (String) - organisationens namn
org-mail-why-was-member = du har hört till { $organisation } i Strategikollen.
# $organisation (String) - organisationens namn
org-mail-why-told = ni är kontaktperson eller officiell adress för { $organisation }.
org-mail-why-account = du har ett konto i Strategikollen.
