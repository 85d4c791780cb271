language-name = English
app-name = Strategikollen
