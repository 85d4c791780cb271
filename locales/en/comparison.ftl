# Comparison: what the pages share
comparison-synthetic-title = Invented figures.
comparison-synthetic = They come from organisations that are made to show the service, and say nothing of real ones.
comparison-owners-more = { $from } or more
comparison-coverage = { $owners } organisations
comparison-coverage-share = { $owners } organisations, { $share } per cent of { $population }
comparison-older = The figure is from { $date }.
comparison-hidden = not shown
comparison-not-shown = Not shown: too few organisations
comparison-no-spread = Not shown: too few organisations or answers too alike
comparison-percent = { $share }%
comparison-questions-title = Question by question
comparison-questions = The group's median and how its answers are spread over the levels
comparison-spread-rounded = The shares are rounded to the nearest five per cent, so the four do not always add up to a hundred.
comparison-reading = How to read the figures
comparison-reading-who = They are self-assessments from organisations that have chosen to take part. All weigh the same: the figures are unweighted. They say nothing of those that do not take part.
comparison-reading-rounded = The median is the value of the organisation in the middle, rounded to the nearest quarter of a level. The middle half is the span that half of the group lies in. Counts are shown as ranges, so that no single organisation's answers can be worked out.
comparison-reading-hidden = What says “not shown” has too few organisations behind it, or would give away someone else's answers.
comparison-reading-verdict = “Above” and “below” stand only where it is certain. Otherwise you cannot be told from the group. A single changed answer should not be able to decide.
comparison-method-link = How the comparison is made
comparison-no-group-title = There is no such group
comparison-no-group = The address names a comparison group that does not exist. Go back and choose one from the list.
comparison-no-wave-title = There is no such comparison
comparison-no-wave = No comparison is published for that date.
comparison-to = To { $page }
# Compare yourselves
compare-title = Compare yourselves
compare-what = Here you see where you stand goal by goal, beside organisations like yours.
compare-caption = { $organisation } · handed in on { $submitted } · the comparison of { $wave }
compare-headline-above = You are above the group's median in { $above } of { $of } goals
compare-headline-below = You are below the group's median in { $below } of { $of } goals
compare-headline-both = You are above the group's median in { $above } of { $of } goals and below in { $below }
compare-headline-cannot = You cannot be told from the group
compare-headline-none = No goal can be compared with the group
compare-fact-above = Above: { $goals }.
compare-fact-below = Below: { $goals }.
compare-fact-cannot = { $count ->
    [one] In { $word } goal you cannot be told from the group.
   *[other] In { $word } goals you cannot be told from the group.
 }
compare-fact-cannot-all = Your own trend says more than the comparison: in none of the goals that can be compared is the difference large enough to say anything certain.
compare-fact-untold = { $count ->
    [one] { $word } goal cannot be compared. The table says why.
   *[other] { $word } goals cannot be compared. The table says why.
 }
compare-to-trend = See your trend
compare-fallback = { $hidden }: not shown, since too few organisations take part. That is why you are compared with { $group }.
compare-hidden = { $hidden }: not shown, since too few organisations take part. Choose another group if there is one.
compare-choose = Which group do you want to see?
compare-choose-own = Groups you belong to
compare-choose-others = Other groups
compare-choose-hidden = { $group } (not shown)
compare-choose-do = Show the group
compare-table = Your mean per goal, beside the group
compare-own = You
compare-previous = Last time
compare-median = Median
compare-group-median = The group's median
compare-middle = Middle half
compare-standing = Beside the group
compare-basis = Number in the group
compare-key-own = You, handed in on { $date }
compare-key-median = The group's median
compare-key-middle = The middle half of the group
compare-above = You are above
compare-below = You are below
compare-cannot-tell = Cannot be told from the group
compare-no-own = You have no mean
compare-no-verdict = No verdict: too few organisations
compare-no-level = No level
compare-goal = Your mean is { $own } and the group's median { $median }.
compare-back = Back to Compare yourselves
compare-alone = This installation is used by one organisation for itself. There is nobody here to compare with.
compare-no-wave = No comparison is published yet.
compare-nothing-of-ours = You have not handed in any self-assessment that can be compared.
compare-too-old = What you handed in last was more than { $months } months old when the comparison was made. Answers that old are not compared, neither yours nor those of others.
compare-take-part = How to take part: do the full assessment, agree on the answers and hand in. Then you are in the next comparison. The quick assessment and drafts are never compared.
# In the result
beside-title = Beside others
beside-group = Group: { $group } ({ $coverage }), the comparison of { $date }. Self-assessments from those that have chosen to take part.
beside-draft = This is not handed in yet. The comparison is made with what you have handed in.
beside-older = You have handed in a newer self-assessment. The comparison is made with that.
beside-alone = Comparisons are made with what organisations have handed in. Anyone can read the statistics.
beside-short = { $sentence } ({ $group }, { $coverage }, the comparison of { $date }).
beside-short-synthetic = { $sentence } (invented figures: { $group }, { $coverage }, the comparison of { $date }).
# The trend beside the group
trend-group = The group beside
trend-panel = The same organisations are { $owners } that took part both on { $since } and on { $date }: they show how the group has moved.
trend-fallback = { $passed } cannot be followed over time: too few took part both times. Therefore you see { $group }.
trend-no-panel = The same organisations over time are not shown: too few took part both times.
trend-everyone = All participants are not the same organisations from time to time, so differences may come from who takes part.
trend-key-own = You
trend-key-panel = The same organisations
trend-key-everyone = All participants
trend-compared = The comparison of
trend-median = { $median } ({ $coverage })
trend-group-break = { $count ->
    [one] One question in the goal is another than in the comparison before.
   *[other] { $count } questions in the goal are others than in the comparison before.
 }
# Statistics
nav-statistics = Statistics
statistics-title = Statistics
statistics-see = See the statistics
statistics-of = The comparison of { $date }
statistics-caption = The comparison of { $date } · published on { $published }
statistics-lead = This is how the organisations that have chosen to take part assess their own purchasing, on a scale from level 1 to 4.
statistics-table = Median per goal
statistics-fact-highest = The highest median is that of { $goals }: { $median }.
statistics-fact-lowest = The lowest median is that of { $goals }: { $median }.
statistics-fact-same = All goals that are shown have the median { $median }.
statistics-hidden = { $count ->
    [one] One group is not shown
   *[other] { $count } groups are not shown
 }
statistics-files = Download the figures
statistics-files-what = All groups, goals and questions in one file. Free to use (CC0).
statistics-file = The figures as { $format }
statistics-files-more = More on the files and other open data
statistics-cite-title = Cite the figures
statistics-cite = { $sender }: Strategikollen, the comparison of { $date }. Self-assessments from organisations that have chosen to take part, unweighted. { $address }
statistics-hash = Checksum: { $hash }
statistics-waves = All comparisons
statistics-withdrawn-tag = withdrawn
statistics-withdrawn = This comparison was withdrawn on { $date }. Its figures are no longer shown.
statistics-withdrawn-why = The reason: { $note }
statistics-none = There are no statistics yet. No comparison is published.
statistics-none-then = When enough have handed in, the median and the spread of every goal and question are shown here, for all and for groups of similar organisations. No single organisation can be seen.
statistics-all-withdrawn = No comparison is shown just now: those that have been published are withdrawn.
statistics-alone = This installation is used by one organisation for itself and has no statistics.
statistics-groups = The goal in different groups
statistics-groups-order = The groups stand in their usual order. They are not ranked: differences between groups may come from who takes part.
statistics-group = Group
statistics-back = Back to the comparison
references-statistics = The surveys have questions and scales of their own. Their figures cannot be compared with the levels.
# The division into groups
lattice-type = All, and by type
lattice-size = Municipalities by inhabitants
lattice-skr = Municipalities by municipality group
lattice-lan = Municipalities by county
lattice-volume = Agencies and companies by purchasing volume
# Method: short, on the method page, and the start page
method-comparison-title = Comparison with others
method-comparison = What is handed in is compared on set days. Figures are shown only for set groups, rounded, and so that no single organisation's answers can be worked out.
start-statistics = What organisations hand in becomes statistics for groups. No single organisation can be seen.
# Method: the comparison
cmethod-title = How the comparison is made
cmethod-back = Back to How we calculate
cmethod-lead = We want you to be able to compare yourselves, to know how certain it is, and nobody to be able to work out what a single organisation has answered.
cmethod-who-title = Who takes part
cmethod-who = On the day of the comparison each organisation's latest submission is taken in, if it is at most { $months } months old. Only the full assessment counts. Drafts, quick assessments and what is withdrawn never take part.
cmethod-who-owner = A municipality and its companies count as one owner. All limits below count owners, so that a municipality with many companies does not become a group of its own.
cmethod-who-edition = Whoever has answered another edition of the questions takes part in a goal if at least { $mapped } per cent of the goal's questions, and all its key questions, mean the same in both editions.
cmethod-groups-title = The groups
cmethod-groups = The groups are set beforehand and the same for all. Nobody can put together one of their own, since two groups that are almost alike would give away whoever makes the difference.
cmethod-groups-outside = Municipal federations and private entities in the utilities sectors are among all only. Gotland is there once, as a municipality.
cmethod-groups-fallback = If your closest group is not shown you are compared with the next: municipality group, size, type, all. The page says which group you see and why.
cmethod-shown-title = What is shown
cmethod-shown = The more take part, the more is shown.
cmethod-thresholds = So many owners are needed
cmethod-thresholds-what = Figure
cmethod-thresholds-needs = Needs
cmethod-median = Median
cmethod-verdict = The verdict above or below
cmethod-quartiles = Middle half
cmethod-distribution = Spread over the levels
cmethod-needs-min = At least { $min }, and at least { $without } when any owner is taken away
cmethod-needs = At least { $count }
cmethod-needs-distribution = At least { $count }, and at most { $percent } per cent at one level
cmethod-bands-value = Medians and quartiles are rounded to the nearest quarter of a level.
cmethod-bands-count = Counts are shown as ranges: 6–10, 11–19, 20–49, 50–99, 100 or more.
cmethod-bands-share = Shares of a spread are rounded to the nearest five per cent. The share of the group follows from the range and nothing else.
cmethod-bands-none = Lowest and highest values, means of groups, exact counts and places are never shown.
cmethod-hidden-title = What is hidden
cmethod-hidden = A figure is hidden when fewer than { $min } owners stand behind it. A group with fewer than that in the whole country is never shown. The pages then say “not shown: too few organisations”, and never more than that: which rule it is may itself give something away.
cmethod-hidden-why = Whoever publishes sees a report of everything that is hidden, held back or kept, and by which rule.
cmethod-renewal-title = When a group gets new figures
cmethod-renewal = The difference between two publications may give away whoever has entered. That is why a group gets new figures only if the owners that have entered, left or changed group are none at all or at least { $min } together, and at least { $changed } have changed an answer or entered. Otherwise the old figures stand, with their date.
cmethod-renewal-detail = Single questions and distributions are many, and together they tell more than the goals. Where a distribution has been shown, it and the question it is for get new figures only when none at all or at least { $many } have entered, left or changed group since.
cmethod-renewal-age = Figures older than { $months } months are taken away. Whoever withdraws a submission has left the group when it is renewed next.
cmethod-renewal-own = So a new submission may take time before it shows in the group's figures. Your own value is always what you handed in last.
cmethod-remainder-title = The remainder
cmethod-remainder = If all parts of a group but one are shown, the rest can be worked out. That is why those that belong to no shown part have to be none at all or at least { $min } owners. Otherwise the smallest part is held back.
cmethod-verdict-title = Above, below or cannot be told
cmethod-verdict-rule = For each group we compute a span that the group's median lies in with at least 90 per cent certainty. You are above the group if two things hold:
cmethod-verdict-1 = Your exact mean is above the upper bound of the span.
cmethod-verdict-2 = It is above the shown median by more than what a single answer, changed by one step, moves your mean.
cmethod-verdict-else = Below is the same the other way. Everything else cannot be told.
cmethod-example = A group has the median { $median }, and the span is { $interval }. The goal has { $questions } questions, so an answer that changes by one step moves the mean by { $step }.
cmethod-example-table = Four organisations beside the group
cmethod-example-organisation = Organisation
cmethod-example-value = Mean
cmethod-example-own = { $own } ({ $sum } divided by { $count })
cmethod-no-ranks = We rank nobody. The service shows no places and no top list.
cmethod-panel-title = The same organisations over time
cmethod-panel = When a group's median changes it may be because others take part. That is why the organisations that took part both times are shown first, and then all. Those that took part both times are a group like all others and have to be as many.
cmethod-breaks = Where a question has got another meaning the line is broken, and the table says why.
cmethod-weak-1 = Those that take part have chosen to. The figures describe them, not all municipalities, regions, agencies or companies.
cmethod-weak-2 = All answers are self-assessments. Nobody has examined them.
cmethod-weak-3 = The rounding hides small changes in a group.
cmethod-weak-4 = Whoever takes part in a small group knows their own answer and can leave it out. The limits reckon with that.
cmethod-again-title = Compute it again
cmethod-again = The rules are open code. With the command below anyone can compute a publication from a file of submissions, with the same code as the service.
cmethod-again-versions = Rules for comparison, version { $rules }. Division into groups, version { $lattice }. Each publication carries the versions and a checksum.
