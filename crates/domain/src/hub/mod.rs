//! The knowledge hub: articles, examples, tools and templates, and the words they explain.
//!
//! [`source`] says what the files look like, [`markdown`] what their texts may hold, [`words`]
//! finds explained words in running text. The check of the files is a part of the content check,
//! [`crate::instrument::check`].

pub mod markdown;
pub mod source;
pub mod words;

use std::collections::BTreeMap;

use crate::day::Day;
use crate::instrument::Content;

pub use self::source::{Kind, Organisation, Owner, PageFile, Section, SynonymGroup, Term};

/// What there is in the hub; nothing, if the content folder has no hub.
#[derive(Clone, Debug, Default)]
pub struct Hub {
    /// Articles, examples, tools and templates by id.
    pub pages: BTreeMap<String, Page>,
    /// Explained words by id.
    pub terms: BTreeMap<String, Term>,
    /// Words that mean the same to whoever searches.
    pub synonyms: Vec<SynonymGroup>,
}

/// A page of the hub.
#[derive(Clone, Debug)]
pub struct Page {
    /// What it is, as its folder says.
    pub kind: Kind,
    /// What it says.
    pub file: PageFile,
}

impl Page {
    /// Where its file stands in the content folder.
    pub fn path(&self) -> String {
        format!("hub/{}/{}.toml", self.kind.folder(), self.file.id)
    }

    /// Whether it is a pattern: how it typically looks, with no named organisation.
    pub fn is_pattern(&self) -> bool {
        self.kind == Kind::Example && self.file.organisation.is_none()
    }

    /// Whether it is about a goal of a framework.
    pub fn is_about_goal(&self, framework: &str, goal: &str) -> bool {
        let named = |name: &String| name.split_once('/') == Some((framework, goal));
        self.file.goals.iter().any(named)
    }
}

impl Hub {
    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty() && self.terms.is_empty()
    }
}

/// A page whose day to be gone through again has passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// The file's path within the content folder.
    pub file: String,
    /// Who looks after it.
    pub owner: Owner,
    /// The day.
    pub review: String,
}

/// The pages that should have been gone through again before `today`, longest overdue first. Their
/// texts are shown all the same: an editor on holiday shall not stop a service.
pub fn overdue(content: &Content, today: Day) -> Vec<Overdue> {
    let late =
        content.hub.pages.values().filter(|page| {
            Day::try_from(page.file.review.as_str()).is_ok_and(|review| review < today)
        });
    let mut late: Vec<Overdue> = late
        .map(|page| Overdue {
            file: page.path(),
            owner: page.file.owner,
            review: page.file.review.clone(),
        })
        .collect();
    late.sort_by(|a, b| (&a.review, &a.file).cmp(&(&b.review, &b.file)));
    late
}
