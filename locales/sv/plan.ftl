# Handlingsplanen: beslut om tips, egna åtgärder, ansvariga, uppföljning.
# Händelser
event-plan-made = En handlingsplan gjordes
event-plan-approved = Handlingsplanen godkändes
event-plan-closed = Handlingsplanen avslutades
# Mejl till ansvariga
# $organisation (String) - organisationens namn
plan-mail-subject = Åtgärder i { $organisation }
# $organisation (String) - organisationens namn
# $plan (String) - planens namn
# $address (String) - adress
plan-mail =
    Du står som ansvarig för en eller flera åtgärder i { $plan } för { $organisation }.

    Här ser du dina åtgärder och kan säga hur långt du har kommit. Du behöver inget konto:

    { $address }

    Adressen är din egen. Den som har den kan se och ändra läget för dina åtgärder.
# $organisation (String) - organisationens namn
plan-mail-why = du står som ansvarig i en handlingsplan för { $organisation }.
# $organisation (String) - organisationens namn
# $count (Number) - antal åtgärder
plan-mail-due-subject =
    { $count ->
        [one] En åtgärd att göra: { $organisation }
       *[other] { $count } åtgärder att göra: { $organisation }
    }
# $organisation (String) - organisationens namn
# $lines (String) - åtgärderna, en på varje rad
# $address (String) - adress
plan-mail-due =
    Det här är snart dags eller försenat i handlingsplanen för { $organisation }:

    { $lines }

    Säg hur långt du har kommit, eller stäng av påminnelserna:

    { $address }
# $title (String) - åtgärd
# $day (String) - dag
plan-mail-late = Försenat: { $title } (skulle vara klart { $day })
# $title (String) - åtgärd
# $day (String) - dag
plan-mail-soon = Snart: { $title } (klart { $day })
# $organisation (String) - organisationens namn
plan-mail-waiting-subject = Handlingsplanen för { $organisation }
# $count (Number) - antal åtgärder
plan-mail-waiting-late =
    { $count ->
        [one] En åtgärd i handlingsplanen är försenad.
       *[other] { $count } åtgärder i handlingsplanen är försenade.
    }
# $count (Number) - antal tips
plan-mail-waiting-take-up =
    { $count ->
        [one] Ett tips som ni sköt upp är dags att ta upp igen.
       *[other] { $count } tips som ni sköt upp är dags att ta upp igen.
    }
