# Inloggning genom en annan organisations tjänst
oidc-title = Du är inte inloggad
oidc-again = Försök igen
oidc-by-mail = Logga in med en kod till din e-post
# $name (String) - vad den andra inloggningstjänsten heter, i alla texter här
oidc-sign-in = Logga in med { $name }
# $name (String)
oidc-confirm = Bekräfta med { $name }
# $name (String)
oidc-go-title = Du skickas till { $name }
# $name (String)
oidc-go-what = Visa vem du är hos { $name }, så kommer du tillbaka hit.
# $name (String)
oidc-go-do = Gå till { $name }
# $name (String)
oidc-down = { $name } svarar inte just nu.
# $name (String)
oidc-down-todo = Vänta en stund och försök igen, eller logga in med en kod till din e-post. Fortsätter det? Hör av dig till den som sköter { $name }.
# $name (String)
oidc-garbage = { $name } svarade något som inte går att använda.
# $name (String)
oidc-unaccepted = { $name } känner inte igen den här tjänsten. Inställningarna hos de två stämmer inte överens.
oidc-operator-todo = Försök igen. Händer samma sak? Logga in med en kod till din e-post så länge, och berätta för den som sköter tjänsten.
oidc-not-begun = Inloggningen tog mer än 15 minuter, eller började i en annan webbläsare.
oidc-reused = Svaret från inloggningen är redan använt. Det gäller bara en gång.
# $name (String)
oidc-code-refused = { $name } godtar inte svaret från inloggningen. Det är redan använt, för gammalt eller hör till en annan inloggning.
oidc-again-todo = Börja om härifrån.
oidc-other-sign-in = Svaret hör till en annan inloggning än den som började i den här webbläsaren.
oidc-other-sign-in-todo = Börja om härifrån. Kom du hit genom en länk som någon har skickat? Använd den inte igen.
# $name (String)
oidc-nonce = Intyget från { $name } gäller en annan inloggning.
# $name (String)
oidc-audience = Intyget från { $name } är utfärdat till en annan tjänst.
# $name (String)
oidc-signature = Intyget från { $name } har inte rätt underskrift.
# $name (String)
oidc-expired = Intyget från { $name } gäller inte nu.
# $name (String)
oidc-declined = Inloggningen avbröts hos { $name }.
oidc-declined-todo = Försök igen, eller logga in med en kod till din e-post.
# $name (String)
oidc-no-email = { $name } lämnar inte ut någon e-postadress för dig, och du har inte loggat in härifrån förut.
# $name (String)
oidc-email-unverified = { $name } har inte kontrollerat din e-postadress, och du har inte loggat in härifrån förut.
# $name (String)
oidc-email-todo = Vi kopplar ingen till ett konto på en adress som ingen har kontrollerat. Logga in med en kod till din e-post, eller be den som sköter { $name } att kontrollera adressen och lämna ut den.
# $name (String)
oidc-email-taken = Kontot med din e-postadress är kopplat till någon annan hos { $name }.
# $name (String)
oidc-email-taken-todo = Logga in med en kod till din e-post. Har du fått ett nytt konto hos { $name }? Ta bort den gamla kopplingen i ditt konto, under Andra sätt att logga in.
# $name (String)
oidc-other-organisation = { $name } intygar att du hör till en annan organisation än den som använder den här tjänsten.
oidc-other-organisation-todo = Logga in för rätt organisation. Stämmer det inte? Hör av dig till den som sköter tjänsten.
ties-title = Andra sätt att logga in
ties-none = Ditt konto är inte kopplat till någon annan inloggningstjänst. Du loggar in med en kod till din e-post.
ties-lead = Den som har koppling hit kan logga in på ditt konto. Tar du bort kopplingen loggar du in med en kod till din e-post, eller kopplar på nytt genom att logga in med tjänsten igen.
ties-remove = Ta bort kopplingen
ties-removed = Kopplingen är borttagen.
account-ties = Andra sätt att logga in
account-ties-what = Inloggningstjänster som ditt konto är kopplat till
account-ties-show = Visa
