# A shared purchasing unit prepares self-assessments for several organisations
preparers-title = Purchasing units that prepare for you
preparers-what = A shared purchasing unit can start a self-assessment for you, ask colleagues and propose common answers. It sees only the self-assessments that it has started for you itself. You adjust the answers, and only you can hand in.
preparers-none = No purchasing unit may prepare for you.
preparers-number = The purchasing unit's organisation number
preparers-number-hint = Ten digits. The purchasing unit must have joined the service itself.
preparers-let-in = Let the purchasing unit prepare
preparers-take-back = Take back from
preparers-take-back-means = When you take it back, the purchasing unit no longer reaches what it has prepared. Common answers remain with you. What the purchasing unit has answered in a self-assessment that is still being answered does not count: close the answering first if you want to keep it.
preparers-done-let-in = The purchasing unit may now prepare self-assessments for you. Its contact persons have been told.
preparers-done-taken-back = The purchasing unit no longer reaches your self-assessments. Its contact persons have been told.
preparers-for = Organisations that you may prepare for
refusal-no-unit = We find no other organisation that has joined with that number. Check the number, or ask the purchasing unit to join first.
begin-for-title = For whom?
begin-for-hint = Each one that you choose gets a self-assessment of its own. The organisation can adjust the answers, and only it can hand in.
begin-for-own = { $name } (yourselves)
begin-for-nobody = Choose at least one organisation to start for
begin-for-others-anew = For others a self-assessment begins from the beginning: choose the full check or the quick check
home-started = { $count ->
    [one] One self-assessment is started.
   *[other] { $count } self-assessments are started.
}
lead-prepared = { $unit } prepares this self-assessment. The organisation can adjust the answers, and only it can hand in.
event-preparer-let-in = { $unit } was allowed to prepare self-assessments
event-preparer-taken-back = { $unit } may no longer prepare self-assessments
event-round-prepared = { $unit } started a self-assessment for the organisation
org-mail-may-prepare-subject = You may prepare self-assessments for { $organisation }
org-mail-may-prepare =
    { $organisation } lets you prepare self-assessments in Strategikollen. You start, ask colleagues and propose answers. { $organisation } adjusts the answers and hands in.

    Start here:
    { $link }

org-mail-no-longer-prepare-subject = You no longer prepare for { $organisation }
org-mail-no-longer-prepare =
    { $organisation } has taken back the right to prepare self-assessments. You no longer reach what you have prepared. It remains with { $organisation }, but what you have answered where answering is still open does not count.

org-mail-prepared-subject = A self-assessment is started for { $organisation }
org-mail-prepared =
    { $unit } has started a self-assessment for { $organisation } and prepares it. You can answer and adjust, and only you can hand in.

    Here it is:
    { $link }

org-mail-why-prepare = you are a contact person of a purchasing unit that { $organisation } has let in.
