# Close one's account
close-account-title = Close the account
close-account-goes-self = Your name, your e-mail address, the second step at sign-in and all sessions. All browsers are signed out.
close-account-goes-places = Your place in the organisations you belong to.
close-account-goes-answers = What you have answered in self-assessments that are still being answered: it does not count.
close-account-stays-answers = Answers in self-assessments where answering is closed, without your name.
close-account-stays-log = The organisations' events. They show the name or e-mail address you had when something happened.
close-account-final = This cannot be undone. If you sign in with the same address again you get a new, empty account.
close-account-do = Close the account
close-account-stay = No, keep the account
close-account-last = You are the only contact person here, and cannot close the account yet:
close-account-last-todo = Appoint another contact person, or end the organisation in the service, and then come back here.
close-account-done = The account is closed and all browsers are signed out. We have sent a mail about it.
mail-closed-subject = Your account in Strategikollen is closed
mail-closed-text =
    Your account in Strategikollen is closed. All browsers are signed out.

    Was it not you? Get in touch with a contact person in your organisation or with whoever runs the service.
mail-closed-why = your account has been closed.
event-agency-account-closed = { $who } closed their account and has no role at the agency any longer
