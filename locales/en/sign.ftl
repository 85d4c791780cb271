# Mails about signing in and the account
mail-code-subject = Sign in to Strategikollen
mail-code-text =
    Your code is:

        { $code }

    Type it on the page where you asked for it, in the same browser. If you have closed the page, it is here:
    { $page }

    The code is valid for 10 minutes and once. If you ask for a new code, this one stops being valid.

    Did you not ask for the code? Then you need do nothing. Nobody can sign in with it in another browser than the one that asked for it. Never give the code to anyone.
mail-code-why = someone gave your address to sign in.
mail-confirm-subject = Confirm in Strategikollen
mail-confirm-text =
    Your code is:

        { $code }

    Type it on the page where you asked for it. The code is valid for 10 minutes and once.

    Did you not ask for the code? Give it to nobody. Sign in and see who is signed in to your account.
mail-confirm-why = someone gave your address for an account.
mail-news-subject = A change to your account in Strategikollen
mail-news-address = Your account has a new e-mail address: { $address }. This address can no longer be used to sign in.
mail-news-totp-added = An authenticator app has been added to your account.
mail-news-totp-removed = The authenticator app has been removed from your account.
mail-news-passkey-added = A passkey has been added to your account: { $name }.
mail-news-passkey-removed = A passkey has been removed from your account: { $name }.
mail-news-recovery-codes = Your account has new recovery codes. The earlier ones are no longer valid.
mail-news-recovery-used =
    { $left ->
        [0] A recovery code has been used to sign in to your account. It was the last one: make new ones in the account.
        [one] A recovery code has been used to sign in to your account. One code is left.
       *[other] A recovery code has been used to sign in to your account. { $left } codes are left.
    }
mail-news-sign-in-added = Your account can now be signed in to with { $name }.
mail-news-sign-in-removed = Your account can no longer be signed in to with { $name }.
mail-news-reset = Your second step at sign-in has been removed, and everyone who was signed in to your account has been signed out. The next time you sign in, you add a new one.
mail-news-todo =
    Was it you? Then you need do nothing.

    Was it not you? Sign in, sign out everyone else and replace the second step:
    { $page }
    Also tell a colleague who is a contact person.
mail-news-why = your account has been changed.
# Page header
nav-sign-in = Sign in
nav-overview = Overview
nav-sign-out = Sign out
# Sign in
sign-title = Sign in
sign-lead = You get a code by e-mail and sign in with it. You need no password.
sign-email = E-mail address
sign-email-hint = Use your address at work. If you have no account, you get one.
sign-send = Send the code
sign-signed-out = You have signed out.
sign-kept = What you sent has not arrived yet: you first have to show who you are. We have kept it for a day, and you can soon send it again.
sign-not-kept = What you sent has not arrived: you first have to show who you are. It could not be kept. Go back in the browser and copy what you wrote before you go on.
sign-already = You are already signed in as { $who }.
sign-go-on = Go on
sign-other = You can also sign in with another address. Then you are signed out from this one.
sign-without-title = Do you want to try without an account?
sign-without = You can do the self-assessment on your own, without signing in.
sign-without-link = Try without an account
email-wrong = Write an e-mail address, for example name@municipality.se.
# The code
code-title = Type the code
code-sent = We have sent a code to { $email }. It is valid until { $time }, in this browser only.
code-folder = This installation sends no mails. The code is in the newest file in the folder mail, in the service's data folder.
code-label = Code
code-hint = Eight characters in two groups. Capital or small letters do not matter.
code-do = Sign in
code-again-title = Has the code not come?
code-again = It may take a minute. Also look among the junk mail. If we send a new code, the earlier one stops being valid.
code-again-do = Send a new code
code-other = Use another address
code-none-title = No code is waiting here
code-none = The code may have been used, be older than 10 minutes or have been tried too many times. It is valid only in the browser where you asked for it.
code-none-do = Ask for a new code
code-empty = Type the code from the mail.
code-wrong =
    { $left ->
        [one] The code is wrong. You have one try left.
       *[other] The code is wrong. You have { $left } tries left.
    }
code-gone = The code is no longer valid. Ask for a new one.
code-too-many = There have been too many codes or tries. Wait an hour and try again. A code that has already come may still be valid.
# The second step
factor-title = Show that it is you
factor-lead = Your account has a second step at sign-in.
factor-totp = Code from the authenticator app
factor-totp-hint = Six digits. They change every thirty seconds.
factor-do = Go on
factor-or = or
factor-lost-title = Do you no longer have the phone or the key?
factor-lost = Sign in another way
factor-empty = Type the six digits from the app.
factor-wrong = The code is wrong. Check that the phone's clock is right, and try the next code.
factor-used = That code has been used already. Wait for the next one; it comes within half a minute.
factor-too-many = There have been too many tries. Wait an hour and try again.
passkey-use = Use a passkey
passkey-needs-script = A passkey needs a browser with JavaScript and support for passkeys.
passkey-wrong = The passkey could not be used. Try again or choose another way.
passkey-known = That passkey is there already.
# Recovery code
recovery-title = Sign in with a recovery code
recovery-back = Back
recovery-lead = You got the recovery codes when you added the second step. Each code is valid once.
recovery-code = Recovery code
recovery-hint = 24 characters. Hyphens and capital letters do not matter.
recovery-do = Go on
recovery-empty = Type a recovery code.
recovery-wrong = That is no valid recovery code. It may be mistyped, used already or replaced by new ones.
recovery-none-title = Do you have no recovery code?
recovery-none = Ask another contact person in your organisation to remove your second step. They do so on the page Members. You get a mail when it is done, and add a new one when you sign in.
recovery-ask = Mail the contact persons
recovery-asked = The mail is on its way to the contact persons. They contact you to see that it is you.
recovery-agency = If there is no other contact person, { $agency } can do it. Your organisation is told.
recovery-agency-link = Contact
recovery-own = If there is no other contact person, whoever runs the installation can do it, with this command:
# Sign out
out-title = Sign out
out-lead = You are signed in as { $who }.
out-do = Sign out
out-nobody = You are not signed in.
out-stay = Stay
# Confirm
step-up-title = Confirm that it is you
step-up-lead = What you are about to do matters. So you need to show once more who you are. After that you need not for 15 minutes.
step-up-sent = We have sent a code to { $email }. It is valid for 10 minutes.
step-up-send = Send a code to { $email }
step-up-do = Confirm
