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
mail-news-reset = Your second step at sign-in has been removed, and everyone who was signed in to your account has been signed out. The next time you sign in, you add a new one.
mail-news-todo =
    Was it you? Then you need do nothing.

    Was it not you? Sign in, sign out everyone else and replace the second step:
    { $page }
    Also tell a colleague who is a contact person.
mail-news-why = your account has been changed.
