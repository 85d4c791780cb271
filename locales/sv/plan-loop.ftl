# Nästa självskattning visar vad planen gav: bredvid frågorna, i det som har ändrats och på beslutssidan.
# $title (String) - åtgärd
# $owner (String) - ansvarig
# $day (String) - dagen den blev klar
plan-beside-done = I handlingsplanen: ”{ $title }” – klar ({ $owner }, { $day })
# $title (String) - åtgärd
# $owner (String) - ansvarig
# $day (String) - dag
plan-beside-ongoing = I handlingsplanen: ”{ $title }” – pågår ({ $owner }, ska vara klar { $day })
# $title (String) - åtgärd
# $owner (String) - ansvarig
# $day (String) - dag
plan-beside-not-begun = I handlingsplanen: ”{ $title }” – inte påbörjad ({ $owner }, ska vara klar { $day })
# $title (String) - åtgärd
# $day (String) - dag
plan-beside-later = I handlingsplanen: ”{ $title }” – senare (tas upp igen { $day })
# $title (String) - åtgärd
plan-beside-no = I handlingsplanen: ”{ $title }” – inte, enligt ert beslut
plan-did-title = Det ni gjorde
# $title (String) - åtgärd
plan-did-one = ”{ $title }”
# $titles (String) - åtgärder, uppräknade
plan-did = Ni gjorde { $titles }.
# $label (String) - frågans nummer
# $from (Number) - nivå
# $to (Number) - nivå
plan-did-up = Fråga { $label } gick från { $from } till { $to }.
# $label (String) - frågans nummer
# $from (Number) - nivå
# $to (Number) - nivå
plan-did-down = Fråga { $label } gick ner från { $from } till { $to }.
# $label (String) - frågans nummer
# $level (Number) - nivå
plan-did-same = Fråga { $label } är kvar på { $level }.
plan-did-nothing = Det finns inga svar att jämföra.
plan-did-honest = Att ett svar ändrades efter en åtgärd visar inte att åtgärden var orsaken.
# $plan (String) - planens namn
plan-did-link = Till { $plan }
# Beslutssidan
# $count (Number) - antal åtgärder
plan-decision-more =
    { $count ->
        [one] En åtgärd till står i handlingsplanen.
       *[other] { $count } åtgärder till står i handlingsplanen.
    }
plan-decision-none = Ni har inte beslutat att göra något i handlingsplanen än.
plan-decision-all-done = Allt ni har beslutat att göra i handlingsplanen är klart.
plan-decision-fill-in = Fyll i belopp
plan-decision-intro = Beloppet är frivilligt. Åtgärder, ansvariga och dagar kommer från handlingsplanen.
plan-decision-change = Ändra dem i handlingsplanen
# Personuppgifter i planer
privacy-plan-title = Handlingsplaner
privacy-plan-what = Namn eller funktion för den som ansvarar för en åtgärd, och e-postadressen om ni skriver den. Vem som har godkänt planen, det ni skriver i den, och vem av er som har beslutat vad.
privacy-plan-why = För att den som ansvarar ska se sina åtgärder och få påminnelser, och för att ni ska se vem som gör vad.
privacy-plan-who = De som hör till organisationen. Den som ansvarar ser bara sina egna åtgärder, genom en egen länk. Ansvarig och dag står också på beslutssidan. Den kan läsas av den som ni ger en läslänk, och när ni har lämnat in även av den organisation som äger er. Allt sparas krypterat, och ingen som förvaltar tjänsten har en sida som visar det.
privacy-plan-long = Så länge organisationen är med i tjänsten. Så länge planen är öppen kan en kontaktperson ändra namnet och ta bort e-postadressen. När organisationen avslutar raderas alla planer.
