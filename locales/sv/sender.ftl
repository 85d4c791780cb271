# Gemensamt för avsändarens sidor
sender-name = Organisation
sender-number = Organisationsnummer
sender-contact = Kontakt
sender-officer = Dataskyddsombud
sender-support = Stöd
sender-complaints = Klagomål
sender-none-title = Testläge
sender-none = Ingen organisation driver den här installationen. Ingen ansvarar för den, svarar på frågor eller tar emot klagomål. Använd den bara för att prova.
# Vem driver tjänsten
about-title = Vem driver tjänsten
# $name (String) - avsändarens namn
about-sender = { $name } driver Strategikollen här och ansvarar för den.
about-none-set-title = Det här behöver den som driver installationen ange
about-none-set-1 = organisationens namn och organisationsnummer
about-none-set-2 = en kontaktadress och adressen till dataskyddsombudet
about-none-set-3 = den rättsliga grunden för att behandla personuppgifter
about-none-set-4 = om ni vill: stöd, klagomålsadress och logotyp
about-none-set-how = Kommandot strategikollen serve --help visar inställningarnas namn.
about-what-title = Vad tjänsten är
about-what = Strategikollen är en frivillig självskattning för organisationer som upphandlar offentligt. Ni svarar på frågor, ser var ni står och får tips om vad ni kan göra. Ingen rangordnas.
about-own-title = Vad som är statens och vad som är vårt
about-own = Målen och deras namn kommer från den nationella upphandlingsstrategin. Frågor, nivåer, sammanfattningar och tips är skrivna för den här tjänsten. De är inte fastställda av någon myndighet, och resultaten är ingen officiell statistik.
about-free-title = Fri att använda och granska
about-free = Programmet är fri programvara (EUPL 1.2). Frågor, nivåer och tips får användas av alla som anger källan (CC BY 4.0). Vem som helst kan driva en egen installation.
about-more-title = Mer om tjänsten
# Personuppgifter
privacy-title = Personuppgifter
privacy-lead = Utan konto behöver tjänsten inga personuppgifter. Den som loggar in har ett konto med namn och e-postadress.
privacy-who-title = Vem som ansvarar
# $name (String) - avsändarens namn
# $number (String) - organisationsnummer
privacy-who = { $name }, { $number }, är personuppgiftsansvarig.
privacy-none = Ingen är personuppgiftsansvarig för den här installationen. Skriv därför inga personuppgifter alls.
privacy-officer = Frågor om personuppgifter besvaras av dataskyddsombudet:
privacy-what-title = Vad som sparas, varför och hur länge
privacy-round-title = Självskattning utan konto
privacy-round-what = Era svar och motiveringar, det ni berättar om organisationen och det ni skriver på beslutssidan.
privacy-round-why = För att ni ska kunna fortsätta, se resultatet och skriva ut det.
privacy-round-who = Bara den som har adressen. Allt sparas krypterat, och nyckeln finns i adressen. Den som driver tjänsten kan inte läsa svaren i databasen.
# $days (Number) - dagar
privacy-round-long = Tills ni raderar den, eller tills ingen har ändrat något på { $days } dagar.
privacy-feedback-title = Synpunkter på tjänsten
privacy-feedback-what = Ja eller nej, det ni skriver, vilken sida det gäller, sidans språk och tiden.
privacy-feedback-why = För att tjänsten ska bli bättre.
privacy-feedback-who = Den som driver tjänsten. Är det en myndighet kan synpunkten vara en allmän handling.
privacy-feedback-long = Tills den som driver tjänsten tar bort dem.
privacy-limit-title = Skydd mot skräppost och gissningar
privacy-limit-what = Ett avtryck av IP-adressen, och av e-postadressen när ni ber om en kod. Avtrycket är räknat med tjänstens egen nyckel. Själva IP-adressen sparas inte.
privacy-limit-why = För att räkna hur många formulär, koder och försök som kommer från samma håll under en timme.
privacy-limit-who = Ingen. Avtrycket går inte att läsa som en adress.
privacy-limit-long = Avtrycket jämförs bara med andra under samma timme.
privacy-log-title = Driftlogg
privacy-log-what = Tid, sidans typ, hur det gick, hur lång tid det tog och ett nummer. Inga IP-adresser, hemliga adresser eller svar.
privacy-log-why = För att hitta fel.
privacy-log-who = Den som driver tjänsten.
privacy-log-long = Så länge som den som driver tjänsten har bestämt.
privacy-label-what = Vad
privacy-label-why = Varför
privacy-label-who = Vem ser det
privacy-label-long = Hur länge
privacy-text-title = Skriv inga namn i fritexten
privacy-text = I motiveringar, på beslutssidan och i synpunkter kan ni skriva fritt. Skriv roller, till exempel ”inköpschefen”, i stället för namn.
privacy-basis-title = Rättslig grund
privacy-basis-none = Den som driver installationen har inte angett någon rättslig grund.
privacy-share-title = Vem som får del av uppgifterna
privacy-share = Tjänsten lämnar inga uppgifter till andra. Den hämtar inget från andra webbplatser. Inga beslut fattas automatiskt.
privacy-rights-title = Era rättigheter
privacy-rights-1 = Självskattningen läser, ändrar, sparar och raderar ni själva, med adressen. Ingen annan kan göra det åt er.
privacy-rights-2 = Den som en uppgift handlar om kan begära att få se den, att den rättas eller raderas och att behandlingen begränsas, och kan invända mot behandlingen. Vänd er till den som ansvarar.
privacy-rights-3 = Är ni missnöjda kan ni klaga hos Integritetsskyddsmyndigheten.
privacy-imy = Klaga hos Integritetsskyddsmyndigheten
# Kakor
cookies-title = Kakor
cookies-lead = Tjänsten sätter inga kakor förrän ni loggar in eller är med i en workshop.
cookies-none = Den följer er inte mellan webbplatser och laddar inget från andra. Kakorna är nödvändiga för det ni ber om. Därför finns det ingen ruta att klicka bort.
cookies-how-title = När ni inte loggar in
cookies-how = En självskattning utan konto har en egen hemlig adress. Språket står också i adressen. Inget sparas i webbläsaren.
cookies-change-title = Om det ändras
cookies-change = Sätter tjänsten någon gång en annan kaka står den här, med namn, syfte och hur länge den finns kvar. En kaka som inte är nödvändig får bara sättas om ni har sagt ja.
# Tillgänglighet
accessibility-title = Tillgänglighetsredogörelse
# $name (String) - avsändarens namn
accessibility-who = { $name } står bakom tjänsten Strategikollen. Alla ska kunna använda den. Här står hur väl tjänsten följer lagen om tillgänglighet till digital offentlig service, vilka brister som är kända och hur ni rapporterar fler.
accessibility-who-none = Här står hur väl tjänsten Strategikollen, som den är byggd, följer lagen om tillgänglighet till digital offentlig service. Ingen organisation står bakom den här installationen än. Den som driver den anger sitt namn och svarar då för redogörelsen.
accessibility-how-title = Hur tillgänglig är tjänsten?
accessibility-how = Strategikollen är delvis förenlig med lagen om tillgänglighet till digital offentlig service.
accessibility-how-more = Tjänsten är byggd efter WCAG 2.2, nivå AA. Vi skriver ”delvis förenlig” eftersom allt inte är prövat av människor.
accessibility-gaps-title = Det som inte är tillgängligt eller inte är prövat
accessibility-gaps = Följande har inte prövats av människor. Därför vet vi inte om det finns brister där:
accessibility-gap-1 = Skärmläsarna NVDA i Firefox, JAWS i Chrome, VoiceOver på iPhone och TalkBack på Android.
accessibility-gap-2 = Talstyrning, till exempel med Dragon.
accessibility-gap-3 = Förstoring till 400 procent och skärmförstorare.
accessibility-gap-4 = Höga kontraster i Windows.
accessibility-gap-5 = Användning med bara tangentbord, prövad av någon som är van vid det.
accessibility-gap-6 = Texterna, prövade av personer med kognitiva funktionsnedsättningar.
accessibility-gaps-why = Skälet är att tjänsten är ny. Den är hittills bara prövad med program.
accessibility-gaps-languages = Det finns ingen version på lättläst svenska, teckenspråk eller minoritetsspråken.
accessibility-method-title = Hur vi har prövat tjänsten
accessibility-method = Vi har gjort en självskattning med program som granskar varje sida: att koden är giltig, att kontraster, rubriker, formulär och språk är rätt, att allt går att nå med tangentbord, att inget måste läsas i sidled på en smal skärm och att allt fungerar utan JavaScript. Program hittar bara en del av alla brister.
# $date (String) - datum
accessibility-assessed = Senaste bedömningen gjordes den { $date }.
# $date (String) - datum
accessibility-updated = Redogörelsen uppdaterades senast den { $date }.
accessibility-report-title = Rapportera brister
accessibility-report = Hindras ni av något? Berätta, så kan det rättas. Ni kan också be att få innehållet på ett annat sätt.
accessibility-report-form = Rapportera en brist i formuläret
accessibility-report-mail = Skriv till
accessibility-authority-title = Tillsyn
accessibility-authority = Myndigheten för digital förvaltning, Digg, har tillsyn över lagen. Är ni inte nöjda med hur vi hanterar er rapport kan ni anmäla det till Digg.
accessibility-authority-link = Anmäl bristande tillgänglighet till Digg
accessibility-exempt-title = Undantag
accessibility-exempt-burden = Oskäligt betungande anpassningar (12 §): vi har inte undantagit något innehåll.
accessibility-exempt-outside = Innehåll som inte omfattas av lagen (9 §): vi har inget sådant innehåll. Webbplatser som vi länkar till ansvarar andra för.
# Kontakt
contact-title = Kontakt
# $name (String) - avsändarens namn
contact-sender = { $name } svarar på frågor om tjänsten.
contact-feedback-title = Synpunkter på en fråga, ett tips eller en sida
contact-feedback = På varje sida kan ni säga om den var begriplig och användbar. Ni kan också skriva om hela tjänsten.
contact-feedback-link = Skriv en synpunkt om tjänsten
contact-lost-title = Har ni tappat bort adressen?
contact-lost = Då kan ingen hjälpa er att få tillbaka svaren, för adressen är nyckeln till dem. Har ni sparat en fil kan ni läsa in den.
contact-lost-link = Läs in en sparad fil
cookies-sign-title = När du loggar in
cookies-asking = Visar att det är din webbläsare som bad om koden. Finns i en timme, eller tills du har loggat in.
cookies-session = Visar att du är inloggad. Finns i högst sju dagar, eller tills du loggar ut.
privacy-account-title = Kontot
privacy-account-what = Namn, e-postadress, språk, när du senast loggade in, i vilka webbläsare du är inloggad och det andra steget vid inloggning. Autentiseringsappens nyckel sparas krypterad, och koder bara som avtryck.
privacy-account-why = För att du ska kunna logga in, och för att dina kollegor ska veta vem du är.
privacy-account-who = Du själv. Kollegor i din organisation ser namn och e-postadress.
privacy-account-long = Tills du avslutar kontot, vilket du gör själv på kontots sida. Inloggningar glöms efter 30 dagar, och text som sparades när du hade loggats ut efter ett dygn.
privacy-org-title = En organisations självskattning
privacy-org-what = Vilka som hör till organisationen, med namn, e-postadress och roll. Vilka som är inbjudna att svara. Vars och ens svar och motiveringar, de gemensamma svaren och vad som har hänt i organisationen.
privacy-org-why = För att flera ska kunna svara var för sig, enas och lämna in, och för att ni ska se vem som har gjort vad.
privacy-org-who = Vad var och en har svarat ser bara den själv. När svarandet är stängt ser kollegorna hur svaren fördelar sig och läser motiveringarna. Namn och händelser ser organisationens kontaktpersoner. En inköpsenhet som kontaktpersonerna har släppt in ser namn och gemensamma svar i det den förbereder. Svar och motiveringar sparas krypterade, och ingen som förvaltar tjänsten har en sida som visar dem.
privacy-org-long = Tills en kontaktperson tar bort personen, självskattningen eller hela organisationen. Det ni har lämnat in innehåller inga namn och finns kvar.
privacy-mail-title = Mejl
privacy-mail-what = Mottagarens adress, mejlets text och när det skickades.
privacy-mail-why = För att koder, inbjudningar och påminnelser ska komma fram.
privacy-mail-who = Den som driver tjänsten ser att ett mejl har skickats, och till vem. Texten sparas krypterad tills mejlet har skickats, och raderas då.
privacy-mail-long = 30 dagar.
