# Events: what has happened, in one sentence.
event-restored = The organisation was loaded from what was taken out on { $day }
event-founded = The organisation was set up
event-join-asked = { $who } asked to join
event-join-taken-back = { $who } took the request back
event-join-approved = { $who } was approved
event-join-declined = { $who } was declined
event-vouched = { $who } came in by the organisation's own sign-in
event-not-vouched = { $who } no longer has a role according to the organisation's own sign-in
event-invited = { $who } was invited
event-invitation-revoked = The invitation to { $who } was taken back
event-invitation-accepted = { $who } accepted the invitation
event-role-changed = { $who } got a new role
event-member-removed = { $who } was removed
event-member-left = { $who } left the organisation
event-members-confirmed = The members were gone through
event-reminder-month-set = The month for reminders was changed
event-factor-reset = The second step of { $who } was removed
event-agency-imported = The register was imported: { $count ->
    [one] one organisation was added or changed
   *[other] { $count } organisations were added or changed
}
event-agency-first-approved = { $who } was approved as first contact person
event-agency-first-declined = { $who } was declined as first contact person
event-agency-invited = { $who } was invited as contact person
event-agency-proposed = { $who } was proposed as contact person
event-agency-appointed = { $who } was appointed contact person by two people
event-agency-refused = The proposal of { $who } was refused
event-agency-reclassified = The details for the comparison were corrected
event-agency-domains-set = The e-mail domains were changed
event-agency-registrator-set = The official address was changed
event-agency-role-granted = { $who } got a role in the administration
event-agency-role-revoked = { $who } lost a role in the administration
event-submitted = The self-assessment { $reference } was handed in
event-withdrawn = The submission { $reference } was withdrawn
event-agency-factor-reset = The administration removed the second step of { $who }
event-agency-wave-closed = The comparison of { $date } was closed
event-agency-wave-discarded = The comparison of { $date } was discarded
event-agency-wave-published = The comparison of { $date } was published
event-agency-wave-withdrawn = The comparison of { $date } was withdrawn
