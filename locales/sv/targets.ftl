# Mål att nå: vilken nivå varje mål ska nå
targets-title = Mål att nå
targets-lead = Varje mål siktar på nästa nivå om ni inte väljer något annat. Väljer ni en egen nivå styr den vilka tips ni får, i vilken ordning, och vad vi säger saknas.
targets-quick = Snabbkollen ger inga nivåer, och då går det inte heller att sätta mål. Det gör ni i hela kollen.
# $level (String) - nivåns nummer och namn, eller att det inte finns någon
targets-today = Nivå i dag: { $level }.
targets-no-level = Målet har ingen nivå än, och därför går det inte att sätta ett mål för det.
# $level (Number) - nivå
targets-kept = Ni har satt nivå { $level } tidigare. Det ligger kvar tills ni ändrar det.
# $level (Number) - nivå
targets-default = Nästa nivå (nivå { $level })
# $level (Number) - nivå
targets-default-top = Inget eget mål (ni är på nivå { $level })
targets-default-none = Inget eget mål
# $level (String) - nivåns nummer och namn
targets-choice = Nivå { $level }
targets-choose = Vilken nivå ska målet nå?
targets-reason = Varför just den nivån?
# $limit (Number) - tecken
targets-reason-hint = Behövs bara när ni väljer en egen nivå. Högst { $limit } tecken.
targets-save = Spara målen
targets-saved = Målen är sparade.
# $goal (String) - mål
targets-fault-reason = Skriv varför ni har valt den nivån för { $goal }.
targets-conflict = Någon annan sparade mål medan ni hade sidan öppen. Så här ser det sparade ut. I formuläret står det ni fyllde i. Sparar ni igen gäller det.
targets-conflict-keep = Behåll det som är sparat
targets-conflict-form = Se det ni fyllde i
# $goal (String) - mål
# $target (String) - vad målet ska nå
targets-line = { $goal }: { $target }
# $level (Number) - nivå
# $reason (String) - varför
targets-own-line = nivå { $level }. { $reason }
targets-default-line = inget eget mål
targets-to-tips = Till tipsen
# $level (Number) - nivå
target-own = Nivå { $level }, ert mål
# $level (Number) - nivå
target-next = Nivå { $level }, nästa nivå
# $level (Number) - nivå
target-top = Nivå { $level }, den högsta
# $level (Number) - nivå
target-own-clause = ert mål är nivå { $level }
# $level (Number) - nivå
target-next-clause = nästa nivå är { $level }
# $level (Number) - nivå
target-top-clause = den högsta nivån är { $level }
target-label = Att nå:
# $steps (Number) - antal steg
# $level (Number) - nivå
target-missing = { $steps ->
    [one] För ert mål, nivå { $level }, saknas ett steg
   *[other] För ert mål, nivå { $level }, saknas { $steps } steg
 }
# $level (Number) - nivå
target-reached = Ert mål, nivå { $level }, är nått.
# Prova tips: vad tipsen skulle leda till
what-if-title = Prova vad tipsen ger
what-if-lead = Kryssa för de tips ni tänker göra. Då räknar vi ut vilka nivåer det skulle ge.
what-if-quick = Snabbkollen ger inga nivåer, och därför går det inte att räkna ut vad tipsen skulle ge. Det går i hela kollen.
what-if-show = Visa vad det ger
what-if-later = Senare
what-if-result = Vad det skulle ge
what-if-nothing-ticked = Inget tips är förkryssat. Så här ser det ut i dag.
what-if-before = I dag
what-if-after = Efter
what-if-headline = Mål
what-if-overall = Helheten
# $level (String) - nivåns nummer och namn
what-if-overall-at-least = Minst { $level }
what-if-summary = Resultatet i dag och efter
what-if-caption = Mål för mål
what-if-goal = Mål
what-if-target = Att nå
what-if-reached = Når ni dit?
what-if-yes = Ja
what-if-no = Nej
what-if-unknown = Går inte att säga
what-if-no-target = Inget
what-if-lacks = Vad som saknas
what-if-nothing-lacks = Inget
# $steps (Number) - antal steg
# $level (Number) - nivå
what-if-missing = { $steps ->
    [one] Ett steg till nivå { $level }:
   *[other] { $steps } steg till nivå { $level }:
 }
what-if-idle = De här tipsen lyfter inget svar
what-if-idle-why = Det de hjälper till med är redan gjort, eller så är svaret inte känt.
what-if-notes = Så har vi räknat
what-if-note-effect = Vi antar att tipsen får full effekt. I verkligheten tar det tid, och allt blir inte som man tänkt sig.
what-if-note-unknown = Svar som saknas eller är ”Vet inte än” lyfts inte, även om tipsen handlar om dem.
what-if-note-promise = Ett mål som har för få svar för en nivå lovas ingen.
what-if-note-answers = Inget av det här ändrar era svar. Det sparas inte heller, men adressen till sidan minns vad ni har kryssat för.
