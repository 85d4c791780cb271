# Handlingsplanen: beslut om tips, egna åtgärder, ansvariga, uppföljning.
# Händelser
event-plan-made = En handlingsplan gjordes
event-plan-approved = Handlingsplanen godkändes
event-plan-closed = Handlingsplanen avslutades
# Mejl till ansvariga
# $organisation (String) - organisationens namn
plan-mail-subject = Åtgärder i { $organisation }
# $organisation (String) - organisationens namn
# $plan (String) - planens namn
# $address (String) - adress
plan-mail =
    Du står som ansvarig för en eller flera åtgärder i { $plan } för { $organisation }.

    Här ser du dina åtgärder och kan säga hur långt du har kommit. Du behöver inget konto:

    { $address }

    Adressen är din egen. Den som har den kan se och ändra läget för dina åtgärder.
# $organisation (String) - organisationens namn
plan-mail-why = du står som ansvarig i en handlingsplan för { $organisation }.
# $organisation (String) - organisationens namn
# $count (Number) - antal åtgärder
plan-mail-due-subject =
    { $count ->
        [one] En åtgärd att göra: { $organisation }
       *[other] { $count } åtgärder att göra: { $organisation }
    }
# $organisation (String) - organisationens namn
# $lines (String) - åtgärderna, en på varje rad
# $address (String) - adress
plan-mail-due =
    Det här är snart dags eller försenat i handlingsplanen för { $organisation }:

    { $lines }

    Säg hur långt du har kommit, eller stäng av påminnelserna:

    { $address }
# $title (String) - åtgärd
# $day (String) - dag
plan-mail-late = Försenat: { $title } (skulle vara klart { $day })
# $title (String) - åtgärd
# $day (String) - dag
plan-mail-soon = Snart: { $title } (klart { $day })
# $organisation (String) - organisationens namn
plan-mail-waiting-subject = Handlingsplanen för { $organisation }
# $count (Number) - antal åtgärder
plan-mail-waiting-late =
    { $count ->
        [one] En åtgärd i handlingsplanen är försenad.
       *[other] { $count } åtgärder i handlingsplanen är försenade.
    }
# $count (Number) - antal tips
plan-mail-waiting-take-up =
    { $count ->
        [one] Ett tips som ni sköt upp är dags att ta upp igen.
       *[other] { $count } tips som ni sköt upp är dags att ta upp igen.
    }
# Planerna
plans-title = Handlingsplan
plans-what = Här bestämmer ni vad ni gör av tipsen: gör, senare eller inte. Varje åtgärd får en ansvarig och en dag.
plan-open = Öppen
plan-closed = Avslutad
# $day (String) - dag
plan-made-on = Gjord { $day }
# $day (String) - dag
plan-closed-on = Avslutad { $day }
plan-no-round = En handlingsplan görs av tipsen i en självskattning där svaren är gemensamma. Stäng svaren i er självskattning, så kan ni göra planen här.
plan-contact-makes = En kontaktperson gör handlingsplanen.
plan-new = Gör en handlingsplan
plan-new-what = Planen tar med alla tips som er självskattning ger. Ni kan lägga till egna åtgärder.
plan-name = Planens namn
# $year (String) - år
plan-name-suggested = Handlingsplan { $year }
plan-from = Självskattning att utgå från
# $day (String) - dag
plan-from-round = Självskattningen från { $day }
# $plan (String) - planens namn
plan-carry = Ta med det som är kvar i { $plan }: det som inte är klart och det ni sköt upp
plan-new-do = Gör planen
plan-fault-name = Skriv vad planen ska heta.
plan-refused-gone = Planen finns inte längre.
plan-refused-closed = Planen är avslutad och går inte att ändra. Ni kan göra en ny plan som tar med det som är kvar.
plan-refused-open = Ni har redan en öppen plan. Avsluta den först, så kan nästa ta med det som är kvar.
plan-refused-round = Svaren i självskattningen är inte gemensamma än. Stäng den för svar först.
plan-refused-entry = Åtgärden, tipset eller den ansvariga finns inte längre i planen. Inget är ändrat.
plan-refused-too-many = Det blev för många ansvariga eller mejl på en gång. Inget är ändrat. Försök igen i morgon.
# En plan
# $plan (String) - planens namn
plan-back = Tillbaka till { $plan }
plan-back-plans = Alla handlingsplaner
# $todo (Number) - att göra
# $done (Number) - av dem klara
# $later (Number) - uppskjutna
# $no (Number) - valda bort
# $open (Number) - inte beslutade
plan-counts = { $todo } att göra, { $done } av dem klara. { $later } senare, { $no } inte. { $open } kvar att besluta.
# $by (String) - vem
# $day (String) - dag
plan-approved-by = Godkänd av { $by } { $day }
# $by (String) - vem
# $day (String) - dag
# $reference (String) - beslut
plan-approved-reference = Godkänd av { $by } { $day } ({ $reference })
plan-changed-since = Ändrad efter godkännandet
# $day (String) - dag
plan-answers-from = ”Enligt svaren” bygger på era gemensamma svar, senast ändrade { $day }. ”Enligt er” sätter ni själva. Ett nytt svar ändrar aldrig planen.
plan-views = Visa planen efter
plan-by-decision = Beslut
plan-by-goal = Mål
plan-by-owner = Ansvarig
plan-by-quarter = Kvartal
plan-nothing-here = Här finns inget att visa än.
plan-group-now = Besluta först om de här tre
plan-group-next = Besluta sedan om de här
plan-group-do = Att göra
plan-group-take-up = Senare
plan-group-done = Klart
plan-group-rest = Övriga tips
plan-group-no = Inte
plan-group-no-goal = Inget särskilt mål
plan-group-late = Försenat
# $year (String) - år
plan-quarter-1 = Januari–mars { $year }
# $year (String) - år
plan-quarter-2 = April–juni { $year }
# $year (String) - år
plan-quarter-3 = Juli–september { $year }
# $year (String) - år
plan-quarter-4 = Oktober–december { $year }
plan-state-open = Att besluta
plan-state-late = Försenat
plan-state-take-up = Dags att ta upp
plan-state-later = Senare
plan-state-no = Inte
plan-status-not-begun = Inte påbörjad
plan-status-ongoing = Pågår
plan-status-done = Klar
plan-derived-unknown = går inte att säga
plan-derived-not-begun = inte påbörjat
plan-derived-begun = påbörjat
plan-derived-done = på plats
plan-by-answers = Enligt svaren:
plan-differs-done = Ni säger att det är klart, men svaren visar det inte än. Har det inte fått effekt, eller är svaren från tiden före?
plan-differs-answered = Svaren säger att det är på plats. Är det klart, eller återstår något?
plan-differs-not-decided = Svaren säger att det är på plats, fast ni inte skulle göra det nu. Stämmer svaren?
plan-says-open = Inget beslut än.
# $owner (String) - ansvarig
# $day (String) - dag
plan-says-do = Gör. { $owner }, klart { $day }.
# $day (String) - dag
plan-says-later = Senare. Tas upp igen { $day }.
# $because (String) - skäl
plan-says-no = Inte, för att: { $because }
# $status (String) - läge
plan-said-status = Läge enligt er: { $status }
# $resources (String) - resurser
plan-said-resources = Resurser: { $resources }
# $note (String) - anteckning
plan-said-note = Anteckning: { $note }
plan-owner-unknown = Okänd ansvarig
plan-own-add = Lägg till en egen åtgärd
plan-files = Hämta och läs in
plan-manage = Sköt planen
plan-done-decided = Beslutet är sparat.
plan-done-approved = Godkännandet är noterat.
plan-done-closed = Planen är avslutad. Den går att läsa men inte att ändra.
plan-done-loaded = Filen är inläst.
# Ett beslut
# $answers (String) - svar
plan-because = För att ni svarade { $answers }.
plan-tip-whole = Läs hela tipset
plan-own-title = En egen åtgärd
plan-own-name = Vad ska göras?
plan-own-goal = Mål som åtgärden hör till (frivilligt)
plan-own-no-goal = Inget särskilt mål
plan-decide = Vad bestämmer ni?
plan-do = Gör
plan-do-means = Någon ansvarar, och det finns en dag då det ska vara klart.
plan-later = Senare
plan-later-means = Inte nu. Ni tar upp det igen en dag ni väljer.
plan-no = Inte, för att …
plan-no-means = Ni gör det inte, och skriver varför. Skälet finns kvar till nästa gång.
plan-undecided = Inget beslut än
plan-if-do = Om ni gör det
plan-owner = Ansvarig
plan-owner-choose = Välj en ansvarig
plan-owner-new = Eller en ny ansvarig
plan-owner-hint = En funktion eller ett namn, till exempel Inköpschefen.
plan-owner-email = Den ansvarigas e-postadress (frivilligt)
plan-owner-email-hint = Vi mejlar en egen länk till åtgärderna. Den ansvariga behöver inget konto.
plan-by = Klart senast
plan-resources = Resurser (frivilligt)
plan-resources-hint = Till exempel 40 timmar, eller 50 000 kronor för en utbildning.
plan-status = Hur långt har ni kommit?
plan-if-later = Om ni gör det senare
plan-on = Tas upp igen
plan-if-no = Om ni inte gör det
plan-because-label = Varför inte?
plan-note = Anteckning (frivilligt)
plan-note-hint = Skriv inga personuppgifter som inte behövs.
plan-save = Spara beslutet
plan-history = Vad som har beslutats
# $day (String) - dag
# $time (String) - klockslag
# $who (String) - vem
plan-history-when = { $day } kl. { $time }, { $who }
plan-who-left = någon som inte längre hör till organisationen
# $name (String) - namn
plan-who-owner = { $name } genom sin egen länk
plan-who-carried = togs med från förra planen
plan-conflict-title = Någon annan har sparat
plan-conflict = Medan ni hade formuläret öppet sparade någon annan det här. I formuläret står det ni fyllde i. Sparar ni igen gäller det.
plan-conflict-keep = Behåll det som är sparat
plan-fault-decision = Välj gör, senare eller inte.
plan-fault-day = Skriv dagen som år-månad-dag, till exempel 2027-03-31.
plan-fault-past = Dagen har redan varit. Välj en dag från och med i dag.
plan-fault-because = Skriv varför ni inte gör det.
plan-fault-title = Skriv vad som ska göras.
plan-fault-owner = Välj en ansvarig, eller skriv en ny.
plan-fault-owner-name = Skriv vad den ansvariga heter eller har för funktion.
plan-fault-approver = Skriv vem som har godkänt planen.
# Ansvariga
plan-owners-title = Ansvariga
plan-owners-what = Den som ansvarar för något ser sina åtgärder genom en egen länk, utan konto, och kan säga hur långt det har kommit. Länken är som en nyckel: ge den bara till den som ansvarar.
plan-owners-none = Ingen är ansvarig för något än. Ni väljer ansvarig när ni beslutar att göra något.
# $count (Number) - antal
plan-owner-actions =
    { $count ->
        [one] En åtgärd.
       *[other] { $count } åtgärder.
    }
plan-owner-no-address = Vi har ingen e-postadress. Ge länken själv, och påminn själv.
plan-owner-reminded = Får påminnelser en gång i veckan när något är snart eller försenat.
plan-owner-not-reminded = Har stängt av påminnelser.
plan-owner-link = Egen länk
plan-owner-name = Namn eller funktion
plan-owner-save = Spara
plan-owner-anew = Spara och byt till en ny länk
plan-owner-done = Sparat.
# Godkänna och avsluta
plan-approve-title = Godkänn planen
plan-approve-what = När en chef, nämnd eller styrelse har godkänt planen noterar ni det här. Planen går fortfarande att ändra, och då står det att den är ändrad efter godkännandet.
plan-approver = Vem har godkänt planen?
plan-approver-hint = Namn eller funktion, till exempel Ekonomichefen eller Kommunstyrelsen.
plan-reference = Var finns beslutet? (frivilligt)
plan-reference-hint = Till exempel ett diarienummer eller dagen för ett möte.
plan-approve-do = Notera godkännandet
plan-close-title = Avsluta planen
plan-close-what = En avslutad plan går att läsa men inte att ändra. De ansvariga får inga fler påminnelser. Sedan kan ni göra nästa plan, som tar med det som är kvar.
# $count (Number) - antal
plan-close-left =
    { $count ->
        [one] En åtgärd är inte klar. Den kan följa med till nästa plan.
       *[other] { $count } åtgärder är inte klara. De kan följa med till nästa plan.
    }
plan-close-do = Avsluta planen
plan-close-not = Låt den vara öppen
# Den ansvarigas egen sida
plan-own-actions = Dina åtgärder
# $name (String) - den ansvariga
plan-own-what = Det här är det som { $name } ansvarar för. Säg hur långt det har kommit, så ser de som håller i planen det.
plan-own-none = Just nu ansvarar du inte för något i planen.
plan-own-closed = Planen är avslutad. Det går inte att ändra något här längre.
# $day (String) - dag
plan-own-by = Klart senast { $day }
plan-own-save = Spara läget
plan-own-saved = Läget är sparat.
plan-own-reminders = Påminnelser
plan-own-reminders-are-on = Du får ett mejl i veckan när något är snart eller försenat.
plan-own-reminders-are-off = Du får inga påminnelser.
plan-own-turn-off = Stäng av påminnelserna
plan-own-turn-on = Slå på påminnelserna
plan-own-reminders-off = Påminnelserna är avstängda.
plan-own-reminders-on = Påminnelserna är på.
# Hämta och läsa in
plan-excel = Hela planen som Excel
plan-csv = Hela planen som CSV
plan-calendar = Planens dagar till kalendern
# $title (String) - åtgärd
plan-calendar-do = Klart senast: { $title }
# $title (String) - åtgärd
plan-calendar-later = Ta upp igen: { $title }
plan-calendar-own = Säg hur långt du har kommit genom din egen länk.
plan-own-calendar = Lägg i kalendern
plan-load-title = Läs in planen
plan-load-what = Hämta planen, ändra i filen och läs in den här. Ni kan ändra beslut, ansvariga, datum och anteckningar, och lägga till egna åtgärder.
plan-load-get = Hämta planen
plan-load-file = Planen som Excel eller CSV
plan-load-hint = Nya ansvariga med e-postadress får ett mejl med sin egen länk.
plan-load-do = Läs in filen
plan-load-nothing = Inget är inläst. Planen är oförändrad.
# Tabellen
plan-sheet-rows = Åtgärder
plan-column-key = Nyckel
plan-column-version = Version
plan-column-edition = Frågeutgåva
plan-column-goal = Mål
plan-column-title = Åtgärd
plan-column-decision = Beslut
plan-column-email = E-post
plan-column-date = Datum
plan-column-resources = Resurser
plan-column-because = Varför inte
plan-column-status = Status
plan-column-note = Anteckning
# $sheet (String) - bladets namn
plan-table-what = I bladet ”{ $sheet }” finns en rad för varje tips och egen åtgärd. Ändra där, spara filen och läs in den på planens sida.
# $column (String) - kolumnens rubrik
plan-table-decide = Välj ur listan i kolumnen ”{ $column }”. Till Gör behövs ansvarig och datum, till Senare ett datum, och till Inte varför ni inte gör det.
# $column (String) - kolumnens rubrik
plan-table-date = Skriv dagen i kolumnen ”{ $column }” som år-månad-dag, till exempel 2027-03-31. För Gör är det dagen då det ska vara klart, för Senare dagen då ni tar upp det igen.
# $key (String) - kolumnens rubrik
# $version (String) - kolumnens rubrik
plan-table-own = Lägg till en egen åtgärd på en ny rad. Lämna ”{ $key }” och ”{ $version }” tomma där.
# $key (String) - kolumnens rubrik
# $version (String) - kolumnens rubrik
# $edition (String) - kolumnens rubrik
plan-table-keys = Ändra inte ”{ $key }”, ”{ $version }” och ”{ $edition }” på de andra raderna: de behövs när filen läses in. Vad ett tips heter och vilket mål det hör till går inte att ändra.
plan-table-mail = Nya ansvariga med e-postadress får ett mejl med sin egen länk när filen läses in. Skriv inga personuppgifter som inte behövs.
plan-table-all = Är något fel läses inget in, och ni får veta allt som är fel.
plan-choose-title = Välj ur listan
# $words (String) - det som går att välja
plan-choose = Det här går att välja: { $words }.
# Fel i en fil som läses in
plan-file-damaged = Filen är ingen Excel-fil, eller så är den skadad. Spara den som Excel (.xlsx) eller CSV och försök igen.
plan-file-too-large = Filen är större än en plan kan vara. Hämta planen på nytt och för över ändringarna till den.
plan-file-not-a-plan = Filen är ingen plan härifrån, eller så är rubrikerna ändrade. Välj en Excel-fil (.xlsx) eller CSV-fil som ni har hämtat här.
# $headings (String) - rubrikerna, uppräknade
plan-file-headings = De här kolumnerna saknas i filen: { $headings }. Hämta planen på nytt och för över ändringarna till den.
# $edition (String) - utgåvans id
# $own (String) - den här planens utgåva
plan-file-other-edition = Filen hör till en plan på en annan utgåva av frågorna ({ $edition }). Den här planen hör till { $own }, och en fil från en annan utgåva går inte att läsa in. Hämta den här planen och för över ändringarna till den.
plan-file-no-rows = Det finns inga rader i filen. Hämta planen på nytt.
# $row (Number) - radens nummer
# $column (String) - kolumnens rubrik
# $fault (String) - felet, en eller två hela meningar
plan-row-at = Rad { $row }, { $column }: { $fault }
# $key (String) - det som står i cellen
plan-row-unknown = Planen har ingen rad med nyckeln ”{ $key }”. Skriv tillbaka nyckeln, eller töm den om det är en ny egen åtgärd.
# $row (Number) - radens nummer
plan-row-duplicate = Nyckeln står redan på rad { $row }. Behåll den ena raden.
plan-row-version = Det här är ingen version av raden. Skriv tillbaka det tal som stod här när filen hämtades.
# $written (String) - det som står i cellen
# $words (String) - det som går att välja
plan-row-decision = ”{ $written }” är inget beslut. Det här går att välja: { $words }.
# $written (String) - det som står i cellen
# $words (String) - det som går att välja
plan-row-status = ”{ $written }” är ingen status. Det här går att välja: { $words }.
# $written (String) - det som står i cellen
plan-row-goal = Det finns inget mål ”{ $written }”. Skriv målets nummer eller namn, eller lämna cellen tom.
plan-row-undecided = Raden säger vem, när eller varför, men inget är beslutat. Välj gör, senare eller inte.
# $stands (String) - vad planen säger nu, en eller flera meningar
plan-row-changed = Någon annan har ändrat det här sedan filen hämtades. Nu står det: { $stands } Hämta planen på nytt och gör ändringen där.
