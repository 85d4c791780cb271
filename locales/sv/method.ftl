method-title = Så räknar vi
method-lead = Här står alla regler som ger er nivå. Samma regler gäller på varje sida, i utskrifterna och i filen ni sparar.
method-contents = På sidan
method-levels-title = De fyra nivåerna
method-levels = Nivåerna handlar om arbetssättet, aldrig om personerna. De betyder samma sak för alla frågor och bygger på varandra.
method-answers-title = Vad ett svar kan vara
method-answer-level = Nivå 1 till 4
method-answer-level-means = Det som stämmer bäst för hela organisationen i dag. Det räknas också om någon ni samverkar med gör det åt er.
method-answer-dont-know-means = Frågan räknas som okänd och hamnar på listan över det ni ska ta reda på.
method-not-applicable = Inte tillämpligt
method-not-applicable-means = Går att välja på några få frågor, med ett av de skäl som står där. Då räknas frågan inte alls.
method-answer-missing-means = Frågan räknas som okänd. Den räknas aldrig som noll.
method-essential-title = Nyckelfrågor
# $essential (Number) - antal nyckelfrågor
# $questions (Number) - antal frågor
method-essential = Av { $questions } frågor är { $essential } nyckelfrågor: det som målen står och faller med. De är märkta på sidan med alla frågor.
method-state-title = När ett mål får en nivå
method-state = Tre saker krävs:
# $count (String) - antal frågor, som ord
method-state-1 = Minst { $count } frågor är tillämpliga.
method-state-2 = Minst en nyckelfråga är tillämplig.
method-state-3 = Minst två tredjedelar av de tillämpliga frågorna har en nivå som svar.
method-state-else = Saknas något av det står det i resultatet vad som saknas och vad ni kan göra. Resultatet går alltid att öppna.
method-level-title = Så sätts nivån
method-level-rule = Målets nivå är den högsta nivå där båda de här villkoren stämmer:
method-level-1 = Minst två tredjedelar av de tillämpliga frågorna har den nivån eller högre.
method-level-2 = Ingen tillämplig nyckelfråga ligger mer än ett steg under den.
method-level-unknown = En okänd fråga räknas som nivå 1 i båda villkoren. Lägst är alltid nivå 1.
method-level-sure = Därför sänks aldrig ett måls nivå av att ni tar reda på ett svar, men medelvärdet kan sjunka. Ett höjt svar sänker aldrig något. I vilken ordning frågorna står spelar ingen roll.
method-example-title = Ett exempel
# $count (String) - antal frågor, som ord
method-example = Ett mål har { $count } frågor. Exemplet är räknat av samma regler som er nivå.
method-example-answers = Svaren i exemplet
method-example-question = Fråga
method-example-answer = Svar
# $level (Number) - nivå
method-level = Nivå { $level }
# $applicable (Number) - tillämpliga frågor
# $known (Number) - kända svar
# $needed (Number) - kända svar som behövs
method-example-known = Tillämpliga frågor: { $applicable }. En nivå som svar har { $known } av dem, och { $needed } behövs. Alltså har målet en nivå.
method-example-tests = Nivåerna prövas en i taget
method-example-reached = Når dit
method-example-needed = Behövs
method-example-blocking = Stoppas av
method-example-holds = Stämmer
method-level-column = Nivå
method-none = ingen
method-yes = Ja
method-no = Nej
method-example-result = Det blir
# $level (Number) - nivå
# $upto (Number) - nivå
method-example-level = Nivå { $level }, upp till { $upto }: så högt når målet om den okända frågan visar sig vara nivå 4.
# $sum (Number) - summan
# $count (Number) - antal
# $mean (String) - medelvärdet
method-example-mean = Medelvärde { $mean }: de kända svaren blir tillsammans { $sum }, och { $sum }/{ $count } är { $mean }.
# $target (Number) - nivå
# $question (String) - frågans bokstav
# $from (Number) - nivå
# $to (Number) - nivå
method-example-missing = Saknas till nivå { $target }: ett steg, att { $question } går från { $from } till { $to }.
# $questions (String) - frågornas bokstäver
method-example-find-out = Eller ta reda på { $questions }. Det kan räcka.
# $level (Number) - nivå
method-example-after = Tar ni steget når målet nivå { $level }.
# $questions (String) - frågornas bokstäver
method-example-near = Då är { $questions } nära gränsen: faller något av de svaren ett steg, faller nivån.
method-beside-title = Det som står bredvid nivån
method-upto-title = Upp till
method-upto = Nivån om alla okända frågor visade sig vara nivå 4. Det skrivs ”minst nivå 2, upp till 3”.
method-mean-title = Medelvärde
method-mean = Medelvärdet av de svar som är nivåer, med en decimal. Det räknas exakt och avrundas först när det visas, hälften uppåt. Det styr inte nivån.
method-near-title = Nära gränsen
method-near = Svar som vart och ett skulle sänka målets nivå om det vore ett steg lägre. Var ni tveksamma om något av dem, läs då nivån med försiktighet.
method-missing-title = Vad som saknas
method-missing = Kortaste vägen till nästa nivå, räknat i steg. Först de nyckelfrågor som ligger för lågt. Sedan de frågor som behöver minst antal steg. En okänd fråga börjar på 1, och där står det ”eller ta reda på”. Är två frågor lika går nyckelfrågan före, sedan den vars tips ger störst nytta.
method-overall-title = Helheten
# $headline (Number) - nivå
method-overall-1 = Överst på resultatet står hur många mål som är på nivå { $headline } eller högre.
method-overall-2 = Helhetens nivå är den högsta nivå som det övergripande målet har, och som minst två tredjedelar av de andra målen har.
method-overall-3 = Om ett av de andra målen saknar nivå räknas det som att det inte når dit, och vi skriver ”minst”. Saknar det övergripande målet nivå, eller fler än ett av de andra, får helheten ingen nivå.
method-overall-4 = Helheten har inga decimaler och inget index. Ingen rangordnas.
method-quick-title = Snabbkollen
# $quick (Number) - antal frågor
# $now (String) - antal tips, som ord
method-quick = Snabbkollens { $quick } frågor är för få för en nivå. Den visar era svar och sätter målen i ordning efter sina lägsta svar. En okänd fråga räknas då mellan 2 och 3. Ni får högst { $now } tips, med skäl. Se det som en fingervisning.
method-duties-title = Lagkrav
# $duties (Number) - antal frågor
method-duties = Av frågorna rör { $duties } något som lagen kräver. Vissa svar på dem kan betyda att ett lagkrav inte är uppfyllt. Det står för sig i resultatet, vilken nivå ni än har, med lagrum och den dag vi senast kontrollerade det. Det är vägledning och ersätter inte en jurist.
method-tips-title = Vilka tips, i vilken ordning
# $target (Number) - nivå
method-tips-target = Alla tips siktar på samma nivå, vilket mål de än gäller: nivå { $target }. Då väger de lägsta svaren tyngst, och fler mål når den nivå som räknas överst på resultatet. När inget mål ligger under nivå { $target } siktar tipsen på nivå 4. Så länge inget mål har en nivå, som i snabbkollen, avgör svaren på samma sätt.
method-tips-1 = Ett tips visas när ett svar ligger under den nivån och tipset hjälper er att ta steget därifrån. Skälet står bredvid: vilket svar det gäller och vilken nivå ni siktar på.
method-tips-2 = Ordningen bestäms så här:
method-tips-order-1 = Det som måste göras före något annat kommer först. Det räknas då minst lika högt som det som väntar på det.
method-tips-order-2 = Sedan det som ger mest: avståndet till nivån ni siktar på, gånger nyttan.
method-tips-order-3 = Sedan tips för nyckelfrågor.
method-tips-order-4 = Sedan det som är minst arbete för en organisation av er storlek.
# $now (String) - antal tips, som ord
# $next (String) - antal tips, som ord
method-tips-3 = De { $now } första gör ni nu, de { $next } därefter härnäst och resten senare.
method-tips-told-title = Hur många som har valt ett tips
method-tips-told = När ni lämnar in kan ni låta er handlingsplan räknas med. Annars lämnar inget i den er organisation. På tipsets sida står hur många som har valt det, hur många av dem som är klara och hur ofta svaret steg. En kommun och dess bolag räknas som en ägare.
# $min (String) - antal, som ord
# $many (Number) - antal
# $percent (Number) - procent
method-tips-told-needs = Tipset ska vara valt av minst { $min } ägare, och de övriga som berättat om sin plan ska vara inga alls eller minst { $min }. Detsamma gäller dem som är klara. Hur ofta svaret steg kräver minst { $many } klara med kända svar och högst { $percent } procent åt samma håll. Andelen avrundas till närmaste fem procent.
# $min (String) - antal, som ord
# $many (Number) - antal
# $months (Number) - månader
method-tips-told-renewal = Siffrorna förnyas när inga alls eller minst { $min } har tillkommit, lämnat eller ändrat sig. Annars står de gamla kvar med sitt datum, i högst { $months } månader. Hur ofta svaret steg visas på nytt först när det gäller inga alls eller minst { $many }. Ett svar kan stiga av andra skäl än tipset.
method-versions-title = Versioner: ett resultat kan räknas om
method-versions = Varje resultat bär versionerna i tabellen och en kontrollsumma över dem och svaren. Med dem kan det räknas om och bli exakt detsamma. Texter och tips ingår inte i summan: ett rättat stavfel ändrar inget resultat.
method-versions-caption = Det som gäller nu
method-versions-what = Del
method-versions-which = Version
method-versions-edition = Utgåva av frågorna
# $edition (String) - utgåvans beteckning
# $published (String) - datum
method-versions-edition-is = { $edition }, publicerad den { $published }
method-versions-structure = Frågor, nivåer och koppling till mål
method-versions-texts = Texter
method-versions-cards = Tips
method-versions-framework = Strategi
method-versions-rules = Regler
method-weak-title = Svagheter att känna till
method-weak-1 = Svaren är er egen bedömning. Den som skattar sig själv är ofta generös. Be därför om ett papper, en siffra eller ett beslut bakom varje nivå: frågorna säger vilket.
method-weak-2 = Små skillnader säger lite. Ett enda ändrat svar kan flytta ett mål. Titta på det som står nära gränsen.
method-weak-3 = Frågorna är ett urval. Ett mål kan ha sidor som ingen fråga tar upp.
method-weak-4 = Nivåerna är desamma för stora och små. Storleken påverkar bara hur vi bedömer arbetet med ett tips.
method-weak-5 = Frågor, nivåer och tips är skrivna för den här tjänsten och är inte fastställda av någon myndighet. Självskattningen är ingen officiell statistik.
