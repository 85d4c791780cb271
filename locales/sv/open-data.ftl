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
# Sidan om öppna data
open-data-title = Öppna data
open-data-lead = Statistik och frågor att ladda ner, bygga vidare på och granska. Fritt för alla, utan konto.
open-data-own = Den här installationen tillhör en organisation och jämför ingen. Därför finns bara frågorna här.
open-data-no-sender = Ingen organisation driver den här installationen. Det som ligger här är till för att prova. Citera det inte.
open-data-synthetic = Syntetiska uppgifter: siffrorna är gjorda för att visa tjänsten och säger inget om verkliga organisationer.
open-data-datasets = Datamängder
open-data-latest = Senast
# $date (String) - datum i ord
open-data-of-date = jämförelsen den { $date }
open-data-nothing = Inget är publicerat än.
open-data-formats = Format
open-data-licence-title = Licens
open-data-cc0 = Siffrorna i jämförelsen och katalogen är fria att använda till vad som helst, utan villkor (CC0 1.0).
open-data-cc0-read = Läs om CC0 1.0
open-data-cc-by = Frågorna och tipsen får användas av alla som anger källan (CC BY 4.0).
open-data-cc-by-read = Läs om CC BY 4.0
open-data-updates-title = Uppdateringar
open-data-updates-1 = Varje jämförelse ger nya filer. De gamla ligger kvar på samma adresser.
open-data-updates-2 = Siffrorna i en fil ändras inte, utom när en jämförelse återkallas. Då försvinner dess siffror också ur senare filer.
open-data-updates-3 = En återkallad jämförelses filer svarar med kod 410 och skälet. Sluta då använda filer som ni redan har laddat ner.
open-data-updates-method = Så räknas siffrorna, och varför en del inte visas
open-data-cite-title = Så här citerar ni
open-data-cite = Ange vem som har publicerat, vad och vilket datum, till exempel:
open-data-cite-none = Citera inte den här installationen: ingen ansvarar för den.
# $sender (String) - vem som har publicerat
# $title (String) - datamängdens titel
# $which (String) - jämförelse eller utgåva
# $address (String) - adress
open-data-citation = { $sender }: { $title }, { $which }. { $address }
open-data-catalogue-heading = Katalog för dataportaler
open-data-catalogue-what = Katalogen beskriver datamängderna enligt DCAT-AP-SE 3.0.1. Dess adress är
open-data-contact-title = Kontakt
# $name (String) - avsändarens namn
open-data-contact = { $name } svarar på frågor om datamängderna:
# Sidan om en datamängd
open-data-back = Till alla öppna data
open-data-files = Filer
open-data-no-files = Inget är publicerat än.
open-data-files-of-waves = Filer per jämförelse
open-data-files-of-editions = Filer per utgåva
open-data-wave = Jämförelsen den
open-data-edition = Utgåva
open-data-published = Publicerad
open-data-description = Beskrivning (CSVW)
# $format (String) - filformat
open-data-schema-link = Schema för { $format }
open-data-not-shown = Ett mål eller en fråga som inte har någon rad visas inte: för få organisationer står bakom.
open-data-columns = Kolumner
open-data-columns-caption = Vad tabellens kolumner betyder
open-data-column = Kolumn
open-data-datatype = Innehåll
open-data-meaning = Betydelse
open-data-type-date = datum, ÅÅÅÅ-MM-DD
open-data-type-text = text
open-data-type-count = heltal
open-data-type-level = tal från 1 till 4, decimalpunkt
open-data-type-yes-no = true eller false
# Det som inte finns
open-data-more = Mer om öppna data
open-data-no-file-title = Filen finns inte
open-data-no-file = Det finns ingen publicerad fil på den adressen. Sidan om öppna data visar vilka filer som finns.
open-data-withdrawn-title = Jämförelsen är återkallad
# $date (String) - datum i ord
# $note (String) - skälet, med utgivarens ord
open-data-withdrawn = Återkallad den { $date }. Skäl: { $note }
open-data-no-catalogue-title = Ingen katalog finns
open-data-no-catalogue-own = En installation som tillhör en organisation har ingen katalog: den publicerar ingen jämförelse, och frågorna finns redan i den gemensamma tjänstens katalog.
open-data-no-catalogue-sender = En katalog måste säga vem som ansvarar för den, och ingen organisation driver den här installationen.
open-data-no-catalogue-number = En katalog måste säga vem som ansvarar för den, och avsändarens organisationsnummer (--sender-number) är inget giltigt nummer.
open-data-no-catalogue-kind = En katalog måste säga vilket slags organisation som ansvarar för den. Den som driver tjänsten anger det med --sender-kind.
