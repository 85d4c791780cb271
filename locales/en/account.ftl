# Your account
account-title = Your account
account-back = Back to the account
account-saved = The changes are saved.
account-email-saved = You now sign in with { $email }. The old address has been sent a mail about the change.
account-kept = There is something that you have sent but that has not arrived
account-name = Name
account-name-hint = Shown to colleagues in your organisation.
account-name-empty = Write your name.
account-lang = Language in mails
account-digest = Reminders
account-digest-yes = Remind me, in a single mail for everything
account-save = Save
account-sign-title = Signing in
account-email = E-mail address
account-email-change = Change address
account-factor = Second step
account-factor-yes = There is one
account-factor-no = There is none
account-factor-change = Show and change
account-sessions = Signed-in browsers
account-sessions-what = See where you are signed in, and sign out
account-sessions-show = Show
# Change address
email-title = Change e-mail address
email-now = You now sign in with { $email }.
email-lead = We mail a code to the new address. When you have typed it the address is changed, and the old one is sent a mail about it. Other signed-in browsers are signed out.
email-new = New e-mail address
email-send = Send the code
email-sent = We have sent a code to { $email }. It is valid for 10 minutes.
email-do = Change address
email-taken = That address belongs to another account. Sign in with it instead, or use another.
# The second step
factors-title = Second step at sign-in
factors-back = Back to the second step
factors-lead = With a second step, reading your e-mail is not enough to get in. Contact persons must have one.
factors-needed = Your role asks for a second step at sign-in. Add one, and you can go on.
factors-app-title = Authenticator app
factors-app-what = An app in the phone shows a code that you type. It works in every browser.
factors-app-have = You have an authenticator app.
factors-app-add = Add an app
factors-app-replace = Change to a new phone
factors-app-remove = Remove the app
factors-app-added = The authenticator app has been added.
factors-key-title = Passkeys
factors-key-what = A passkey is in the computer, in the phone or on a security key. You unlock it with a fingerprint, your face or a PIN, and have nothing to type.
factors-key-add = Add a passkey
factors-key-remove = Remove
factors-key-made = Added { $date }.
factors-key-used = Last used { $date }.
factors-key-added = The passkey has been added.
factors-removed = It has been removed.
factors-others = See whether you are signed in in other browsers, and sign them out
factors-codes-title = Recovery codes
factors-codes-left =
    { $left ->
        [0] You have no recovery codes left.
        [one] You have one recovery code left.
       *[other] You have { $left } recovery codes left.
    }
factors-codes-what = With a recovery code you get in if the phone or the key is gone.
factors-codes-new = Make new recovery codes
# Authenticator app
app-title = Add an authenticator app
app-step-1 = Open an authenticator app in the phone. If you have none, ask your IT department which one to use.
app-step-2 = Scan the code here with the app.
app-qr = Code to scan with the authenticator app. The same key stands as text below.
app-or-type = Does it not work? Type this key in the app:
app-step-3 = Type the six digits that the app shows.
app-do = Add the app
# Passkey
passkey-title = Add a passkey
passkey-lead = The browser asks where the key shall be and how you unlock it.
passkey-name = What do you want to call it?
passkey-name-hint = For example Work computer. So you know it again if you want to remove it.
passkey-name-empty = Write what you want to call the passkey.
passkey-add = Add the passkey
# Recovery codes
codes-title = Save the recovery codes
codes-done = The second step and the recovery codes are ready.
codes-lead = With one of the codes you get in if the phone or the key is gone, for example next year. Each code is valid once. They are shown only now.
codes-where = Print them, or save them where you keep passwords. Not in the phone that they are to replace.
codes-print = Print
codes-saved = I have saved the codes
codes-new-title = New recovery codes
codes-new = You get ten new codes. The old ones stop being valid.
codes-new-do = Make new codes
# Signed-in browsers
sessions-title = Signed-in browsers
sessions-lead = Is there one that you do not know? Sign it out and replace the second step.
sessions-unknown = Unknown browser
sessions-current = This one
sessions-end = Sign out
sessions-end-others = Sign out all others
sessions-ended = Signed out.
sessions-moment = { $day } at { $time }
sessions-times = Signed in { $since }. Last used { $used }.
# Kept
kept-title = Send it again
kept-lead = When you sent this you first had to show who you are. We kept it for a day. Send it again, or throw it away.
kept-none = There is nothing left here.
kept-gone = It has been thrown away.
kept-when = You wrote this at { $time } on { $day }
kept-no-text = A form with choices but no text.
kept-open = Open the page where you wrote it
kept-send = Send again
kept-discard = Throw away
kept-onwards = Go on without doing anything now
