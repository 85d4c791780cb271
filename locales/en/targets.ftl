# Targets: which level each goal is to reach
targets-title = Levels to reach
targets-lead = Each goal aims for its next level unless you choose otherwise. If you choose a level of your own, it decides which tips you get, in what order, and what we say is missing.
targets-quick = The quick check gives no levels, and so there are no targets to set. You do that in the full check.
targets-today = Level today: { $level }.
targets-no-level = The goal has no level yet, and so no target can be set for it.
targets-kept = You have set level { $level } before. It remains until you change it.
targets-default = Next level (level { $level })
targets-default-top = No target of your own (you are at level { $level })
targets-default-none = No target of your own
targets-choice = Level { $level }
targets-choose = Which level is the goal to reach?
targets-reason = Why that level?
targets-reason-hint = Needed only when you choose a level of your own. At most { $limit } characters.
targets-save = Save the targets
targets-saved = The targets are saved.
targets-fault-reason = Write why you have chosen that level for { $goal }.
targets-conflict = Someone else saved targets while you had the page open. This is what is saved. The form holds what you filled in. If you save again, that applies.
targets-conflict-keep = Keep what is saved
targets-conflict-form = See what you filled in
targets-line = { $goal }: { $target }
targets-own-line = level { $level }. { $reason }
targets-default-line = no target of your own
targets-to-tips = To the tips
target-own = Level { $level }, your target
target-next = Level { $level }, the next level
target-top = Level { $level }, the highest
target-own-clause = your target is level { $level }
target-next-clause = the next level is { $level }
target-top-clause = the highest level is { $level }
target-label = To reach:
target-missing = { $steps ->
    [one] One step is missing for your target, level { $level }
   *[other] { $steps } steps are missing for your target, level { $level }
 }
target-reached = Your target, level { $level }, is reached.
# Try tips: what they would lead to
what-if-title = Try what the tips give
what-if-lead = Tick the tips that you mean to do, and we work out which levels that would give.
what-if-quick = The quick check gives no levels, and so what the tips would give cannot be worked out. It can in the full check.
what-if-show = Show what it gives
what-if-later = Later
what-if-result = What it would give
what-if-nothing-ticked = No tip is ticked. This is how it looks today.
what-if-before = Today
what-if-after = After
what-if-headline = Goals
what-if-overall = The whole
what-if-overall-at-least = At least { $level }
what-if-summary = The result today and after
what-if-caption = Goal by goal
what-if-goal = Goal
what-if-target = To reach
what-if-reached = Do you get there?
what-if-yes = Yes
what-if-no = No
what-if-unknown = Cannot be said
what-if-no-target = None
what-if-lacks = What is missing
what-if-nothing-lacks = Nothing
what-if-missing = { $steps ->
    [one] One step to level { $level }:
   *[other] { $steps } steps to level { $level }:
 }
what-if-idle = These tips lift no answer
what-if-idle-why = What they help with is done already, or the answer is not known.
what-if-notes = How we worked it out
what-if-note-effect = We assume that the tips have full effect. In reality it takes time, and not everything turns out as intended.
what-if-note-unknown = Answers that are missing or “don’t know yet” are not lifted, even if the tips are about them.
what-if-note-promise = A goal with too few answers for a level is promised none.
what-if-note-answers = None of this changes your answers. It is not saved either, but the address of the page remembers what you have ticked.
