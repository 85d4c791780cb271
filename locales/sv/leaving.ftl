# Ta ut allt, och avsluta
export-title = Ta ut allt ni har
export-what = Ni får en zip-fil med allt som organisationen har i tjänsten.
export-rounds = Varje självskattning, med gemensamma svar och motiveringar, som en fil att läsa in i vilken installation som helst. Pågår svarandet är svaren inte med.
export-tables = Svar, fördelningar, medlemmar och händelser som tabeller (CSV) att öppna i Excel.
export-submissions = Det ni har lämnat in, tecken för tecken.
export-about = Uppgifterna om organisationen, medlemmarna, nätverk, det ni berättar för andra och alla händelser (JSON).
export-not = Vad var och en har svarat är inte med, bara hur svaren fördelar sig. Läslänkar och svarslänkar är inte heller med.
export-load = Så läser ni in en självskattning igen: välj Läs in en sparad fil på startsidan, och ta sedan in den i en organisation.
export-restore = Den som driver en egen installation kan läsa in hela zip-filen där: uppgifter, medlemmar, självskattningar, inlämningar och händelser.
export-do = Hämta zip-filen
export-readme =
    Allt en organisation har i Strategikollen
    -----------------------------------------

    sjalvskattningar/    en fil för varje självskattning; läs in den på startsidan i vilken installation som helst
    inlamningar/         det som har lämnats in, tecken för tecken; namnet är referensnumret
    organisation.json    uppgifter, medlemmar, självskattningar, inlämningar, nätverk och händelser
    svar.csv             gemensamma svar med motiveringar
    fordelning.csv       hur svaren fördelar sig
    medlemmar.csv        vilka som hör till organisationen
    handelser.csv        vad som har hänt

    Tabellerna har semikolon mellan fälten och öppnas i Excel.
    Vad var och en har svarat är inte med.
quit-title = Avsluta och radera
quit-goes = Det här raderas
quit-goes-rounds = Alla självskattningar, med svar, motiveringar, länkar och workshoppar.
quit-goes-members = Vilka som hör till organisationen, och inbjudningar.
quit-goes-log = Organisationens händelser.
quit-goes-submissions = Det ni har lämnat in.
quit-stays = Det här finns kvar
quit-stays-submissions = Det ni har lämnat in. Det är allmän handling hos den som driver tjänsten.
quit-stays-register = Organisationen i registret, och det förvaltningen har gjort. Ni kan ansluta igen.
quit-stays-accounts = Var och ens eget konto.
quit-stays-record = En anteckning om dagen då ni avslutade, utan namn på personer.
quit-final = Det går inte att ångra. Ta ut allt först, om ni vill ha det kvar.
# $name (String) - organisationens namn
quit-name = Skriv organisationens namn, { $name }, för att bekräfta
quit-do = Radera allt
quit-stay = Nej, behåll allt
quit-done = Organisationen är avslutad och det den hade här är raderat. Alla som hörde till den får ett mejl.
refusal-other-name = Namnet stämmer inte. Inget har raderats. Skriv det som det står.
event-agency-organisation-left = En organisation avslutade och raderade det den hade
# $organisation (String) - organisationens namn
org-mail-left-subject = { $organisation } har lämnat Strategikollen
# $organisation (String) - organisationens namn
org-mail-left =
    En kontaktperson har avslutat { $organisation } i Strategikollen. Självskattningar, svar och medlemskap är raderade.

    Ditt eget konto finns kvar.
