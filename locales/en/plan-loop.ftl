# The next assessment shows what came of the plan: beside the questions, in what has changed and on the decision page.
plan-beside-done = In the action plan: “{ $title }” – done ({ $owner }, { $day })
plan-beside-ongoing = In the action plan: “{ $title }” – under way ({ $owner }, due { $day })
plan-beside-not-begun = In the action plan: “{ $title }” – not begun ({ $owner }, due { $day })
plan-beside-later = In the action plan: “{ $title }” – later (to be taken up again { $day })
plan-beside-no = In the action plan: “{ $title }” – no, by your decision
plan-did-title = What you did
plan-did-one = “{ $title }”
plan-did = You did { $titles }.
plan-did-up = Question { $label } went from { $from } to { $to }.
plan-did-down = Question { $label } went down from { $from } to { $to }.
plan-did-same = Question { $label } is still at { $level }.
plan-did-nothing = There are no answers to compare.
plan-did-honest = That an answer changed after an action does not show that the action was the cause.
plan-did-link = To { $plan }
# The decision page
plan-decision-more =
    { $count ->
        [one] One more action is in the action plan.
       *[other] { $count } more actions are in the action plan.
    }
plan-decision-none = You have not yet decided to do anything in the action plan.
plan-decision-all-done = Everything that you have decided to do in the action plan is done.
plan-decision-fill-in = Fill in the amount
plan-decision-intro = The amount is optional. Actions, owners and days come from the action plan.
plan-decision-change = Change them in the action plan
# Personal data in plans
privacy-plan-title = Action plans
privacy-plan-what = Name or function of whoever is responsible for an action, and the e-mail address if you write it. Who approved the plan, what you write in it, and which of you decided what.
privacy-plan-why = So that whoever is responsible sees their actions and gets reminders, and so that you see who does what.
privacy-plan-who = Those who belong to the organisation. Whoever is responsible sees only their own actions, through a link of their own. Owner and day also stand on the decision page. It can be read by whoever you give a read link, and once you have handed in also by the organisation that owns you. Everything is stored encrypted, and nobody who manages the service has a page that shows it.
privacy-plan-long = As long as the organisation takes part in the service. While the plan is open a contact person can change the name and remove the e-mail address. When the organisation leaves, all plans are deleted.
