# Blanketten som fylls i utanför tjänsten
form-title = Svarsblankett till Strategikollen
# $title (String) - vad frågorna heter
form-edition = Frågor: { $title }
form-sheet-how = Så här gör ni
form-sheet-questions = Frågor
# $sheet (String) - bladets namn
# $column (String) - kolumnens rubrik
form-how-choose = Gå till bladet ”{ $sheet }”. Välj ett svar ur listan i kolumnen ”{ $column }”.
form-how-level = Välj den nivå som stämmer bäst för hela organisationen i dag. Nivåerna bygger på varandra. Det räknas också om någon ni samverkar med gör det åt er.
form-how-dont-know = Välj ”vet inte än” om du behöver fråga någon. Då hamnar frågan på listan över det ni ska ta reda på.
form-how-not-applicable = ”Inte tillämpligt” går bara att välja för frågor där skälet står under frågan.
form-how-empty = Lämna svaret tomt om du vill svara senare.
# $column (String) - kolumnens rubrik
form-how-comment = Skriv gärna i kolumnen ”{ $column }” vad svaret bygger på. Skriv inga personuppgifter.
form-how-save = Spara filen som Excel (.xlsx). Läs sedan in den på samma sida som du hämtade den från.
form-mark = Blankettens märkning. Ändra den inte: den behövs när du läser in blanketten.
form-id = Id
form-goal = Mål
form-question = Fråga
form-answer = Svar
form-comment = Motivering
form-dont-know = vet inte än
form-not-applicable = inte tillämpligt
# $number (Number) - skälets nummer
form-not-applicable-numbered = inte tillämpligt { $number }
# $answer (String) - svaret, som ”inte tillämpligt”
# $reason (String) - skälet, en hel mening
form-reason = Svara ”{ $answer }” om detta stämmer: { $reason }
form-choose-title = Välj ett svar ur listan
# $answers (String) - svaren som går att välja
form-choose = Det här går att svara: { $answers }.
# Word-blanketten
form-which = Excel-blanketten kan ni läsa in här när den är ifylld. Word-blanketten är till för att skriva ut eller fylla i på ett möte. Den går inte att läsa in: för över svaren för hand.
form-word-how = Kryssa för ett svar på varje fråga. Välj den nivå som stämmer bäst för hela organisationen i dag. Nivåerna bygger på varandra. Det räknas också om någon ni samverkar med gör det åt er.
form-word-by-hand = Den här Word-blanketten går inte att läsa in i tjänsten. För över svaren för hand, eller använd Excel-blanketten.
# $number (String) - målets nummer
# $title (String) - målets korta namn
form-word-goal = Mål { $number }: { $title }
form-word-choose = Kryssa för ett svar
# $number (String) - målets nummer
form-word-table = Frågor under mål { $number }
form-word-table-what = En rad för varje fråga. Första kolumnen är frågan, den andra svaren att kryssa för och den tredje plats för en motivering.
form-word-dont-know = Vet inte än
# $reason (String) - skälet, en hel mening
form-word-not-applicable = Inte tillämpligt: { $reason }
form-word-page = Sida
# Fel i en blankett som läses in
form-fault-empty = Välj en fil att läsa in.
form-fault-not-excel = Filen är ingen Excel-fil, eller så är den skadad. Spara blanketten som Excel (.xlsx) och försök igen.
form-fault-too-large = Filen är större än en ifylld blankett kan vara. Hämta en ny blankett och för över svaren till den.
form-fault-not-a-form = Filen är ingen svarsblankett härifrån, eller så är rubriker eller märkning ändrade. Hämta en ny blankett och för över svaren till den.
# $edition (String) - utgåvans id
form-fault-other-edition = Blanketten hör till en annan utgåva av frågorna ({ $edition }). Hämta en ny blankett och för över svaren till den.
form-fault-nothing = Det finns inga svar i blanketten. Fyll i den, spara den och läs in den igen.
# $sheet (String) - bladets namn
# $cell (String) - cellen, till exempel H12
# $fault (String) - felet, en eller två hela meningar
form-fault-at = { $sheet }, { $cell }: { $fault }
form-fault-no-question = Raden har inget id. Skriv tillbaka frågans id, eller töm raden.
# $id (String) - det som står i cellen
form-fault-unknown-question = Det finns ingen fråga ”{ $id }”. Skriv tillbaka frågans id.
# $id (String) - frågans id
form-fault-not-asked = Frågan ”{ $id }” ingår inte i det du blev tillfrågad om. Ta bort raden.
# $cell (String) - cellen, till exempel A5
form-fault-duplicate = Frågan står redan i { $cell }. Behåll den ena raden.
# $written (String) - det som står i cellen
form-fault-unknown-answer = ”{ $written }” är inget svar på frågan. Välj ett svar ur listan.
form-fault-not-allowed = ”Inte tillämpligt” går inte att svara på den här frågan för er sorts organisation. Välj ett annat svar.
form-fault-formula = Här står en formel. Skriv själva värdet.
# $limit (Number) - högsta antal tecken
form-fault-too-long = Texten är för lång. Den får ha högst { $limit } tecken.
form-fault-character = Texten innehåller ett tecken som inte går att spara. Skriv om den.
