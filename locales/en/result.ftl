# Shared by result, tips, decision page and record
outcome-edition = edition { $number }
outcome-changed = last changed on { $date }
outcome-quick = the quick check
outcome-and = and
outcome-level = { $number } – { $name }
outcome-no-level = No level
outcome-span = at least level { $from }, up to { $to }
outcome-no-mean = none
outcome-known = { $known } of { $applicable }
outcome-goal = goal { $number } ({ $goal })
outcome-to-result = To the result
outcome-back-to-result = Back to the result
outcome-answer-goal = Answer the questions of the goal
outcome-print = Print
# Why a goal has no level
why-applicable = { $applicable ->
    [0] No question applies to you
    [one] Only one question applies to you
   *[other] Only { $applicable } questions apply to you
 }, and a level needs at least { $needed }. The goal is not counted in the whole.
why-essential = None of the key questions applies to you. The goal is not counted in the whole.
why-check = See whether “not applicable” is right for you.
why-known = { $known ->
    [0] No question has a level yet.
    [one] One of { $applicable } questions has a level.
   *[other] { $known } of { $applicable } questions have a level.
 } { $needed } are needed: answer { $more ->
    [one] one more
   *[other] { $more } more
 }.
why-quick = The quick check gives no levels.
# The heading
headline-some = { $count } of { $of } goals at level 3 or higher
headline-all = { $count ->
    [one] The only goal is at level 3 or higher
   *[other] All { $of } goals at level 3 or higher
 }
headline-none = { $count ->
    [one] The only goal is below level 3
   *[other] None of { $of } goals at level 3 or higher
 }
headline-no-levels = No levels yet: { $count ->
    [one] one question left
   *[other] { $count } questions left
 }
headline-not-applicable = No levels: too few questions apply to you
headline-quick-unknown = Nothing to show yet: { $count ->
    [one] one question left
   *[other] { $count } questions left
 }
headline-quick = Begin with goal { $number }: { $goal }
headline-quick-top = Every answer with a level is at level 4
# Sentences from the result
fact-extremes = { $without ->
    [0] The organisation is strongest in { $strongest }, and has most to gain in { $weakest }.
   *[other] Among the goals with a level the organisation is strongest in { $strongest }, and has most to gain in { $weakest }.
 }
fact-strongest = { $without ->
    [0] The organisation is strongest in { $strongest }.
   *[other] Among the goals with a level the organisation is strongest in { $strongest }.
 }
fact-weakest = { $without ->
    [0] The organisation has most to gain in { $weakest }.
   *[other] Among the goals with a level the organisation has most to gain in { $weakest }.
 }
fact-overall = The whole is at level { $level }: { $name }.
fact-overall-at-least = The whole is at least at level { $level }: { $name }.
fact-no-overall-overarching = The whole gets a level only when goal { $number } has one.
fact-no-overall-many = The whole gets a level only when at most { $allowed ->
    [one] one
   *[other] { $allowed }
 } of the other goals has no level. Now { $count } have none.
fact-nearest = Nearest to a level is goal { $number }. There { $more ->
    [one] one more answer is
   *[other] { $more } more answers are
 } enough.
fact-quick = This is a pointer. Two questions a goal are too few for a level, and the answers are not compared with those of others.
# The result
result-title = Result
result-table-caption = Level and mean for each goal
result-goal = Goal
result-level = Level
result-mean = Mean
result-known = Known answers
result-picture = Chart
result-key = How to read the chart
result-key-mean = Your mean
result-key-scale = Level 1, 2, 3 and 4
result-key-span = From your level to the one you may reach when everything is answered
result-own = Everything rests on your own assessments. The level is decided by how many answers reach it and by the key questions. So a goal may have a high mean and still a low level.
result-kind-title = What kind of organisation are you?
result-kind = Tell us, and we show only the legal duties and survey figures that apply to you.
result-kind-link = Tell us about your organisation
result-reckoning = How we calculated
result-reckoning-intro = Unfold a goal to see every answer, how the levels were tested and what is missing for the next level, or for the target that you have set.
result-method = The rules in full
outcome-versions = Edition { $edition }, version { $structure } of the questions, strategy { $framework }, version { $rules } of the rules.
outcome-hash = Checksum of answers and versions: { $hash }
result-unanswered = What you have not answered
result-unanswered-count = { $count ->
    [one] One question is not answered
   *[other] { $count } questions are not answered
 }
result-all-answered = Every question is answered.
result-next = Go on
result-find-out = See what you need to find out, and whom you can ask
result-decision = Make a decision page
result-record = Print the whole record
result-all-tips = See all tips
# The result of the quick check
quick-answers = Your answers, goal by goal
quick-answers-intro = The goals with the lowest answers come first.
quick-deepen-title = Do you want to know your level?
quick-deepen = Go on to the full check. Your answers come along, and { $more ->
    [one] one question is left
   *[other] { $more } questions are left
 }.
quick-deepen-link = Go on to the full check
# Legal duties
duties-title = Legal duties to check
duties-intro = These answers may mean that something the law requires is not in place. They do not affect the level. This is guidance and does not replace a legal assessment.
duties-none = No answer points to a legal duty to check. That does not mean that everything the law requires is in place.
duties-every-kind = We do not know what kind of organisation you are. So we show legal duties for all kinds.
duty-answer = You answered level { $level } to { $label }
duty-checked = The rule was last checked on { $date }.
# Tips for you
offers-title = Tips for you
offers-now = Begin with these tips
offers-next = Next
offers-later = { $count ->
    [one] Later: one more tip
   *[other] Later: { $count } more tips
 }
offers-none = We can give tips when you have answered some question with a level.
offers-none-left = Your answers give no tips. Everything you have answered is where it should be.
offers-lead = The tips rest on your answers. What gives most comes first, and what other tips build on.
offer-part = { $answers }, and { $target }
offer-reason = Because you answered { $parts }.
offer-first = Do first:
offer-answer = level { $level } to { $label }
offer-monday = On Monday:
offer-begun = You have already begun
# The goal's result
goalresult-level = Your level
goalresult-mean = Mean { $shown } ({ $sum } divided by { $count })
goalresult-known = { $known } of { $applicable } questions that apply to you have a level.
goalresult-tests = How the levels were tested
test-holds = Level { $level } is reached.
test-fails = Level { $level } is not reached.
test-count = { $reached } of { $applicable } answers are there or higher, and { $needed } are needed.
test-blocked = { $count ->
    [one] Key question { $labels } stops it
   *[other] Key questions { $labels } stop it
 }: a key question may be at most one step below.
goalresult-questions = The questions and your answers
goalresult-question = Question
goalresult-answer = Your answer
goalresult-essential = Key question
goalresult-next = Next step, level { $title }:
goalresult-comment = Grounds:
goalresult-change = Change the answer to { $label }
goalresult-answer-one = Answer { $label }
near-title = Near the limit
near-limit = { $count ->
    [one] The level falls if the answer to { $labels } changes one step down.
   *[other] The level falls if any of the answers to { $labels } changes one step down.
 }
missing-title = { $steps ->
    [one] One step is missing for level { $target }
   *[other] { $steps } steps are missing for level { $target }
 }
missing-step = from level { $from } to { $to }
missing-step-unknown = to level { $to }, or find out how it is
missing-find-out = The steps may be fewer if you find out the answer to { $labels }.
missing-none = The goal is at the highest level.
goalresult-no-duties = No answer in the goal points to a legal duty to check.
goalresult-no-offers = No tips for this goal right now.
# Figures from national surveys
references-title = What others have answered in national surveys
references-intro = The surveys have questions and scales of their own. The figures cannot be compared with your levels.
references-credit = Data: { $publishers } | Adaptation: Strategikollen
# Find out
findout-title = What to find out, and whom you can ask
findout-intro = Here are the questions that have no answer or where you answered “Don’t know yet”, gathered by who usually knows. A question may appear under several.
findout-none = Every question has an answer. There is nothing to find out.
findout-role = { $role }: { $count ->
    [one] one question
   *[other] { $count } questions
 }
findout-mail = E-mail the list to { $role }
findout-copy = Copy the text to { $role }
findout-text = The whole text to { $role }
findout-text-hint = E-mail programs take only short texts from a link. Here is everything to copy.
findout-subject = Questions about our purchasing
findout-greeting = Hello!
findout-ask = We are making a self-assessment of our purchasing and need your help. Which level fits best for the questions below? Reply with the number of the question and level 1–4. Please say what you base the answer on.
findout-more = { $count ->
    [one] There is one more question.
   *[other] There are { $count } more questions.
 }
# The decision page
decision-for = Decision page for { $body }
body-namnd = the committee
body-styrelse = the board
body-ledning = management
decision-fill-in = Fill in amount, owners and dates
decision-volume = Purchases in a year: SEK { $sum }.
decision-table-key = The dot is the mean. Dashed frame: the level may be higher when all is answered.
decision-proposals = Proposed actions
decision-proposal = Action
decision-owner = Owner
decision-date = Done by
decision-no-proposals = Answer more questions, and you get proposals here.
decision-duty = Question { $label }: { $reference }
decision-duties-none = No answer points to a legal duty to check.
decision-duties-intro = The answers may mean that some of this is not in place. Does not replace a legal assessment.
decision-because = { $label } { $question } Level { $level } today.
decision-because-target = { $label } { $question } Level { $level } today, and your target is level { $target }.
decision-text-title = Proposed decision
decision-text-open = { $body } decides
decision-text-receive = to receive the result of the self-assessment of purchasing of { $date },
decision-text-assign = to give { $owner } the task: “{ $proposal }” (done by: { $date }),
decision-text-duties = to give { $owner } the task of checking the legal duties above and reporting back,
decision-text-follow = to follow up with a new self-assessment within a year.
decision-owner-blank = [owner]
decision-date-blank = [date]
decision-text-copy = Copy the proposed decision
decision-text-copied = Copied
decision-foot = Self-assessment in Strategikollen. Own assessments. Levels: { $levels }.
decision-form-title = Fill in the page
decision-form-intro = Everything is optional. What is empty becomes a line to fill in by hand.
decision-form-volume = Purchases in a year, in kronor
decision-form-volume-hint = For example 1 250 000
decision-form-owner = Owner
decision-form-owner-hint = Write a function or unit, not a name.
decision-form-date = Done by
decision-form-date-hint = For example 31 March or autumn 2027
decision-form-save = Save and show the page
decision-saved = The page is saved.
decision-volume-fault = Write the amount in whole kronor with digits, for example 1 250 000.
decision-conflict = Someone else saved the page while you had it open. This is what is saved. The form holds what you filled in. If you save again, yours will count.
decision-conflict-keep = Keep what is saved
decision-conflict-form = See what you filled in
decision-conflict-volume = Purchases in a year: { $volume }
decision-conflict-proposal = { $proposal } Owner: { $owner }. Done by: { $date }.
decision-empty = nothing filled in
# The record
record-title = Record
record-organisation = Organisation
record-kind = Kind of organisation
record-size = Size
record-coverage = What the answers cover
record-depth = Extent
record-depth-quick = The quick check
record-depth-full = The full check
record-date = Last changed
record-unknown = Not stated
record-printed = Printed on { $printed }.
