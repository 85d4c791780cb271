# Mails about organisations and who belongs to them

org-mail-role-contact = contact person
org-mail-role-respondent = respondent
org-mail-role-reader = reader

org-mail-asked-subject = Someone wants to join { $organisation }
org-mail-asked-contacts =
    { $who } wants to join { $organisation } in Strategikollen.

    See who it is and approve or decline here:
    { $link }

    Until one of you has approved, { $who } sees nothing of your answers.
org-mail-asked-agency =
    { $who } wants to join { $organisation }, which has no contact person yet.

    Check the address against the organisation's own pages. Approve or decline here:
    { $link }

org-mail-approved-subject = You have joined { $organisation }
org-mail-approved =
    You are now { $role } for { $organisation } in Strategikollen.

    Begin here:
    { $link }

org-mail-declined-subject = You have not joined { $organisation }
org-mail-declined =
    Your request to join { $organisation } in Strategikollen was declined.

    Do you think this is a mistake? Talk to whoever works with purchasing in the organisation.

org-mail-invited-subject = Invitation to { $organisation } in Strategikollen
org-mail-invited =
    You are invited to be { $role } for { $organisation } in Strategikollen, where organisations assess how strategically they work with purchasing.

    Open the invitation and accept here:
    { $link }

    The invitation is valid for seven days and only for { $email }. If you do not want to take part, you need not do anything.

org-mail-role-subject = Your role in { $organisation } has changed
org-mail-role = A contact person has changed your role. You are now { $role } for { $organisation } in Strategikollen.

org-mail-removed-subject = You are no longer part of { $organisation }
org-mail-removed =
    You no longer belong to { $organisation } in Strategikollen and cannot see its pages.

    What you have answered in a self-assessment that is still being answered does not count. Answers from self-assessments where answering is closed remain.

org-mail-proposed-subject = Proposal: new contact person for { $organisation }
org-mail-proposed =
    A case officer proposes that { $who } becomes contact person for { $organisation } in Strategikollen.

    Reason: { $reason }

    Another case officer decides. A contact person sees the organisation's answers and can submit them. If the proposal is wrong, tell whoever runs the service as soon as you can.

org-mail-appointed-subject = New contact person for { $organisation }
org-mail-appointed =
    { $who } is approved as contact person for { $organisation } in Strategikollen.

    A contact person leads the organisation's self-assessment, sees its answers and can submit them. If this is wrong, contact whoever runs the service.

org-mail-refused-subject = No change of contact person for { $organisation }
org-mail-refused = The proposal that { $who } should become contact person for { $organisation } in Strategikollen was not approved.

org-mail-factor-lost-subject = { $who } needs help to sign in
org-mail-factor-lost =
    { $who } has lost the second step of signing in to { $organisation } in Strategikollen and asks you to remove it. After that a code to the e-mail address is enough to add a new one.

    First make sure that it really is them, by telephone for example. Then remove the second step here:
    { $link }

org-mail-factor-reset-subject = A sign-in was reset in { $organisation }
org-mail-factor-reset =
    A case officer has removed the second step of signing in for { $who }, who belongs to { $organisation } in Strategikollen. The person had lost it and adds a new one.

    If this is wrong, contact whoever runs the service as soon as you can.

org-mail-next-subject = Time for the next self-assessment in { $organisation }
org-mail-next =
    This is the month that { $organisation } has chosen for its self-assessment in Strategikollen.

    Begin from your last one: you confirm what has not changed and answer only the rest. Set aside half an hour:
    { $link }

    Do you want the reminder in another month, or not at all? Change it here:
    { $month }

org-mail-confirm-subject = Go through who belongs to { $organisation }
org-mail-confirm =
    It is a year since anyone went through who belongs to { $organisation } in Strategikollen. Those who have left should not be able to read your answers.

    It takes a few minutes:
    { $link }

org-mail-agency-subject = Your role in the administration of Strategikollen
org-mail-agency-case-officer = case officer
org-mail-agency-editor = editor
org-mail-agency-publisher = publisher
org-mail-agency-administrator = administrator
org-mail-agency-granted =
    You are now { $role } in the administration of Strategikollen.

    Sign in with this e-mail address. You also need a second factor, which you set up when you sign in the first time.
org-mail-agency-revoked = You are no longer { $role } in the administration of Strategikollen.

# After "You receive this mail because"
org-mail-why-contact = you are contact person for { $organisation }.
org-mail-why-agency = you are case officer in the administration of Strategikollen.
org-mail-why-asked = you have asked to join { $organisation }.
org-mail-why-invited = a contact person for { $organisation }, or whoever runs the service, has invited you.
org-mail-why-member = you belong to { $organisation } in Strategikollen.
org-mail-why-was-member = you have belonged to { $organisation } in Strategikollen.
org-mail-why-told = you are contact person or official address for { $organisation }.
org-mail-why-account = you have an account in Strategikollen.
