# Under varje mejl
# $name (String) - avsändarens namn
# $contact (String) - avsändarens e-postadress
mail-footer-sender = Strategikollen drivs av { $name }. Frågor: { $contact }
mail-footer-nobody = Testläge: ingen organisation står bakom den här installationen än.
# $why (String) - en mening om varför mottagaren får mejlet
mail-footer-why = Därför får du mejlet: { $why }
