# Förvaltningen i en gemensam tjänst.
back-to-agency = Tillbaka till förvaltningen
back-to-organisations = Tillbaka till organisationerna
agency-title = Förvaltning
# $count (Number) - hur många
agency-waiting = { $count ->
    [0] Inget ärende väntar.
    [one] Ett ärende väntar.
   *[other] { $count } ärenden väntar.
}
agency-nothing = Din roll har inga sidor här än.
agency-link-applications = Ansökningar och nya kontaktpersoner
agency-link-organisations = Organisationer i registret
agency-link-people = Användare i förvaltningen
agency-link-log = Händelser
agency-no-drafts = Ingen roll i förvaltningen kan läsa en organisations utkast. Det som har lämnats in når er som inlämning.
agency-case-officer = Handläggare
agency-editor = Redaktör
agency-publisher = Publicerare
agency-administrator = Administratör
applications-title = Ansökningar och nya kontaktpersoner
applications-first = Första kontaktperson
applications-first-hint = Kontrollera mot organisationens officiella adress att personen får företräda den. Den ni godkänner blir kontaktperson.
applications-none = Ingen väntar.
# $who (String) - namn och adress
# $date (String) - dag
applications-who = { $who }, ansökte { $date }
# $registrator (String) - e-postadress
applications-registrator = Officiell adress: { $registrator }
applications-no-registrator = Registret saknar officiell adress. Leta upp den på organisationens egen webbplats.
applications-approve = Godkänn
applications-decline = Säg nej
applications-appointments = Kontaktpersoner att besluta om
applications-appointments-hint = Organisationen har redan självskattningar, så två personer behövs. Organisationen får veta vad ni beslutar.
# $email (String) - e-postadress
# $who (String) - den som föreslog
# $date (String) - dag
applications-proposed = { $email } föreslogs av { $who } den { $date }.
# $reason (String) - skälet
applications-reason = Skäl: { $reason }
applications-own = Du föreslog. Någon annan beslutar.
applications-appoint = Utse
applications-refuse = Avslå
applications-done-approved = Kontaktpersonen är godkänd och har fått ett mejl.
applications-done-declined = Ansökan är avslagen och personen har fått ett mejl.
applications-done-appointed = Kontaktpersonen är utsedd. Organisationen har fått veta det.
applications-done-refused = Förslaget är avslaget.
organisations-title = Organisationer i registret
organisations-seek = Sök
organisations-seek-hint = Del av namnet, eller organisationsnumret.
organisations-find = Sök
organisations-none = Ingen organisation i registret passar. Kontrollera stavningen.
organisations-joined = Ansluten
agency-org-none = Inget valt
agency-org-class = Uppgifter för jämförelsen
agency-org-class-hint = Ändringen gäller från dagen ni anger. Tidigare uppgifter finns kvar i historiken, och redan publicerade jämförelser ändras inte.
agency-org-municipality = Kommunkod
agency-org-municipality-wrong = Kommunkoden är fyra siffror, till exempel 1880.
agency-org-number-wrong = Skriv ett helt tal med siffror.
agency-org-day = Gäller från (ÅÅÅÅ-MM-DD)
agency-org-day-wrong = Skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2027-01-01.
agency-org-class-save = Spara uppgifterna
agency-org-domains = En domän per rad
# $domain (String) - det som skrevs
agency-org-domain-wrong = { $domain } är ingen e-postdomän. Skriv den som kommun.se.
agency-org-domains-save = Spara domänerna
agency-org-registrator = Officiell adress
agency-org-registrator-label = E-post till registrator
agency-org-registrator-save = Spara adressen
agency-org-appoint = Utse kontaktperson
agency-org-appoint-hint = När organisationens kontaktpersoner har slutat. Har organisationen självskattningar beslutar en annan handläggare, och organisationen får veta det.
agency-org-appoint-do = Föreslå kontaktperson
agency-org-factor = Någon har tappat sitt andra steg
agency-org-factor-hint = Hjälp till bara när organisationen inte har någon annan kontaktperson. Kontrollera mot organisationens officiella adress att det är rätt person. Organisationen får veta det.
agency-org-factor-do = Ta bort det andra steget
agency-org-done-factor = Det andra steget är borttaget. Personen och organisationen har fått veta det.
agency-org-done-class = Uppgifterna är sparade.
agency-org-done-domains = Domänerna är sparade.
agency-org-done-registrator = Adressen är sparad.
agency-org-done-invited = Inbjudan är på väg.
agency-org-done-proposed = Förslaget väntar på en annan handläggare.
people-title = Användare i förvaltningen
people-intro = Den som har en roll här kan inte höra till en organisation i tjänsten.
people-revoke = Ta bort rollen
people-grant = Ge en roll
people-grant-do = Ge rollen
people-done-granted = Rollen är given.
people-done-revoked = Rollen är borttagen.
people-done-factor = Det andra steget är borttaget. Personen har fått veta det.
agency-log-title = Händelser i förvaltningen
log-empty = Inget har hänt än.
log-at = När
log-what = Vad
log-organisation = Organisation
log-who = Vem
log-older = Äldre händelser
