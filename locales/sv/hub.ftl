# Kunskap
nav-hub = Kunskap
hub-title = Kunskap
hub-lead = Artiklar, exempel, verktyg och mallar för er som köper in. Allt hänger ihop med frågorna och tipsen.
hub-back = Tillbaka till Kunskap
hub-by-goal = Efter mål
# $count (Number) - antal sidor
hub-count = { $count ->
    [0] inget än
    [one] 1 sida
   *[other] { $count } sidor
}
hub-by-topic = Efter ämne
hub-latest = Senast genomgånget
# $count (Number) - antal ord
hub-glossary = { $count } ord förklarade
hub-article = Artikel
hub-example = Exempel
hub-tool = Verktyg
hub-template = Mall
hub-articles = Artiklar
hub-examples = Exempel
hub-tools = Verktyg
hub-templates = Mallar
hub-pattern = Mönster
hub-pattern-means = Det här är ett mönster: så brukar det se ut när det fungerar. Det beskriver ingen viss organisation.
# $name (String) - organisationens namn
hub-organisation = Exemplet kommer från { $name }.
hub-contents = På den här sidan
hub-sources = Källor
# $owner (String) - vem som ser efter sidan
# $date (String) - datum
hub-reviewed = { $owner } ser efter sidan. Senast genomgången { $date }.
hub-owner-editors = Redaktionen
hub-owner-lawyer = En jurist
hub-owner-statistics = Den som ansvarar för statistiken
hub-copy-title = Ta med texten
hub-copy = Visa som ren text att kopiera
hub-cards = Tips som hör hit
hub-questions = Frågor som hör hit
hub-related = Läs också
hub-goals = Mål som sidan rör
hub-read = Läs mer i Kunskap
hub-table = Tabell
# $topic (String) - ämnets namn
topic-title = Ämne: { $topic }
topic-empty = Här finns inget att läsa än.
topic-questions = Frågor om ämnet
# Ordlistan
glossary-title = Ordlista
glossary-lead = Ord som används i tjänsten, förklarade kort. Bredvid står ordet på engelska.
glossary-letters = Bokstäver
# $words (String) - andra ord för samma sak
glossary-also = Kallas också: { $words }.
glossary-related = Se också:
# Målets sida
strategy-goal-page-back = Tillbaka till strategin och målen
strategy-goal-page-references = Vad nationella undersökningar har visat
strategy-goal-page-questions = Frågorna om målet
strategy-goal-page-tips = Tips för målet
# Sök
search-title = Sök
# $query (String) - det som söktes
search-title-for = Sök: { $query }
search-label = Sök bland frågor, tips, artiklar och ord
search-button = Sök
# $most (Number) - antal tecken
search-cut = Sökningen var för lång. Vi sökte på de första { $most } tecknen.
search-empty = Skriv ett eller några ord att söka på.
search-no-words = Det finns inget ord i sökningen. Skriv ett eller några ord.
# $query (String) - det som söktes
search-nothing = Inget hittades för ”{ $query }”. Pröva ett annat ord, eller färre.
search-only-term = Inget mer än ordet självt hittades.
# $count (Number) - antal träffar
search-count = { $count ->
    [one] 1 träff
   *[other] { $count } träffar
}
# $most (Number) - antal träffar
search-many = De { $most } bästa träffarna visas. Lägg till ett ord för att hitta närmare.
search-question = Fråga
search-term = Ord i ordlistan
search-goal = Mål
search-information = Om tjänsten
