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
