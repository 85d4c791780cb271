# Start
start-title = Hur strategiskt köper ni in?
# $quick (Number) - frågor i snabbkollen
start-lead = Svara på { $quick } frågor och se på tio minuter var ni bör börja. Inget konto behövs.
start-quick = Börja snabbkollen
start-full = Gör hela kollen
# $questions (Number) - frågor i hela kollen
start-full-means = { $questions } frågor, ett mål i taget
start-read = Läs alla frågor först
start-file = Läs in en sparad fil
start-open = Läs in den och fortsätt
start-levels = Fyra nivåer, samma för alla frågor
start-get-title = Det här får ni
# $goals (String) - antal mål, som ord
start-get-level = En nivå för vart och ett av de { $goals } målen, och varför den blev som den blev.
start-get-tips = Tips som passar era svar. Varje tips säger det första ni gör på måndag.
start-get-decision = En sida att ta till nämnd, styrelse eller ledning, och ett fullständigt underlag att skriva ut.
start-get-file = En fil med era svar, som ni kan läsa in igen när ni vill.
start-get-quick = Snabbkollen ger en fingervisning: tre tips, men inga nivåer.
start-answers-title = Vad händer med svaren?
start-answers = Bara ni ser dem, och de som ni ger adressen till. Svaren sparas krypterade bakom en hemlig adress, och nyckeln finns bara i adressen. Ingenting lämnas in och ingen rangordnas.
start-strategy-title = Vilken strategi?
# $goals (String) - antal mål, som ord
start-strategy = De { $goals } målen kommer från den nationella upphandlingsstrategin från 2016. Regeringen har uppdaterat den med Färdplan för de offentliga affärerna 2025–2030.
start-strategy-more = Så hänger strategin och färdplanen ihop
start-law-title = Hindrar LOU? Nej.
start-law = Lagen säger hur en upphandling ska gå till. Vad ni köper, vad ni vill nå med det och hur ni följer upp bestämmer ni. Där en fråga rör ett lagkrav säger vi det, för sig och inte i nivån.
start-sender-title = Vem driver tjänsten?
# $name (String) - avsändarens namn
start-sender = Strategikollen drivs av { $name }.
start-sender-none = Ingen organisation står bakom den här installationen än. Den är i testläge.
start-sender-more = Mer om vem som driver tjänsten
# Så fungerar det
how-title = Så fungerar det
how-lead = Ni svarar på frågor om hur ni köper in. Varje svar är en av fyra beskrivna nivåer. Sedan ser ni var ni står, varför, och vad ni kan göra.
how-ways-title = Två sätt att börja
how-quick-title = Snabbkollen
# $quick (Number) - frågor
how-quick-1 = { $quick } frågor, alla nyckelfrågor.
how-quick-2 = Tio minuter. Det räcker med en person.
how-quick-3 = Ni ser era svar mål för mål, de lägsta först, och får tre tips med skäl. Inga nivåer.
how-quick-4 = Svaren följer med om ni går vidare till hela kollen.
how-full-title = Hela kollen
# $questions (Number) - frågor
# $goals (String) - antal mål, som ord
how-full-1 = { $questions } frågor i { $goals } mål. Ni tar ett mål i taget, i den ordning ni vill.
how-full-2 = Två timmar för den som håller i inköpen, tjugo minuter för ledningen och ett möte.
how-full-3 = Ni får en nivå för varje mål så fort målet är klart, med skäl och tips.
how-full-4 = Ni får en beslutssida och ett fullständigt underlag att skriva ut.
how-start-quick = Börja snabbkollen
how-start-full = Börja hela kollen
how-steps-title = Steg för steg
how-step-1-title = Börja och spara adressen.
how-step-1 = Självskattningen får en egen hemlig adress. Den är enda vägen tillbaka.
how-step-2-title = Svara.
how-step-2 = En fråga i taget eller ett helt mål på en sida. Spara när ni vill. Tomma fält stoppar inget.
how-step-3-title = Ta reda på det ni inte vet.
how-step-3 = Svara ”Vet inte än”, så samlas frågan på en lista per roll som ni kan mejla eller skriva ut.
how-step-4-title = Säg till när ett mål är klart.
how-step-4 = Ett mål är klart när varje fråga har fått något svar. Då visas målets nivå och tips.
how-step-5-title = Läs resultatet tillsammans.
how-step-5 = Ni ser vad nivån vilar på, vilka svar som ligger nära gränsen och vad som saknas till nästa nivå.
how-step-6-title = Besluta.
how-step-6 = Beslutssidan är en A4 med två meningar, tre förslag och ett förslag till beslut.
how-who-title = Vilka bör vara med?
how-who = Vid varje fråga står vem som brukar kunna svara. Det räknas också om någon ni samverkar med gör det åt er.
how-who-caption = Roller och hur många frågor var och en kan svara på
how-who-role = Roll
how-who-knows = Vet mest om
how-who-count = Frågor
how-who-ledning = Mål, pengar och beslut. Ledningen behöver bara möta de här frågorna.
how-who-inkop = Hur upphandlingar görs, vilka avtal som finns och vad marknaden säger.
how-who-verksamhet = Vad som behövs, och hur det ni köper fungerar i vardagen.
how-who-ekonomi = Hur mycket ni köper för, av vem och på vilka avtal.
how-who-juridik = Regler, avtalsvillkor och vad som har överprövats.
how-address-title = Adressen är nyckeln
how-address-1 = Den som har den hemliga adressen kan läsa och ändra svaren. Spara den där bara ni som svarar når den.
how-address-2 = Svaren krypteras med en nyckel som finns i adressen. Tappar ni bort adressen kan ingen ta fram svaren, inte heller den som driver tjänsten.
how-address-3 = Vill ni visa resultatet för andra gör ni en läsadress. Den som har den kan läsa men inte ändra, och ni kan ta tillbaka den.
how-file-title = Spara som fil
how-file = Ni kan när som helst ladda ner självskattningen som en fil och läsa in den igen, här eller i en annan installation av Strategikollen. Filen är inte krypterad.
how-keep-title = Hur länge finns svaren kvar?
# $days (Number) - dagar
how-keep = Svaren raderas när ingen har ändrat något på { $days } dagar. Sidan om er självskattning visar datumet. Ni kan också radera allt själva, direkt.
how-paper-title = Papper, skärm och enkel teknik
how-paper = Tjänsten fungerar utan JavaScript, i mobilen och med tangentbord. Alla frågor, resultatet, beslutssidan och underlaget går att skriva ut.
# Strategin
strategy-title = Strategin och målen
strategy-lead = Frågorna följer målen i den nationella upphandlingsstrategin. Så ser ni hur ert sätt att köpa in stämmer med vad staten vill.
strategy-2016 = Regeringen beslutade strategin den 30 juni 2016. Den gäller först och främst statliga myndigheter: regeringen vill att de genomför den. Kommuner och regioner bjuds in att bygga sina egna styrdokument på den.
# $overarching (String) - det övergripande målets nummer
strategy-overarching = Mål { $overarching } är övergripande. De andra målen är vägarna dit.
# $goals (String) - antal mål, som ord
strategy-goals-title = De { $goals } målen
strategy-titles = Målens namn är statens egna. Sammanfattningarna är skrivna för den här tjänsten.
# $goal (String) - målets nummer
# $title (String) - målets namn
strategy-goal = Mål { $goal }: { $title }
strategy-official = Målets namn på svenska:
# $goal (String) - målets nummer
# $count (Number) - antal frågor
strategy-goal-questions = De { $count } frågorna om mål { $goal }
strategy-unknown = ej fastställd i tjänsten
strategy-framework-unknown = Namn som vi inte har kunnat kontrollera mot källan står som ”ej fastställd i tjänsten”. Vi hittar inte på några. Så länge de saknas kan ni inte få nivåer efter den här färdplanen.
# $count (String) - antal mål, som ord
strategy-framework-goals = Den har { $count } mål:
strategy-together-title = Så hänger de ihop
strategy-together-1 = Regeringen har uppdaterat strategin genom färdplanen. Färdplanen har tio mål och tre fokusområden.
strategy-together-2 = Mål 1 har kvar sitt namn och är fortfarande övergripande. De andra nio säger vad som behöver finnas på plats för att inköpen ska utveckla verksamheten och samhället.
strategy-together-3 = Staten vill att statliga myndigheter genomför den. Kommuner, regioner och andra bör bygga både styrdokument och arbetssätt på målen. Strategin från 2016 talade bara om styrdokument.
strategy-together-4 = Upphandlingsmyndigheten ska informera och vägleda om strategiska och taktiska inköp. Den ska också följa upp hur organisationerna arbetar med målen och i vilken grad målen nås.
strategy-together-5 = Varje fråga i tjänsten är märkt med ämnen och kopplad till mål i en egen tabell. När målen byts ut behöver inga svar gå förlorade.
# Källor, gemensamt
public-source = Källa:
# $publisher (String) - utgivare
# $date (String) - datum
public-source-by = { $publisher }, kontrollerad den { $date }
# $label (String) - frågans nummer
public-question = Fråga { $label }
# $goal (String) - målets nummer
# $title (String) - målets korta namn
public-goal = Mål { $goal } · { $title }
public-print = Skriv ut
mark-essential = Nyckelfråga
mark-quick = Snabbkollen
mark-duty = Lagkrav
mark-essential-means = Målets nivå vilar på frågan. Ligger den för lågt stoppar den nivån.
mark-quick-means = Frågan ingår i snabbkollen.
mark-duty-means = Vissa svar kan betyda att ett lagkrav inte är uppfyllt. Det påverkar inte nivån.
# Alla frågor
questions-title = Alla frågor
# $questions (Number) - antal frågor
# $goals (String) - antal mål, som ord
questions-lead = { $questions } frågor i { $goals } mål, med alla fyra nivåer. Läs dem i lugn och ro, eller skriv ut dem till ett möte.
questions-levels = Så läser ni nivåerna
questions-marks = Märkena vid frågorna
questions-goals = Gå till ett mål
# $published (String) - datum
# $number (Number) - utgåvans nummer
questions-edition = Utgåva { $number }, publicerad den { $published }.
# En fråga
question-back = Alla frågor i målet
question-four-levels = De fyra nivåerna
# $level (Number) - 3 eller 4
question-show-at = På nivå { $level }
question-who = Vem kan svara
question-skip-title = När ni får svara ”inte tillämpligt”
question-skip-who = Gäller:
question-skip-everyone = Alla sorters organisationer.
question-duties-title = Lagkrav som frågan rör
question-duties-note = Det här är vägledning och ersätter inte en jurist. Det påverkar inte nivån.
# $levels (String) - nivåer, till exempel ”1 och 2”
question-duty-at = Visas om ni svarar nivå { $levels }
question-duty-reference = Lagrum:
question-duty-for = Gäller:
question-tips-title = Tips för varje steg
# $from (Number) - nivå
# $to (Number) - nivå
question-tips-step = Från nivå { $from } till nivå { $to }
question-related-title = Hör ihop med
question-sources-title = Frågan bygger på
question-turn = Bläddra bland frågorna
question-previous = Föregående fråga:
question-next = Nästa fråga:
question-tags = Ämnen
question-and = och
# Tips
tips-title = Alla tips
# $tips (Number) - antal tips
tips-lead = { $tips } tips, ordnade efter mål. När ni har gjort en självskattning ser ni vilka som passar era svar, och varför.
tips-monday = På måndag:
tips-serves = Hjälper med fråga
# Ett tips
tip-caption = Tips
tip-back = Alla tips för målet
tip-monday = Det första ni gör på måndag
tip-steps = Gör så här
tip-who = Vem gör det
tip-done = Så vet ni att det är gjort
tip-pattern = Så kan det se ut när det fungerar
tip-first = Gör det här först
tip-after = Det här blir lättare efteråt
tip-serves = Stegen det hjälper er att ta
# $from (Number) - nivå
# $to (Number) - nivå
tip-serves-step = från nivå { $from } till nivå { $to }
tip-effort = Arbete
tip-effort-caption = Hur mycket arbete, efter hur mycket organisationen köper för
tip-effort-size = Ni köper för
tip-effort-is = Arbete
tip-benefit = Nytta
tip-links = Läs mer
tip-told = Andra som har valt tipset
# $owners (String) - antal, som intervall
tip-told-chosen = Valt av { $owners } organisationer som berättat om sin plan.
# $owners (String) - antal, som intervall
tip-told-done = Av dem har { $owners } gjort klart det.
# $share (Number) - procent
tip-told-rose = Av dem som gjort klart det steg svaret hos ungefär { $share } procent. Det kan ha andra orsaker än tipset.
# $date (String) - datum
tip-told-from = Uppgifter från { $date }.
tip-told-method = Så räknas det
