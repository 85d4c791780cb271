# Knowledge
nav-hub = Knowledge
hub-title = Knowledge
hub-lead = Articles, examples, tools and templates for you who buy. All of it hangs together with the questions and the tips.
hub-back = Back to Knowledge
hub-by-goal = By goal
hub-count = { $count ->
    [0] nothing yet
    [one] 1 page
   *[other] { $count } pages
}
hub-by-topic = By topic
hub-latest = Gone through most recently
hub-glossary = { $count } words explained
hub-article = Article
hub-example = Example
hub-tool = Tool
hub-template = Template
hub-articles = Articles
hub-examples = Examples
hub-tools = Tools
hub-templates = Templates
hub-pattern = Pattern
hub-pattern-means = This is a pattern: how it usually looks when it works. It describes no particular organisation.
hub-organisation = The example comes from { $name }.
hub-contents = On this page
hub-sources = Sources
hub-reviewed = { $owner } looks after this page. Last gone through { $date }.
hub-owner-editors = The editors
hub-owner-lawyer = A lawyer
hub-owner-statistics = Whoever is responsible for the statistics
hub-copy-title = Take the text with you
hub-copy = Show as plain text to copy
hub-cards = Tips that belong here
hub-questions = Questions that belong here
hub-related = Read also
hub-goals = Goals that the page is about
hub-read = Read more in Knowledge
hub-table = Table
topic-title = Topic: { $topic }
topic-empty = There is nothing to read here yet.
topic-questions = Questions about the topic
# The glossary
glossary-title = Glossary
glossary-lead = Words that the service uses, explained briefly. The Swedish word stands beside.
glossary-letters = Letters
glossary-also = Also called: { $words }.
glossary-related = See also:
# A goal's page
strategy-goal-page-back = Back to the strategy and its goals
strategy-goal-page-references = What national surveys have shown
strategy-goal-page-questions = The questions about the goal
strategy-goal-page-tips = Tips for the goal
# Search
search-title = Search
search-title-for = Search: { $query }
search-label = Search questions, tips, articles and words
search-button = Search
search-cut = The search was too long. We searched for the first { $most } characters.
search-empty = Write a word or a few to search for.
search-no-words = There is no word in the search. Write a word or a few.
search-nothing = Nothing was found for “{ $query }”. Try another word, or fewer.
search-only-term = Nothing but the word itself was found.
search-count = { $count ->
    [one] 1 hit
   *[other] { $count } hits
}
search-many = The { $most } best hits are shown. Add a word to come closer.
search-question = Question
search-term = Word in the glossary
search-goal = Goal
search-information = About the service
