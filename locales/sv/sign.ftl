# Mejl om inloggning och konto
mail-code-subject = Logga in i Strategikollen
# $code (String) - koden
# $page (String) - sidan där koden skrivs in
mail-code-text =
    Er kod är:

        { $code }

    Skriv in den på sidan där ni bad om den, i samma webbläsare. Har ni stängt sidan hittar ni den här:
    { $page }

    Koden gäller i 10 minuter och en gång. Ber ni om en ny kod slutar den här att gälla.

    Bad ni inte om koden? Då behöver ni inte göra något. Ingen kan logga in med den i en annan webbläsare än den som bad om den. Lämna aldrig ut koden till någon.
mail-code-why = någon angav er adress för att logga in.
mail-confirm-subject = Bekräfta i Strategikollen
# $code (String) - koden
mail-confirm-text =
    Er kod är:

        { $code }

    Skriv in den på sidan där ni bad om den. Koden gäller i 10 minuter och en gång.

    Bad ni inte om koden? Lämna inte ut den till någon. Logga in och se efter vilka som är inloggade på ert konto.
mail-confirm-why = någon angav er adress för ett konto.
mail-news-subject = Ändring av ert konto i Strategikollen
# $address (String) - den nya adressen
mail-news-address = Ert konto har fått en ny e-postadress: { $address }. Den här adressen går inte längre att logga in med.
mail-news-totp-added = En autentiseringsapp har lagts till på ert konto.
mail-news-totp-removed = Autentiseringsappen har tagits bort från ert konto.
# $name (String) - nyckelns namn
mail-news-passkey-added = En passnyckel har lagts till på ert konto: { $name }.
# $name (String) - nyckelns namn
mail-news-passkey-removed = En passnyckel har tagits bort från ert konto: { $name }.
mail-news-recovery-codes = Ert konto har fått nya reservkoder. De tidigare gäller inte längre.
# $left (Number) - antal koder som är kvar
mail-news-recovery-used =
    { $left ->
        [0] En reservkod har använts för att logga in på ert konto. Det var den sista: skapa nya i kontot.
        [one] En reservkod har använts för att logga in på ert konto. En kod är kvar.
       *[other] En reservkod har använts för att logga in på ert konto. { $left } koder är kvar.
    }
mail-news-reset = Ert andra steg vid inloggning har tagits bort och alla som var inloggade på ert konto har loggats ut. Nästa gång ni loggar in lägger ni till ett nytt.
# $name (String) - vad den andra inloggningstjänsten heter
mail-news-sign-in-added = Det går nu att logga in på ert konto med { $name }.
# $page (String) - kontots sida
mail-news-todo =
    Var det ni? Då behöver ni inte göra något.

    Var det inte ni? Logga in, logga ut alla andra och byt det andra steget:
    { $page }
    Berätta det också för en kollega som är kontaktperson.
mail-news-why = ert konto har ändrats.
