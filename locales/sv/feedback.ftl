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
