# Workshop: on a shared screen and on phones
error-no-such-workshop-title = We find no workshop at that address
error-no-such-workshop = The address may be mistyped. The self-assessment may also have been deleted.
error-no-such-workshop-todo = Scan the QR code on the screen again, or copy the address from there.
# The screen
workshop-title = Workshop
workshop-what = Meet and agree on the answers at once, with your screen and everybody’s phones.
workshop-step-join = Participants scan a QR code on the screen. They need no account.
workshop-step-answer = You take one question at a time. Each answers on their own phone.
workshop-step-show = You show how the answers are spread. Nobody sees who answered what.
workshop-step-agree = You discuss, agree on a common answer and go on to the next question.
workshop-forgets = What you agree on is saved in the self-assessment. The answers from the phones are deleted when you end the workshop, after a day at the latest.
workshop-start = Start the workshop
workshop-closed = The workshop has ended. Your common answers are saved. The answers from the phones are deleted.
workshop-overtaken = A colleague who also leads the workshop was faster. The screen shows what holds now.
workshop-scan = Scan the QR code with your phone, or type the address in the browser. You need no account.
workshop-qr-label = QR code to the workshop
workshop-address = Join at
workshop-joined = { $count ->
    [0] Nobody has joined yet
    [one] 1 has joined
   *[other] { $count } have joined
}
workshop-answered = { $count ->
    [0] Nobody has answered yet
    [one] 1 has answered
   *[other] { $count } have answered
}
workshop-few = Fewer than three have joined. Others can then understand who answered what.
workshop-show = Show the answers
workshop-shown = { $count ->
    [one] 1 has answered.
   *[other] { $count } have answered.
}
workshop-nobody-answered = Nobody answered the question.
workshop-discuss = Discuss and choose the answer you agree on.
workshop-unanimous = Everybody gave the same answer, so it is chosen for you. Save it if you agree.
workshop-agree = Save common answer
workshop-agreed = Common answer: { $title }. Saved at { $time }.
workshop-first = Begin with question { $label }
workshop-next = Next question: { $label }
workshop-all-agreed = All questions have a common answer.
workshop-ask-again = Ask the question again
workshop-choose-question = Choose question
workshop-question = Question
workshop-question-hint = The questions you disagree on the most come first.
workshop-is-agreed = has a common answer
workshop-ask = Ask the question
workshop-reload = Reload
workshop-close = End the workshop
workshop-close-means = Your common answers are saved. The answers from the phones are deleted.
# The phone
workshop-join-title = Join the workshop
workshop-join-what = You answer one question at a time, on your phone. You need no account.
workshop-join-private = The screen shows how many chose each answer, never who. Your answer is deleted when the workshop ends.
workshop-join = Join
workshop-few-phone = Fewer than three have joined right now. Others can then understand what you answered.
workshop-full = The workshop is full: at most { $most } can join. Answer together with someone who is in.
workshop-waiting-title = You have joined
workshop-waiting = The first question is shown here when it is asked.
workshop-answer = Answer
workshop-change = Change answer
workshop-own = Your answer is saved: { $answer }. You can change it until the answers are shown.
workshop-choose = Choose one of the answers.
workshop-too-late = Your answer came when the question was no longer asked. It does not count. An answer you gave earlier remains.
workshop-look-up = Look at the screen: it now shows how the answers are spread.
workshop-group-agreed = You have agreed on:
workshop-you-answered = You answered: { $answer }.
workshop-you-did-not = You did not answer the question.
workshop-over-title = The workshop is over
workshop-over = It has ended, or the self-assessment has gone on to its next stage.
workshop-over-todo = Your answer is deleted. Is there a new workshop? Scan the QR code on the screen again.
# What is read aloud for someone who does not see that the page changes
workshop-news-asking = New question: { $question }
workshop-news-shown = The answers are shown.
workshop-news-agreed = Common answer: { $title }
# On the page about cookies
cookies-workshop-title = When you join a workshop
cookies-workshop = Shows which phone is which, so that each answers once. Says nothing about who you are. Kept for a day.
