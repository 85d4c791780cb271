# Workshop: på en delad skärm och på telefoner
error-no-such-workshop-title = Vi hittar ingen workshop på den adressen
error-no-such-workshop = Adressen kan vara felskriven. Självskattningen kan också vara raderad.
error-no-such-workshop-todo = Skanna QR-koden på skärmen igen, eller skriv av adressen därifrån.
# Skärmen
workshop-title = Workshop
workshop-what = Träffas och enas om svaren på en gång, med er skärm och allas telefoner.
workshop-step-join = Deltagarna skannar en QR-kod på skärmen. De behöver inget konto.
workshop-step-answer = Ni tar en fråga i taget. Var och en svarar i sin telefon.
workshop-step-show = Ni visar hur svaren fördelar sig. Ingen ser vem som svarat vad.
workshop-step-agree = Ni diskuterar, enas om ett gemensamt svar och går till nästa fråga.
workshop-forgets = Det ni enas om sparas i självskattningen. Svaren från telefonerna raderas när ni avslutar workshopen, senast efter ett dygn.
workshop-start = Starta workshopen
workshop-closed = Workshopen är avslutad. Era gemensamma svar är sparade. Svaren från telefonerna är raderade.
workshop-overtaken = En kollega som också leder workshopen hann före. Skärmen visar det som gäller nu.
workshop-scan = Skanna QR-koden med telefonen, eller skriv adressen i webbläsaren. Du behöver inget konto.
workshop-qr-label = QR-kod till workshopen
workshop-address = Var med på
# $count (Number) - antal deltagare
workshop-joined = { $count ->
    [0] Ingen är med än
    [one] 1 är med
   *[other] { $count } är med
}
# $count (Number) - antal som har svarat
workshop-answered = { $count ->
    [0] Ingen har svarat än
    [one] 1 har svarat
   *[other] { $count } har svarat
}
workshop-few = Färre än tre är med. Då kan andra förstå vem som svarat vad.
workshop-show = Visa svaren
# $count (Number) - antal som har svarat
workshop-shown = { $count ->
    [one] 1 har svarat.
   *[other] { $count } har svarat.
}
workshop-nobody-answered = Ingen svarade på frågan.
workshop-discuss = Diskutera och välj det svar ni enas om.
workshop-unanimous = Alla svarade samma sak, så det svaret är förvalt. Spara om ni är överens.
workshop-agree = Spara gemensamt svar
# $title (String) - svaret i ord
# $time (String) - klockslag
workshop-agreed = Gemensamt svar: { $title }. Sparat kl. { $time }.
# $label (String) - frågans nummer
workshop-first = Börja med fråga { $label }
# $label (String) - frågans nummer
workshop-next = Nästa fråga: { $label }
workshop-all-agreed = Alla frågor har ett gemensamt svar.
workshop-ask-again = Ställ frågan igen
workshop-choose-question = Välj fråga
workshop-question = Fråga
workshop-question-hint = De frågor ni är mest oense om står först.
workshop-is-agreed = har gemensamt svar
workshop-ask = Ställ frågan
workshop-reload = Ladda om
workshop-close = Avsluta workshopen
workshop-close-means = Era gemensamma svar är sparade. Svaren från telefonerna raderas.
# Telefonen
workshop-join-title = Var med i workshopen
workshop-join-what = Du svarar på en fråga i taget, i telefonen. Du behöver inget konto.
workshop-join-private = På skärmen visas hur många som valt varje svar, aldrig vem. Ditt svar raderas när workshopen avslutas.
workshop-join = Var med
workshop-few-phone = Färre än tre är med just nu. Då kan andra förstå vad du har svarat.
# $most (Number) - högsta antal deltagare
workshop-full = Workshopen är full: högst { $most } kan vara med. Svara tillsammans med någon som redan är med.
workshop-waiting-title = Du är med
workshop-waiting = Första frågan visas här när den ställs.
workshop-answer = Svara
workshop-change = Ändra svar
# $answer (String) - svaret i ord
workshop-own = Ditt svar är sparat: { $answer }. Du kan ändra det tills svaren visas.
workshop-choose = Välj ett av svaren.
workshop-too-late = Ditt svar kom när frågan inte längre ställdes. Det räknas inte. Ett svar du lämnade tidigare står kvar.
workshop-look-up = Titta på skärmen: nu visas hur svaren fördelar sig.
workshop-group-agreed = Ni har enats om:
# $answer (String) - svaret i ord
workshop-you-answered = Du svarade: { $answer }.
workshop-you-did-not = Du svarade inte på frågan.
workshop-over-title = Workshopen är slut
workshop-over = Den är avslutad, eller så har självskattningen gått vidare till nästa skede.
workshop-over-todo = Ditt svar är raderat. Pågår en ny workshop? Skanna QR-koden på skärmen igen.
# Det som läses upp för den som inte ser att sidan ändras
# $question (String) - frågan
workshop-news-asking = Ny fråga: { $question }
workshop-news-shown = Svaren visas.
# $title (String) - svaret i ord
workshop-news-agreed = Gemensamt svar: { $title }
# På sidan om kakor
cookies-workshop-title = När ni är med i en workshop
cookies-workshop = Visar vilken telefon som är vilken, så att var och en svarar en gång. Säger inget om vem ni är. Finns i ett dygn.
