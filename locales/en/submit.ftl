# Check everything
review-title = Check everything before you hand in
review-title-done = This is what you have handed in
review-lead = { $agreed } of { $questions } questions have an agreed answer.
review-goals = The goals
review-goal-agreed = { $agreed } of { $questions } are answered
review-goal-unknown = { $count } not known yet
review-goal-not-applicable = { $count } not applicable
review-goal-missing = { $count } missing
review-missing = These have no agreed answer
review-missing-means = You can hand in all the same. A question without an answer counts as level 1 until you know, just like not known yet.
review-missing-none = Every question has an agreed answer.
review-not-applicable = These are not applicable to you
review-not-applicable-means = These questions do not count. Read through the reasons once more.
review-not-applicable-none = No question is not applicable.
review-about = About you
review-coverage = The answers cover
review-coverage-missing = Not stated
review-coverage-say = Say what the answers cover
review-kind = Kind of organisation
review-unknown = Not stated
review-public = What will be visible
review-next = Go on to handing in
review-contact = A contact person in your organisation hands in.
review-quick = This is the quick check. It gives no levels and is never handed in. Go on to the full check if you want to hand in.
review-result = See the result
review-receipt = See the receipt
# Hand in
submit-title = Hand in the self-assessment
submit-shared-becomes = What you hand in becomes an official document at { $agency }. Anyone can ask to read it.
submit-shared-published = { $agency } publishes figures for groups of organisations only, never for a single organisation.
submit-own-becomes = The self-assessment is made final in your organisation. The answers are frozen and get a reference number.
submit-own-published = Nothing leaves your installation and nothing is published. If the principle of public access applies to you, what you make final may become an official document with you.
submit-never = This is never included: grounds and comments, any one person's answers, and names of people.
submit-holds = This is included: your agreed answers, the result, which organisation you are and which versions of questions and rules apply.
submit-final = It cannot be undone. If something is wrong, you can withdraw what you have handed in. Then both show: that you handed in, and that you withdrew it.
submit-told = All contact persons in your organisation get a mail with the reference number.
submit-missing = { $count ->
    [one] One question has no agreed answer and counts as level 1.
   *[other] { $count } questions have no agreed answer and count as level 1.
}
submit-missing-look = See which
submit-plan = Count our plan in the statistics on tips
submit-plan-what = Then this too is part of what you hand in: which tips you have decided to do, which of them are done, and whether the answers have risen there. Names, dates, notes and actions of your own are never included. The statistics are shown for many organisations together only.
submit-do = Hand in
submit-not-yet = Not yet, go back
submit-coverage-missing = First say what the answers cover.
# Receipt
receipt-title = The self-assessment is handed in
receipt-title-withdrawn = What was handed in is withdrawn
receipt-reference = Reference number
receipt-when = Handed in
receipt-organisation = Organisation
receipt-edition = Edition
receipt-hash = Checksum (SHA-256)
receipt-withdrawn = You withdrew it { $when }. Reason:
receipt-print = Print the receipt
receipt-file-title = What you handed in
receipt-file = The file holds exactly what you handed in. It never changes.
receipt-download = Download the file
receipt-check-title = Check that the file is unchanged
receipt-check = Compute the file's checksum and compare it with the one above. If they are the same, the file is unchanged.
receipt-check-windows = In Windows (PowerShell):
receipt-check-other = In macOS and Linux:
receipt-next-title = What you can do now
receipt-next-result = See the result
receipt-next-decision = Open the decision page
receipt-next-withdraw = Withdraw what was handed in
receipt-bookmark = This page stays. Save its address if you want to find it again.
# Withdraw
withdraw-title = Withdraw what you have handed in
withdraw-what = It no longer counts, but it is not removed: it shows that you handed in, that you withdrew it and why. The answers cannot be changed. If you want to correct something, start a new self-assessment from this one.
withdraw-shared = What you have handed in remains an official document at { $agency }. What has been published for groups does not change.
withdraw-reason = Why do you withdraw it?
withdraw-reason-hint = The reason is kept and shown on the receipt. Write no personal data.
withdraw-reason-missing = Write why you withdraw it.
withdraw-do = Withdraw it
withdraw-keep = Let it stand
# Mails
submit-when = { $day } at { $time }
submit-mail-subject = { $name } has handed in: { $reference }
submit-mail-text = The self-assessment of { $name } was handed in { $when }.
    Reference number: { $reference }

    The receipt:
    { $receipt }
withdraw-mail-subject = { $name } has withdrawn { $reference }
withdraw-mail-text = What was handed in as { $reference } for { $name } was withdrawn { $when }.
    Reason: { $reason }

    The receipt:
    { $receipt }
submit-mail-why = you are a contact person for { $name }.
