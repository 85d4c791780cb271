# Läslänkar till en organisations självskattning
readlink-title = Dela en läslänk
readlink-what = Den som har länken kan läsa utan konto, men inte ändra något. Ni väljer vad den visar och hur länge den gäller, och kan ta tillbaka den när ni vill.
readlink-made = Läslänken är skapad. Kopiera den och skicka den till den som ska läsa.
readlink-taken-back = Läslänken är återtagen. Den öppnar inget längre.
# $number (Number) - ordningsnummer
# $scope (String) - vad den visar
readlink-number = Läslänk { $number }: { $scope }
readlink-expired = Har gått ut
# $day (String) - dag i ord
# $time (String) - klockslag
readlink-until = Gäller till { $day } kl. { $time }
# $number (Number) - ordningsnummer
readlink-address = Adressen till läslänk { $number }
# $number (Number) - ordningsnummer
readlink-take-back = Ta tillbaka läslänk { $number }
readlink-new = Skapa en ny läslänk
readlink-scope = Vad ska den visa?
readlink-decision = Beslutssidan
readlink-decision-means = En sida för den som beslutar. Inget annat.
readlink-result = Resultatet
readlink-result-means = Nivåer, hur de räknats och tips, och beslutssidan. Inte era motiveringar.
readlink-full = Allt
readlink-full-means = Resultatet och hela underlaget, med era motiveringar.
readlink-time = Hur länge ska den gälla?
# $days (Number) - antal dagar
readlink-days = { $days } dagar
readlink-do = Skapa läslänken
readlink-choose-scope = Välj vad läslänken ska visa.
readlink-choose-time = Välj hur länge läslänken ska gälla.
event-read-link-made = En läslänk skapades
event-read-link-taken-back = En läslänk togs tillbaka
event-workshop-started = En workshop startades
event-workshop-ended = En workshop avslutades
error-no-such-link-title = Läslänken öppnar inget
error-no-such-link = Den kan ha gått ut, vara återtagen eller felskriven.
error-no-such-link-todo = Be den som skickade läslänken om en ny.
