# Kontrollera allt
review-title = Kontrollera allt innan ni lämnar in
review-title-done = Det här har ni lämnat in
# $agreed (Number) - frågor med gemensamt svar
# $questions (Number) - alla frågor
review-lead = { $agreed } av { $questions } frågor har ett gemensamt svar.
review-goals = Målen
# $agreed (Number) - frågor med gemensamt svar
# $questions (Number) - alla frågor
review-goal-agreed = { $agreed } av { $questions } har svar
# $count (Number) - antal
review-goal-unknown = { $count } vet inte än
# $count (Number) - antal
review-goal-not-applicable = { $count } inte tillämpligt
# $count (Number) - antal
review-goal-missing = { $count } saknas
review-missing = Det här saknar gemensamt svar
review-missing-means = Ni kan lämna in ändå. En fråga utan svar räknas som nivå 1 tills ni vet, precis som vet inte än.
review-missing-none = Alla frågor har ett gemensamt svar.
review-not-applicable = Det här är inte tillämpligt för er
review-not-applicable-means = De här frågorna räknas inte med. Läs igenom skälen en gång till.
review-not-applicable-none = Ingen fråga är inte tillämplig.
review-about = Om er
review-coverage = Svaren omfattar
review-coverage-missing = Inte angivet
review-coverage-say = Ange vad svaren omfattar
review-kind = Typ av organisation
review-unknown = Inte angivet
review-public = Det här blir synligt
review-next = Gå vidare till inlämningen
review-contact = En kontaktperson i er organisation lämnar in.
review-quick = Det här är snabbkollen. Den ger inga nivåer och lämnas aldrig in. Gå vidare till hela kollen om ni vill lämna in.
review-result = Se resultatet
review-receipt = Se kvittensen
# Lämna in
submit-title = Lämna in självskattningen
# $agency (String) - myndighetens namn
submit-shared-becomes = Det ni lämnar in blir allmän handling hos { $agency }. Vem som helst kan begära att få läsa det.
# $agency (String) - myndighetens namn
submit-shared-published = { $agency } publicerar bara siffror för grupper av organisationer, aldrig för en ensam organisation.
submit-own-becomes = Självskattningen fastställs i er organisation. Svaren fryses och får ett referensnummer.
submit-own-published = Inget lämnar er installation och inget publiceras. Gäller offentlighetsprincipen för er kan det ni fastställer bli allmän handling hos er.
submit-never = Det här är aldrig med: motiveringar och kommentarer, enskilda svar och namn på personer.
submit-holds = Det här är med: era gemensamma svar, resultatet, vilken organisation ni är och vilka versioner av frågor och regler som gäller.
submit-final = Det går inte att ångra. Blir något fel kan ni återta det ni har lämnat in. Då syns både inlämningen och att ni har återtagit den.
submit-told = Alla kontaktpersoner i er organisation får ett mejl med referensnumret.
# $count (Number) - antal frågor
submit-missing = { $count ->
    [one] En fråga saknar gemensamt svar och räknas som nivå 1.
   *[other] { $count } frågor saknar gemensamt svar och räknas som nivå 1.
}
submit-missing-look = Se vilka
submit-plan = Räkna in vår handlingsplan i statistiken om tips
submit-plan-what = Då är det här också med i det ni lämnar in: vilka tips ni har bestämt att ni ska göra, vilka av dem som är klara och om svaren har stigit där. Namn, datum, anteckningar och egna åtgärder är aldrig med. Statistiken visas bara för många organisationer tillsammans.
submit-do = Lämna in
submit-not-yet = Inte än, gå tillbaka
submit-coverage-missing = Ange först vad svaren omfattar.
# Kvittens
receipt-title = Självskattningen är inlämnad
receipt-title-withdrawn = Inlämningen är återtagen
receipt-reference = Referensnummer
receipt-when = Inlämnad
receipt-organisation = Organisation
receipt-edition = Utgåva
receipt-hash = Kontrollsumma (SHA-256)
# $when (String) - dag och klockslag
receipt-withdrawn = Ni återtog inlämningen { $when }. Skäl:
receipt-print = Skriv ut kvittensen
receipt-file-title = Det ni lämnade in
receipt-file = Filen innehåller exakt det ni lämnade in. Den ändras aldrig.
receipt-download = Hämta filen
receipt-check-title = Kontrollera att filen är oförändrad
receipt-check = Räkna fram filens kontrollsumma och jämför med den ovan. Är de lika är filen oförändrad.
receipt-check-windows = I Windows (PowerShell):
receipt-check-other = I macOS och Linux:
receipt-next-title = Det här kan ni göra nu
receipt-next-result = Se resultatet
receipt-next-decision = Öppna beslutssidan
receipt-next-withdraw = Återta inlämningen
receipt-bookmark = Sidan finns kvar. Spara adressen om ni vill hitta hit igen.
# Återta
withdraw-title = Återta det ni har lämnat in
withdraw-what = Inlämningen räknas inte längre, men den tas inte bort: det syns att ni lämnade in, att ni återtog det och varför. Svaren går inte att ändra. Vill ni rätta något startar ni en ny självskattning från den här.
# $agency (String) - myndighetens namn
withdraw-shared = Det ni har lämnat in är fortfarande allmän handling hos { $agency }. Det som redan är publicerat för grupper ändras inte.
withdraw-reason = Varför återtar ni inlämningen?
withdraw-reason-hint = Skälet sparas och visas på kvittensen. Skriv inga personuppgifter.
withdraw-reason-missing = Skriv varför ni återtar inlämningen.
withdraw-do = Återta inlämningen
withdraw-keep = Behåll inlämningen
# Mejl
# $day (String) - dag i ord
# $time (String) - klockslag
submit-when = { $day } kl. { $time }
# $name (String) - organisationens namn
# $reference (String) - referensnummer
submit-mail-subject = { $name } har lämnat in: { $reference }
# $name (String) - organisationens namn
# $when (String) - dag och klockslag
# $reference (String) - referensnummer
# $receipt (String) - adress
submit-mail-text = Självskattningen för { $name } lämnades in { $when }.
    Referensnummer: { $reference }

    Kvittensen:
    { $receipt }
# $name (String) - organisationens namn
# $reference (String) - referensnummer
withdraw-mail-subject = { $name } har återtagit inlämningen { $reference }
# $name (String) - organisationens namn
# $when (String) - dag och klockslag
# $reference (String) - referensnummer
# $reason (String) - organisationens skäl
# $receipt (String) - adress
withdraw-mail-text = Inlämningen { $reference } för { $name } återtogs { $when }.
    Skäl: { $reason }

    Kvittensen:
    { $receipt }
# $name (String) - organisationens namn
submit-mail-why = du är kontaktperson för { $name }.
