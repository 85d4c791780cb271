# Öppna data: datamängderna
open-data-comparison-title = Jämförelse av strategiskt inköp i offentlig sektor
open-data-comparison-about = Hur grupper av offentliga organisationer har skattat sitt strategiska inköpsarbete, per mål och fråga: median, kvartiler, fördelning över nivåer och hur många som står bakom. Små grupper visas inte.
open-data-panel-title = Utveckling av strategiskt inköp hos samma organisationer
open-data-panel-about = Medianen per mål vid två tillfällen för de organisationer i en grupp som har lämnat in vid båda. Visar utveckling utan att urvalet har ändrats.
open-data-questions-title = Frågor för självskattning av strategiskt inköp
open-data-questions-about = Alla frågor med fyra beskrivna nivåer, hur de hör till målen i den nationella upphandlingsstrategin, tips och källor. På svenska och engelska.
# $title (String) - datamängdens titel
open-data-synthetic-title = { $title } (syntetiska uppgifter)
# $about (String) - vad datamängden innehåller
open-data-synthetic-about = Syntetiska uppgifter: siffrorna är gjorda för att visa tjänsten och säger inget om verkliga organisationer. { $about }
open-data-keywords-comparison = upphandling, inköp, självskattning, mognad, statistik, jämförelse
open-data-keywords-panel = upphandling, inköp, självskattning, mognad, statistik, utveckling
open-data-keywords-questions = upphandling, inköp, självskattning, mognad, fråga, upphandlingsstrategi
# Filer
# $title (String) - datamängdens titel
# $format (String) - filformat
open-data-file-title = { $title }, { $format }
open-data-file-csv = En tabell som CSV (UTF-8, kommatecken, decimalpunkt), en fil för varje jämförelsedatum. Varje kolumn beskrivs i en CSVW-fil bredvid.
open-data-file-json = Allt som har publicerats om en jämförelse som JSON, en fil för varje jämförelsedatum.
open-data-file-questions = En hel utgåva av frågorna som JSON, en fil för varje utgåva.
# $title (String) - datamängdens titel
# $format (String) - filformat
open-data-schema-title = Schema för { $format }: { $title }
# Katalogen
open-data-catalogue-title = Öppna data om strategiskt inköp
open-data-catalogue-about = Självskattning av strategiskt inköp i offentlig sektor: statistik och frågor.
open-data-publisher-about = Driver tjänsten Strategikollen, där offentliga organisationer skattar sitt strategiska inköpsarbete.
# Kolumner
open-data-column-date = Jämförelsens datum.
open-data-column-edition = Utgåvan av frågorna som siffrorna gäller.
open-data-column-synthetic = Om siffrorna kommer från syntetiska organisationer. Då säger de inget om verkliga.
open-data-column-group = Jämförelsegruppens kod.
open-data-column-group-name-sv = Jämförelsegruppens namn på svenska.
open-data-column-group-name-en = Jämförelsegruppens namn på engelska.
open-data-column-population = Hur många det finns i gruppen, deltagare eller inte. En kommun och dess bolag räknas som en. Tom om det inte är känt.
open-data-column-kind = Vad raden handlar om: goal är ett mål, question en fråga.
open-data-column-id = Målets eller frågans id i utgåvan.
open-data-column-number = Målets eller frågans nummer i utgåvan. Tom om utgåvan inte finns i tjänsten.
open-data-column-title-sv = Målets namn eller frågan, på svenska. Tom om utgåvan inte finns i tjänsten.
open-data-column-title-en = Målets namn eller frågan, på engelska. Tom om utgåvan inte finns i tjänsten.
open-data-column-changed = Om målet eller frågan inte är som i jämförelsen före. Jämför då inte med äldre siffror.
open-data-column-figure-from = Datumet siffran kommer från. Äldre än jämförelsen när gruppens siffror inte har förnyats.
open-data-column-owners-band = Hur många som står bakom siffran, som intervall. En kommun och dess bolag räknas som en.
open-data-column-share-from = Minst så stor andel av gruppen står bakom siffran, i procent. Följer av intervallet. Tom om gruppens storlek inte är känd.
open-data-column-share-to = Högst så stor andel av gruppen står bakom siffran, i procent. Följer av intervallet. Tom om gruppens storlek inte är känd.
open-data-column-median = Ovägd median på skalan 1 till 4, avrundad till närmaste kvart. För ett mål är det medianen av organisationernas medelvärden.
open-data-column-interval-lower = Nedre gräns för gruppens median med minst 90 procents säkerhet, avrundad nedåt till en kvart. Bara mål, och bara när minst 8 står bakom.
open-data-column-interval-upper = Övre gräns för gruppens median med minst 90 procents säkerhet, avrundad uppåt till en kvart. Bara mål, och bara när minst 8 står bakom.
open-data-column-q1 = Första kvartilen, avrundad till närmaste kvart. Bara när minst 11 står bakom.
open-data-column-q3 = Tredje kvartilen, avrundad till närmaste kvart. Bara när minst 11 står bakom.
# $level (Number) - nivå, 1 till 4
open-data-column-level = Andel på nivå { $level } i procent, avrundad till närmaste 5. De fyra andelarna behöver inte bli 100 tillsammans. Bara när minst 20 står bakom, och inte om en nivå har mer än 90 procent.
open-data-column-panel-since = Det tidigare tillfället.
open-data-column-panel-date = Det senare tillfället.
open-data-column-median-then = Ovägd median vid det tidigare tillfället, avrundad till närmaste kvart.
open-data-column-median-now = Ovägd median vid det senare tillfället, avrundad till närmaste kvart.
