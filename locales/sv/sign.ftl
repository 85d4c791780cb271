# Mejl om inloggning och konto
mail-code-subject = Logga in i Strategikollen
# $code (String) - koden
# $page (String) - sidan där koden skrivs in
mail-code-text =
    Din kod är:

        { $code }

    Skriv in den på sidan där du bad om den, i samma webbläsare. Har du stängt sidan hittar du den här:
    { $page }

    Koden gäller i 10 minuter och en gång. Ber du om en ny kod slutar den här att gälla.

    Bad du inte om koden? Då behöver du inte göra något. Ingen kan logga in med den i en annan webbläsare än den som bad om den. Lämna aldrig ut koden till någon.
mail-code-why = någon angav din adress för att logga in.
mail-confirm-subject = Bekräfta i Strategikollen
# $code (String) - koden
mail-confirm-text =
    Din kod är:

        { $code }

    Skriv in den på sidan där du bad om den. Koden gäller i 10 minuter och en gång.

    Bad du inte om koden? Lämna inte ut den till någon. Logga in och se efter vilka som är inloggade på ditt konto.
mail-confirm-why = någon angav din adress för ett konto.
mail-news-subject = Ändring av ditt konto i Strategikollen
# $address (String) - den nya adressen
mail-news-address = Ditt konto har fått en ny e-postadress: { $address }. Den här adressen går inte längre att logga in med.
mail-news-totp-added = En autentiseringsapp har lagts till på ditt konto.
mail-news-totp-removed = Autentiseringsappen har tagits bort från ditt konto.
# $name (String) - nyckelns namn
mail-news-passkey-added = En passnyckel har lagts till på ditt konto: { $name }.
# $name (String) - nyckelns namn
mail-news-passkey-removed = En passnyckel har tagits bort från ditt konto: { $name }.
mail-news-recovery-codes = Ditt konto har fått nya reservkoder. De tidigare gäller inte längre.
# $left (Number) - antal koder som är kvar
mail-news-recovery-used =
    { $left ->
        [0] En reservkod har använts för att logga in på ditt konto. Det var den sista: skapa nya i kontot.
        [one] En reservkod har använts för att logga in på ditt konto. En kod är kvar.
       *[other] En reservkod har använts för att logga in på ditt konto. { $left } koder är kvar.
    }
mail-news-reset = Ditt andra steg vid inloggning har tagits bort och alla som var inloggade på ditt konto har loggats ut. Nästa gång du loggar in lägger du till ett nytt.
# $name (String) - vad den andra inloggningstjänsten heter
mail-news-sign-in-added = Det går nu att logga in på ditt konto med { $name }.
# $name (String) - vad den andra inloggningstjänsten heter
mail-news-sign-in-removed = Det går inte längre att logga in på ditt konto med { $name }.
# $page (String) - kontots sida
mail-news-todo =
    Var det du? Då behöver du inte göra något.

    Var det inte du? Logga in, logga ut alla andra och byt det andra steget:
    { $page }
    Berätta det också för en kollega som är kontaktperson.
mail-news-why = ditt konto har ändrats.
# Sidhuvudet
nav-sign-in = Logga in
nav-overview = Översikt
nav-sign-out = Logga ut
# Logga in
sign-title = Logga in
sign-lead = Du får en kod med e-post och loggar in med den. Du behöver inget lösenord.
sign-email = E-postadress
sign-email-hint = Använd din adress på jobbet. Har du inget konto får du ett.
sign-send = Skicka koden
sign-signed-out = Du har loggat ut.
sign-kept = Det du skickade har inte kommit fram än: du behöver först visa vem du är. Vi har sparat det i ett dygn, och strax kan du skicka det igen.
sign-not-kept = Det du skickade har inte kommit fram: du behöver först visa vem du är. Det gick inte att spara. Gå tillbaka i webbläsaren och kopiera det du skrev innan du fortsätter.
# $who (String) - e-postadress
sign-already = Du är redan inloggad som { $who }.
sign-go-on = Fortsätt
sign-other = Du kan också logga in med en annan adress. Då loggas du ut från den här.
sign-without-title = Vill du prova utan konto?
sign-without = Du kan göra självskattningen utan att logga in.
sign-without-link = Prova utan konto
email-wrong = Skriv en e-postadress, till exempel namn@kommunen.se.
# Koden
code-title = Skriv in koden
# $email (String) - e-postadress
# $time (String) - klockslag
code-sent = Vi har skickat en kod till { $email }. Den gäller till kl. { $time } och bara i den här webbläsaren.
code-folder = Den här installationen skickar inga mejl. Koden står i den nyaste filen i mappen mail, i tjänstens datamapp.
code-label = Kod
code-hint = Åtta tecken i två grupper. Stora och små bokstäver spelar ingen roll.
code-do = Logga in
code-again-title = Har koden inte kommit?
code-again = Det kan dröja någon minut. Titta också i skräpposten. Skickar vi en ny kod slutar den förra att gälla.
code-again-do = Skicka en ny kod
code-other = Använd en annan adress
code-none-title = Här väntar ingen kod
code-none = Koden kan vara använd, äldre än 10 minuter eller prövad för många gånger. Den gäller bara i den webbläsare där du bad om den.
code-none-do = Be om en ny kod
code-empty = Skriv in koden från mejlet.
# $left (Number) - antal försök som är kvar
code-wrong =
    { $left ->
        [one] Koden stämmer inte. Du har ett försök kvar.
       *[other] Koden stämmer inte. Du har { $left } försök kvar.
    }
code-gone = Koden gäller inte längre. Be om en ny.
code-too-many = Det har blivit för många koder eller försök. Vänta en timme och försök igen. En kod som redan har kommit kan fortfarande gälla.
# Andra steget
factor-title = Visa att det är du
factor-lead = Ditt konto har ett andra steg vid inloggning.
factor-totp = Kod från autentiseringsappen
factor-totp-hint = Sex siffror. De byts var trettionde sekund.
factor-do = Fortsätt
factor-or = eller
factor-lost-title = Har du inte kvar telefonen eller nyckeln?
factor-lost = Logga in på ett annat sätt
factor-empty = Skriv in de sex siffrorna från appen.
factor-wrong = Koden stämmer inte. Kontrollera att telefonens klocka går rätt, och försök med nästa kod.
factor-used = Den koden är redan använd. Vänta på nästa, den kommer inom en halv minut.
factor-too-many = Det har blivit för många försök. Vänta en timme och försök igen.
passkey-use = Använd passnyckel
passkey-needs-script = En passnyckel kräver en webbläsare med JavaScript och stöd för passnycklar.
passkey-wrong = Passnyckeln gick inte att använda. Försök igen eller välj ett annat sätt.
passkey-known = Den passnyckeln finns redan.
# Reservkod
recovery-title = Logga in med en reservkod
recovery-back = Tillbaka
recovery-lead = Reservkoderna fick du när du lade till det andra steget. Varje kod gäller en gång.
recovery-code = Reservkod
recovery-hint = 24 tecken. Bindestreck och stora bokstäver spelar ingen roll.
recovery-do = Fortsätt
recovery-empty = Skriv in en reservkod.
recovery-wrong = Det är ingen reservkod som gäller. Den kan vara felskriven, redan använd eller ersatt av nya.
recovery-none-title = Har du ingen reservkod?
recovery-none = Be en annan kontaktperson i din organisation att ta bort ditt andra steg. Det gör hen på sidan Medlemmar. Du får ett mejl när det är gjort, och lägger till ett nytt när du loggar in.
recovery-ask = Mejla kontaktpersonerna
recovery-asked = Mejlet är på väg till kontaktpersonerna. De hör av sig till dig för att se att det är du.
# $agency (String) - myndighetens namn
recovery-agency = Finns det ingen annan kontaktperson kan { $agency } göra det. Din organisation får veta det.
recovery-agency-link = Kontakt
recovery-own = Finns det ingen annan kontaktperson kan den som driver installationen göra det, med det här kommandot:
# Logga ut
out-title = Logga ut
# $who (String) - e-postadress
out-lead = Du är inloggad som { $who }.
out-do = Logga ut
out-nobody = Du är inte inloggad.
out-stay = Stanna kvar
# Bekräfta
step-up-title = Bekräfta att det är du
step-up-lead = Det du ska göra är viktigt. Därför behöver du visa en gång till vem du är. Sedan slipper du det i 15 minuter.
# $email (String) - e-postadress
step-up-sent = Vi har skickat en kod till { $email }. Den gäller i 10 minuter.
# $email (String) - e-postadress
step-up-send = Skicka en kod till { $email }
step-up-do = Bekräfta
