# Take out everything, and leave
export-title = Take out everything you have
export-what = You get a zip file with everything that the organisation has in the service.
export-rounds = Each self-assessment, with common answers and grounds, as a file to load in any installation. While it is being answered, the answers are not there.
export-tables = Answers, distributions, members and events as tables (CSV) to open in Excel.
export-submissions = What you have handed in, character by character.
export-about = The facts about the organisation, the members, networks, what you tell others and all events (JSON).
export-not = What each person has answered is not included, only how the answers are spread. Read links and answer links are not included either.
export-load = To load a self-assessment again: choose Load a saved file on the start page, and then take it into an organisation.
export-restore = Whoever runs an installation of its own can load the whole ZIP file there: details, members, self-assessments, what was handed in and events.
export-do = Fetch the zip file
export-readme =
    Everything an organisation has in Strategikollen
    ------------------------------------------------

    sjalvskattningar/    a file for each self-assessment; load it on the start page of any installation
    inlamningar/         what has been handed in, character by character; the name is the reference number
    organisation.json    facts, members, self-assessments, submissions, networks and events
    svar.csv             agreed answers with grounds
    fordelning.csv       how the answers are spread
    medlemmar.csv        who belongs to the organisation
    handelser.csv        what has happened

    The tables have semicolons between fields and open in Excel.
    What each person has answered is not included.
quit-title = Leave and delete
quit-goes = This is deleted
quit-goes-rounds = All self-assessments, with answers, grounds, links and workshops.
quit-goes-members = Who belongs to the organisation, and invitations.
quit-goes-log = The organisation's events.
quit-goes-submissions = What you have handed in.
quit-stays = This stays
quit-stays-submissions = What you have handed in. It is an official document with whoever runs the service.
quit-stays-register = The organisation in the register, and what the administration has done. You can join again.
quit-stays-accounts = Everyone's own account.
quit-stays-record = A note of the day when you left, without anyone's name.
quit-final = It cannot be undone. Take out everything first if you want to keep it.
quit-name = Write the organisation's name, { $name }, to confirm
quit-do = Delete everything
quit-stay = No, keep everything
quit-done = The organisation has left, and what it had here is deleted. Everyone who belonged to it gets an e-mail.
refusal-other-name = The name is not the same. Nothing has been deleted. Write it as it stands.
event-agency-organisation-left = An organisation left and deleted what it had
org-mail-left-subject = { $organisation } has left Strategikollen
org-mail-left =
    A contact person has ended { $organisation } in Strategikollen. Self-assessments, answers and memberships are deleted.

    Your own account remains.
