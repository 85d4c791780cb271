demo-label = Påhittade uppgifter
demo-bar = Organisationer, personer och siffror här finns inte på riktigt.
demo-switch = Byt roll
demo-title = Vem vill du vara?
demo-intro = Det här är en tjänst att visa upp. Allt i den är påhittat: organisationerna, personerna, svaren och siffrorna. Välj någon, så loggas du in direkt.
# $day (String) - dagens datum i demon
demo-today = Här är det { $day }. Tre jämförelser är gjorda, och nästa års självskattningar har börjat.
demo-organisations = I organisationerna
demo-agency = Hos myndigheten som driver tjänsten
# $name (String) - personens namn
demo-sign-in = Logga in som { $name }
demo-municipality-contact = Leder kommunens självskattning. Tre år är inlämnade. Svarandet på årets är stängt, och gruppen har enats om hälften. Se var svaren går isär, jämför er med andra kommuner och se hur ni har utvecklats.
demo-municipality-respondent = Svarar för kommunen och är med när gruppen enas.
demo-municipality-reader = Läser kommunens resultat.
demo-company = Leder självskattningen i ett bolag som kommunen äger. I jämförelsen räknas bolaget och kommunen som en och samma ägare.
demo-region = Leder regionens självskattning. Svarandet på årets pågår, och några kollegor har svarat.
demo-state-agency = Leder en statlig myndighets självskattning. Tre år är inlämnade.
demo-case-officer = Tar emot organisationer som vill ansluta sig och ser till att registret stämmer.
demo-editor = Ansvarar för frågor, tips och texter.
demo-publisher = Gör jämförelsen och ser vad som inte visas och varför. En annan publicerare publicerar.
demo-second-publisher = Publicerar det som en annan publicerare har gjort. Ingen publicerar ensam.
demo-administrator = Ger och tar roller i förvaltningen.
demo-mails = Mejl skickas inte. De läggs i en mapp, som programmet skrev ut när det startade.
