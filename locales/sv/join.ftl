# Att ansluta: ansökan, inbjudan, egen installation.
join-title = Anslut er organisation
join-lead = Då kan flera svara, var och en för sig, och ni enas om gemensamma svar.
join-step-sign-in = Logga in med din e-postadress i arbetet. Vi skickar en kod, inget lösenord behövs.
join-step-choose = Välj din organisation. Vi känner igen den på e-postadressen.
# $agency (String) - myndigheten som driver tjänsten
join-step-approve = En kontaktperson i organisationen godkänner. Är du först kontrollerar { $agency } att det stämmer, via organisationens officiella adress.
join-other-address = Har du en adress som inte hör till organisationen? Be en kontaktperson om en inbjudan.
# $agency (String) - myndigheten som driver tjänsten
join-drafts = Era utkast ser bara ni. Ingen på { $agency } kan läsa dem. När ni lämnar in blir de gemensamma svaren en allmän handling.
join-begin = Välj organisation
join-choose-title = Välj organisation
# $email (String) - e-postadress
join-signed-in-as = Du är inloggad som { $email }.
join-no-domain = Vi hittar ingen organisation med din e-postdomän.
join-contacts-decide = En kontaktperson i organisationen godkänner.
join-agency-decides = Du är först i organisationen. Förvaltningen kontrollerar och godkänner, och du blir kontaktperson.
# $name (String) - organisationens namn
join-ask = Anslut till { $name }
# $name (String) - organisationens namn
join-take-back = Ta tillbaka ansökan till { $name }
join-asked-contacts = Ansökan är skickad till organisationens kontaktpersoner. Du får ett mejl när de har svarat.
join-asked-agency = Ansökan är skickad. Du får ett mejl när den är godkänd.
join-taken-back = Ansökan är återtagen.
join-to-overview = Till dina organisationer
invitation-title = Inbjudan
# $organisation (String) - organisationens namn
invitation-heading = Du är inbjuden till { $organisation }
# $role (String) - roll
invitation-role = Din roll: { $role }.
# $email (String) - e-postadress
# $expires (String) - sista dag
invitation-for = Inbjudan gäller { $email } till och med { $expires }.
invitation-sign-in-first = Logga in med den adressen, så kommer du tillbaka hit.
invitation-sign-in = Logga in
# $other (String) - inloggad adress
# $email (String) - inbjuden adress
invitation-other = Du är inloggad som { $other }. Logga ut och logga in som { $email } för att tacka ja.
invitation-accept = Tacka ja
invitation-over-title = Inbjudan gäller inte längre
invitation-over = Den kan vara använd, återtagen eller äldre än sju dagar.
invitation-over-todo = Har du redan tackat ja hittar du organisationen bland dina organisationer. Annars, be kontaktpersonen om en ny inbjudan.
install-title = Sätt upp installationen
install-intro = Du är den första här. Berätta vilken organisation installationen är för. Du blir dess kontaktperson.
install-sign-in-first = Logga in först, så kommer du tillbaka hit.
install-sign-in = Logga in
install-name = Organisationens namn
install-name-missing = Skriv organisationens namn.
install-number = Organisationsnummer (frivilligt)
install-number-hint = Tio siffror, till exempel 212000-0142.
install-number-wrong = Numret är inte ett organisationsnummer. Kontrollera siffrorna.
install-kind-missing = Välj vilken sorts organisation det är.
install-do = Klart, till översikten
