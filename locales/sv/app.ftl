language-name = Svenska
app-name = Strategikollen
