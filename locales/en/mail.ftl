# At the end of every e-mail
mail-footer-sender = Strategikollen is run by { $name }. Questions: { $contact }
mail-footer-nobody = Test mode: no organisation stands behind this installation yet.
mail-footer-why = Why you get this e-mail: { $why }
