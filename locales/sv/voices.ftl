# Mejl till den som ska svara
# $from (String) - den som bjuder in
# $organisation (String) - organisationens namn
# $questions (Number) - antal frågor
mail-invite-what = { $from } ber dig svara på { $questions ->
    [one] en fråga
   *[other] { $questions } frågor
} i självskattningen av inköp hos { $organisation }. Räkna med en till två minuter per fråga.
# $organisation (String) - organisationens namn
# $questions (Number) - antal frågor
mail-invite-subject = { $organisation } ber dig svara på { $questions ->
    [one] en fråga
   *[other] { $questions } frågor
} om inköp
# $day (String) - datum
mail-answer-by = Svara senast { $day }.
mail-invite-guest = Länken är din egen. Du behöver inget konto och kan avbryta och fortsätta när du vill. Skicka den inte vidare: den som har länken kan se och ändra dina svar.
mail-invite-member = Logga in, så kommer du till dina egna svar.
mail-invite-seen = Kollegor ser inte dina svar medan svarandet pågår. Efteråt ser de hur svaren fördelar sig och vilka motiveringar som skrivits, utan namn.
# $address (String) - adressen till sidan
mail-reminders-off = Vill du inte få påminnelser? { $address }
# $from (String) - den som bjuder in
mail-invite-why = { $from } har bjudit in dig att svara.
# $organisation (String) - organisationens namn
mail-own-address-subject = Din länk till självskattningen hos { $organisation }
mail-own-address-text = Det här är länken till dina egna svar. Skicka den inte vidare: den som har länken kan se och ändra dina svar.
mail-own-address-why = någon, troligen du själv, bad om länken.
# $organisation (String) - organisationens namn
mail-remind-subject = Påminnelse: svara i självskattningen hos { $organisation }
# $organisation (String) - organisationens namn
mail-remind-what = Du har frågor kvar att svara på i självskattningen av inköp hos { $organisation }.
mail-remind-done = Är du redan färdig? Välj ”Jag är klar” på sidan, så får du inga fler påminnelser.
# $organisation (String) - organisationens namn
mail-remind-why = du är inbjuden att svara hos { $organisation }.
# Svarandet är stängt, eller den som svarar är borttagen
error-closed-title = Svarandet är stängt
error-closed = Svaren som var sparade när svarandet stängdes räknas. Nya svar kan inte sparas.
error-closed-todo = Vill du ändra något, säg det till den som bjöd in dig. Gruppen enas om svaren härnäst.
error-removed-title = Du är inte längre med i självskattningen
error-removed = Du är borttagen ur självskattningen eller hör inte längre till organisationen. Om svarandet pågick då räknas inte det du hade sparat.
error-removed-todo = Tror du att det är ett misstag, hör av dig till den som bjöd in dig.
late-closed = Det du skickade kom efter stängningen och är inte sparat. Det du hade sparat tidigare räknas.
late-removed = Det du skickade nu är inte sparat.
late-sent = Det här skickade du
late-sent-means = Kopiera det du vill ha kvar innan du lämnar sidan.
# Egna svar bland flera
check-yes-means-alone = Du kommer tillbaka till översikten.
question-ask = Vem kan veta? (frivilligt)
question-ask-hint = Kontaktpersonen ser att någon vill fråga rollen, inte vem.
question-ask-nobody = Välj en roll
own-title = Dina svar
# $day (String) - datum
own-answer-by = Svara senast { $day }.
own-seen = Ingen annan ser dina svar medan svarandet pågår. När det är stängt ser kollegor hur svaren fördelar sig och läser motiveringarna, utan namn och roll. Om färre än tre svarar på en fråga kan andra förstå vem som svarat vad.
# $count (Number) - antal frågor
own-few = Just nu är det { $count ->
    [one] en av dina frågor
   *[other] { $count } av dina frågor
} som färre än tre ska svara på.
own-not-anonymous = Ni är färre än tre som svarar. Den som ser hur svaren fördelar sig, när svarandet är stängt, kan då förstå vem som svarat vad. Innan dess ser ingen annan dina svar.
own-done-title = Klar?
own-done-means = Säg till när du är klar, så får du inga påminnelser. Frågor du inte har svarat på räknas som obesvarade. Du kan ändra dina svar ända tills svarandet stängs.
own-is-done = Du har sagt att du är klar. Du kan ändra dina svar ända tills svarandet stängs.
own-done = Jag är klar
own-not-done = Jag är inte klar ändå
saved-done = Tack! Vi har noterat att du är klar.
own-address-link = Din länk hit
own-reminders = Påminnelser
lead-link = Led självskattningen
own-address-title = Spara din länk
own-address-what = Länken är din väg tillbaka till dina svar, på den här eller en annan enhet. Skicka den inte vidare: den som har länken kan se och ändra dina svar.
own-address-label = Din länk
own-address-mail = Mejla länken till dig själv
own-address-mail-hint = Vi sparar inte adressen och kan därför inte påminna dig.
own-address-send = Skicka
own-address-sent = Mejlet är på väg.
own-address-fault = Skriv en e-postadress, till exempel namn@kommunen.se.
own-address-begin = Till frågorna
reminders-title = Påminnelser
reminders-on = Du får ett mejl om du inte är klar när sista svarsdagen närmar sig, eller när kontaktpersonen påminner. Aldrig oftare än var tredje dag.
reminders-off = Du får inga påminnelser om den här självskattningen.
reminders-now-on = Påminnelserna är på.
reminders-now-off = Påminnelserna är avstängda.
reminders-turn-off = Stäng av påminnelser
reminders-turn-on = Slå på påminnelser
# Gemensam länk
# $organisation (String) - organisationens namn
take-part-title = Svara i självskattningen hos { $organisation }
# $count (Number) - antal frågor
take-part-what = Du får { $count ->
    [one] en fråga
   *[other] { $count } frågor
} om hur ni arbetar med inköp. Räkna med en till två minuter per fråga.
take-part-seen = Kollegor ser inte dina svar medan svarandet pågår. Efteråt ser de hur svaren fördelar sig, utan namn.
take-part-guest = Du behöver inget konto. När du börjar får du en egen länk att komma tillbaka med.
# $name (String) - den inloggades namn
take-part-member = Du är inloggad som { $name }. Dina svar sparas på ditt konto.
take-part-name = Ditt namn (frivilligt)
take-part-name-hint = Då ser kontaktpersonen vem som är klar. Namnet visas aldrig ihop med svaren.
# Starta
begin-title = Starta en självskattning
begin-intro = Ni leder självskattningen och kan fråga kollegor. Var och en svarar för sig, och sedan enas ni om gemensamma svar.
# $count (Number) - antal frågor
begin-quick-means = { $count } frågor. Ni ser var ni bör börja och får tre tips. Inga nivåer.
begin-take-in = Ta in en som ni har provat utan konto
begin-take-in-means = Svaren blir dina egna i organisationens självskattning. Den hemliga adressen slutar gälla.
begin-address = Adressen till den ni har provat
begin-address-hint = Fyll bara i om ni valde att ta in en självskattning.
begin-no-such-address = Adressen öppnar ingen självskattning som går att ta in. Kontrollera att hela adressen kom med.
begin-choose = Välj vilken självskattning ni vill starta
begin-do = Starta
# Leda
back-to-lead = Tillbaka till att leda självskattningen
lead-title = Led självskattningen
# $done (Number) - hur många som är klara
# $respondents (Number) - hur många som svarar
lead-progress = Svarandet pågår. { $done } av { $respondents } svarande är klara.
# $day (String) - datum
lead-answer-by = Sista dag att svara är { $day }.
lead-colleagues = Fråga kollegor
lead-own = Svara själv
lead-respondents = De som svarar
lead-never-answers = Ni ser hur långt var och en har kommit, aldrig vad någon svarar.
# $questions (Number) - antal frågor
# $respondents (Number) - antal svarande
lead-role = { $questions ->
    [one] En fråga
   *[other] { $questions } frågor
}, { $respondents ->
    [0] ingen svarande än
    [one] en svarande
   *[other] { $respondents } svarande
}
lead-handed-title = Vill fråga någon annan
lead-handed-means = Någon vet inte än och vill att en annan roll får frågan. Ni ser inte vem.
# $role (String) - roll
lead-hand-on = Ställ frågorna till { $role }
# $role (String) - roll
lead-handed-on = { $role } får frågorna nu. Bjud in någon i rollen om ingen svarar än.
lead-remind-title = Påminn
lead-remind-means = Påminn dem som inte är klara. Var och en får högst en påminnelse var tredje dag, och den som har tackat nej får ingen.
lead-remind = Påminn dem som inte är klara
lead-remind-nobody = Det finns ingen att påminna: alla är klara, har tackat nej eller kom in via en länk utan e-postadress.
# $count (Number) - hur många
lead-reminded = { $count ->
    [0] Ingen fick någon påminnelse. Alla har fått en de senaste tre dagarna.
    [one] En påminnelse är på väg.
   *[other] { $count } påminnelser är på väg.
}
lead-day-title = Sista dag att svara
lead-day = Datum
lead-day-hint = Står i inbjudan. Tre dagar innan påminner vi dem som inte är klara. Ni stänger själva svarandet.
lead-day-save = Spara datumet
lead-day-saved = Sista dag att svara är sparad.
lead-day-fault = Skriv en dag som inte har varit, som år-månad-dag, till exempel 2027-03-31.
lead-more = När ni är redo
lead-close = Stäng svarandet och se skillnaderna
lead-closed = Svarandet är stängt. Nu enas ni om svaren.
lead-agree = Se skillnaderna och enas om svaren
# $name (String) - namn
respondent-you = { $name } (du)
# $name (String) - namn
respondent-link = { $name }, via länk
# $number (Number) - nummer
respondent-unnamed = Svarande { $number }, via länk
respondent-gone = Ett konto som inte finns kvar
respondent-unreachable = Ett mejl hit kom inte fram. Är adressen rätt? Ta annars bort den svarande och bjud in igen.
respondent-not-begun = Inte påbörjad
# $answered (Number) - besvarade
# $questions (Number) - alla
respondent-done = Klar ({ $answered } av { $questions })
# $day (String) - datum
respondent-reminded = Påmind { $day }.
# $who (String) - namn
respondent-remove = Ta bort { $who }
# Fråga kollegor
back-to-colleagues = Tillbaka till Fråga kollegor
colleagues-title = Fråga kollegor
colleagues-intro = Fråga efter roll, inte efter mål. Vi föreslår vilka frågor varje roll får. Ni kan ändra dem.
# $count (Number) - antal frågor
colleagues-questions = { $count ->
    [one] En fråga
   *[other] { $count } frågor
}
# $role (String) - roll
colleagues-ask = Fråga { $role }
# $role (String) - roll
audience-title = Fråga kollegor: { $role }
audience-few = Ni är färre än tre som svarar. Då kan den som ser fördelningen förstå vem som svarat vad. Det står också hos dem som svarar.
audience-by-mail = Bjud in med mejl
audience-addresses = E-postadresser
audience-addresses-hint = Skriv en adress per rad. Var och en får en egen svarslänk och behöver inget konto.
audience-invite = Skicka inbjudningar
# $wrong (String) - det som inte är adresser
audience-wrong-addresses = Det här är inte e-postadresser: { $wrong }. Inget är skickat. Rätta och skicka igen.
audience-no-addresses = Skriv minst en e-postadress.
# $most (Number) - högsta antal
audience-too-many-addresses = Bjud in högst { $most } åt gången. Inget är skickat.
# $count (Number) - hur många
# $already (Number) - hur många som redan svarar
audience-invited = { $count ->
    [0] Ingen ny inbjudan är skickad.
    [one] En inbjudan är på väg.
   *[other] { $count } inbjudningar är på väg.
} { $already ->
    [0] {""}
    [one] En adress hör till någon som redan svarar och fick inget nytt mejl.
   *[other] { $already } adresser hör till dem som redan svarar och fick inget nytt mejl.
}
audience-by-link = Bjud in med en gemensam länk
audience-link-means = Alla som öppnar länken kan svara, var och en för sig. Lägg den på intranätet eller visa koden på ett möte.
audience-link = Gemensam länk
# $role (String) - roll
audience-qr = QR-kod som leder till frågorna för { $role }
audience-take-back = Ta tillbaka länken
audience-no-link = Länken är återtagen och släpper inte in fler. De som redan har börjat kan fortsätta.
audience-new-link = Skapa en ny länk
audience-link-changed = Länken är ändrad.
audience-removed = Den svarande är borttagen.
audience-questions = Frågorna
# $count (Number) - antal frågor
audience-choose = Välj frågor ({ $count } valda)
# $role (String) - roll
audience-choose-legend = Frågor till { $role }
audience-choose-means = Tar ni bort en fråga räknas inte de svar som rollen har gett på den.
audience-save-questions = Spara frågorna
audience-questions-saved = Frågorna är sparade.
audience-no-questions = Välj minst en fråga.
# $who (String) - namn
remove-title = Ta bort { $who }?
remove-what = Länken slutar fungera och säger varför på ett vänligt sätt.
# $count (Number) - antal svar
remove-answered = { $count ->
    [one] Ett sparat svar räknas inte.
   *[other] { $count } sparade svar räknas inte.
}
remove-do = Ta bort
remove-keep = Behåll
# Stänga
close-title = Stäng svarandet?
# $count (Number) - hur många som svarat
close-answered = { $count ->
    [0] Ingen har svarat än.
    [one] En har svarat.
   *[other] { $count } har svarat.
}
# $count (Number) - hur många som inte är klara
close-left = { $count ->
    [one] En har inte sagt sig vara klar.
   *[other] { $count } har inte sagt sig vara klara.
}
close-few = Färre än tre har svarat. Då kan ni förstå vem som svarat vad när fördelningen visas.
close-1 = Ingen kan svara eller ändra sina svar efteråt.
close-2 = Ni och de svarande med konto ser hur svaren fördelar sig, utan namn.
close-3 = Gruppen enas om ett gemensamt svar på varje fråga. Resultatet räknas på de gemensamma svaren.
close-4 = Det går inte att öppna svarandet igen.
close-do = Stäng svarandet
close-not-yet = Inte än
# Skillnader
back-to-differences = Tillbaka till skillnaderna
differences-title = Skillnader och gemensamma svar
# $count (Number) - antal svarande
differences-intro = { $count ->
    [0] Ingen svarade innan svarandet stängdes. Ni kan ändå enas om svar.
    [one] En svarade.
   *[other] { $count } svarade. Frågorna där svaren skiljer sig mest står först.
}
# $agreed (Number) - frågor ni enats om
# $all (Number) - alla frågor
differences-progress = Ni har enats om { $agreed } av { $all } frågor.
differences-begin = Börja enas
differences-continue = Fortsätt enas
differences-use-only = Använd svaren som gemensamma
# $count (Number) - hur många
differences-accept = { $count ->
    [one] Godta det enhälliga svaret
   *[other] Godta alla { $count } enhälliga svar
}
# $count (Number) - hur många
differences-accepted = { $count ->
    [0] Inget nytt svar är godtaget.
    [one] Ett svar är godtaget som gemensamt.
   *[other] { $count } svar är godtagna som gemensamma.
}
differences-closed = Svarandet är stängt.
filter-label = Visa frågorna i
filter-all = Alla mål
# $level (Number) - nivå
# $count (Number) - hur många
spread-level = Nivå { $level }: { $count }
# $count (Number) - hur många
spread-dont-know = Vet inte än: { $count }
# $count (Number) - hur många
spread-not-applicable = Inte tillämpligt: { $count }
spread-nobody = Ingen svarade
spread-unasked = Ingen fick frågan
mark-agreed = Eniga
mark-unanimous = Enhälligt, inte godtaget
mark-left = Kvar
# Gemensamt svar
# $count (Number) - hur många
agreement-answered = { $count ->
    [0] Ingen har svarat på frågan.
    [one] En har svarat.
   *[other] { $count } har svarat.
}
# $count (Number) - hur många
agreement-missing = { $count ->
    [one] En som fick frågan svarade inte.
   *[other] { $count } som fick frågan svarade inte.
}
# $count (Number) - hur många
agreement-count = { $count ->
    [one] 1 svar
   *[other] { $count } svar
}
agreement-agreed = Gemensamt svar:
agreement-unanimous = Alla svarade lika. Spara för att godta det som ert gemensamma svar.
agreement-few = Färre än tre har svarat, så det går kanske att förstå vem som svarat vad.
agreement-by-role = Efter roll
agreement-other-roles = Övriga roller
agreement-grounds = Motiveringar
agreement-ours = Ert gemensamma svar
agreement-save = Spara och gå till nästa
agreement-undo = Ångra det gemensamma svaret
agreement-skip = Hoppa till nästa fråga
agreement-changed = Någon annan ändrade svaret i ett annat fönster. Inget är ångrat. Så här ser det ut nu.
# Sidornas namn när någon tycker till om dem
feedback-page-audience = Fråga kollegor i en roll
feedback-page-remove = Ta bort en svarande
feedback-page-join = Svara med en gemensam länk
# Händelser
event-round-started = En självskattning startades
event-round-taken-in = En självskattning som provats utan konto togs in
event-respondent-removed = En svarande togs bort ur en självskattning
event-answering-closed = Svarandet stängdes i en självskattning
# Tillbaka
back-to-organisation-rounds = Organisationens översikt
# Svarsblankett
blank-title = Svara på en blankett
blank-excel = Hämta som Excel
blank-word = Hämta som Word
blank-load-title = Läs in en ifylld blankett
blank-file = Ifylld Excel-blankett
blank-file-hint = Du får se vad som ändras innan något sparas.
blank-show = Visa vad som ändras
blank-nothing-loaded = Inget är inläst. Dina sparade svar är oförändrade.
blank-loaded = Svaren i blanketten är sparade.
blank-changes-title = Det här ändras
# $count (Number) - antal svar
blank-changes = { $count ->
    [one] Ett svar ändras.
   *[other] { $count } svar ändras.
} Det som är tomt i blanketten ändrar inget.
blank-no-changes = Blanketten säger detsamma som dina sparade svar. Inget ändras.
blank-now = Nu:
blank-then = Efter inläsning:
blank-do-load = Läs in svaren
blank-do-not = Läs inte in
blank-back = Tillbaka till blanketten
