# Gemensamt för resultat, tips, beslutssida och underlag
# $number (Number) - utgåvans nummer
outcome-edition = utgåva { $number }
# $date (String) - datum
outcome-changed = senast ändrad den { $date }
outcome-quick = snabbkollen
outcome-and = och
# $number (Number) - 1 till 4
# $name (String) - nivåns namn
outcome-level = { $number } – { $name }
outcome-no-level = Ingen nivå
# $from (Number) - nivån
# $to (Number) - dit nivån kan nå
outcome-span = minst nivå { $from }, upp till { $to }
outcome-no-mean = saknas
# $known (Number) - kända svar
# $applicable (Number) - frågor som gäller
outcome-known = { $known } av { $applicable }
# $number (String) - målets nummer
# $goal (String) - målets korta namn
outcome-goal = mål { $number } ({ $goal })
outcome-to-result = Till resultatet
outcome-back-to-result = Tillbaka till resultatet
outcome-answer-goal = Svara på frågorna i målet
outcome-print = Skriv ut
# Varför ett mål saknar nivå
# $applicable (Number) - frågor som gäller
# $needed (Number) - så många behövs
why-applicable = { $applicable ->
    [0] Ingen fråga gäller er
    [one] Bara en fråga gäller er
   *[other] Bara { $applicable } frågor gäller er
 }, och en nivå kräver minst { $needed }. Målet räknas inte med i helheten.
why-essential = Ingen av nyckelfrågorna gäller er. Målet räknas inte med i helheten.
why-check = Se efter om ”inte tillämpligt” stämmer för er.
# $known (Number) - kända svar
# $applicable (Number) - frågor som gäller
# $needed (Number) - så många behövs
# $more (Number) - så många fattas
why-known = { $known ->
    [0] Ingen fråga har en nivå än.
    [one] En av { $applicable } frågor har en nivå.
   *[other] { $known } av { $applicable } frågor har en nivå.
 } Det behövs { $needed }: svara på { $more ->
    [one] en till
   *[other] { $more } till
 }.
why-quick = Snabbkollen ger inga nivåer.
# Rubriken
# $count (String) - antal mål, som ord
# $of (String) - alla mål, som ord
headline-some = { $count } av { $of } mål på nivå 3 eller högre
# $count (Number) - antal mål
# $of (String) - alla mål, som ord
headline-all = { $count ->
    [one] Det enda målet är på nivå 3 eller högre
   *[other] Alla { $of } mål på nivå 3 eller högre
 }
# $count (Number) - antal mål
# $of (String) - alla mål, som ord
headline-none = { $count ->
    [one] Det enda målet är under nivå 3
   *[other] Inget av { $of } mål på nivå 3 eller högre
 }
# $count (Number) - frågor utan nivå
headline-no-levels = Inga nivåer än: { $count ->
    [one] en fråga återstår
   *[other] { $count } frågor återstår
 }
headline-not-applicable = Inga nivåer: för få frågor gäller er
# $count (Number) - frågor utan nivå
headline-quick-unknown = Inget att visa än: { $count ->
    [one] en fråga återstår
   *[other] { $count } frågor återstår
 }
# $number (String) - målets nummer
# $goal (String) - målets korta namn
headline-quick = Börja med mål { $number }: { $goal }
headline-quick-top = Alla svar med nivå ligger på nivå 4
# Meningar ur resultatet
# $without (Number) - mål utan nivå
# $strongest (String) - mål
# $weakest (String) - mål
fact-extremes = { $without ->
    [0] Starkast är { $strongest }, och mest att vinna finns i { $weakest }.
   *[other] Bland målen med nivå är { $strongest } starkast, och mest att vinna finns i { $weakest }.
 }
# $without (Number) - mål utan nivå
# $strongest (String) - mål
fact-strongest = { $without ->
    [0] Starkast är { $strongest }.
   *[other] Bland målen med nivå är { $strongest } starkast.
 }
# $without (Number) - mål utan nivå
# $weakest (String) - mål
fact-weakest = { $without ->
    [0] Mest att vinna finns i { $weakest }.
   *[other] Bland målen med nivå finns mest att vinna i { $weakest }.
 }
# $level (Number) - nivå
# $name (String) - nivåns namn
fact-overall = Helheten är nivå { $level }: { $name }.
# $level (Number) - nivå
# $name (String) - nivåns namn
fact-overall-at-least = Helheten är minst nivå { $level }: { $name }.
# $number (String) - det övergripande målets nummer
fact-no-overall-overarching = Helheten får en nivå först när mål { $number } har en.
# $allowed (Number) - så många får sakna nivå
# $count (Number) - mål utan nivå
fact-no-overall-many = Helheten får en nivå först när högst { $allowed ->
    [one] ett
   *[other] { $allowed }
 } av de andra målen saknar nivå. Nu saknas nivå för { $count }.
# $number (String) - målets nummer
# $more (Number) - så många svar fattas
fact-nearest = Närmast en nivå är mål { $number }. Där räcker det med { $more ->
    [one] ett svar till
   *[other] { $more } svar till
 }.
fact-quick = Det här är en fingervisning. Två frågor per mål räcker inte för en nivå, och svaren jämförs inte med andras.
# Resultatet
result-title = Resultat
result-table-caption = Nivå och medelvärde per mål
result-goal = Mål
result-level = Nivå
result-mean = Medelvärde
result-known = Kända svar
result-picture = Diagram
result-key = Så läser ni diagrammet
result-key-mean = Ert medelvärde
result-key-scale = Nivå 1, 2, 3 och 4
result-key-span = Från er nivå till den ni kan nå när allt är besvarat
result-own = Allt bygger på era egna bedömningar. Nivån avgörs av hur många svar som når den och av nyckelfrågorna. Därför kan ett mål ha högt medelvärde och ändå låg nivå.
result-kind-title = Vilken sorts organisation är ni?
result-kind = Berätta det, så visar vi bara de lagkrav och jämförelsetal som gäller er.
result-kind-link = Berätta om er organisation
result-reckoning = Så räknade vi
result-reckoning-intro = Fäll ut ett mål för att se varje svar, hur nivåerna prövades och vad som saknas för nästa nivå, eller för det mål ni själva har satt.
result-method = Reglerna i sin helhet
# $edition (String) - utgåva
# $structure (Number) - version
# $framework (String) - strategi
# $rules (String) - version
outcome-versions = Utgåva { $edition }, frågornas version { $structure }, strategi { $framework }, reglernas version { $rules }.
# $hash (String) - kontrollsumma
outcome-hash = Kontrollsumma för svar och versioner: { $hash }
result-unanswered = Det ni inte har svarat på
# $count (Number) - frågor
result-unanswered-count = { $count ->
    [one] En fråga är inte besvarad
   *[other] { $count } frågor är inte besvarade
 }
result-all-answered = Alla frågor är besvarade.
result-next = Gå vidare
result-find-out = Se vad ni behöver ta reda på, och vem ni kan fråga
result-decision = Gör en beslutssida
result-record = Skriv ut hela underlaget
result-all-tips = Se alla tips
# Snabbkollens resultat
quick-answers = Era svar, mål för mål
quick-answers-intro = Målen med lägst svar står först.
quick-deepen-title = Vill ni veta er nivå?
# $more (Number) - frågor som återstår
quick-deepen = Gå vidare till hela kollen. Svaren följer med, och { $more ->
    [one] en fråga återstår
   *[other] { $more } frågor återstår
 }.
quick-deepen-link = Gå vidare till hela kollen
# Lagkrav
duties-title = Lagkrav att kontrollera
duties-intro = De här svaren kan betyda att något som lagen kräver inte är på plats. Det påverkar inte nivån. Det är vägledning och ersätter inte en juridisk bedömning.
duties-none = Inget svar pekar på ett lagkrav att kontrollera. Det betyder inte att allt som lagen kräver är på plats.
duties-every-kind = Vi vet inte vilken sorts organisation ni är. Därför visar vi lagkrav för alla sorter.
# $level (Number) - nivå
# $label (String) - frågans nummer
duty-answer = Ni svarade nivå { $level } på { $label }
# $date (String) - datum
duty-checked = Regeln kontrollerades senast den { $date }.
# Tips för er
offers-title = Tips för er
offers-now = Börja med de här tipsen
offers-next = Därefter
# $count (Number) - antal tips
offers-later = { $count ->
    [one] Senare: ett tips till
   *[other] Senare: { $count } tips till
 }
offers-none = Vi kan ge tips när ni har svarat med en nivå på någon fråga.
offers-none-left = Era svar ger inga tips. Allt ni har svarat på är där det ska vara.
offers-lead = Tipsen bygger på era svar. Det som ger mest kommer först, och det som andra tips bygger på.
# $answers (String) - svar, uppräknade
# $target (String) - vad målet ska nå
offer-part = { $answers }, och { $target }
# $parts (String) - svaren som är skäl, med vad som ska nås
offer-reason = För att ni svarade { $parts }.
offer-first = Gör först:
# $level (Number) - nivå
# $label (String) - frågans nummer
offer-answer = nivå { $level } på { $label }
offer-monday = På måndag:
offer-begun = Ni har redan börjat
# Målets resultat
goalresult-level = Er nivå
# $shown (String) - medelvärde
# $sum (Number) - summa
# $count (Number) - antal
goalresult-mean = Medelvärde { $shown } ({ $sum } delat med { $count })
# $known (Number) - kända svar
# $applicable (Number) - frågor som gäller
goalresult-known = { $known } av { $applicable } frågor som gäller er har en nivå.
goalresult-tests = Så prövades nivåerna
# $level (Number) - nivå
test-holds = Nivå { $level } nås.
# $level (Number) - nivå
test-fails = Nivå { $level } nås inte.
# $reached (Number) - så många når dit
# $applicable (Number) - frågor som gäller
# $needed (Number) - så många behövs
test-count = { $reached } av { $applicable } svar ligger där eller högre, och { $needed } behövs.
# $count (Number) - antal
# $labels (String) - frågornas nummer
test-blocked = { $count ->
    [one] Nyckelfrågan { $labels } stoppar
   *[other] Nyckelfrågorna { $labels } stoppar
 }: en nyckelfråga får ligga högst ett steg under.
goalresult-questions = Frågorna och era svar
goalresult-question = Fråga
goalresult-answer = Ert svar
goalresult-essential = Nyckelfråga
# $title (String) - nivåns nummer och namn
goalresult-next = Nästa steg, nivå { $title }:
goalresult-comment = Motivering:
# $label (String) - frågans nummer
goalresult-change = Ändra svaret på { $label }
# $label (String) - frågans nummer
goalresult-answer-one = Svara på { $label }
near-title = Nära gränsen
# $count (Number) - antal
# $labels (String) - frågornas nummer
near-limit = { $count ->
    [one] Nivån faller om svaret på { $labels } ändras ett steg neråt.
   *[other] Nivån faller om något av svaren på { $labels } ändras ett steg neråt.
 }
# $steps (Number) - antal steg
# $target (Number) - nivå
missing-title = { $steps ->
    [one] För nivå { $target } saknas ett steg
   *[other] För nivå { $target } saknas { $steps } steg
 }
# $from (Number) - nivå
# $to (Number) - nivå
missing-step = från nivå { $from } till { $to }
# $to (Number) - nivå
missing-step-unknown = till nivå { $to }, eller ta reda på hur det är
# $labels (String) - frågornas nummer
missing-find-out = Det kan bli färre steg om ni tar reda på svaret på { $labels }.
missing-none = Målet är på den högsta nivån.
goalresult-no-duties = Inget svar i målet pekar på ett lagkrav att kontrollera.
goalresult-no-offers = Inga tips för det här målet just nu.
# Tal ur nationella undersökningar
references-title = Vad andra har svarat i nationella undersökningar
references-intro = Undersökningarna har egna frågor och egna skalor. Talen går inte att jämföra med era nivåer.
# $publishers (String) - utgivare
references-credit = Uppgifter: { $publishers } | Bearbetning: Strategikollen
# Ta reda på
findout-title = Att ta reda på, och vem ni kan fråga
findout-intro = Här står frågorna som saknar svar eller där ni svarade ”Vet inte än”, samlade efter vem som brukar veta. En fråga kan stå hos flera.
findout-none = Alla frågor har ett svar. Det finns inget att ta reda på.
# $role (String) - roll
# $count (Number) - antal
findout-role = { $role }: { $count ->
    [one] en fråga
   *[other] { $count } frågor
 }
# $role (String) - roll
findout-mail = Mejla listan till { $role }
# $role (String) - roll
findout-copy = Kopiera texten till { $role }
# $role (String) - roll
findout-text = Hela texten till { $role }
findout-text-hint = Mejlprogram tar bara emot korta texter från en länk. Här finns allt att kopiera.
findout-subject = Frågor om våra inköp
findout-greeting = Hej!
findout-ask = Vi gör en självskattning av våra inköp och behöver er hjälp. Vilken nivå stämmer bäst på frågorna nedan? Svara med frågans nummer och nivå 1–4. Säg gärna vad ni bygger svaret på.
# $count (Number) - antal
findout-more = { $count ->
    [one] Det finns en fråga till.
   *[other] Det finns { $count } frågor till.
 }
# Beslutssidan
# $body (String) - vem som beslutar
decision-for = Beslutssida för { $body }
body-namnd = nämnden
body-styrelse = styrelsen
body-ledning = ledningen
decision-fill-in = Fyll i belopp, ansvariga och datum
# $sum (String) - belopp
decision-volume = Inköp under ett år: { $sum } kronor.
decision-table-key = Punkten är medelvärdet. Streckad ram: nivån kan bli högre när allt är besvarat.
decision-proposals = Förslag till åtgärder
decision-proposal = Åtgärd
decision-owner = Ansvarig
decision-date = Klart
decision-no-proposals = Svara på fler frågor, så får ni förslag här.
# $label (String) - frågans nummer
# $reference (String) - lagrum
decision-duty = Fråga { $label }: { $reference }
decision-duties-none = Inget svar pekar på ett lagkrav att kontrollera.
decision-duties-intro = Svaren kan betyda att något av det här inte är på plats. Ersätter inte en juridisk bedömning.
# $label (String) - frågans nummer
# $question (String) - frågan
# $level (Number) - nivå
decision-because = { $label } { $question } Nivå { $level } i dag.
# $label (String) - frågans nummer
# $question (String) - frågan
# $level (Number) - nivå
# $target (Number) - nivå
decision-because-target = { $label } { $question } Nivå { $level } i dag, och ert mål är nivå { $target }.
decision-text-title = Förslag till beslut
# $body (String) - vem som beslutar, med stor bokstav
decision-text-open = { $body } beslutar
# $date (String) - datum
decision-text-receive = att ta emot resultatet av självskattningen av inköpen den { $date },
# $owner (String) - ansvarig
# $proposal (String) - förslag
# $date (String) - när det ska vara klart
decision-text-assign = att ge { $owner } i uppdrag: ”{ $proposal }” (klart: { $date }),
# $owner (String) - ansvarig
decision-text-duties = att ge { $owner } i uppdrag att kontrollera lagkraven ovan och återkomma,
decision-text-follow = att följa upp med en ny självskattning inom ett år.
decision-owner-blank = [ansvarig]
decision-date-blank = [datum]
decision-text-copy = Kopiera förslaget till beslut
decision-text-copied = Kopierat
# $levels (String) - nivåernas nummer och namn
decision-foot = Självskattning i Strategikollen. Egna bedömningar. Nivåer: { $levels }.
decision-form-title = Fyll i sidan
decision-form-intro = Allt är frivilligt. Det som är tomt blir en rad att fylla i för hand.
decision-form-volume = Inköp under ett år, i kronor
decision-form-volume-hint = Till exempel 1 250 000
decision-form-owner = Ansvarig
decision-form-owner-hint = Skriv en funktion eller enhet, inte ett namn.
decision-form-date = Klart
decision-form-date-hint = Till exempel 31 mars eller hösten 2027
decision-form-save = Spara och visa sidan
decision-saved = Sidan är sparad.
decision-volume-fault = Skriv beloppet i hela kronor med siffror, till exempel 1 250 000.
decision-conflict = Någon annan sparade sidan medan ni hade den öppen. Så här ser det sparade ut. I formuläret står det ni fyllde i. Sparar ni igen gäller era uppgifter.
decision-conflict-keep = Behåll det som är sparat
decision-conflict-form = Se det ni fyllde i
# $volume (String) - belopp
decision-conflict-volume = Inköp under ett år: { $volume }
# $proposal (String) - förslag
# $owner (String) - ansvarig
# $date (String) - när det ska vara klart
decision-conflict-proposal = { $proposal } Ansvarig: { $owner }. Klart: { $date }.
decision-empty = inget ifyllt
# Underlaget
record-title = Underlag
record-organisation = Organisation
record-kind = Sorts organisation
record-size = Storlek
record-coverage = Vad svaren gäller
record-depth = Omfattning
record-depth-quick = Snabbkollen
record-depth-full = Hela kollen
record-date = Senast ändrad
record-unknown = Inte angivet
# $printed (String) - datum
record-printed = Utskrivet den { $printed }.
