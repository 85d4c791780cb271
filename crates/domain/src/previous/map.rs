//! What became of the questions from one edition to a later one.

use std::collections::BTreeMap;

use crate::instrument::{Content, Previous};

/// What became of a question since an earlier edition; the later in this list, the less an old
/// answer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Nothing.
    Identical,
    /// It means the same in other words.
    Reworded,
    /// It means something else.
    Changed,
    /// It was not there.
    New,
}

impl Change {
    /// Whether an old answer still answers the question.
    pub fn keeps_its_meaning(self) -> bool {
        self <= Change::Reworded
    }
}

/// What became of every question from one edition to a later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionMap {
    questions: BTreeMap<String, Change>,
}

impl EditionMap {
    /// The map from one edition to the same or a later one, over those between. `None` if one of
    /// them does not say what became of the questions of the edition before, or `from` is not
    /// among them.
    pub fn between(content: &Content, from: &str, to: &str) -> Option<EditionMap> {
        let edition = content.editions.get(to)?;
        if from == to {
            let same = |id: &String| (id.clone(), Change::Identical);
            let questions = edition.questions.keys().map(same).collect();
            return Some(EditionMap { questions });
        }
        let previous = edition.previous.as_ref()?;
        Some(EditionMap::between(content, from, &previous.edition)?.then(previous))
    }

    /// This map, and then one edition more.
    fn then(self, next: &Previous) -> EditionMap {
        let lists = [
            (Change::Identical, &next.identical),
            (Change::Reworded, &next.reworded),
            (Change::Changed, &next.changed),
            (Change::New, &next.new),
        ];
        let questions = lists
            .into_iter()
            .flat_map(|(change, ids)| ids.iter().map(move |id| (change, id)))
            .map(|(change, id)| (id.clone(), change.max(self.change(id))))
            .collect();
        EditionMap { questions }
    }

    /// What became of a question of the later edition.
    pub fn change(&self, question: &str) -> Change {
        self.questions.get(question).copied().unwrap_or(Change::New)
    }
}
