# The plan: decisions about tips, own actions, owners, follow-up.
# Events
event-plan-made = A plan was made
event-plan-approved = The plan was approved
event-plan-closed = The plan was closed
# Mails to owners
plan-mail-subject = Actions in { $organisation }
plan-mail =
    You are responsible for one or more actions in { $plan } for { $organisation }.

    Here you see your actions and can say how far you have come. You need no account:

    { $address }

    The address is your own. Whoever has it can see and change the status of your actions.
plan-mail-why = you are responsible for something in a plan for { $organisation }.
plan-mail-due-subject =
    { $count ->
        [one] An action to do: { $organisation }
       *[other] { $count } actions to do: { $organisation }
    }
plan-mail-due =
    This is soon due or late in the plan for { $organisation }:

    { $lines }

    Say how far you have come, or turn off the reminders:

    { $address }
plan-mail-late = Late: { $title } (was to be done by { $day })
plan-mail-soon = Soon: { $title } (to be done by { $day })
plan-mail-waiting-subject = The plan for { $organisation }
plan-mail-waiting-late =
    { $count ->
        [one] One action in the plan is late.
       *[other] { $count } actions in the plan are late.
    }
plan-mail-waiting-take-up =
    { $count ->
        [one] One tip that you put off is due to be taken up again.
       *[other] { $count } tips that you put off are due to be taken up again.
    }
# The plans
plans-title = Plan
plans-what = Here you decide what to do with the tips: do, later or not. Every action gets someone responsible and a day.
plan-open = Open
plan-closed = Closed
plan-made-on = Made { $day }
plan-closed-on = Closed { $day }
plan-no-round = A plan is made from the tips of a self-assessment whose answers are agreed. Close the answers in your self-assessment, and you can make the plan here.
plan-contact-makes = A contact person makes the plan.
plan-new = Make a plan
plan-new-what = The plan takes in all tips that your self-assessment gives. You can add actions of your own.
plan-name = Name of the plan
plan-name-suggested = Plan { $year }
plan-from = Self-assessment to start from
plan-from-round = The self-assessment from { $day }
plan-carry = Take along what is left in { $plan }: what is not done and what you put off
plan-new-do = Make the plan
plan-fault-name = Write what the plan is to be called.
plan-refused-gone = The plan is no longer there.
plan-refused-closed = The plan is closed and cannot be changed. You can make a new plan that takes along what is left.
plan-refused-open = You already have an open plan. Close it first, and the next one can take along what is left.
plan-refused-round = The answers of the self-assessment are not agreed yet. Close it for answers first.
plan-refused-entry = The action, the tip or the person responsible is no longer in the plan. Nothing has changed.
plan-refused-too-many = There were too many people responsible or mails at once. Nothing has changed. Try again tomorrow.
# A plan
plan-back = Back to { $plan }
plan-back-plans = All plans
plan-counts = { $todo } to do, { $done } of them done. { $later } later, { $no } not. { $open } left to decide.
plan-approved-by = Approved by { $by } { $day }
plan-approved-reference = Approved by { $by } { $day } ({ $reference })
plan-changed-since = Changed after the approval
plan-answers-from = “By the answers” builds on your agreed answers, last changed { $day }. “By you” is what you set yourselves. A new answer never changes the plan.
plan-views = Show the plan by
plan-by-decision = Decision
plan-by-goal = Goal
plan-by-owner = Person responsible
plan-by-quarter = Quarter
plan-nothing-here = There is nothing to show here yet.
plan-group-now = Decide on these three first
plan-group-next = Then decide on these
plan-group-do = To do
plan-group-take-up = Later
plan-group-done = Done
plan-group-rest = Other tips
plan-group-no = Not
plan-group-no-goal = No goal in particular
plan-group-late = Late
plan-quarter-1 = January–March { $year }
plan-quarter-2 = April–June { $year }
plan-quarter-3 = July–September { $year }
plan-quarter-4 = October–December { $year }
plan-state-open = To decide
plan-state-late = Late
plan-state-take-up = Time to take up
plan-state-later = Later
plan-state-no = Not
plan-status-not-begun = Not begun
plan-status-ongoing = Under way
plan-status-done = Done
plan-derived-unknown = cannot be said
plan-derived-not-begun = not begun
plan-derived-begun = begun
plan-derived-done = in place
plan-by-answers = By the answers:
plan-differs-done = You say that it is done, but the answers do not show it yet. Has it had no effect, or are the answers from before?
plan-differs-answered = The answers say that it is in place. Is it done, or is something left?
plan-differs-not-decided = The answers say that it is in place, though you were not to do it now. Are the answers right?
plan-says-open = No decision yet.
plan-says-do = Do. { $owner }, by { $day }.
plan-says-later = Later. To be taken up again { $day }.
plan-says-no = Not, because: { $because }
plan-said-status = Status by you: { $status }
plan-said-resources = Resources: { $resources }
plan-said-note = Note: { $note }
plan-owner-unknown = Unknown person responsible
plan-own-add = Add an action of your own
plan-files = Download and load
plan-manage = Look after the plan
plan-done-decided = The decision is saved.
plan-done-approved = The approval is noted.
plan-done-closed = The plan is closed. It can be read but not changed.
plan-done-loaded = The file is loaded.
# A decision
plan-because = Because you answered { $answers }.
plan-tip-whole = Read the whole tip
plan-own-title = An action of your own
plan-own-name = What is to be done?
plan-own-goal = Goal that the action belongs to (optional)
plan-own-no-goal = No goal in particular
plan-decide = What do you decide?
plan-do = Do
plan-do-means = Someone is responsible, and there is a day by which it is to be done.
plan-later = Later
plan-later-means = Not now. You take it up again on a day that you choose.
plan-no = Not, because …
plan-no-means = You do not do it, and write why. The reason is kept for next time.
plan-undecided = No decision yet
plan-if-do = If you do it
plan-owner = Person responsible
plan-owner-choose = Choose who is responsible
plan-owner-new = Or someone new
plan-owner-hint = A function or a name, for example Head of procurement.
plan-owner-email = Their e-mail address (optional)
plan-owner-email-hint = We mail a link of their own to the actions. They need no account.
plan-by = Done by
plan-resources = Resources (optional)
plan-resources-hint = For example 40 hours, or SEK 50,000 for training.
plan-status = How far have you come?
plan-if-later = If you do it later
plan-on = Taken up again
plan-if-no = If you do not do it
plan-because-label = Why not?
plan-note = Note (optional)
plan-note-hint = Write no personal data that is not needed.
plan-save = Save the decision
plan-history = What has been decided
plan-history-when = { $day } at { $time }, { $who }
plan-who-left = someone who no longer belongs to the organisation
plan-who-owner = { $name } through their own link
plan-who-carried = taken along from the plan before
plan-conflict-title = Someone else has saved
plan-conflict = While you had the form open someone else saved this. The form holds what you filled in. If you save again, that is what stands.
plan-conflict-keep = Keep what is saved
plan-fault-decision = Choose do, later or not.
plan-fault-day = Write the day as year-month-day, for example 2027-03-31.
plan-fault-past = The day is past. Choose a day from today on.
plan-fault-because = Write why you do not do it.
plan-fault-title = Write what is to be done.
plan-fault-owner = Choose who is responsible, or write someone new.
plan-fault-owner-name = Write the name or function of who is responsible.
plan-fault-approver = Write who has approved the plan.
# Those responsible
plan-owners-title = Those responsible
plan-owners-what = Whoever is responsible for something sees their actions through a link of their own, without an account, and can say how far it has come. The link is like a key: give it only to whoever is responsible.
plan-owners-none = Nobody is responsible for anything yet. You choose who is when you decide to do something.
plan-owner-actions =
    { $count ->
        [one] One action.
       *[other] { $count } actions.
    }
plan-owner-no-address = We have no e-mail address. Give them the link yourselves, and remind them yourselves.
plan-owner-reminded = Is reminded once a week when something is soon due or late.
plan-owner-not-reminded = Has turned off reminders.
plan-owner-link = Own link
plan-owner-name = Name or function
plan-owner-save = Save
plan-owner-anew = Save and change to a new link
plan-owner-done = Saved.
# Approve and close
plan-approve-title = Approve the plan
plan-approve-what = When a manager or board has approved the plan, note it here. The plan can still be changed, and then it says that it has changed after the approval.
plan-approver = Who has approved the plan?
plan-approver-hint = Name or function, for example Finance director or Board.
plan-reference = Where is the decision? (optional)
plan-reference-hint = For example a register number or the day of a meeting.
plan-approve-do = Note the approval
plan-close-title = Close the plan
plan-close-what = A closed plan can be read but not changed. Those responsible get no more reminders. Then you can make the next plan, which takes along what is left.
plan-close-left =
    { $count ->
        [one] One action is not done. It can go along to the next plan.
       *[other] { $count } actions are not done. They can go along to the next plan.
    }
plan-close-do = Close the plan
plan-close-not = Leave it open
# The owner's own page
plan-own-actions = Your actions
plan-own-what = This is what { $name } is responsible for. Say how far it has come, and those who look after the plan see it.
plan-own-none = You are not responsible for anything in the plan right now.
plan-own-closed = The plan is closed. Nothing can be changed here any more.
plan-own-by = Done by { $day }
plan-own-save = Save the status
plan-own-saved = The status is saved.
plan-own-reminders = Reminders
plan-own-reminders-are-on = You get one mail a week when something is soon due or late.
plan-own-reminders-are-off = You get no reminders.
plan-own-turn-off = Turn off the reminders
plan-own-turn-on = Turn on the reminders
plan-own-reminders-off = The reminders are off.
plan-own-reminders-on = The reminders are on.
# Download and load
plan-excel = The whole plan as Excel
plan-csv = The whole plan as CSV
plan-calendar = The plan's days for the calendar
plan-calendar-do = Done by: { $title }
plan-calendar-later = Take up again: { $title }
plan-calendar-own = Say how far you have come through your own link.
plan-own-calendar = Add to the calendar
plan-load-title = Load the plan
plan-load-what = Download the plan, change the file and load it here. You can change decisions, those responsible, dates and notes, and add actions of your own.
plan-load-get = Download the plan
plan-load-file = The plan as Excel or CSV
plan-load-hint = Those newly responsible who have an e-mail address get a mail with their own link.
plan-load-do = Load the file
plan-load-nothing = Nothing is loaded. The plan is unchanged.
# The table
plan-sheet-rows = Actions
plan-column-key = Key
plan-column-version = Version
plan-column-edition = Question edition
plan-column-goal = Goal
plan-column-title = Action
plan-column-decision = Decision
plan-column-email = E-mail
plan-column-date = Date
plan-column-resources = Resources
plan-column-because = Why not
plan-column-status = Status
plan-column-note = Note
plan-table-what = The sheet “{ $sheet }” has one row for each tip and action of your own. Make changes there, save the file and load it on the plan's page.
plan-table-decide = Choose from the list in the column “{ $column }”. Do needs who is responsible and a date, Later needs a date, and Not needs why you do not do it.
plan-table-date = Write the day in the column “{ $column }” as year-month-day, for example 2027-03-31. For Do it is the day by which it is to be done, for Later the day on which you take it up again.
plan-table-own = Add an action of your own on a new row. Leave “{ $key }” and “{ $version }” empty there.
plan-table-keys = Do not change “{ $key }”, “{ $version }” and “{ $edition }” on the other rows: they are needed when the file is loaded. What a tip is called and which goal it belongs to cannot be changed.
plan-table-mail = Those newly responsible who have an e-mail address get a mail with their own link when the file is loaded. Write no personal data that is not needed.
plan-table-all = If something is wrong nothing is loaded, and you are told everything that is wrong.
plan-choose-title = Choose from the list
plan-choose = You can choose: { $words }.
# Faults in a file that is loaded
plan-file-damaged = The file is not an Excel file, or it is damaged. Save it as Excel (.xlsx) or CSV and try again.
plan-file-too-large = The file is larger than a plan can be. Download the plan again and copy the changes to it.
plan-file-not-a-plan = The file is not a plan from here, or its headings have been changed. Choose an Excel file (.xlsx) or CSV file that you have downloaded here.
plan-file-headings = These columns are not in the file: { $headings }. Download the plan again and copy the changes to it.
plan-file-other-edition = The file belongs to a plan on another edition of the questions ({ $edition }). This plan belongs to { $own }, and a file from another edition cannot be loaded. Download this plan and copy the changes to it.
plan-file-no-rows = There are no rows in the file. Download the plan again.
plan-row-at = Row { $row }, { $column }: { $fault }
plan-row-unknown = The plan has no row with the key “{ $key }”. Write the key again, or empty it if this is a new action of your own.
plan-row-duplicate = The key already stands in row { $row }. Keep one of the rows.
plan-row-version = This is no version of the row. Write again the number that stood here when the file was downloaded.
plan-row-decision = “{ $written }” is not a decision. You can choose: { $words }.
plan-row-status = “{ $written }” is not a status. You can choose: { $words }.
plan-row-goal = There is no goal “{ $written }”. Write the goal's number or name, or leave the cell empty.
plan-row-undecided = The row says who, when or why, but nothing is decided. Choose do, later or not.
plan-row-changed = Someone else has changed this since the file was downloaded. Now it says: { $stands } Download the plan again and make the change there.
