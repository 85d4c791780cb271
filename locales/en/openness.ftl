# Openness by choice: networks, similar organisations, learning from each other.
home-network-invited = You are invited to the network { $network }.
home-network-invited-link = Read the invitation and answer
openness-back-networks = Back to the networks
openness-back-network = Back to the network
openness-back-partners = Back to Learn from each other
# Networks
networks-title = Networks
networks-what = In a network, organisations see each other's level for each goal, never answers, grounds or drafts. You choose which networks you are in and can leave them at any time.
networks-agency = Whoever runs the service is not in the networks and has no page that shows them.
networks-invited = Invitations
networks-answer-by = Answer by { $day }
networks-contact-answers = A contact person answers.
networks-joined = Your networks
networks-none = You are not in any network yet.
networks-since = In it since { $day }
networks-new = Start a network
networks-done-left = You have left the network. You and the others no longer see each other's levels there.
networks-done-closed = The network is closed. Nobody sees anybody else's levels there any longer.
networks-done-declined = You have declined. The network sees nothing about you.
network-new-what = You are the first in the network and look after it: you invite, rename, remove and close. If you leave it, the one that has been there longest takes over.
network-name = Name of the network
network-name-hint = For example The county's purchasing network. At most 100 characters.
network-purpose = Purpose
network-purpose-hint = One line on what you want with the network. At most 200 characters.
network-new-do = Start the network
# What is seen, by whom and for how long
visible-title = This becomes visible
visible-what = What is seen is your level for each goal in what you last handed in, or why the goal has no level, and the day you handed in.
visible-whom = Those who see it are everyone who belongs to the organisations in the network: contact persons, respondents and readers. That goes for those who are in it now and those who join later.
visible-both = You see the same about them.
visible-long = It is seen as long as you are in the network. If you hand in anew, the new is seen. If you withdraw what you handed in, it is no longer seen.
visible-leave = You can leave the network at any time, with immediate effect.
visible-never = Answers, grounds and drafts are never seen.
network-leader = { $name } looks after the network.
network-leader-own = You look after the network.
network-alone = You are alone in the network so far.
network-levels = Level for each goal in what was last handed in
network-organisation = Organisation
network-own = { $name } (you)
network-day = Handed in
network-goal = Goal { $goal }
network-goals = The goals
network-not-handed-in = Not handed in
network-no-level = no level
network-why-applicable = too few questions are applicable
network-why-essential = no key question is applicable
network-why-known = too few known answers
network-other-framework = handed in by another strategy
network-unknown-kind = Type not stated
network-manage = Look after the network
network-leave = Leave the network
network-done-founded = The network is started. Invite those you want in it.
network-done-joined = You are in the network.
network-gone-title = The network is not here
network-gone = You are in no such network. It may have been closed, or you have left it or been removed from it.
# Invitation to a network
network-invitation-title = Invitation to { $network }
network-invitation-members = In the network now
network-invitation-leader = { $name } (looks after the network)
network-invitation-if = If you accept
network-invitation-one = One contact person's answer goes for the whole organisation.
network-accept = Accept and join
network-decline = Decline
network-over-title = The invitation cannot be answered
network-over-gone = There is no such invitation. The network may have been closed.
network-over-accepted = Someone in your organisation has already accepted, but you are no longer in the network. Ask the network to invite you again.
network-over-declined = Someone in your organisation has already declined. Ask the network to invite you again if you want to join.
network-over-withdrawn = The network has taken the invitation back.
network-over-expired = The invitation was valid for 30 days and has expired. Ask the network to invite you again if you want to join.
network-over-joined = Someone in your organisation has already accepted, so you are in the network. You can leave it at any time.
# Looking after a network
network-manage-title = Look after { $network }
network-invite = Invite an organisation
network-seek = The organisation's name or organisation number
network-seek-hint = Write the beginning of the name.
network-find = Search
network-found-none = No organisation in the register matches what you searched for. Try a part of the name.
network-found = Found
network-invite-do = Invite
network-invite-what = The contact persons get a mail and have 30 days. An organisation that has not joined the service sees the invitation if it joins within that time.
network-in = Already in it
network-is-invited = Already invited
network-waiting = Invited and not answered
network-withdraw = Take back the invitation to
network-members = In the network
network-remove = Remove
network-remove-what = Whoever is removed stops seeing the others' levels at once, and the others stop seeing theirs.
network-change = Name and purpose
network-change-do = Save
network-close = Close the network
network-close-what = Nobody sees anybody else's levels here any longer. It cannot be undone.
network-close-do = Close the network for everyone
network-done-invited = The organisation is invited.
network-done-withdrawn = The invitation is taken back.
network-done-removed = The organisation is removed from the network.
network-done-changed = Name and purpose are saved.
# Leaving a network
network-leave-title = Leave { $network }?
network-leave-what = You and the others stop seeing each other's levels here at once. The network can invite you again.
network-leave-next = You look after the network now. When you have left, { $name } does.
network-leave-last = You are alone in the network. When you leave it, it is closed.
network-leave-do = Leave the network
network-leave-stay = Stay
# Why something was not done
openness-refused-network = You are no longer in the network, or it has been closed.
openness-refused-leading = Another organisation looks after the network. Only that one can change it.
openness-refused-same-name = You are already in a network of that name. Choose another name.
openness-refused-organisation = The organisation is no longer here. Someone may just have changed that.
openness-refused-in = The organisation is already in the network.
openness-refused-invited = The organisation is already invited and has not answered.
openness-refused-withdraw = The invitation cannot be taken back: the organisation has already answered, or the invitation is taken back already.
openness-refused-too-many = There were too many in one day. Try again tomorrow.
openness-refused-goal = The goal is not among the questions that hold now.
openness-refused-offer = The organisation no longer tells about that goal.
openness-refused-own = That is your own organisation.
openness-refused-changed = Someone in your organisation has just handed in or withdrawn a self-assessment. See what would be shown before you choose.
openness-empty = Write something in the field “{ $field }”.
# Similar organisations
similar-title = Similar organisations
similar-what = The organisations in the register that are most like yours by open facts. The list says nothing about who is in the service or has handed in.
similar-how = How we compare
similar-weights = How much each fact weighs
similar-fact = Fact
similar-weight = Weight
similar-percent = { $weight } %
similar-population = Inhabitants
similar-volume = Purchases a year, kronor
similar-group = SKR's group of municipalities
similar-lan = County
similar-rule-type = Only organisations of the same type are compared: municipalities with municipalities, regions with regions, state agencies with state agencies and companies with companies.
similar-rule-times = Inhabitants and purchases are compared by how many times. Twice as many is as far away as half as many, and ten times as many counts as wholly different.
similar-rule-group = Another group of municipalities within the same main group (A, B or C) counts as half different, another main group as wholly different. Another county counts as wholly different.
similar-rule-unknown = A fact that is missing for you or for the other does not count. The other facts then weigh more. At least two facts must be known of both.
similar-own-missing = We do not know this about you, so it does not count:
similar-correct = See the details of your organisation
similar-too-few = We know too little about you to find similar organisations: at least two of the facts are needed. Get in touch with whoever runs the service if something is missing.
similar-none = There is no other organisation in the register to compare you with.
similar-caption = Most alike first
similar-organisation = Organisation
similar-valid-from = facts from { $day }
similar-difference = Difference
similar-unknown = unknown
similar-own = This is you
similar-differs = Differs: { $facts }.
similar-same = Nothing differs in the facts there are.
similar-left-out = Does not count: { $facts }.
similar-more-population = more inhabitants
similar-fewer-population = fewer inhabitants
similar-more-volume = larger purchases
similar-fewer-volume = smaller purchases
similar-other-group = another group of municipalities
similar-other-lan = another county
similar-no-population = inhabitants
similar-no-volume = purchases a year
similar-no-group = group of municipalities
similar-no-lan = county
# Learning from each other
partners-title = Learn from each other
partners-what = Here are organisations that have chosen themselves to tell how they work towards a goal, and to show their level on it. Only those who belong to an organisation in the service see the list. It is in the order of names.
partners-goal = Goal
partners-all-goals = All goals
partners-type = Type of organisation
partners-all-types = All types
partners-type-kommun = Municipality
partners-type-region = Region
partners-type-state = State agency
partners-type-company = Companies and other organisations
partners-show = Show
partners-none = Nobody has chosen to tell about this yet.
partners-offer = Tell how you work
partners-level = Level { $level } – { $name }
partners-handed-in = handed in { $day }
partners-write = Write to { $name }
partners-own = Yourselves
partners-done-sent = The message is on its way to the contact persons.
tell-title = Tell how you work
tell-visible-what = What is seen is the organisation's name and type, your level for the goal in what you last handed in, the day you handed in and what you write here.
tell-visible-whom = Those who see it are everyone who belongs to an organisation in the service. It is never open to others.
tell-visible-write = They can write to you through the service. Your contact persons then get a mail and decide themselves whether to answer.
tell-visible-long = It is seen until you remove it, with immediate effect. It falls away if you withdraw what you handed in, when that is older than 24 months, and if the goal gets no level next time.
tell-shown = You are shown with level { $level } – { $name }.
tell-would-show = Your level is { $level } – { $name }. It is shown if you choose so.
tell-not-handed-in = You cannot be shown here: you have not handed in any self-assessment, or have withdrawn it.
tell-too-old = You cannot be shown here: you last handed in on { $day }, which is more than 24 months ago.
tell-no-level = You cannot be shown here: the goal has no level in what you last handed in.
tell-about = What can you tell about? (optional)
tell-about-hint = At most 300 characters.
tell-do = We gladly tell how we work
tell-save = Save the text
tell-end = Stop showing us
tell-done-offered = You are now shown for the goal.
tell-done-ended = You are no longer shown for the goal.
write-title = Write to { $name }
write-about = About { $goal }
write-to = The message is mailed to the contact persons of { $name }.
write-from = They see who you are ({ $who }), that you belong to { $organisation } and your e-mail address, which they answer to.
write-kept = The service does not keep the message once it is sent. The event logs of both organisations say that you wrote, not what.
write-message = Message
write-message-hint = At most 1,500 characters.
write-do = Send
# Mails
network-mail-subject = Invitation to the network { $network }
network-mail =
    { $by } invites { $invited } to the network { $network } in Strategikollen.

    Purpose: { $purpose }

    In a network the organisations see each other's level for each goal, never answers, grounds or drafts. Read what becomes visible to whom, and answer within 30 days. One contact person's answer goes for the whole organisation:
    { $link }
partner-mail-subject = { $organisation } asks how you work towards goal { $goal }
partner-mail =
    You have chosen to tell how you work towards goal { $goal } in Strategikollen. That is why { $who }, { $organisation }, writes to you:

    { $message }

    Answer to { $email }. An answer to this mail does not arrive.

    If you no longer want to be shown to others, change that here:
    { $link }
# Events
event-network-founded = The network { $network } was started
event-network-changed = The network { $network } got another name or purpose
event-network-closed = The network { $network } was closed
event-network-taken-over = The organisation now looks after the network { $network }
event-network-invited = { $organisation } was invited to the network { $network }
event-network-invitation-withdrawn = The invitation of { $organisation } to the network { $network } was taken back
event-network-joined = { $organisation } joined the network { $network }
event-network-declined = { $organisation } declined the network { $network }
event-network-left = { $organisation } left the network { $network }
event-network-removed = { $organisation } was removed from the network { $network }
event-partner-offered = The organisation tells how it works towards goal { $goal }
event-partner-offer-ended = The organisation no longer tells about goal { $goal }
event-partner-written = A message was sent to { $organisation } about goal { $goal }
event-partner-received = { $organisation } sent a message about goal { $goal }
# What is said on other pages
submit-networks = The organisations in { $networks } see your level for each goal as soon as you have handed in.
submit-partners = You show your level for goals in Learn from each other. The new level is seen there as soon as you have handed in.
quit-goes-openness = Your place in networks, and what you have chosen to tell others.
privacy-openness-title = Networks and Learn from each other
privacy-openness-what = Which networks an organisation is in and is invited to, and which goals it has chosen to tell about. No personal data.
privacy-openness-why = So that organisations that want to can see each other's levels and learn from each other.
privacy-openness-who = The other organisations in the network see name, level for each goal and the day of the latest hand-in. Those that have chosen to tell about a goal are seen by everyone who belongs to an organisation in the service. Whoever writes to an organisation shows name and e-mail address to its contact persons.
privacy-openness-long = Until the organisation leaves the network or removes what it has chosen. A message is kept encrypted until the mail is sent.
