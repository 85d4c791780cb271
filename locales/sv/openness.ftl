# Öppenhet av eget val: nätverk, liknande organisationer, lär av varandra.
# $network (String) - nätverkets namn
home-network-invited = Ni är inbjudna till nätverket { $network }.
home-network-invited-link = Läs inbjudan och svara
openness-back-networks = Tillbaka till nätverken
openness-back-network = Tillbaka till nätverket
openness-back-partners = Tillbaka till Lär av varandra
# Nätverk
networks-title = Nätverk
networks-what = I ett nätverk ser organisationer varandras nivå för varje mål, aldrig svar, motiveringar eller utkast. Ni väljer själva vilka nätverk ni är med i och kan lämna dem när som helst.
networks-agency = Den som driver tjänsten är inte med i nätverken och har ingen sida som visar dem.
networks-invited = Inbjudningar
# $day (String) - sista dag
networks-answer-by = Svara senast { $day }
networks-contact-answers = En kontaktperson svarar.
networks-joined = Era nätverk
networks-none = Ni är inte med i något nätverk än.
# $day (String) - dag
networks-since = Med sedan { $day }
networks-new = Starta ett nätverk
networks-done-left = Ni har lämnat nätverket. Ni och de andra ser inte längre varandras nivåer där.
networks-done-closed = Nätverket är stängt. Ingen ser någon annans nivåer där längre.
networks-done-declined = Ni har tackat nej. Nätverket ser ingenting om er.
network-new-what = Ni blir först i nätverket och sköter det: ni bjuder in, byter namn, tar bort och stänger. Lämnar ni det tar den som har varit med längst över.
network-name = Nätverkets namn
network-name-hint = Till exempel Länets inköpsnätverk. Högst 100 tecken.
network-purpose = Syfte
network-purpose-hint = En rad om vad ni vill med nätverket. Högst 200 tecken.
network-new-do = Starta nätverket
# Vad som syns, för vem och hur länge
visible-title = Det här blir synligt
visible-what = Det som syns är er nivå för varje mål i det ni senast lämnade in, eller varför målet saknar nivå, och vilken dag ni lämnade in.
visible-whom = De som ser det är alla som hör till organisationerna i nätverket: kontaktpersoner, svarande och läsare. Det gäller dem som är med nu och dem som kommer med senare.
visible-both = Ni ser samma sak om dem.
visible-long = Det syns så länge ni är med. Lämnar ni in på nytt syns det nya. Återtar ni en inlämning syns den inte längre.
visible-leave = Ni kan lämna nätverket när som helst. Det gäller genast.
visible-never = Svar, motiveringar och utkast syns aldrig.
# $name (String) - organisationens namn
network-leader = { $name } sköter nätverket.
network-leader-own = Ni sköter nätverket.
network-alone = Ni är ensamma i nätverket än så länge.
network-levels = Nivå för varje mål i det som senast lämnades in
network-organisation = Organisation
# $name (String) - organisationens namn
network-own = { $name } (ni)
network-day = Inlämnad
# $goal (String) - målets nummer
network-goal = Mål { $goal }
network-goals = Målen
network-not-handed-in = Ej inlämnad
network-no-level = ingen nivå
network-why-applicable = för få frågor är tillämpliga
network-why-essential = ingen nyckelfråga är tillämplig
network-why-known = för få kända svar
network-other-framework = inlämnad enligt en annan strategi
network-unknown-kind = Typ inte angiven
network-manage = Sköt nätverket
network-leave = Lämna nätverket
network-done-founded = Nätverket är startat. Bjud in dem ni vill ha med.
network-done-joined = Ni är med i nätverket.
network-gone-title = Nätverket finns inte här
network-gone = Ni är inte med i något sådant nätverk. Det kan ha stängts, eller så har ni lämnat det eller tagits bort ur det.
# Inbjudan till ett nätverk
# $network (String) - nätverkets namn
network-invitation-title = Inbjudan till { $network }
network-invitation-members = Med i nätverket nu
# $name (String) - organisationens namn
network-invitation-leader = { $name } (sköter nätverket)
network-invitation-if = Om ni tackar ja
network-invitation-one = En kontaktpersons svar gäller hela organisationen.
network-accept = Tacka ja och gå med
network-decline = Tacka nej
network-over-title = Inbjudan går inte att svara på
network-over-gone = Inbjudan finns inte. Nätverket kan ha stängts.
network-over-accepted = Någon hos er har redan tackat ja, men ni är inte längre med. Be nätverket bjuda in er igen.
network-over-declined = Någon hos er har redan tackat nej. Be nätverket bjuda in er igen om ni vill vara med.
network-over-withdrawn = Nätverket har tagit tillbaka inbjudan.
network-over-expired = Inbjudan gällde i 30 dagar och har gått ut. Be nätverket bjuda in er igen om ni vill vara med.
network-over-joined = Någon hos er har redan tackat ja, så ni är med i nätverket. Ni kan lämna det när som helst.
# Sköta ett nätverk
# $network (String) - nätverkets namn
network-manage-title = Sköt { $network }
network-invite = Bjud in en organisation
network-seek = Organisationens namn eller organisationsnummer
network-seek-hint = Skriv början av namnet.
network-find = Sök
network-found-none = Ingen organisation i registret stämmer med det ni sökte. Pröva en del av namnet.
network-found = Sökträffar
network-invite-do = Bjud in
network-invite-what = Kontaktpersonerna får ett mejl och har 30 dagar på sig. En organisation som inte är ansluten ser inbjudan om den ansluter inom den tiden.
network-in = Redan med
network-is-invited = Redan inbjuden
network-waiting = Inbjudna som inte har svarat
network-withdraw = Ta tillbaka inbjudan till
network-members = Med i nätverket
network-remove = Ta bort
network-remove-what = Den som tas bort slutar genast att se de andras nivåer, och de andra slutar att se dess.
network-change = Namn och syfte
network-change-do = Spara
network-close = Stäng nätverket
network-close-what = Ingen ser någon annans nivåer här längre. Det går inte att ångra.
network-close-do = Stäng nätverket för alla
network-done-invited = Organisationen är inbjuden.
network-done-withdrawn = Inbjudan är återtagen.
network-done-removed = Organisationen är borttagen ur nätverket.
network-done-changed = Namn och syfte är sparade.
# Lämna ett nätverk
# $network (String) - nätverkets namn
network-leave-title = Lämna { $network }?
network-leave-what = Ni och de andra slutar genast att se varandras nivåer här. Nätverket kan bjuda in er igen.
# $name (String) - organisationens namn
network-leave-next = Ni sköter nätverket nu. När ni har lämnat det gör { $name } det.
network-leave-last = Ni är ensamma i nätverket. När ni lämnar det stängs det.
network-leave-do = Lämna nätverket
network-leave-stay = Stanna kvar
# Varför något inte gick
openness-refused-network = Ni är inte med i nätverket längre, eller så har det stängts.
openness-refused-leading = En annan organisation sköter nätverket. Bara den kan ändra det.
openness-refused-same-name = Ni är redan med i ett nätverk som heter så. Välj ett annat namn.
openness-refused-organisation = Organisationen finns inte här längre. Någon kan just ha ändrat det.
openness-refused-in = Organisationen är redan med i nätverket.
openness-refused-invited = Organisationen är redan inbjuden och har inte svarat.
openness-refused-withdraw = Inbjudan går inte att ta tillbaka: organisationen har redan svarat, eller så är inbjudan redan återtagen.
openness-refused-too-many = Det blev för många på en dag. Försök igen i morgon.
openness-refused-goal = Målet finns inte i de frågor som gäller nu.
openness-refused-offer = Organisationen berättar inte längre om det målet.
openness-refused-own = Det är er egen organisation.
openness-refused-changed = Någon hos er har just lämnat in eller återtagit en självskattning. Se vad som skulle visas innan ni väljer.
# $field (String) - fältets namn
openness-empty = Skriv något i fältet ”{ $field }”.
# Liknande organisationer
similar-title = Liknande organisationer
similar-what = De organisationer i registret som liknar er mest enligt öppna uppgifter. Listan säger ingenting om vilka som är med i tjänsten eller har lämnat in.
similar-how = Så räknar vi
similar-weights = Så mycket väger varje uppgift
similar-fact = Uppgift
similar-weight = Vikt
# $weight (Number) - vikt av 100
similar-percent = { $weight } %
similar-population = Invånare
similar-volume = Inköp per år, kronor
similar-group = SKR:s kommungrupp
similar-lan = Län
similar-rule-type = Bara organisationer av samma typ jämförs: kommuner med kommuner, regioner med regioner, statliga myndigheter med statliga myndigheter och bolag med bolag.
similar-rule-times = Invånare och inköp jämförs i antal gånger. Dubbelt så många ligger lika långt bort som hälften, och tio gånger så många räknas som helt olika.
similar-rule-group = En annan kommungrupp inom samma huvudgrupp (A, B eller C) räknas som halvt olika, en annan huvudgrupp som helt olika. Ett annat län räknas som helt olika.
similar-rule-unknown = En uppgift som saknas hos er eller hos den andra räknas inte. De andra uppgifterna väger då mer. Minst två uppgifter måste finnas hos båda.
similar-own-missing = Det här vet vi inte om er, så det räknas inte:
similar-correct = Se uppgifterna om er organisation
similar-too-few = Vi vet för lite om er för att hitta liknande organisationer: minst två av uppgifterna behövs. Hör av er till den som driver tjänsten om något saknas.
similar-none = Ingen annan organisation i registret går att jämföra er med.
similar-caption = Mest lika först
similar-organisation = Organisation
# $day (String) - dag
similar-valid-from = uppgifter från { $day }
similar-difference = Skillnad
similar-unknown = okänt
similar-own = Det här är ni
# $facts (String) - det som skiljer
similar-differs = Skiljer: { $facts }.
similar-same = Inget skiljer i de uppgifter som finns.
# $facts (String) - det som inte räknas
similar-left-out = Räknas inte: { $facts }.
similar-more-population = fler invånare
similar-fewer-population = färre invånare
similar-more-volume = större inköp
similar-fewer-volume = mindre inköp
similar-other-group = annan kommungrupp
similar-other-lan = annat län
similar-no-population = invånare
similar-no-volume = inköp per år
similar-no-group = kommungrupp
similar-no-lan = län
# Lär av varandra
partners-title = Lär av varandra
partners-what = Här står organisationer som själva har valt att berätta hur de arbetar med ett mål, och att visa sin nivå på det. Bara den som hör till en organisation i tjänsten ser listan. Den är ordnad efter namn.
partners-goal = Mål
partners-all-goals = Alla mål
partners-type = Typ av organisation
partners-all-types = Alla typer
partners-type-kommun = Kommun
partners-type-region = Region
partners-type-state = Statlig myndighet
partners-type-company = Bolag och andra organisationer
partners-show = Visa
partners-none = Ingen har valt att berätta om det här än.
partners-offer = Berätta hur ni gör
# $level (Number) - nivå
# $name (String) - nivåns namn
partners-level = Nivå { $level } – { $name }
# $day (String) - dag
partners-handed-in = inlämnad { $day }
# $name (String) - organisationens namn
partners-write = Skriv till { $name }
partners-own = Ni själva
partners-done-sent = Meddelandet är på väg till kontaktpersonerna.
tell-title = Berätta hur ni gör
tell-visible-what = Det som syns är organisationens namn och typ, er nivå för målet i det ni senast lämnade in, vilken dag ni lämnade in och det ni skriver här.
tell-visible-whom = De som ser det är alla som hör till en organisation i tjänsten. Det är aldrig öppet för andra.
tell-visible-write = De kan skriva till er genom tjänsten. Då får era kontaktpersoner ett mejl och bestämmer själva om de svarar.
tell-visible-long = Det syns tills ni tar bort det, och det gäller genast. Det faller bort om ni återtar inlämningen, när den är äldre än 24 månader och om målet inte får någon nivå nästa gång.
# $level (Number) - nivå
# $name (String) - nivåns namn
tell-shown = Ni visas med nivå { $level } – { $name }.
# $level (Number) - nivå
# $name (String) - nivåns namn
tell-would-show = Er nivå är { $level } – { $name }. Den visas om ni väljer det.
tell-not-handed-in = Ni kan inte visas här: ni har inte lämnat in någon självskattning, eller har återtagit den.
# $day (String) - dag
tell-too-old = Ni kan inte visas här: ni lämnade senast in { $day }, och det är mer än 24 månader sedan.
tell-no-level = Ni kan inte visas här: målet har ingen nivå i det ni senast lämnade in.
tell-about = Vad kan ni berätta om? (frivilligt)
tell-about-hint = Högst 300 tecken.
tell-do = Vi berättar gärna hur vi gör
tell-save = Spara texten
tell-end = Sluta visa oss
tell-done-offered = Ni visas nu för målet.
tell-done-ended = Ni visas inte längre för målet.
# $name (String) - organisationens namn
write-title = Skriv till { $name }
# $goal (String) - målet
write-about = Om { $goal }
# $name (String) - organisationens namn
write-to = Meddelandet skickas som mejl till kontaktpersonerna för { $name }.
# $who (String) - avsändarens namn och e-postadress
# $organisation (String) - avsändarens organisation
write-from = De ser vem du är ({ $who }), att du hör till { $organisation } och din e-postadress, dit de svarar.
write-kept = Tjänsten sparar inte meddelandet när det är skickat. I händelserna hos er och hos dem står att du skrev, inte vad.
write-message = Meddelande
write-message-hint = Högst 1 500 tecken.
write-do = Skicka
# Mejl
# $network (String) - nätverkets namn
network-mail-subject = Inbjudan till nätverket { $network }
# $by (String) - organisationen som bjuder in
# $invited (String) - organisationen som är inbjuden
# $network (String) - nätverkets namn
# $purpose (String) - nätverkets syfte
# $link (String) - adress
network-mail =
    { $by } bjuder in { $invited } till nätverket { $network } i Strategikollen.

    Syfte: { $purpose }

    I ett nätverk ser organisationerna varandras nivå för varje mål, aldrig svar, motiveringar eller utkast. Läs vad som blir synligt för vem, och svara inom 30 dagar. En kontaktpersons svar gäller hela organisationen:
    { $link }
# $organisation (String) - avsändarens organisation
# $goal (String) - målets nummer
partner-mail-subject = { $organisation } undrar hur ni arbetar med mål { $goal }
# $goal (String) - målets nummer
# $who (String) - avsändarens namn eller e-postadress
# $organisation (String) - avsändarens organisation
# $message (String) - meddelandet
# $email (String) - avsändarens e-postadress
# $link (String) - adress
partner-mail =
    Ni har valt att berätta hur ni arbetar med mål { $goal } i Strategikollen. Därför skriver { $who }, { $organisation }, till er:

    { $message }

    Svara till { $email }. Ett svar på det här mejlet kommer inte fram.

    Vill ni inte längre visas för andra ändrar ni det här:
    { $link }
# Händelser
# $network (String) - nätverkets namn
event-network-founded = Nätverket { $network } startades
# $network (String) - nätverkets namn
event-network-changed = Nätverket { $network } fick nytt namn eller syfte
# $network (String) - nätverkets namn
event-network-closed = Nätverket { $network } stängdes
# $network (String) - nätverkets namn
event-network-taken-over = Organisationen sköter nu nätverket { $network }
# $organisation (String) - organisationens namn
# $network (String) - nätverkets namn
event-network-invited = { $organisation } bjöds in till nätverket { $network }
# $organisation (String) - organisationens namn
# $network (String) - nätverkets namn
event-network-invitation-withdrawn = Inbjudan av { $organisation } till nätverket { $network } togs tillbaka
# $organisation (String) - organisationens namn
# $network (String) - nätverkets namn
event-network-joined = { $organisation } gick med i nätverket { $network }
# $organisation (String) - organisationens namn
# $network (String) - nätverkets namn
event-network-declined = { $organisation } tackade nej till nätverket { $network }
# $organisation (String) - organisationens namn
# $network (String) - nätverkets namn
event-network-left = { $organisation } lämnade nätverket { $network }
# $organisation (String) - organisationens namn
# $network (String) - nätverkets namn
event-network-removed = { $organisation } togs bort ur nätverket { $network }
# $goal (String) - målets nummer
event-partner-offered = Organisationen berättar hur den arbetar med mål { $goal }
# $goal (String) - målets nummer
event-partner-offer-ended = Organisationen berättar inte längre om mål { $goal }
# $organisation (String) - organisationens namn
# $goal (String) - målets nummer
event-partner-written = Ett meddelande skickades till { $organisation } om mål { $goal }
# $organisation (String) - organisationens namn
# $goal (String) - målets nummer
event-partner-received = { $organisation } skickade ett meddelande om mål { $goal }
# Det som sägs på andra sidor
# $networks (String) - nätverkens namn
submit-networks = Organisationerna i { $networks } ser er nivå för varje mål så snart ni har lämnat in.
submit-partners = Ni visar er nivå för mål i Lär av varandra. Där syns den nya nivån så snart ni har lämnat in.
quit-goes-openness = Er plats i nätverk, och det ni har valt att berätta för andra.
privacy-openness-title = Nätverk och Lär av varandra
privacy-openness-what = Vilka nätverk en organisation är med i och bjuds in till, och vilka mål den har valt att berätta om. Inga personuppgifter.
privacy-openness-why = För att organisationer som själva vill ska kunna se varandras nivåer och lära av varandra.
privacy-openness-who = De andra organisationerna i nätverket ser namn, nivå för varje mål och dagen för senaste inlämningen. Den som har valt att berätta om ett mål syns för alla som hör till en organisation i tjänsten. Den som skriver till en organisation visar sitt namn och sin e-postadress för dess kontaktpersoner.
privacy-openness-long = Tills organisationen lämnar nätverket eller tar bort det den har valt. Ett meddelande sparas krypterat tills mejlet har skickats.
