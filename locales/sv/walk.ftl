# Gemensamt för självskattningens sidor
error-prefix = Fel:
errors-title = Något behöver rättas
or = eller
go-on = Fortsätt
to-overview = Till översikten
back-to-overview = Tillbaka till översikten
# $goal (String) - målets namn
back-to-goal = Tillbaka till målet { $goal }
save-and-continue = Spara och fortsätt
save-to-overview = Spara och gå till översikten
save-to-goal = Spara och gå till målet
save-and-check = Spara och kontrollera
save-and-stay = Spara och stanna här
# $label (String) - frågans nummer
# $time (String) - klockslag
saved-one = Svaret på fråga { $label } är sparat kl. { $time }.
saved-facts = Uppgifterna om er är sparade.
saved-goal = Allt på sidan är sparat.
fault-repeated = Fältet skickades flera gånger. Välj eller skriv ett svar.
fault-nul = Texten innehåller ett tecken som inte går att spara. Vi har tagit bort det. Läs igenom och spara igen.
# $limit (Number) - högsta antal tecken
fault-too-long = Texten är för lång. Den får ha högst { $limit } tecken. Korta den och spara igen.
fault-unknown = Välj ett av alternativen på sidan.
# Svar i ord
# $number (Number) - 1 till 4
# $name (String) - nivåns namn
level-title = Nivå { $number } – { $name }
answer-missing = Inte besvarad
answer-dont-know = Vet inte än
answer-dont-know-means = Frågan hamnar på listan över det ni ska ta reda på.
answer-not-applicable = Inte tillämpligt för oss
answer-closed-reason = Ert sparade svar är ”inte tillämpligt”, men det går inte att välja för er sorts organisation. Välj ett annat svar. Till dess räknas frågan som obesvarad.
# Frågan
# $number (Number) - frågans plats
# $of (Number) - antal frågor
question-number = fråga { $number } av { $of }
question-essential = Nyckelfråga: målets nivå hänger särskilt på den
question-instruction = Välj den nivå som stämmer bäst för hela organisationen i dag. Nivåerna bygger på varandra. Det räknas också om någon ni samverkar med gör det åt er.
question-comment = Motivering
question-comment-optional = Motivering (frivilligt)
question-comment-hint = Vad bygger ni svaret på? Skriv inga personuppgifter.
question-help = Hjälp att välja
question-boundary = Gränsen mellan nivå 2 och 3
question-why = Därför frågar vi
question-evidence = Det här kan ni visa upp
# $level (Number) - 3 eller 4
question-evidence-at = Nivå { $level }:
question-examples = Exempel
question-public = Frågan i sin helhet, med källor och tips
# Börja
new-title = Vilken självskattning vill ni göra?
new-intro = Inget konto behövs. Ni kan avbryta när ni vill och fortsätta senare. Snabbkollens svar följer med om ni går vidare till hela kollen.
new-choose = Välj snabbkollen eller hela kollen
new-quick = Snabbkollen
# $count (Number) - antal frågor
new-quick-means = { $count } frågor, ungefär tio minuter för en person. Ni ser var ni bör börja och får tre tips. Inga nivåer.
new-full = Hela kollen
# $count (Number) - antal frågor
new-full-means = { $count } frågor, ett mål i taget. Räkna med två timmar för den som håller i inköpen, tjugo minuter för ledningen och ett möte. Ni får en nivå för varje mål.
new-address = När ni börjar får självskattningen en egen hemlig adress. Spara den, så hittar ni tillbaka.
new-begin = Börja
new-open = Läs in en sparad fil i stället
# Adressen
address-title = Spara adressen till er självskattning
address-what = Det här är enda vägen tillbaka till era svar. Vi har inget konto att leta i och kan inte ta fram adressen åt er.
address-label = Er hemliga adress
address-copy = Kopiera adressen
address-copied = Kopierad
address-mail = Mejla adressen till er själva
address-mail-subject = Adressen till vår självskattning i Strategikollen
address-keep-title = Bra att veta
address-keep-1 = Den som har adressen kan läsa och ändra svaren. Dela den bara med dem som ska svara.
address-keep-2 = Svaren lagras krypterade. Adressen är nyckeln, så inte heller den som driver tjänsten kan läsa dem utan adressen.
address-keep-3 = Ni kan spara självskattningen som en fil när som helst och läsa in den igen.
# $date (String) - datum
address-keep-4 = Om ingen ändrar något raderas självskattningen den { $date }. Varje ändring flyttar fram datumet.
address-begin = Till första frågan
# Översikten
home-title = Er självskattning
# $answered (Number) - besvarade
# $questions (Number) - alla
home-progress = { $answered } av { $questions } frågor är besvarade.
home-begin = Börja svara
home-continue = Fortsätt där ni var
home-result = Se resultatet
home-goals = Målen
home-questions = Frågorna
# $goal (String) - målets nummer
home-goal-result = Resultat för mål { $goal }
home-facts = Berätta om er organisation
home-deepen-title = Vill ni se era nivåer?
home-deepen = Hela kollen ger en nivå för varje mål. Svaren ni redan gett följer med.
home-deepen-link = Gå vidare till hela kollen
home-use-title = Använd svaren
home-keep-title = Spara och dela
# $date (String) - datum
home-expires = Om ingen ändrar något raderas självskattningen den { $date }.
link-result = Resultat och tips
link-find-out = Att ta reda på, och vem ni frågar
link-decision = Beslutssida för nämnd, styrelse eller ledning
link-record = Fullständigt underlag att skriva ut
link-address = Adressen till självskattningen
link-share = Dela en läsadress
link-delete = Radera självskattningen
state-not-begun = Inte påbörjad
# $answered (Number) - besvarade
# $questions (Number) - alla
state-begun = Påbörjad ({ $answered } av { $questions })
state-done = Klar
state-changed-after-done = Ändrad efter klar
state-answered = Besvarad
state-not-answered = Inte besvarad
# Målet
# $goal (String) - målets nummer
goal-caption = Mål { $goal }
goal-one-by-one = Svara en fråga i taget
goal-all = Svara på hela målet på en sida
goal-check = Kontrollera svaren
goal-questions = Frågorna i målet
goal-form-title = Hela målet på en sida
# $label (String) - frågans nummer
goal-form-help = Hjälp att välja för { $label }
# Kontrollera
# $goal (String) - målets nummer
check-title = Kontrollera svaren i mål { $goal }
check-change = Ändra svaret på
check-answer = Svara på
# $label (String) - frågans nummer
check-unanswered = Fråga { $label } är inte besvarad. Välj en nivå eller ”Vet inte än”.
check-choose = Välj om ni är klara med målet
check-done-question = Är ni klara med målet?
check-done-means = Ni kan ändra svaren även efteråt.
check-yes = Ja, vi är klara
check-yes-means = Ni får se målets resultat och tips direkt.
check-no = Nej, vi kommer tillbaka
check-no-means = Svaren är sparade. Ni kommer till översikten.
# Krock
conflict-title = En kollega hann före
conflict-happened = Någon annan sparade ett svar medan ni hade sidan öppen. Inget är överskrivet. Välj vilket svar som ska gälla.
# $time (String) - klockslag
conflict-theirs = Behåll svaret som sparades kl. { $time }
conflict-mine = Byt till ert svar
conflict-history = Väljer ni ert svar sparas det som en ny version. Den tidigare versionen raderas inte.
conflict-save = Spara valet
# Om er
facts-title = Berätta om er organisation
facts-intro = Uppgifterna gör resultatet och tipsen mer träffsäkra. Allt är frivilligt, och ni kan ändra senare.
facts-coverage = Vad gäller svaren?
facts-kind = Vilken sorts organisation är ni?
facts-kind-hint = Avgör vilka lagkrav som gäller er och vem beslutssidan vänder sig till.
facts-size = Hur mycket köper ni för på ett år?
facts-size-hint = En ungefärlig siffra räcker. Den avgör hur vi bedömer arbetet med varje tips.
facts-name = Organisationens namn (frivilligt)
facts-name-hint = Står på resultatet och utskrifterna. Skriv inga personuppgifter.
facts-to-result = Spara och se resultatet
facts-conflict = Någon annan sparade uppgifter om er medan ni hade sidan öppen. Så här ser de ut nu. Nedan står det ni fyllde i. Sparar ni igen gäller era uppgifter.
coverage-own = Organisationens egna inköp
coverage-group = Hela koncernen, med våra bolag
coverage-for-others = Inköp som vi gör åt andra
kind-kommun = Kommun
kind-kommunalt-bolag = Kommunalt bolag
kind-kommunalforbund = Kommunalförbund
kind-region = Region
kind-regionalt-bolag = Regionalt bolag
kind-statlig-myndighet = Statlig myndighet
kind-universitet-hogskola = Universitet eller högskola
kind-statligt-bolag = Statligt bolag
kind-ovrigt = Annat offentligt styrt organ, till exempel en stiftelse
kind-privat-luf = Privat enhet som omfattas av LUF
size-small = Under 250 miljoner kronor
size-medium = 250 miljoner till 1 miljard kronor
size-large = Över 1 miljard kronor
# Spara, läs in, dela, radera
save-title = Spara självskattningen som en fil
save-what = Filen innehåller alla svar och motiveringar. Ni kan läsa in den här eller i en annan installation av Strategikollen.
save-1 = Filen är inte krypterad. Förvara den som ni förvarar andra arbetspapper.
save-2 = Adressen finns inte i filen. En inläst fil får en ny adress.
save-3 = Ändra inte i filen. Då går den inte att läsa in.
save-download = Ladda ner filen
save-open = Läs in en fil
open-title = Läs in en sparad fil
open-what = Välj en fil som ni har sparat från Strategikollen. Den blir en ny självskattning med en egen adress. Den gamla påverkas inte.
open-file = Fil
open-load = Läs in filen
open-new = Börja en ny självskattning i stället
open-nothing-stored = Inget är sparat och er fil är oförändrad.
open-empty = Välj en fil innan ni går vidare.
open-not-a-round = Filen är inte en självskattning från Strategikollen, eller så saknas en del av den. Ladda ner den på nytt om ni kan.
open-altered = Filen har ändrats sedan den sparades. Använd filen som den var när ni laddade ner den.
# $edition (String) - utgåvans beteckning
open-unknown-edition = Filen hör till utgåvan { $edition }, som inte finns i den här installationen.
# $place (String) - fråga eller fält
open-unusable = Filen innehåller ett svar som inte går att använda ({ $place }).
share-title = Dela en läsadress
share-what = Den som får en läsadress kan se resultat, tips, beslutssida och underlag, men inte ändra något. Ni kan ta tillbaka en läsadress när ni vill.
share-new = Skapa en läsadress
share-another = Skapa en läsadress till
share-made = Läsadressen är skapad.
share-taken-back = Läsadressen är återtagen. Den öppnar inget längre.
# $number (Number) - nummer
share-address = Läsadress { $number }
# $date (String) - datum
share-made-on = Skapad den { $date }
# $number (Number) - nummer
share-take-back = Ta tillbaka läsadress { $number }
delete-title = Radera självskattningen?
delete-what = Alla svar, motiveringar och läsadresser tas bort. Det går inte att ångra.
delete-save-first = Spara den som en fil först
delete-do = Radera allt
delete-keep = Behåll självskattningen
deleted-title = Självskattningen är raderad
deleted-what = Svaren finns inte längre hos oss. Har ni sparat en fil kan ni läsa in den när ni vill.
deepen-title = Gå vidare till hela kollen
# $answered (Number) - besvarade
# $questions (Number) - alla
deepen-what = Ni har besvarat { $answered } av { $questions } frågor. Svaren följer med, och adressen är densamma.
deepen-do = Gå vidare
deepen-not-now = Inte nu
