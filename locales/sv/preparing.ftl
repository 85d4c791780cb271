# En gemensam inköpsenhet förbereder självskattningar åt flera organisationer
preparers-title = Inköpsenheter som förbereder åt er
preparers-what = En gemensam inköpsenhet kan starta en självskattning åt er, fråga kollegor och föreslå gemensamma svar. Den ser bara de självskattningar som den själv har startat åt er. Ni justerar svaren, och bara ni kan lämna in.
preparers-none = Ingen inköpsenhet får förbereda åt er.
preparers-number = Inköpsenhetens organisationsnummer
preparers-number-hint = Tio siffror. Inköpsenheten ska själv vara ansluten till tjänsten.
preparers-let-in = Låt inköpsenheten förbereda
preparers-take-back = Ta tillbaka från
preparers-take-back-means = När ni tar tillbaka kommer inköpsenheten inte längre åt det den har förberett. Gemensamma svar finns kvar hos er. Det inköpsenheten har svarat i en självskattning där svarandet pågår räknas inte: stäng svarandet först om ni vill ha det kvar.
preparers-done-let-in = Inköpsenheten får nu förbereda självskattningar åt er. Dess kontaktpersoner har fått veta det.
preparers-done-taken-back = Inköpsenheten kommer inte längre åt era självskattningar. Dess kontaktpersoner har fått veta det.
preparers-for = Organisationer som ni får förbereda åt
refusal-no-unit = Vi hittar ingen annan ansluten organisation med det numret. Kontrollera numret, eller be inköpsenheten ansluta sig först.
begin-for-title = Åt vem?
begin-for-hint = Var och en som ni väljer får en egen självskattning. Organisationen kan justera svaren, och bara den kan lämna in.
# $name (String) - organisationens namn
begin-for-own = { $name } (ni själva)
begin-for-nobody = Välj minst en organisation att starta åt
begin-for-others-anew = Åt andra börjar en självskattning från början: välj hela kollen eller snabbkollen
# $count (Number) - hur många
home-started = { $count ->
    [one] En självskattning är startad.
   *[other] { $count } självskattningar är startade.
}
# $unit (String) - inköpsenhetens namn
lead-prepared = { $unit } förbereder den här självskattningen. Organisationen kan justera svaren, och bara den kan lämna in.
# $unit (String) - inköpsenhetens namn
event-preparer-let-in = { $unit } fick rätt att förbereda självskattningar
# $unit (String) - inköpsenhetens namn
event-preparer-taken-back = { $unit } får inte längre förbereda självskattningar
# $unit (String) - inköpsenhetens namn
event-round-prepared = { $unit } startade en självskattning åt organisationen
# $organisation (String) - organisationens namn
org-mail-may-prepare-subject = Ni får förbereda självskattningar åt { $organisation }
# $organisation (String) - organisationens namn
# $link (String) - adress till sidan
org-mail-may-prepare =
    { $organisation } låter er förbereda självskattningar i Strategikollen. Ni startar, frågar kollegor och föreslår svar. { $organisation } justerar svaren och lämnar in.

    Här startar ni:
    { $link }

# $organisation (String) - organisationens namn
org-mail-no-longer-prepare-subject = Ni förbereder inte längre åt { $organisation }
# $organisation (String) - organisationens namn
org-mail-no-longer-prepare =
    { $organisation } har tagit tillbaka rätten att förbereda självskattningar. Ni kommer inte längre åt det ni har förberett. Det finns kvar hos { $organisation }, men det ni har svarat där svarandet pågår räknas inte.

# $organisation (String) - organisationens namn
org-mail-prepared-subject = En självskattning är startad åt { $organisation }
# $organisation (String) - organisationens namn
# $unit (String) - inköpsenhetens namn
# $link (String) - adress till organisationens sida
org-mail-prepared =
    { $unit } har startat en självskattning åt { $organisation } och förbereder den. Ni kan svara och justera, och bara ni kan lämna in.

    Här är den:
    { $link }

# $organisation (String) - organisationens namn
org-mail-why-prepare = du är kontaktperson för en inköpsenhet som { $organisation } har släppt in.
