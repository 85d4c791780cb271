# En organisation: översikt, medlemmar, uppgifter.
back-to-organisation = Tillbaka till organisationens översikt
back-to-members = Tillbaka till medlemmarna
# $number (String) - organisationsnummer
organisation-number = Organisationsnummer { $number }
member-contact = Kontaktperson
member-respondent = Svarande
member-reader = Läsare
member-contact-meaning = Kontaktperson – leder självskattningar, sköter medlemmar och lämnar in
member-respondent-meaning = Svarande – svarar och är med när ni enas
member-reader-meaning = Läsare – ser resultat
overview-title = Dina organisationer
overview-none = Du hör inte till någon organisation här än.
overview-pending = Väntar på godkännande
overview-join = Anslut er organisation
overview-ask-contact = Be en kontaktperson i organisationen att bjuda in dig.
overview-account = Ditt konto
stage-answering = Svarandet pågår
stage-agreeing = Ni enas om svar
stage-submitted = Inlämnad
stage-withdrawn = Återtagen
home-rounds = Självskattningar
home-no-rounds = Ni har ingen självskattning än. En kontaktperson kan starta en.
home-no-rounds-contact = Ni har ingen självskattning än. Starta en, fråga kollegor och enas om svaren.
home-start = Starta en självskattning
# $depth (String) - snabbkollen eller hela kollen
# $date (String) - dagen den startades
home-round = { $depth }, startad { $date }
# $organisation (String) - organisationens namn
# $date (String) - dagen den startades
home-round-for = { $organisation }, startad { $date }
home-prepared = Självskattningar ni förbereder åt andra
home-way-lead = Led självskattningen
home-way-answer = Svara själv
home-way-agree = Enas om svar
home-way-receipt = Kvittens
home-way-result = Resultat
home-way-decision = Beslutssida
# $count (Number) - hur många
home-pending = { $count ->
    [one] En person vill ansluta till er organisation.
   *[other] { $count } personer vill ansluta till er organisation.
}
home-pending-link = Godkänn eller säg nej
home-confirm = Det är ett år sedan ni gick igenom vilka som hör till organisationen.
home-confirm-link = Gå igenom medlemmarna
home-compare = Jämför och lär
home-organisation = Organisationen
home-alone = Ni har en enda kontaktperson. Utse gärna en till, så att arbetet inte stannar när någon är borta.
home-link-members = Medlemmar
home-link-details = Uppgifter om organisationen
home-link-leave = Lämna organisationen
members-title = Medlemmar
members-pending = Vill ansluta
members-pending-hint = De har visat att de läser e-post på en adress hos er. Godkänn bara den ni känner igen.
# $who (String) - namn och adress
members-role-for = Roll för { $who }
members-approve = Godkänn
members-decline = Säg nej till
members-active = Hör till organisationen
members-you = (du)
# $role (String) - roll
# $date (String) - sedan när
members-line = { $role } sedan { $date }
members-change = Ändra
members-set-role = Byt roll för
members-remove = Ta bort
members-remove-means = Tar ni bort någon räknas inte det personen har svarat i en självskattning där svarandet pågår.
members-factor-hint = Har personen tappat telefonen och saknar reservkoder? Kontrollera att det är hen, till exempel genom att ringa, innan ni tar bort det andra steget vid inloggning.
members-factor = Ta bort det andra steget för
members-invited = Inbjudna
# $date (String) - sista dag
members-invited-until = Inbjudan gäller till { $date }
members-revoke = Ta tillbaka inbjudan till
members-invite = Bjud in
members-email = E-postadress
members-email-hint = Inbjudan gäller i sju dagar och bara för den adressen.
members-role = Roll
members-send = Skicka inbjudan
members-confirm-link = Gå igenom vilka som fortfarande hör hit
members-done-invited = Inbjudan är på väg.
members-done-approved = Medlemmen är godkänd.
members-done-declined = Ni har sagt nej. Personen har fått veta det.
members-done-role = Rollen är ändrad.
members-done-removed = Medlemmen är borttagen.
members-done-factor = Det andra steget är borttaget. Personen har fått veta det och lägger till ett nytt vid nästa inloggning.
members-done-revoked = Inbjudan är återtagen.
members-done-confirmed = Medlemmarna är genomgångna. Vi påminner igen om ett år.
confirm-members-title = Hör alla fortfarande hit?
confirm-members-intro = Kryssa för dem som har slutat eller inte längre behöver komma åt er självskattning. Det de har svarat i en självskattning där svarandet pågår räknas inte. De andra är kvar ett år till.
confirm-members-end = Avsluta
confirm-members-none = Det finns inga andra medlemmar.
# $role (String) - roll
# $seen (String) - dag
confirm-members-line = { $role }, senast inloggad { $seen }
confirm-members-do = Spara genomgången
details-title = Uppgifter om organisationen
details-intro = Uppgifterna avgör vilka ni jämförs med. Stämmer något inte, hör av er till den som driver tjänsten: bara de kan rätta.
details-number = Organisationsnummer
details-kind = Sorts organisation
details-lan = Län
details-group = SKR:s kommungrupp
details-population = Invånare
details-volume = Inköp per år, kronor
details-domains = E-postdomäner
details-history = Tidigare uppgifter
details-history-none = Uppgifterna har inte ändrats.
details-from = Gäller från
details-reason = Varför
details-reminder = Påminnelse om nästa självskattning
details-month = Månad
details-month-hint = Vi påminner kontaktpersonerna en gång, i början av månaden.
details-month-none = Ingen påminnelse
details-save = Spara
details-saved = Månaden är sparad.
month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
# $name (String) - organisationens namn
leave-title = Lämna { $name }
leave-what = Du kommer inte längre åt organisationens självskattningar. Det du har svarat i en självskattning där svarandet pågår räknas inte.
leave-do = Lämna organisationen
leave-stay = Stanna kvar
refused-title = Det gick inte
refused-kept = Inget är ändrat.
refused-back = Tillbaka
refusal-not-allowed = Du har inte längre rätt att göra det här.
refusal-missing = Det du ville ändra finns inte längre. Någon kan just ha gjort det.
refusal-last-contact = Organisationen skulle stå utan kontaktperson. Utse en ny kontaktperson först.
refusal-at-agency = Personen arbetar i den gemensamma tjänstens förvaltning och kan därför inte höra till en organisation.
refusal-in-organisation = Personen hör till en organisation och kan därför inte få en roll i förvaltningen.
refusal-already-member = Personen hör redan till organisationen eller väntar på godkännande.
refusal-not-by-domain = E-postadressen hör inte till organisationens domän. Be en kontaktperson om en inbjudan.
refusal-other-address = Inbjudan gäller en annan e-postadress än den du är inloggad med.
refusal-own-proposal = Den som har föreslagit en kontaktperson kan inte också besluta.
refusal-has-contact = Organisationen har kontaktpersoner. Det är de som godkänner.
refusal-has-joined = Organisationen är redan ansluten. Föreslå en ny kontaktperson i stället.
refusal-bad-address = Det ser inte ut som en e-postadress. Skriv den som namn@organisation.se.
refusal-reason-missing = Skriv varför uppgifterna ändras.
refusal-appoint-reason-missing = Skriv varför organisationen behöver en ny kontaktperson.
refusal-too-many = Det blev för många inbjudningar på kort tid. Vänta en timme och försök igen.
# Utveckling
trend-title = Utveckling
home-trend-begins = När ni har lämnat in nästa självskattning ser ni här hur målen utvecklas.
trend-none = Här ser ni hur målen utvecklas när ni har lämnat in två självskattningar. Än har ni inte lämnat in någon.
trend-one = Ni har lämnat in en självskattning. Här ser ni hur målen utvecklas när ni har lämnat in nästa.
trend-what = Så har målen stått i det ni har lämnat in. Punkterna visar medelvärdet av de nivåer ni kände till. Återtagna inlämningar är inte med.
trend-break = Här går åren inte att jämföra rakt av. Tabellen säger varför.
trend-day = Inlämnad
trend-standing = Nivå
# Händelser
log-title = Händelser
log-what-it-is = Det här har hänt i organisationen. Ingen kan ändra en händelse, och den raderas bara om hela organisationen avslutas i tjänsten. Vad någon har svarat står inte här.
log-operator = Den som driver tjänsten
# Bolag
owned-title = Organisationer ni äger
owned-what = Ni ser det de har lämnat in. Deras utkast och enskilda svar ser ni inte.
owned-none = Registret har ingen organisation som ni äger. Stämmer det inte? Hör av er till den som driver tjänsten.
owned-nothing = Har inte lämnat in någon självskattning.
# $day (String) - dag i ord
owned-submitted = Inlämnad { $day }
