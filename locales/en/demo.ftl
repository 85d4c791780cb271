demo-label = Made-up data
demo-bar = The organisations, people and figures here do not exist.
demo-switch = Change role
demo-title = Who do you want to be?
demo-intro = This is a service to show. Everything in it is made up: the organisations, the people, the answers and the figures. Choose someone and you are signed in at once.
# $day (String) - today's date in the demo
demo-today = Today is { $day } here. Three comparisons have been made, and next year's self-assessments have begun.
# $name (String) - the person's name
demo-sign-in = Sign in as { $name }
demo-municipality-contact = Leads the municipality's self-assessment. Three years are handed in. This year's is closed for answers, and the group has agreed on half. See where the answers differ, compare yourselves with other municipalities and see how you have developed.
demo-municipality-respondent = Answers for the municipality and takes part when the group agrees.
demo-municipality-reader = Reads the municipality's results.
demo-company = Leads the self-assessment of a company that the municipality owns. In the comparison the company and the municipality count as one owner.
demo-region = Leads the region's self-assessment. This year's is open for answers, and some colleagues have answered.
demo-state-agency = Leads a state agency's self-assessment. Three years are handed in.
demo-case-officer = Receives organisations that want to join, and sees to it that the register is right.
demo-editor = Is responsible for questions, tips and texts.
demo-publisher = Makes the comparison and sees what is not shown and why. Another publisher publishes it.
demo-second-publisher = Publishes what another publisher has made. Nobody publishes alone.
demo-administrator = Gives and takes roles at the agency.
demo-mails = No mails are sent. They are put in a folder, which the program printed when it started.
