# Händelser: vad som har hänt, i en mening.
event-founded = Organisationen sattes upp
# $who (String) - e-postadress
event-join-asked = { $who } ansökte om att ansluta
# $who (String) - e-postadress
event-join-taken-back = { $who } tog tillbaka sin ansökan
# $who (String) - e-postadress
event-join-approved = { $who } godkändes
# $who (String) - e-postadress
event-join-declined = { $who } fick nej
# $who (String) - e-postadress
event-vouched = { $who } kom in med organisationens egen inloggning
# $who (String) - e-postadress
event-not-vouched = { $who } har ingen roll längre enligt organisationens egen inloggning
# $who (String) - e-postadress
event-invited = { $who } bjöds in
# $who (String) - e-postadress
event-invitation-revoked = Inbjudan till { $who } togs tillbaka
# $who (String) - e-postadress
event-invitation-accepted = { $who } tackade ja till inbjudan
# $who (String) - e-postadress
event-role-changed = { $who } fick en ny roll
# $who (String) - e-postadress
event-member-removed = { $who } togs bort
# $who (String) - e-postadress
event-member-left = { $who } lämnade organisationen
event-members-confirmed = Medlemmarna gicks igenom
event-reminder-month-set = Månaden för påminnelse ändrades
# $who (String) - e-postadress
event-factor-reset = Tvåfaktor för { $who } återställdes
# $what (String) - vad filen innehöll
event-agency-imported = Registret lästes in: { $what }
# $who (String) - e-postadress
event-agency-first-approved = { $who } godkändes som första kontaktperson
# $who (String) - e-postadress
event-agency-first-declined = { $who } fick nej som första kontaktperson
# $who (String) - e-postadress
event-agency-invited = { $who } bjöds in som kontaktperson
# $who (String) - e-postadress
event-agency-proposed = { $who } föreslogs som kontaktperson
# $who (String) - e-postadress
event-agency-appointed = { $who } utsågs till kontaktperson av två personer
# $who (String) - e-postadress
event-agency-refused = Förslaget om { $who } avslogs
event-agency-reclassified = Uppgifterna för jämförelsen rättades
event-agency-domains-set = E-postdomänerna ändrades
event-agency-registrator-set = Den officiella adressen ändrades
# $who (String) - e-postadress
event-agency-role-granted = { $who } fick en roll i förvaltningen
# $who (String) - e-postadress
event-agency-role-revoked = { $who } blev av med en roll i förvaltningen
# $reference (String) - referensnummer
event-submitted = Självskattningen { $reference } lämnades in
# $reference (String) - referensnummer
event-withdrawn = Inlämningen { $reference } återtogs
# $who (String) - e-postadress
event-agency-factor-reset = Förvaltningen återställde tvåfaktor för { $who }
# $date (String) - dag
event-agency-wave-closed = Jämförelsen den { $date } stängdes
# $date (String) - dag
event-agency-wave-discarded = Jämförelsen den { $date } kasserades
# $date (String) - dag
event-agency-wave-published = Jämförelsen den { $date } publicerades
# $date (String) - dag
event-agency-wave-withdrawn = Jämförelsen den { $date } drogs tillbaka
