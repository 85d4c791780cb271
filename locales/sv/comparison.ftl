# Jämförelse: det som sidorna har gemensamt
comparison-synthetic-title = Påhittade siffror.
comparison-synthetic = De kommer från organisationer som är gjorda för att visa tjänsten, och säger inget om verkliga.
# $from (Number) - minst så många
comparison-owners-more = { $from } eller fler
# $owners (String) - antal, som intervall
comparison-coverage = { $owners } organisationer
# $owners (String) - antal, som intervall
# $share (String) - procent, som intervall
# $population (String) - antal i hela gruppen
comparison-coverage-share = { $owners } organisationer, { $share } procent av { $population }
# $date (String) - datum
comparison-older = Siffran är från den { $date }.
comparison-hidden = visas inte
comparison-not-shown = Visas inte: för få organisationer
comparison-no-spread = Visas inte: för få organisationer eller för lika svar
# $share (Number) - procent
comparison-percent = { $share } %
comparison-questions-title = Fråga för fråga
comparison-questions = Gruppens median och hur gruppens svar fördelar sig på nivåerna
comparison-spread-rounded = Andelarna är avrundade till närmaste fem procent, så de fyra blir inte alltid hundra tillsammans.
comparison-reading = Så läser du siffrorna
comparison-reading-who = Det är självskattningar från organisationer som har valt att delta. Alla väger lika: siffrorna är ovägda. De säger inget om dem som inte är med.
comparison-reading-rounded = Medianen är den mittersta organisationens värde, avrundat till närmaste kvarts nivå. Mittersta hälften är det spann som hälften av gruppen ligger i. Antal visas som intervall, så att ingen enskild organisations svar går att räkna fram.
comparison-reading-hidden = Det som står ”visas inte” har för få organisationer bakom sig, eller skulle avslöja någon annans svar.
comparison-reading-verdict = ”Över” och ”under” står bara när det är säkert. Annars går det inte att skilja er från gruppen. Ett enda ändrat svar ska inte kunna avgöra.
comparison-method-link = Så görs jämförelsen
comparison-no-group-title = Gruppen finns inte
comparison-no-group = Adressen anger en jämförelsegrupp som inte finns. Gå tillbaka och välj en ur listan.
comparison-no-wave-title = Den jämförelsen finns inte
comparison-no-wave = Ingen jämförelse är publicerad för det datumet.
# $page (String) - sidans namn
comparison-to = Till { $page }
# Jämför er
compare-title = Jämför er
compare-what = Här ser ni hur ni ligger till mål för mål, bredvid organisationer som liknar er.
# $organisation (String) - namn
# $submitted (String) - datum
# $wave (String) - datum
compare-caption = { $organisation } · inlämnad den { $submitted } · jämförelsen den { $wave }
# $above (String) - antal mål, som ord
# $of (String) - alla mål, som ord
compare-headline-above = Ni ligger över gruppens median på { $above } av { $of } mål
# $below (String) - antal mål, som ord
# $of (String) - alla mål, som ord
compare-headline-below = Ni ligger under gruppens median på { $below } av { $of } mål
# $above (String) - antal mål, som ord
# $of (String) - alla mål, som ord
# $below (String) - antal mål, som ord
compare-headline-both = Ni ligger över gruppens median på { $above } av { $of } mål och under på { $below }
compare-headline-cannot = Det går inte att skilja er från gruppen
compare-headline-none = Inget mål går att jämföra med gruppen
# $goals (String) - mål
compare-fact-above = Över: { $goals }.
# $goals (String) - mål
compare-fact-below = Under: { $goals }.
# $count (Number) - antal mål
# $word (String) - antalet som ord
compare-fact-cannot = { $count ->
    [one] På { $word } mål går det inte att skilja er från gruppen.
   *[other] På { $word } mål går det inte att skilja er från gruppen.
 }
compare-fact-cannot-all = Er egen utveckling säger mer än jämförelsen: på inget av målen som går att jämföra är skillnaden så stor att den säger något säkert.
# $count (Number) - antal mål
# $word (String) - antalet som ord, med stor bokstav
compare-fact-untold = { $count ->
    [one] { $word } mål går inte att jämföra. Tabellen säger varför.
   *[other] { $word } mål går inte att jämföra. Tabellen säger varför.
 }
compare-to-trend = Se er utveckling
# $hidden (String) - grupper
# $group (String) - grupp
compare-fallback = { $hidden } visas inte: för få organisationer är med. Därför jämförs ni med { $group }.
# $hidden (String) - grupper
compare-hidden = { $hidden } visas inte: för få organisationer är med. Välj en annan grupp om det finns någon.
compare-choose = Vilken grupp vill ni se?
compare-choose-own = Grupper ni hör till
compare-choose-others = Andra grupper
# $group (String) - grupp
compare-choose-hidden = { $group } (visas inte)
compare-choose-do = Visa gruppen
compare-table = Ert medelvärde per mål, bredvid gruppen
compare-own = Ni
compare-previous = Förra gången
compare-median = Median
compare-group-median = Gruppens median
compare-middle = Mittersta hälften
compare-standing = Mot gruppen
compare-basis = Antal i gruppen
# $date (String) - datum
compare-key-own = Ni, inlämnat den { $date }
compare-key-median = Gruppens median
compare-key-middle = Mittersta hälften av gruppen
compare-above = Ni ligger över
compare-below = Ni ligger under
compare-cannot-tell = Går inte att skilja från gruppen
compare-no-own = Ni har inget medelvärde
compare-no-verdict = Inget omdöme: för få organisationer
compare-no-level = Ingen nivå
# $own (String) - medelvärde
# $median (String) - median
compare-goal = Ert medelvärde är { $own } och gruppens median { $median }.
compare-back = Tillbaka till Jämför er
compare-alone = Den här installationen används av en organisation för sig. Här finns ingen att jämföra med.
compare-no-wave = Ingen jämförelse är publicerad än.
compare-nothing-of-ours = Ni har inte lämnat in någon självskattning som går att jämföra.
# $months (Number) - månader
compare-too-old = Er senaste inlämning var mer än { $months } månader gammal när jämförelsen gjordes. Så gamla svar jämförs inte, varken era eller andras.
compare-take-part = Så kommer ni med: gör hela kollen, enas om svaren och lämna in. Då är ni med i nästa jämförelse. Snabbkollen och utkast jämförs aldrig.
# I resultatet
beside-title = Bredvid andra
# $group (String) - grupp
# $coverage (String) - antal
# $date (String) - datum
beside-group = Grupp: { $group } ({ $coverage }), jämförelsen den { $date }. Egna bedömningar från dem som valt att delta.
beside-draft = Det här är inte inlämnat än. Jämförelsen görs med det ni har lämnat in.
beside-older = Ni har lämnat in en nyare självskattning. Jämförelsen görs med den.
beside-alone = Jämförelser görs med det som organisationer har lämnat in. Statistiken kan alla läsa.
# $sentence (String) - mening utan punkt
# $group (String) - grupp
# $coverage (String) - antal
# $date (String) - datum
beside-short = { $sentence } ({ $group }, { $coverage }, jämförelsen den { $date }).
# $sentence (String) - mening utan punkt
# $group (String) - grupp
# $coverage (String) - antal
# $date (String) - datum
beside-short-synthetic = { $sentence } (påhittade siffror: { $group }, { $coverage }, jämförelsen den { $date }).
# Utveckling bredvid gruppen
trend-group = Gruppen bredvid
# $owners (String) - antal, som intervall
# $since (String) - datum
# $date (String) - datum
trend-panel = Samma organisationer är { $owners } som var med både den { $since } och den { $date }: de visar hur gruppen har rört sig.
# $passed (String) - grupper
# $group (String) - grupp
trend-fallback = { $passed } går inte att följa över tid: för få var med båda gångerna. Därför visas { $group }.
trend-no-panel = Samma organisationer över tid visas inte: för få var med båda gångerna.
trend-everyone = Alla deltagare är inte samma organisationer från gång till gång, så skillnader kan bero på vilka som är med.
trend-key-own = Ni
trend-key-panel = Samma organisationer
trend-key-everyone = Alla deltagare
trend-compared = Jämförelsen den
# $median (String) - median
# $coverage (String) - antal
trend-median = { $median } ({ $coverage })
# $count (Number) - antal frågor
trend-group-break = { $count ->
    [one] En fråga i målet är en annan än i jämförelsen före.
   *[other] { $count } frågor i målet är andra än i jämförelsen före.
 }
# Statistik
nav-statistics = Statistik
statistics-title = Statistik
statistics-see = Se statistiken
# $date (String) - datum
statistics-of = Jämförelsen den { $date }
# $date (String) - datum
# $published (String) - datum
statistics-caption = Jämförelsen den { $date } · publicerad den { $published }
statistics-lead = Så har de organisationer som valt att delta bedömt sina egna inköp, på en skala från nivå 1 till 4.
statistics-table = Median per mål
# $goals (String) - mål
# $median (String) - median
statistics-fact-highest = Högst median har { $goals }: { $median }.
# $goals (String) - mål
# $median (String) - median
statistics-fact-lowest = Lägst median har { $goals }: { $median }.
# $median (String) - median
statistics-fact-same = Alla mål som visas har medianen { $median }.
# $count (Number) - antal grupper
statistics-hidden = { $count ->
    [one] En grupp visas inte
   *[other] { $count } grupper visas inte
 }
statistics-files = Ladda ner siffrorna
statistics-files-what = Alla grupper, mål och frågor i en fil. Fritt att använda (CC0).
# $format (String) - filformat
statistics-file = Siffrorna som { $format }
statistics-files-more = Mer om filerna och andra öppna data
statistics-cite-title = Hänvisa till siffrorna
# $sender (String) - avsändare
# $date (String) - datum
# $address (String) - adress
statistics-cite = { $sender }: Strategikollen, jämförelsen den { $date }. Självskattningar från organisationer som valt att delta, ovägda. { $address }
# $hash (String) - kontrollsumma
statistics-hash = Kontrollsumma: { $hash }
statistics-waves = Alla jämförelser
statistics-withdrawn-tag = återtagen
# $date (String) - datum
statistics-withdrawn = Den här jämförelsen återtogs den { $date }. Siffrorna visas inte längre.
# $note (String) - skälet
statistics-withdrawn-why = Skälet: { $note }
statistics-none = Det finns ingen statistik än. Ingen jämförelse är publicerad.
statistics-none-then = När tillräckligt många har lämnat in visas här median och spridning för varje mål och fråga, för alla och för grupper av liknande organisationer. Ingen enskild organisation går att se.
statistics-all-withdrawn = Ingen jämförelse visas just nu: de som har publicerats är återtagna.
statistics-alone = Den här installationen används av en organisation för sig och har ingen statistik.
statistics-groups = Målet i olika grupper
statistics-groups-order = Grupperna står i sin vanliga ordning. De rangordnas inte: skillnader mellan grupper kan bero på vilka som är med.
statistics-group = Grupp
statistics-back = Tillbaka till jämförelsen
references-statistics = Undersökningarna har egna frågor och egna skalor. Talen går inte att jämföra med nivåerna.
# Uppdelningen i grupper
lattice-type = Alla, och efter typ
lattice-size = Kommuner efter invånare
lattice-skr = Kommuner efter kommungrupp
lattice-lan = Kommuner efter län
lattice-volume = Myndigheter och bolag efter inköpsvolym
# Metod: kort, på metodsidan, och startsidan
method-comparison-title = Jämförelse med andra
method-comparison = Det som lämnas in jämförs på bestämda dagar. Siffror visas bara för bestämda grupper, avrundade, och så att ingen enskild organisations svar går att räkna fram.
start-statistics = Det som organisationer lämnar in blir statistik för grupper. Ingen enskild organisation går att se.
# Metod: jämförelsen
cmethod-title = Så görs jämförelsen
cmethod-back = Tillbaka till Så räknar vi
cmethod-lead = Vi vill att ni ska kunna jämföra er, veta hur säkert det är, och att ingen ska kunna räkna fram vad en enskild organisation har svarat.
cmethod-who-title = Vilka som är med
# $months (Number) - månader
cmethod-who = På jämförelsens dag tas varje organisations senaste inlämning med, om den är högst { $months } månader gammal. Bara hela kollen räknas. Utkast, snabbkollar och det som är återtaget är aldrig med.
cmethod-who-owner = En kommun och dess bolag räknas som en ägare. Alla gränser nedan räknar ägare, så att en kommun med många bolag inte blir en egen grupp.
# $mapped (Number) - procent
cmethod-who-edition = Den som svarat på en annan utgåva av frågorna är med i ett mål om minst { $mapped } procent av målets frågor, och alla dess nyckelfrågor, betyder detsamma i båda utgåvorna.
cmethod-groups-title = Grupperna
cmethod-groups = Grupperna är bestämda i förväg och lika för alla. Ingen kan sätta samman en egen, för två grupper som nästan är lika skulle avslöja den som skiljer dem åt.
cmethod-groups-outside = Kommunalförbund och privata enheter i försörjningssektorerna är bara med bland alla. Gotland är med en gång, som kommun.
cmethod-groups-fallback = Visas inte er närmaste grupp jämförs ni med nästa: kommungrupp, storlek, typ, alla. Sidan säger vilken grupp ni ser och varför.
cmethod-shown-title = Vad som visas
cmethod-shown = Ju fler som är med, desto mer visas.
cmethod-thresholds = Så många ägare krävs
cmethod-thresholds-what = Uppgift
cmethod-thresholds-needs = Kräver
cmethod-median = Median
cmethod-verdict = Omdömet över eller under
cmethod-quartiles = Mittersta hälften
cmethod-distribution = Fördelning på nivåer
# $min (String) - antal, som ord
# $without (String) - antal, som ord
cmethod-needs-min = Minst { $min }, och minst { $without } när vilken ägare som helst tas bort
# $count (Number) - antal
cmethod-needs = Minst { $count }
# $count (Number) - antal
# $percent (Number) - procent
cmethod-needs-distribution = Minst { $count }, och högst { $percent } procent på samma nivå
cmethod-bands-value = Medianer och kvartiler avrundas till närmaste kvarts nivå.
cmethod-bands-count = Antal visas som intervall: 6–10, 11–19, 20–49, 50–99, 100 eller fler.
cmethod-bands-share = Andelar av en fördelning avrundas till närmaste fem procent. Andelen av gruppen följer av intervallet och inget annat.
cmethod-bands-none = Lägsta och högsta värde, medelvärden för grupper, exakta antal och placeringar visas aldrig.
cmethod-hidden-title = Vad som döljs
# $min (String) - antal, som ord
cmethod-hidden = En siffra döljs när färre än { $min } ägare står bakom den. En grupp med färre än så i hela landet visas aldrig. På sidorna står då ”visas inte: för få organisationer”, och aldrig mer än så: vilken regel det är kan i sig avslöja något.
cmethod-hidden-why = Den som publicerar ser en rapport över allt som döljs, hålls tillbaka eller står kvar, och enligt vilken regel.
cmethod-renewal-title = När en grupp får nya siffror
# $min (String) - antal, som ord
# $changed (String) - antal, som ord
cmethod-renewal = Skillnaden mellan två publiceringar kan avslöja den som kommit till. Därför får en grupp nya siffror bara om de ägare som kommit till, gått ur eller bytt grupp är inga alls eller minst { $min } tillsammans, och minst { $changed } har ändrat ett svar eller kommit till. Annars står de gamla siffrorna kvar, med sitt datum.
# $many (Number) - antal
cmethod-renewal-detail = Enskilda frågor och fördelningar är många och säger tillsammans mer än målen. Har en fördelning visats får den och frågan den gäller nya siffror först när inga alls eller minst { $many } har kommit till, gått ur eller bytt grupp sedan dess.
# $months (Number) - månader
cmethod-renewal-age = Siffror som är äldre än { $months } månader tas bort. Den som återtar en inlämning är borta ur gruppen nästa gång den förnyas.
cmethod-renewal-own = En ny inlämning kan därför dröja innan den syns i gruppens siffror. Ert eget värde är alltid det ni lämnade in senast.
cmethod-remainder-title = Resten
# $min (String) - antal, som ord
cmethod-remainder = Om alla delar av en grupp utom en visas går resten att räkna fram. Därför måste de som inte hör till någon visad del vara inga alls eller minst { $min } ägare. Annars hålls den minsta delen tillbaka.
cmethod-verdict-title = Över, under eller går inte att skilja
cmethod-verdict-rule = För varje grupp räknar vi fram ett spann som gruppens median ligger i med minst 90 procents säkerhet. Ni ligger över gruppen om två saker stämmer:
cmethod-verdict-1 = Ert exakta medelvärde ligger över spannets övre gräns.
cmethod-verdict-2 = Det ligger över den visade medianen med mer än vad ett enda svar, ändrat ett steg, flyttar ert medelvärde.
cmethod-verdict-else = Under är samma sak åt andra hållet. Allt annat går inte att skilja.
# $median (String) - median
# $interval (String) - spann
# $questions (Number) - antal frågor
# $step (String) - steg
cmethod-example = En grupp har medianen { $median }, och spannet är { $interval }. Målet har { $questions } frågor, så ett svar som ändras ett steg flyttar medelvärdet { $step }.
cmethod-example-table = Fyra organisationer bredvid gruppen
cmethod-example-organisation = Organisation
cmethod-example-value = Medelvärde
# $own (String) - medelvärde
# $sum (Number) - summa
# $count (Number) - antal
cmethod-example-own = { $own } ({ $sum } delat med { $count })
cmethod-no-ranks = Vi rangordnar ingen. Tjänsten visar inga placeringar och ingen topplista.
cmethod-panel-title = Samma organisationer över tid
cmethod-panel = När gruppens median ändras kan det bero på att andra är med. Därför visas först de organisationer som var med båda gångerna, och sedan alla. De som var med båda gångerna är en grupp som alla andra och måste vara lika många.
cmethod-breaks = Där en fråga har fått en annan betydelse bryts linjen, och tabellen säger varför.
cmethod-weak-1 = De som deltar har valt det själva. Siffrorna beskriver dem, inte alla kommuner, regioner, myndigheter eller bolag.
cmethod-weak-2 = Alla svar är egna bedömningar. Ingen har granskat dem.
cmethod-weak-3 = Avrundningen gör att små förändringar i en grupp inte syns.
cmethod-weak-4 = Den som själv är med i en liten grupp vet sitt eget svar och kan utesluta det. Gränserna räknar med det.
cmethod-again-title = Räkna om
cmethod-again = Reglerna är öppen kod. Med kommandot nedan räknar vem som helst fram en publicering ur en fil med inlämningar, med samma kod som tjänsten.
# $rules (String) - version
# $lattice (Number) - version
cmethod-again-versions = Regler för jämförelse, version { $rules }. Uppdelning i grupper, version { $lattice }. Varje publicering bär versionerna och en kontrollsumma.
