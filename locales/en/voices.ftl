# Mejl till den som ska svara
mail-invite-what = { $from } asks you to answer { $questions ->
    [one] one question
   *[other] { $questions } questions
} in the self-assessment of purchasing at { $organisation }. It takes a minute or two for each question.
mail-invite-subject = { $organisation } asks you to answer { $questions ->
    [one] one question
   *[other] { $questions } questions
} about purchasing
mail-answer-by = Please answer by { $day }.
mail-invite-guest = The link is your own. You need no account, and can stop and go on whenever you like. Do not pass it on: whoever has the link can see and change your answers.
mail-invite-member = Sign in, and you come to your own answers.
mail-invite-seen = Colleagues do not see your answers while answering is open. Afterwards they see how the answers are spread and the grounds that were written, without names.
mail-reminders-off = No reminders, please? { $address }
mail-invite-why = { $from } has invited you to answer.
mail-own-address-subject = Your link to the self-assessment at { $organisation }
mail-own-address-text = This is the link to your own answers. Do not pass it on: whoever has the link can see and change your answers.
mail-own-address-why = someone, probably you, asked for the link.
mail-remind-subject = Reminder: answer in the self-assessment at { $organisation }
mail-remind-what = You have questions left to answer in the self-assessment of purchasing at { $organisation }.
mail-remind-done = Are you finished already? Choose “I am done” on the page, and you get no more reminders.
mail-remind-why = you are invited to answer at { $organisation }.
# Answering is closed, or whoever answers was removed
error-closed-title = Answering is closed
error-closed = The answers that were saved when answering closed count. New answers cannot be saved.
error-closed-todo = If you want to change something, tell whoever invited you. The group agrees on the answers next.
error-removed-title = You are no longer part of the self-assessment
error-removed = You have been removed from the self-assessment, or no longer belong to the organisation. If answering was open then, what you had saved does not count.
error-removed-todo = If you think it is a mistake, get in touch with whoever invited you.
late-closed = What you sent came after the closing and is not saved. What you had saved earlier counts.
late-removed = What you sent now is not saved.
late-sent = This is what you sent
late-sent-means = Copy what you want to keep before you leave the page.
# One's own answers among many
check-yes-means-alone = You come back to the overview.
question-ask = Who could know? (optional)
question-ask-hint = The contact person sees that someone wants to ask the role, not who.
question-ask-nobody = Choose a role
own-title = Your answers
own-answer-by = Please answer by { $day }.
own-seen = Nobody else sees your answers while answering is open. When it is closed, colleagues see how the answers are spread and read the grounds, without name and role. If fewer than three answer a question, others can understand who answered what.
own-few = Right now fewer than three are to answer { $count ->
    [one] one of your questions
   *[other] { $count } of your questions
}.
own-not-anonymous = Fewer than three of you answer. Whoever sees how the answers are spread, once answering is closed, can then understand who answered what. Before that, nobody else sees your answers.
own-done-title = Done?
own-done-means = Say when you are done, and you get no reminders. Questions you have not answered count as unanswered. You can change your answers until answering is closed.
own-is-done = You have said that you are done. You can change your answers until answering is closed.
own-done = I am done
own-not-done = I am not done after all
saved-done = Thank you! We have noted that you are done.
own-address-link = Your link to this page
own-reminders = Reminders
lead-link = Lead the self-assessment
own-address-title = Save your link
own-address-what = The link is your way back to your answers, on this or another device. Do not pass it on: whoever has the link can see and change your answers.
own-address-label = Your link
own-address-mail = E-mail the link to yourself
own-address-mail-hint = We do not keep the address, and so cannot remind you.
own-address-send = Send
own-address-sent = The e-mail is on its way.
own-address-fault = Write an e-mail address, for example name@municipality.se.
own-address-begin = To the questions
reminders-title = Reminders
reminders-on = You get an e-mail if you are not done when the last day to answer draws near, or when the contact person reminds you. Never more often than every third day.
reminders-off = You get no reminders of this self-assessment.
reminders-now-on = Reminders are on.
reminders-now-off = Reminders are off.
reminders-turn-off = Turn reminders off
reminders-turn-on = Turn reminders on
# Common link
take-part-title = Answer in the self-assessment at { $organisation }
take-part-what = You get { $count ->
    [one] one question
   *[other] { $count } questions
} about how you work with purchasing. It takes a minute or two for each question.
take-part-seen = Colleagues do not see your answers while answering is open. Afterwards they see how the answers are spread, without names.
take-part-guest = You need no account. When you begin you get a link of your own to come back by.
take-part-member = You are signed in as { $name }. Your answers are saved with your account.
take-part-name = Your name (optional)
take-part-name-hint = Then the contact person sees who is done. The name is never shown together with the answers.
# Start
begin-title = Start a self-assessment
begin-intro = You lead the self-assessment and can ask colleagues. Everyone answers alone, and then you agree on common answers.
begin-quick-means = { $count } questions. You see where to begin and get three tips. No levels.
begin-take-in = Take in one that you have tried without an account
begin-take-in-means = The answers become your own in the organisation's self-assessment. The secret address stops working.
begin-address = The address of the one you have tried
begin-address-hint = Fill in only if you chose to take in a self-assessment.
begin-no-such-address = The address opens no self-assessment that can be taken in. Check that the whole address came with.
begin-choose = Choose which self-assessment you want to start
begin-do = Start
# Lead
back-to-lead = Back to leading the self-assessment
lead-title = Lead the self-assessment
lead-progress = Answering is open. { $done } of { $respondents } respondents are done.
lead-answer-by = The last day to answer is { $day }.
lead-colleagues = Ask colleagues
lead-own = Answer yourself
lead-respondents = Those who answer
lead-never-answers = You see how far each has come, never what anyone answers.
lead-role = { $questions ->
    [one] One question
   *[other] { $questions } questions
}, { $respondents ->
    [0] no respondent yet
    [one] one respondent
   *[other] { $respondents } respondents
}
lead-handed-title = Wants to ask someone else
lead-handed-means = Someone does not know yet and wants another role to get the question. You do not see who.
lead-hand-on = Put the questions to { $role }
lead-handed-on = { $role } gets the questions now. Invite someone in the role if nobody answers yet.
lead-remind-title = Remind
lead-remind-means = Remind those who are not done. Each gets at most one reminder every third day, and whoever has said no gets none.
lead-remind = Remind those who are not done
lead-remind-nobody = There is nobody to remind: everyone is done, has said no or came in by a link without an e-mail address.
lead-reminded = { $count ->
    [0] Nobody got a reminder. Everyone has had one in the last three days.
    [one] One reminder is on its way.
   *[other] { $count } reminders are on their way.
}
lead-day-title = Last day to answer
lead-day = Date
lead-day-hint = Stands in the invitation. Three days before, we remind those who are not done. You close answering yourselves.
lead-day-save = Save the date
lead-day-saved = The last day to answer is saved.
lead-day-fault = Write a day that has not passed, as year-month-day, for example 2027-03-31.
lead-more = When you are ready
lead-close = Close answering and see the differences
lead-closed = Answering is closed. Now you agree on the answers.
lead-agree = See the differences and agree on the answers
respondent-you = { $name } (you)
respondent-link = { $name }, by link
respondent-unnamed = Respondent { $number }, by link
respondent-gone = An account that is no more
respondent-unreachable = A mail to this address was not delivered. Is the address right? If not, remove the respondent and invite again.
respondent-not-begun = Not begun
respondent-done = Done ({ $answered } of { $questions })
respondent-reminded = Reminded { $day }.
respondent-remove = Remove { $who }
# Ask colleagues
back-to-colleagues = Back to Ask colleagues
colleagues-title = Ask colleagues
colleagues-intro = Ask by role, not by goal. We suggest which questions each role gets. You can change them.
colleagues-questions = { $count ->
    [one] One question
   *[other] { $count } questions
}
colleagues-ask = Ask { $role }
audience-title = Ask colleagues: { $role }
audience-few = Fewer than three of you answer. Then whoever sees how the answers are spread can understand who answered what. Those who answer are told so too.
audience-by-mail = Invite by e-mail
audience-addresses = E-mail addresses
audience-addresses-hint = Write one address a line. Everyone gets a link of their own and needs no account.
audience-invite = Send invitations
audience-wrong-addresses = These are not e-mail addresses: { $wrong }. Nothing is sent. Correct them and send again.
audience-no-addresses = Write at least one e-mail address.
audience-too-many-addresses = Invite at most { $most } at a time. Nothing is sent.
audience-invited = { $count ->
    [0] No new invitation is sent.
    [one] One invitation is on its way.
   *[other] { $count } invitations are on their way.
} { $already ->
    [0] {""}
    [one] One address belongs to someone who answers already and got no new e-mail.
   *[other] { $already } addresses belong to those who answer already and got no new e-mail.
}
audience-by-link = Invite by a common link
audience-link-means = Everyone who opens the link can answer, each alone. Put it on the intranet or show the code at a meeting.
audience-link = Common link
audience-qr = QR code that leads to the questions for { $role }
audience-take-back = Take back the link
audience-no-link = The link is taken back and lets nobody more in. Those who have begun can go on.
audience-new-link = Make a new link
audience-link-changed = The link is changed.
audience-removed = The respondent is removed.
audience-questions = The questions
audience-choose = Choose questions ({ $count } chosen)
audience-choose-legend = Questions to { $role }
audience-choose-means = If you take a question away, the answers that the role has given to it do not count.
audience-save-questions = Save the questions
audience-questions-saved = The questions are saved.
audience-no-questions = Choose at least one question.
remove-title = Remove { $who }?
remove-what = The link stops working and kindly says why.
remove-answered = { $count ->
    [one] One saved answer does not count.
   *[other] { $count } saved answers do not count.
}
remove-do = Remove
remove-keep = Keep
# Close
close-title = Close answering?
close-answered = { $count ->
    [0] Nobody has answered yet.
    [one] One has answered.
   *[other] { $count } have answered.
}
close-left = { $count ->
    [one] One has not said that they are done.
   *[other] { $count } have not said that they are done.
}
close-few = Fewer than three have answered. Then you can understand who answered what when the spread is shown.
close-1 = Nobody can answer or change their answers afterwards.
close-2 = You and the respondents with accounts see how the answers are spread, without names.
close-3 = The group agrees on one common answer to each question. The result is computed from the common answers.
close-4 = Answering cannot be opened again.
close-do = Close answering
close-not-yet = Not yet
# Differences
back-to-differences = Back to the differences
differences-title = Differences and common answers
differences-intro = { $count ->
    [0] Nobody answered before answering closed. You can agree on answers all the same.
    [one] One answered.
   *[other] { $count } answered. The questions on which the answers differ the most stand first.
}
differences-progress = You have agreed on { $agreed } of { $all } questions.
differences-begin = Begin to agree
differences-continue = Go on agreeing
differences-use-only = Use the answers as common
differences-accept = { $count ->
    [one] Accept the unanimous answer
   *[other] Accept all { $count } unanimous answers
}
differences-accepted = { $count ->
    [0] No new answer is accepted.
    [one] One answer is accepted as common.
   *[other] { $count } answers are accepted as common.
}
differences-closed = Answering is closed.
filter-label = Show the questions in
filter-all = All goals
spread-level = Level { $level }: { $count }
spread-dont-know = Do not know yet: { $count }
spread-not-applicable = Not applicable: { $count }
spread-nobody = Nobody answered
spread-unasked = Nobody was asked
mark-agreed = Agreed
mark-unanimous = Unanimous, not accepted
mark-left = Left
# Common answer
agreement-answered = { $count ->
    [0] Nobody has answered the question.
    [one] One has answered.
   *[other] { $count } have answered.
}
agreement-missing = { $count ->
    [one] One who was asked did not answer.
   *[other] { $count } who were asked did not answer.
}
agreement-count = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
agreement-agreed = Common answer:
agreement-unanimous = Everyone answered the same. Save to accept it as your common answer.
agreement-few = Fewer than three have answered, so it may be possible to understand who answered what.
agreement-by-role = By role
agreement-other-roles = Other roles
agreement-grounds = Grounds
agreement-ours = Your common answer
agreement-save = Save and go to the next
agreement-undo = Undo the common answer
agreement-skip = Skip to the next question
agreement-changed = Someone else changed the answer in another window. Nothing is undone. This is what it looks like now.
# What pages are called when someone has an opinion of them
feedback-page-audience = Ask colleagues in one role
feedback-page-remove = Remove a respondent
feedback-page-join = Answer by a common link
# Events
event-round-started = A self-assessment was started
event-round-taken-in = A self-assessment tried without an account was taken in
event-respondent-removed = A respondent was removed from a self-assessment
event-answering-closed = A self-assessment was closed for answers
# Back
back-to-organisation-rounds = The organisation's overview
# Form
blank-title = Answer on a form
blank-excel = Fetch as Excel
blank-word = Fetch as Word
blank-load-title = Load a filled-in form
blank-file = Filled-in Excel form
blank-file-hint = You see what changes before anything is saved.
blank-show = Show what changes
blank-nothing-loaded = Nothing is loaded. Your saved answers are unchanged.
blank-loaded = The answers in the form are saved.
blank-changes-title = This changes
blank-changes = { $count ->
    [one] One answer changes.
   *[other] { $count } answers change.
} What is empty in the form changes nothing.
blank-no-changes = The form says the same as your saved answers. Nothing changes.
blank-now = Now:
blank-then = After loading:
blank-do-load = Load the answers
blank-do-not = Do not load
blank-back = Back to the form
