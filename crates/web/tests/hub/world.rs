//! A service with a small hub.

use domain::hub::source::{GlossaryFile, SynonymsFile};
use domain::hub::{Hub, Kind, Page, PageFile};
use domain::instrument::Content;
use domain::text::Text;

use crate::common::TestApp;

const ARTICLE: &str = r#"
id = "ett-enda-anbud"
owner = "redaktionen"
reviewed = "2026-11-20"
review = "2027-11-20"
tags = ["konkurrens", "marknad"]
goals = ["nus-2016/3"]
questions = ["konkurrens.anbud"]
cards = ["ring-dem-som-lat-bli"]
sources = ["nus"]
related = ["lista-over-samtal", "en-kommun-ringde"]
title = { sv = "När det bara kommer ett anbud", en = "When there is only one tender" }
summary = { sv = "Så tar ni reda på varför.", en = "How to find out why." }

[[sections]]
heading = { sv = "Ta reda på varför", en = "Find out why" }
[sections.text]
sv = '''
Ett enda anbud säger lite om priset. Ring [dem som lät bli](card:ring-dem-som-lat-bli) och läs
[frågan](question:konkurrens.anbud). Skriv i [listan](hub:lista-over-samtal), och läs
[strategin](source:nus). Ännu ett anbud, och en direktupphandling.

1. **Först** den som ni känner.
2. Sedan en ny.
'''
en = '''
Only one tender says little of the price. Call [those who did not](card:ring-dem-som-lat-bli) and read
[the question](question:konkurrens.anbud). Write in [the list](hub:lista-over-samtal), and read
[the strategy](source:nus). One tender more, and a direct award.

1. **First** the one you know.
2. Then a new one.
'''
[[sections]]
heading = { sv = "Ändra", en = "Change" }
text = { sv = "Stryk ett krav.", en = "Strike a requirement." }
[[sections]]
heading = { sv = "Vänta", en = "Wait" }
text = { sv = "Ge det tid.", en = "Give it time." }
[[sections]]
heading = { sv = "Berätta", en = "Tell" }
text = { sv = "Säg vad ni gjorde.", en = "Say what you did." }
"#;

const EXAMPLE: &str = r#"
id = "en-kommun-ringde"
owner = "statistik"
reviewed = "2026-11-21"
review = "2027-11-20"
tags = ["konkurrens"]
goals = []
questions = []
cards = []
sources = []
related = []
title = { sv = "En kommun ringde runt", en = "A municipality called around" }
summary = { sv = "Så såg det ut.", en = "How it looked." }
[[sections]]
heading = { sv = "Före", en = "Before" }
text = { sv = "Ingen visste varför.", en = "Nobody knew why." }
[[sections]]
heading = { sv = "Efter", en = "After" }
text = { sv = "Alla visste varför.", en = "Everyone knew why." }
"#;

const TEMPLATE: &str = r#"
id = "lista-over-samtal"
owner = "jurist"
reviewed = "2026-11-19"
review = "2027-11-19"
tags = ["marknad"]
goals = []
questions = []
cards = []
sources = []
related = ["ett-enda-anbud"]
title = { sv = "Lista över samtal", en = "List of calls" }
summary = { sv = "Fyll i den när ni ringer.", en = "Fill it in when you call." }
[[sections]]
heading = { sv = "Samtal", en = "Calls" }
[sections.text]
sv = '''
| Vem | | Svar |
|---|---|---|
| … | & | … |
'''
en = '''
| Who | | Answer |
|---|---|---|
| … | & | … |
'''
[[sections]]
heading = { sv = "Slutsats", en = "Conclusion" }
text = { sv = "Skriv en mening.", en = "Write a sentence." }
"#;

const GLOSSARY: &str = r#"
[[terms]]
id = "anbud"
term = { sv = "anbud", en = "tender" }
forms = ["anbudet", "anbuden"]
synonyms = { sv = ["bud"], en = ["bid"] }
text = { sv = "Ett svar på en annons, också vid [direktupphandling](term:direktupphandling).", en = "An answer to a notice, also in a [direct award](term:direktupphandling)." }
related = ["direktupphandling"]

[[terms]]
id = "direktupphandling"
term = { sv = "direktupphandling", en = "direct award" }
forms = ["direktupphandlingar"]
synonyms = { sv = [], en = [] }
text = { sv = "Ett köp utan krav på anbud i viss form.", en = "A purchase without a tender of a certain form." }
related = []
"#;

const SYNONYMS: &str = r#"
[[groups]]
sv = ["ett enda anbud", "singelanbud"]
en = ["only one tender", "single bid"]
"#;

/// A page as its file says.
pub(crate) fn page(kind: Kind, file: &str) -> Page {
    let file: PageFile = toml::from_str(file).unwrap_or_else(|error| panic!("{error}"));
    Page { kind, file }
}

fn hub() -> Hub {
    let pages = [
        page(Kind::Article, ARTICLE),
        page(Kind::Example, EXAMPLE),
        page(Kind::Template, TEMPLATE),
    ];
    let glossary: GlossaryFile = toml::from_str(GLOSSARY).expect("a glossary");
    let synonyms: SynonymsFile = toml::from_str(SYNONYMS).expect("synonyms");
    let terms = glossary.terms.into_iter();
    Hub {
        pages: pages
            .into_iter()
            .map(|page| (page.file.id.clone(), page))
            .collect(),
        terms: terms.map(|term| (term.id.clone(), term)).collect(),
        synonyms: synonyms.groups,
    }
}

/// A service with the hub, and what a test changes.
pub(crate) async fn with(change: impl FnOnce(&mut Content)) -> TestApp {
    TestApp::with_app(|app| {
        app.content.hub = hub();
        change(&mut app.content);
    })
    .await
}

/// The same in both languages.
pub(crate) fn text(text: &str) -> Text {
    Text {
        sv: text.to_owned(),
        en: text.to_owned(),
    }
}
