# Förra gångens svar
# $day (String) - dag i ord
begin-from = Utgå från självskattningen ni startade { $day }
begin-from-means = Ni bekräftar det som inte har ändrats och svarar bara på resten. Räkna med en halvtimme.
begin-from-agreed = Den är inte inlämnad.
begin-from-submitted = Den är inlämnad.
begin-from-withdrawn = Den är inlämnad och återtagen.
previous-title = Förra gångens svar
# $day (String) - dag i ord
previous-from = Från självskattningen som senast ändrades { $day }
previous-what = Ta ett mål i taget. Nyckelfrågorna bekräftar ni en och en, övriga frågor på en gång. Nya och ändrade frågor svarar ni på som vanligt. Motiveringarna följer med.
previous-anew = Frågorna har ändrats så mycket att inga gamla svar kan bekräftas. Svara på dem på nytt.
previous-go-on = Fortsätt
previous-done = Klart
previous-left = Återstår
# $count (Number) - antal frågor
previous-at-once = { $count } att bekräfta på en gång
# $count (Number) - antal frågor
previous-one-by-one = { $count ->
    [one] 1 nyckelfråga
   *[other] { $count } nyckelfrågor
}
# $count (Number) - antal frågor
previous-to-answer = { $count } att svara på
# Ett mål
previous-back = Till alla mål
# $count (Number) - antal svar
# $time (String) - klockslag
previous-saved = { $count ->
    [one] Ett svar sparades kl. { $time }.
   *[other] { $count } svar sparades kl. { $time }.
}
previous-already = Frågan var redan besvarad. Svaret som fanns är kvar, och inget nytt sparades.
previous-goal-done = Målet är klart. Inget återstår här.
# $count (Number) - antal frågor kvar
previous-essential = { $count ->
    [one] Den sista nyckelfrågan
   *[other] Nyckelfråga, { $count } kvar
}
previous-reworded = Frågan har nya ord men betyder detsamma.
previous-answered = Ni svarade förra gången:
previous-grounds = Er motivering:
previous-above = Nivån över:
previous-same = Det stämmer fortfarande
previous-other = Det har ändrats
# $count (Number) - antal frågor
previous-others = { $count ->
    [one] En fråga till
   *[other] { $count } övriga frågor
}
previous-others-what = Läs igenom. Ändra det som inte stämmer längre och bekräfta sedan resten på en gång.
# $label (String) - frågans nummer
previous-change = Ändra svaret på { $label }
# $count (Number) - antal frågor
previous-all-same = { $count ->
    [one] Oförändrat: bekräfta svaret
   *[other] Oförändrat: bekräfta { $count } svar
}
previous-anew-title = Svara på nytt
previous-new = Frågan är ny.
previous-changed = Frågan betyder något annat än förra gången.
previous-not-allowed = Ert gamla svar, inte tillämpligt, går inte längre att välja.
previous-unanswered = Ni svarade inte på frågan förra gången.
previous-next-goal = Nästa mål
# På översikten och resultatet
previous-link = Förra gångens svar
# Vad har ändrats
changes-title = Det här har ändrats
# $from (String) - dag i ord
# $to (String) - dag i ord
changes-between = { $from } mot { $to }
changes-before = Förra gången
changes-now = Nu
changes-no-goal = Målet fanns inte
# $level (String) - nivå
# $mean (String) - medelvärde
changes-standing = { $level } (medel { $mean })
changes-up = Högre nivå
changes-down = Lägre nivå
changes-other = Annat som har ändrats
# $count (Number) - antal frågor
changes-same = { $count ->
    [one] En fråga har samma svar.
   *[other] { $count } frågor har samma svar.
}
# $before (String) - svar
# $now (String) - svar
changes-step = Förut: { $before }. Nu: { $now }.
# $count (Number) - antal frågor
changes-break-questions = { $count ->
    [one] En fråga i målet är en annan än förra gången. Jämför därför nivåerna med försiktighet.
   *[other] { $count } frågor i målet är andra än förra gången. Jämför därför nivåerna med försiktighet.
}
changes-break-coverage = Svaren omfattar inte samma verksamhet som förra gången. Nivåerna går inte att jämföra rakt av.
changes-break-no-map = Frågorna har bytts ut sedan förra gången. Nivåerna går inte att jämföra.
changes-tips = Tipsen
changes-tips-new = Nya tips
changes-tips-done = Tips som inte längre föreslås
changes-none = Inga
changes-removed = Frågor som inte finns kvar
# Läs in förra gångens fil
open-as = Vad vill ni göra med filen?
open-as-same = Fortsätt den självskattningen
open-as-same-means = Ni får tillbaka alla svar och kan ändra dem.
open-as-previous = Börja en ny från den
open-as-previous-means = Ni bekräftar det som inte har ändrats sedan förra gången och svarar bara på resten.
