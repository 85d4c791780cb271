# Jämförelser: stängs, granskas, publiceras och dras tillbaka av förvaltningen. Och vad en organisation
# får veta om sin egen del.
agency-link-waves = Jämförelser att stänga och publicera
waves-title = Jämförelser
waves-back = Tillbaka till jämförelserna
waves-close-title = Stäng en jämförelse
waves-close-hint = När ni stänger räknas jämförelsen ut av det som är inlämnat till och med dagen. Ingen utanför förvaltningen ser den förrän en annan publicerare än den som stängde har publicerat den.
waves-day = Dag (ÅÅÅÅ-MM-DD)
waves-day-hint = I dag eller tidigare, och efter den senaste publicerade jämförelsen.
waves-day-wrong = Skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2027-03-31.
waves-close-do = Stäng jämförelsen
# $date (String) - dag
waves-waiting = Jämförelsen den { $date } är stängd och väntar. Publicera eller kassera den innan ni stänger en ny.
waves-look = Granska den
waves-problems = Jämförelsen kan inte räknas ut förrän det här är rättat. Inget är sparat.
# $count (Number) - hur många fler
waves-problems-more = { $count ->
    [one] Och ett fel till.
   *[other] Och { $count } fel till.
}
waves-all = Alla jämförelser
waves-none = Ingen jämförelse är stängd än.
waves-col-date = Jämförelsen den
waves-col-stage = Läge
waves-col-closed = Stängdes
waves-stage-closed = Stängd, inte publicerad
waves-stage-published = Publicerad
waves-stage-withdrawn = Tillbakadragen
# $date (String) - dag
# $who (String) - namn och adress
waves-by = { $date } av { $who }
waves-gone = någon som har slutat
waves-done-discarded = Jämförelsen är kasserad. Ni kan stänga den på nytt.
# $date (String) - dag
wave-title = Jämförelsen den { $date }
# $when (String) - dag och vem
wave-closed = Stängd { $when }.
# $when (String) - dag och vem
wave-published = Publicerad { $when }.
# $when (String) - dag och vem
wave-withdrawn = Tillbakadragen { $when }. Det här läser alla i stället för siffrorna:
wave-hash = Kontrollsumma
wave-synthetic = Organisationerna är påhittade. Siffrorna säger inget om riktiga organisationer.
wave-done-closed = Jämförelsen är stängd. Granska den; sedan publicerar en annan publicerare.
wave-done-published = Jämförelsen är publicerad.
wave-done-withdrawn = Jämförelsen är tillbakadragen. Den jämförelse som publicerades före den gäller igen.
wave-groups = Vad som visas
wave-groups-hint = Så här läser alla jämförelsen när den är publicerad. Antal står som intervall och räknas per ägare: en kommun och dess bolag är en.
wave-col-group = Grupp
wave-col-shows = Visar
wave-col-owners = Deltagare
wave-col-goals = Mål
wave-col-questions = Frågor
# $date (String) - dag
wave-shows = Siffror från { $date }
wave-shows-nothing = Visas inte
# $shown (Number) - hur många som visas
# $all (Number) - hur många som finns
wave-shown-of = { $shown } av { $all }
# $fewest (Number) - minst så många
# $most (Number) - högst så många
wave-owners = { $fewest }–{ $most }
# $fewest (Number) - minst så många
wave-owners-or-more = { $fewest } eller fler
wave-choose = Se en grupps siffror
wave-choose-do = Visa
wave-no-figures = Gruppen visar inga siffror.
wave-col-figure = Mål eller fråga
wave-col-from = Från
wave-col-median = Median
wave-col-interval = Medianen ligger mellan
wave-col-quartiles = Mittersta hälften
wave-col-distribution = Nivå 1, 2, 3 och 4, procent
# $lower (String) - undre gräns
# $upper (String) - övre gräns
wave-span = { $lower }–{ $upper }
# $since (String) - den tidigare dagen
# $date (String) - den senare dagen
wave-panel = Samma organisationer den { $since } och den { $date }
wave-col-then = Då
wave-col-now = Nu
wave-cards = Tips som organisationer berättat att de valt
wave-col-card = Tips
wave-col-chosen = Valt av
wave-col-done = Klara
wave-col-rose = Svaret steg, procent av de klara
wave-report = Vad som inte visas, och varför
wave-report-hint = Bara för er som publicerar: här står exakta antal. Lämna inte ut listan.
# $submissions (String) - antal inlämningar
# $organisations (String) - antal organisationer
# $owners (String) - antal ägare
wave-report-sums = Inlämningar som prövades: { $submissions }. Organisationer som är med: { $organisations }, med { $owners } olika ägare.
wave-report-file = Hämta listan som tabell (CSV)
wave-report-none = Allt visas.
# $count (Number) - hur många fler
wave-more = { $count ->
    [one] En till finns i tabellen.
   *[other] { $count } till finns i tabellen.
}
# $outcome (String) - utfallet
# $rule (String) - regeln
wave-report-rule = { $outcome }: { $rule }
# $group (String) - gruppen
wave-finding-panel = { $group }, samma organisationer på två dagar
# $what (String) - gruppen och målet eller frågan
# $owners (String) - antal ägare
wave-finding-owners = { $what } ({ $owners })
# $card (String) - tipsets namn
wave-finding-card = tipset ”{ $card }”
# $card (String) - tipsets namn
wave-finding-card-done = tipset ”{ $card }”, hur många som är klara
wave-outcome-hidden = Visas inte
wave-outcome-held-back = Hålls tillbaka
wave-outcome-kept = Tidigare siffror står kvar
wave-outcome-withdrawn = Tidigare siffror visas inte längre
# $min (Number) - minst så många
wave-rule-fewest-owners = färre än { $min } ägare
# $min (Number) - minst så många
wave-rule-population = färre än { $min } sådana finns
wave-rule-joint-renewal = för få har kommit till, gått ur eller bytt grupp
wave-rule-fewest-changes = för få har ändrat något svar eller kommit till
wave-rule-remainder = de som blir över utanför de visade grupperna är för få
wave-rule-age = siffrorna är äldre än 24 månader
wave-rule-distribution = en fördelning kräver 20 ägare
wave-rule-renewal-of-detail = för få har kommit till, gått ur eller bytt grupp för att en fördelning eller en enskild fråga ska visas på nytt
wave-rule-concentration = nästan alla har samma nivå, så ingen fördelning visas
wave-rule-quartiles = den mittersta hälften kräver 11 ägare
wave-rule-verdict = ett omdöme kräver 8 ägare
wave-rule-changed-question = frågan betyder något annat än då
wave-rule-erased = värden är raderade
wave-notes = Vad som inte räknades med, helt eller delvis
wave-notes-none = Allt som är inlämnat räknades med, i alla grupper.
wave-note-later = Inlämnat efter dagen
wave-note-too-old = Äldre än 24 månader
wave-note-quick = Snabbkoll
wave-note-other-edition = En utgåva som inget leder från
wave-note-no-population = Invånare saknas: inte med i grupperna efter storlek
wave-note-no-skr-group = Kommungrupp saknas: inte med i de grupperna
wave-note-no-lan = Län saknas: inte med i de grupperna
wave-note-no-volume = Inköpsvolym saknas: inte med i grupperna efter volym
wave-acts = Besluta
wave-own = Du stängde jämförelsen. En annan publicerare publicerar den.
wave-publish-hint = Siffrorna syns för alla så snart ni publicerar. En publicerad jämförelse kan dras tillbaka men aldrig ändras.
wave-publish = Publicera
wave-discard-hint = Kassera om något i underlaget ska rättas först. Sedan kan ni stänga samma dag på nytt.
wave-discard = Kassera
wave-withdraw-hint = Siffrorna försvinner från sidor och filer, och jämförelsen före gäller igen. Det som har varit publikt räknas ändå som känt när nästa jämförelse görs.
wave-withdraw-note = Varför? Alla kan läsa det.
wave-withdraw = Dra tillbaka
wave-refused-future = Dagen har inte kommit än. Välj i dag eller en tidigare dag.
wave-refused-not-after = Det finns en publicerad jämförelse från en senare dag. Välj en dag efter den.
wave-refused-closed = Jämförelsen den dagen är redan stängd.
wave-refused-waiting = En annan jämförelse är stängd och väntar. Publicera eller kassera den först.
wave-refused-no-edition = Ingen utgåva av frågorna var publicerad den dagen. Välj en senare dag.
wave-refused-own = Du stängde jämförelsen. En annan publicerare måste publicera den.
wave-refused-published = Jämförelsen är redan publicerad. Inget är ändrat.
wave-refused-not-published = Jämförelsen är inte publicerad. Kassera den i stället.
wave-refused-withdrawn = Jämförelsen är redan tillbakadragen. Inget är ändrat.
wave-refused-note = Skriv varför. Det står i stället för siffrorna.
wave-refused-changed = Något annat hände samtidigt. Inget är sparat. Läs sidan på nytt och försök igen.
wave-refused-altered = Jämförelsens lagrade siffror har ändrats utanför tjänsten: kontrollsumman stämmer inte. Inget visas och inget byggs på dem. Återställ databasen från en säkerhetskopia.
# $name (String) - organisationen
wave-problem-not-classified = { $name } har inga uppgifter i registret som gäller den dagen. Rätta dem under Organisationer i registret.
# $name (String) - organisationen
wave-problem-unreadable = Det som { $name } har lämnat in kan inte läsas.
# $name (String) - organisationen
# $day (String) - dag
# $edition (String) - utgåva
wave-problem-edition = { $name } lämnade in den { $day } på utgåvan { $edition }, som inte finns här. Lägg till den bland innehållet.
# $name (String) - organisationen
# $day (String) - dag
# $question (String) - fråga
wave-problem-question = { $name } svarade den { $day } på frågan { $question }, som inte finns i utgåvan.
# $name (String) - organisationen
# $day (String) - dag
# $card (String) - tips
wave-problem-card = { $name } berättade den { $day } om tipset { $card }, som inte finns i någon utgåva.
# $name (String) - organisationen
# $day (String) - dag
wave-problem-same-day = { $name } har flera inlämningar den { $day }. Be organisationen återta den som inte gäller.
# $name (String) - organisationen
wave-problem-circle = { $name } ägs i en cirkel. Rätta ägarna i registret.
wave-problem-lattice = Den förra jämförelsen är indelad i grupper på ett annat sätt.
wave-problem-rules = Den förra jämförelsen är gjord med andra regler.
participation-title = Var ni är med
# $date (String) - dag
participation-latest = Jämförelsen den { $date } är publicerad.
participation-none = Ingen jämförelse är publicerad än. När den första är det ser ni här i vilka grupper ni räknas med.
# $date (String) - dag
participation-what = Den senaste jämförelsen är från { $date }. En grupps siffror kan vara äldre. De förnyas först när så mycket har ändrats att ingen organisations svar kan räknas ut.
# $day (String) - dag
participation-on = Er inlämning den { $day } räknas.
# $day (String) - dag
participation-later = Ni lämnade in den { $day }, efter jämförelsen. Inlämningen kan tas med i nästa.
# $day (String) - dag
# $months (Number) - antal månader
participation-too-old = Er senaste inlämning är från { $day }. Den var äldre än { $months } månader när jämförelsen gjordes. Lämna in på nytt för att vara med i nästa.
participation-nothing = Ni hade inget inlämnat som kunde räknas. Lämna in hela kollen för att vara med i nästa jämförelse.
# $date (String) - dag
participation-no-groups = Registret hade inga uppgifter om er den { $date }, så ni hörde inte till någon grupp.
participation-groups = Era grupper
participation-col-you = Ni
participation-hidden = Visas inte: för få organisationer
participation-since = Ni räknas med
participation-since-still = Ni räknas med tills gruppens siffror förnyas
participation-not = Ni är inte med
# $min (String) - minst så många, som ord
# $changed (String) - minst så många, som ord
participation-waits = Ni är inte med än. Ni räknas med när minst { $min } organisationer har kommit till, gått ur eller bytt grupp, och minst { $changed } har kommit till eller ändrat något svar.
participation-nothing-shown = Ni räknas med så snart gruppen kan visas
participation-other-group = Ni hör inte till den här gruppen.
participation-owners = Organisationer med samma ägare, till exempel en kommun och dess bolag, räknas som en.
