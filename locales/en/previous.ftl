# Last time's answers
begin-from = Begin from the self-assessment you started { $day }
begin-from-means = You confirm what has not changed and answer only the rest. Set aside half an hour.
begin-from-agreed = It has not been handed in.
begin-from-submitted = It has been handed in.
begin-from-withdrawn = It has been handed in and withdrawn.
previous-title = Last time's answers
previous-from = From the self-assessment that was last changed { $day }
previous-what = Take one goal at a time. You confirm the key questions one by one, the other questions all at once. New and changed questions you answer as usual. The grounds come along.
previous-anew = The questions have changed so much that no old answers can be confirmed. Answer them anew.
previous-go-on = Continue
previous-done = Done
previous-left = Left to do
previous-at-once = { $count } to confirm at once
previous-one-by-one = { $count ->
    [one] 1 key question
   *[other] { $count } key questions
}
previous-to-answer = { $count } to answer
# One goal
previous-back = To all goals
previous-saved = { $count ->
    [one] One answer was saved at { $time }.
   *[other] { $count } answers were saved at { $time }.
}
previous-already = The question had already been answered. The answer that was there stays, and nothing new was saved.
previous-goal-done = The goal is done. Nothing is left here.
previous-essential = { $count ->
    [one] The last key question
   *[other] Key question, { $count } left
}
previous-reworded = The question has new words but means the same.
previous-answered = Last time you answered:
previous-grounds = Your grounds:
previous-above = The level above:
previous-same = It still holds
previous-other = It has changed
previous-others = { $count ->
    [one] One more question
   *[other] { $count } other questions
}
previous-others-what = Read through. Change what no longer holds, and then confirm the rest at once.
previous-change = Change the answer to { $label }
previous-all-same = { $count ->
    [one] Unchanged: confirm the answer
   *[other] Unchanged: confirm { $count } answers
}
previous-anew-title = Answer anew
previous-new = The question is new.
previous-changed = The question means something else than last time.
previous-not-allowed = Your old answer, not applicable, can no longer be chosen.
previous-unanswered = You did not answer the question last time.
previous-next-goal = Next goal
# On the overview and the result
previous-link = Last time's answers
# What has changed
changes-title = What has changed
changes-between = { $from } compared with { $to }
changes-before = Last time
changes-now = Now
changes-no-goal = The goal was not there
changes-standing = { $level } (mean { $mean })
changes-up = Higher level
changes-down = Lower level
changes-other = Other changes
changes-same = { $count ->
    [one] One question has the same answer.
   *[other] { $count } questions have the same answer.
}
changes-step = Before: { $before }. Now: { $now }.
changes-break-questions = { $count ->
    [one] One question in the goal is not the same as last time. Compare the levels with care.
   *[other] { $count } questions in the goal are not the same as last time. Compare the levels with care.
}
changes-break-coverage = The answers do not cover the same operations as last time. The levels cannot be compared directly.
changes-break-no-map = The questions have been replaced since last time. The levels cannot be compared.
changes-tips = The tips
changes-tips-new = New tips
changes-tips-done = Tips that are no longer proposed
changes-none = None
changes-removed = Questions that are no longer there
# Load last time's file
open-as = What do you want to do with the file?
open-as-same = Go on with that self-assessment
open-as-same-means = You get all answers back and can change them.
open-as-previous = Begin a new one from it
open-as-previous-means = You confirm what has not changed since last time and answer only the rest.
