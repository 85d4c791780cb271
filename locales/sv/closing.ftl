# Avsluta sitt konto
close-account-title = Avsluta kontot
close-account-goes-self = Ditt namn, din e-postadress, det andra steget vid inloggning och alla inloggningar. Alla webbläsare loggas ut.
close-account-goes-places = Din plats i de organisationer du hör till.
close-account-goes-answers = Det du har svarat i självskattningar där svarandet pågår: det räknas inte.
close-account-stays-answers = Svar i självskattningar där svarandet är stängt, utan ditt namn.
close-account-stays-log = Organisationernas händelser. Där står det namn eller den e-postadress du hade när något hände.
close-account-final = Det går inte att ångra. Loggar du in med samma adress igen får du ett nytt, tomt konto.
close-account-do = Avsluta kontot
close-account-stay = Nej, behåll kontot
close-account-last = Du är ensam kontaktperson här, och kan inte avsluta kontot än:
close-account-last-todo = Utse en kontaktperson till, eller avsluta organisationen i tjänsten, och kom sedan tillbaka hit.
close-account-done = Kontot är avslutat och alla webbläsare är utloggade. Vi har skickat ett mejl om det.
mail-closed-subject = Ditt konto i Strategikollen är avslutat
mail-closed-text =
    Ditt konto i Strategikollen är avslutat. Alla webbläsare är utloggade.

    Var det inte du? Hör av dig till en kontaktperson i din organisation eller till den som driver tjänsten.
mail-closed-why = ditt konto har avslutats.
# $who (String) - e-postadress
event-agency-account-closed = { $who } avslutade sitt konto och har ingen roll i förvaltningen längre
