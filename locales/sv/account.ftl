# Ditt konto
account-title = Ditt konto
account-back = Tillbaka till kontot
account-saved = Ändringarna är sparade.
# $email (String) - e-postadress
account-email-saved = Du loggar nu in med { $email }. Den gamla adressen har fått ett mejl om bytet.
account-kept = Det finns något som du har skickat men som inte har kommit fram
account-name = Namn
account-name-hint = Visas för kollegor i din organisation.
account-name-empty = Skriv ditt namn.
account-lang = Språk i mejl
account-digest = Påminnelser
account-digest-yes = Påminn mig, i ett enda mejl för allt
account-save = Spara
account-sign-title = Inloggning
account-email = E-postadress
account-email-change = Byt adress
account-factor = Andra steget
account-factor-yes = Finns
account-factor-no = Finns inte
account-factor-change = Visa och ändra
account-sessions = Inloggade webbläsare
account-sessions-what = Se var du är inloggad, och logga ut
account-sessions-show = Visa
# Byt adress
email-title = Byt e-postadress
# $email (String) - e-postadress
email-now = Nu loggar du in med { $email }.
email-lead = Vi mejlar en kod till den nya adressen. När du har skrivit in den byts adressen, och den gamla får ett mejl om det. Andra inloggade webbläsare loggas ut.
email-new = Ny e-postadress
email-send = Skicka koden
# $email (String) - e-postadress
email-sent = Vi har skickat en kod till { $email }. Den gäller i 10 minuter.
email-do = Byt adress
email-taken = Den adressen hör till ett annat konto. Logga in med den i stället, eller använd en annan.
# Andra steget
factors-title = Andra steget vid inloggning
factors-back = Tillbaka till andra steget
factors-lead = Med ett andra steg räcker det inte att läsa din e-post för att komma in. Kontaktpersoner måste ha ett.
factors-needed = Din roll kräver ett andra steg vid inloggning. Lägg till ett, så kommer du vidare.
factors-app-title = Autentiseringsapp
factors-app-what = En app i telefonen visar en kod som du skriver in. Det fungerar i alla webbläsare.
factors-app-have = Du har en autentiseringsapp.
factors-app-add = Lägg till en app
factors-app-replace = Byt till en ny telefon
factors-app-remove = Ta bort appen
factors-app-added = Autentiseringsappen är tillagd.
factors-key-title = Passnycklar
factors-key-what = En passnyckel finns i datorn, i telefonen eller på en säkerhetsnyckel. Du låser upp den med fingeravtryck, ansikte eller pinkod, och har inget att skriva in.
factors-key-add = Lägg till en passnyckel
factors-key-remove = Ta bort
# $date (String) - datum
factors-key-made = Tillagd { $date }.
# $date (String) - datum
factors-key-used = Senast använd { $date }.
factors-key-added = Passnyckeln är tillagd.
factors-removed = Det är borttaget.
factors-others = Se om du är inloggad i andra webbläsare, och logga ut dem
factors-codes-title = Reservkoder
# $left (Number) - antal koder som är kvar
factors-codes-left =
    { $left ->
        [0] Du har inga reservkoder kvar.
        [one] Du har en reservkod kvar.
       *[other] Du har { $left } reservkoder kvar.
    }
factors-codes-what = Med en reservkod kommer du in om telefonen eller nyckeln är borta.
factors-codes-new = Skapa nya reservkoder
# Autentiseringsapp
app-title = Lägg till en autentiseringsapp
app-step-1 = Öppna en autentiseringsapp i telefonen. Har du ingen, fråga er it-avdelning vilken du ska ha.
app-step-2 = Läs in koden här med appen.
app-qr = Kod att läsa in med autentiseringsappen. Samma nyckel står som text under.
app-or-type = Går det inte? Skriv in den här nyckeln i appen:
app-step-3 = Skriv in de sex siffror som appen visar.
app-do = Lägg till appen
# Passnyckel
passkey-title = Lägg till en passnyckel
passkey-lead = Webbläsaren frågar var nyckeln ska finnas och hur du låser upp den.
passkey-name = Vad vill du kalla den?
passkey-name-hint = Till exempel Jobbdatorn. Så känner du igen den om du ska ta bort den.
passkey-name-empty = Skriv vad du vill kalla passnyckeln.
passkey-add = Lägg till passnyckeln
# Reservkoder
codes-title = Spara reservkoderna
codes-done = Det andra steget och reservkoderna är klara.
codes-lead = Med en av koderna kommer du in om telefonen eller nyckeln är borta, till exempel nästa år. Varje kod gäller en gång. De visas bara nu.
codes-where = Skriv ut dem, eller spara dem där du förvarar lösenord. Inte i telefonen som de ska ersätta.
codes-print = Skriv ut
codes-saved = Jag har sparat koderna
codes-new-title = Nya reservkoder
codes-new = Du får tio nya koder. De gamla slutar att gälla.
codes-new-do = Skapa nya koder
# Inloggade webbläsare
sessions-title = Inloggade webbläsare
sessions-lead = Känner du inte igen någon av dem? Logga ut den och byt det andra steget.
sessions-unknown = Okänd webbläsare
sessions-current = Den här
sessions-end = Logga ut
sessions-end-others = Logga ut alla andra
sessions-ended = Utloggat.
# $day (String) - datum
# $time (String) - klockslag
sessions-moment = { $day } kl. { $time }
# $since (String) - när det började
# $used (String) - när den senast användes
sessions-times = Inloggad { $since }. Senast använd { $used }.
# Sparat
kept-title = Skicka det igen
kept-lead = När du skickade det här behövde du först visa vem du är. Vi sparade det i ett dygn. Skicka det igen, eller kasta det.
kept-none = Här finns inget kvar.
kept-gone = Det är kastat.
# $time (String) - klockslag
# $day (String) - datum
kept-when = Det här skrev du kl. { $time } den { $day }
kept-no-text = Ett formulär med val men ingen text.
kept-open = Öppna sidan där du skrev det
kept-send = Skicka igen
kept-discard = Kasta
kept-onwards = Fortsätt utan att göra något nu
