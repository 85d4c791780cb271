//! Forms as a browser without scripts fills in and sends them.

use scraper::ElementRef;

use crate::http::{Reply, selector};

/// A form on a page.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    fields: Vec<Field>,
    /// Name and value of each button that sends it.
    pub buttons: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
struct Field {
    name: String,
    value: String,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The page has filled it in.
    Hidden,
    /// Anything can be written in it.
    Text,
    /// One of several, chosen or not.
    Choice { chosen: bool },
}

impl Form {
    /// The forms in the main part of a page, apart from the one that asks whether it was useful.
    pub fn all(page: &Reply) -> Vec<Form> {
        let html = page.html();
        html.select(&selector("main form"))
            .filter(|form| form.select(&selector(".trap")).next().is_none())
            .map(|form| read(form, page))
            .collect()
    }

    /// The names of the fields that one writes in.
    pub fn texts(&self) -> Vec<String> {
        let texts = self.fields.iter().filter(|field| field.kind == Kind::Text);
        texts.map(|field| field.name.clone()).collect()
    }

    /// The values to choose between in a field.
    pub fn choices(&self, name: &str) -> Vec<String> {
        self.fields
            .iter()
            .filter(|field| field.name == name && matches!(field.kind, Kind::Choice { .. }))
            .map(|field| field.value.clone())
            .collect()
    }

    /// Whether the form has a field.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name)
    }

    /// Writes in a field, or chooses one of those that the page offers.
    pub fn fill(&mut self, name: &str, value: &str) {
        let offered = self.choices(name);
        assert!(
            offered.is_empty() || offered.iter().any(|offer| offer == value),
            "{name} does not offer {value}, but {offered:?}"
        );
        assert!(self.has(name), "no field {name} in {:?}", self.fields);
        for field in self.fields.iter_mut().filter(|field| field.name == name) {
            match &mut field.kind {
                Kind::Choice { chosen } => *chosen = field.value == value,
                Kind::Text => value.clone_into(&mut field.value),
                Kind::Hidden => panic!("{name} is not for people to fill in"),
            }
        }
    }

    /// What is sent when a button is pressed; the first one if none is named.
    pub fn press(&self, button: Option<(&str, &str)>) -> Vec<(String, String)> {
        let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        let button = button.map(own).or_else(|| self.buttons.first().cloned());
        if let Some(button) = &button {
            assert!(
                self.buttons.contains(button),
                "no {button:?} in {:?}",
                self.buttons
            );
        }
        let sent = self
            .fields
            .iter()
            .filter(|field| field.kind != Kind::Choice { chosen: false })
            .map(|field| (field.name.clone(), field.value.clone()));
        sent.chain(button.filter(|(name, _)| !name.is_empty()))
            .collect()
    }
}

fn read(form: ElementRef<'_>, page: &Reply) -> Form {
    let attribute =
        |element: ElementRef<'_>, name: &str| element.attr(name).unwrap_or_default().to_owned();
    let here = page.path.split('?').next().unwrap_or_default();
    let mut read = Form {
        action: form.attr("action").unwrap_or(here).to_owned(),
        fields: Vec::new(),
        buttons: Vec::new(),
    };
    for control in form.select(&selector("input, textarea, select, button")) {
        let (name, value) = (attribute(control, "name"), attribute(control, "value"));
        let kind = match (control.value().name(), attribute(control, "type").as_str()) {
            ("button", "button") | ("input", "file") => continue,
            ("button", _) => {
                read.buttons.push((name, value));
                continue;
            }
            ("input", "hidden") => Kind::Hidden,
            ("input", "radio" | "checkbox") => Kind::Choice {
                chosen: control.attr("checked").is_some(),
            },
            ("select", _) => {
                for option in control.select(&selector("option")) {
                    read.fields.push(Field {
                        name: name.clone(),
                        value: attribute(option, "value"),
                        kind: Kind::Choice {
                            chosen: option.attr("selected").is_some(),
                        },
                    });
                }
                continue;
            }
            ("textarea", _) if control.attr("hidden").is_some() => Kind::Hidden,
            _ => Kind::Text,
        };
        let value = match control.value().name() {
            // Browsers skip the first line break and send the others as two characters.
            "textarea" => {
                let text: String = control.text().collect();
                text.strip_prefix('\n')
                    .unwrap_or(&text)
                    .replace('\n', "\r\n")
            }
            _ => value,
        };
        read.fields.push(Field { name, value, kind });
    }
    read
}
