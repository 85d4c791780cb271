feedback-title = Vad kan vi göra bättre?
feedback-lead = Ni behöver inget konto. Vi sparar det ni skriver, vilken sida det gäller och sidans språk. Vi sparar ingenting om vem ni är.
feedback-about = Det gäller:
feedback-service = Hela tjänsten
# $question (String) - frågans nummer och ord
feedback-question = Fråga { $question }
# $card (String) - tipsets namn
feedback-card = Tipset ”{ $card }”
# $name (String) - sidans namn
feedback-page = Sidan ”{ $name }”
feedback-part = Vilken del av frågan?
feedback-part-whole = Hela frågan
# $level (Number) - nivå
feedback-part-level = Nivå { $level }
feedback-part-boundary = Gränsen mellan nivå 2 och 3
feedback-part-evidence = Det här kan ni visa upp
# $subject (String) - det som synpunkten gäller
# $part (String) - del av frågan
feedback-subject-part = { $subject }, { $part }
feedback-useful = Var det begripligt och användbart?
feedback-text = Med egna ord (frivilligt)
feedback-text-hint = Vad var svårt att förstå? Vad saknade ni? Skriv inga personuppgifter.
feedback-send = Skicka
feedback-thanks-title = Tack för svaret
feedback-thanks = Svaret är sparat.
feedback-more-title = Vill ni också skriva något?
feedback-back = Tillbaka till sidan
feedback-back-round = Gå tillbaka i webbläsaren för att komma till er självskattning.
feedback-empty = Svara ja eller nej, eller skriv något.
feedback-unknown = Vi känner inte igen sidan som synpunkten gäller. Vi har satt ”Hela tjänsten” i stället. Skicka igen om det stämmer.
feedback-kept = Inget är sparat än. Det ni skrev finns kvar i formuläret.
feedback-page-new = Välj självskattning
feedback-page-open = Läs in en sparad fil
feedback-page-home = Översikten
feedback-page-address = Spara adressen
feedback-page-goal = Ett mål och dess frågor
feedback-page-goal-form = Hela målet på en sida
feedback-page-answer = Svara på en fråga
feedback-page-check = Kontrollera svaren
feedback-page-facts = Om er organisation
feedback-page-save = Spara som fil
feedback-page-share = Dela en läsadress
feedback-page-delete = Radera självskattningen
feedback-page-deepen = Gå vidare till hela kollen
feedback-page-result = Resultatet
feedback-page-goal-result = Resultatet för ett mål
feedback-page-round-tips = Era tips
feedback-page-find-out = Att ta reda på
feedback-page-decision = Beslutssidan
feedback-page-record = Underlaget
feedback-page-receipt = Kvittensen
# Det som gjordes av synpunkterna
replies-title = Det här har vi gjort av era synpunkter
replies-what = Tjänsten utvecklas tillsammans med dem som använder den. Här berättar redaktionen vad som har ändrats, och varför något inte har ändrats.
replies-none = Redaktionen har inte berättat om något än.
replies-write = Lämna en synpunkt
feedback-see-replies = Se vad vi har gjort av synpunkterna
opinions-title = Synpunkter
opinions-what = Vad läsare har sagt om frågor, tips, artiklar och sidor, för varje utgåva. Det senaste står först.
opinions-none = Ingen har sagt något än.
opinions-about = Om
opinions-edition = Utgåva
opinions-texts = Texter
opinions-latest = Senast
opinion-back = Alla synpunkter
opinion-done = Svaret är publicerat.
opinion-page = Se sidan
opinion-said = Vad läsare har skrivit
opinion-said-none = Ingen har skrivit något om det här.
opinion-reply = Berätta vad ni har gjort
opinion-reply-what = Texten visas för alla. Skriv vad ni har ändrat, eller varför ni inte ändrar något. Citera ingen så att det går att förstå vem det är.
opinion-reply-sv = På svenska
opinion-reply-en = På engelska
opinion-reply-do = Publicera
opinion-fault-empty = Skriv vad ni har gjort.
# $about (String) - vad det gäller
event-agency-feedback-answered = Det som gjordes av synpunkter publicerades: { $about }
