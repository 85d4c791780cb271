//! Ranks what can be found, in one language.

use std::collections::HashMap;

use domain::instrument::Content;
use domain::text::Lang;
use tantivy::collector::TopDocs;
use tantivy::query::{
    BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{IndexReader, TantivyDocument, TantivyError, Term};

use super::documents::{Document, Target};
use super::excerpt::{Sentence, best, sentences_of};
use super::language::{Language, words};
use super::lexicon::Lexicon;
use super::query::{self, Asked, Synonyms, Way, stems};
use super::{Hit, MOST};

/// What the index may use while it is made.
const BUDGET: usize = 15_000_000;

/// How much a word counts in title, summary and text.
const WEIGHTS: [f32; 3] = [6.0, 2.0, 1.0];

/// How much it counts that the title has the words beside each other, as they were typed.
const PHRASE: f32 = 4.0;

/// With fewer hits than this that have all that was asked for, those that have some follow.
const FEW: usize = 5;

/// Everything that can be found in one language.
pub(super) struct Index {
    lexicon: Lexicon,
    synonyms: Synonyms,
    /// The glossary's words by the stems of all they may be called.
    terms: HashMap<Vec<String>, String>,
    entries: Vec<Entry>,
    /// `None` if the index could not be made, which is logged: then nothing is found.
    reader: Option<(IndexReader, Fields)>,
}

/// What is shown of something that can be found.
struct Entry {
    target: Target,
    title: String,
    sentences: Vec<Sentence>,
}

/// Title, summary and text.
type Fields = [Field; 3];

impl Index {
    /// Takes in the documents.
    pub(super) fn new(content: &Content, lang: Lang, documents: Vec<Document>) -> Self {
        let synonyms = Synonyms::new(content, &Language::new(lang), lang);
        // What other words mean the same as is known too, so that it is not taken for a misspelling.
        let beside = names(content, lang);
        let words = documents.iter().flat_map(texts).chain(&beside);
        let lexicon = Lexicon::new(Language::new(lang), words.map(String::as_str));
        let reader = build(&documents, &lexicon)
            .inspect_err(|error| tracing::error!(%error, "the search index could not be made"))
            .ok();
        let entries = documents.into_iter().map(|document| Entry {
            sentences: sentences_of(&document, &lexicon),
            target: document.target,
            title: document.title,
        });
        Index {
            entries: entries.collect(),
            terms: terms(content, &lexicon.language, lang),
            synonyms,
            lexicon,
            reader,
        }
    }

    /// Reads a query.
    pub(super) fn read(&self, query: &str) -> Asked {
        query::read(&self.lexicon, &self.synonyms, query)
    }

    /// The glossary's word that a query is, if it is one.
    pub(super) fn term(&self, query: &str) -> Option<String> {
        // Small words count: "ett anbud" asks for more than the word.
        self.terms
            .get(&stems(&self.lexicon.language, query))
            .cloned()
    }

    /// What has all that was asked for; where few have, then what has some of it.
    pub(super) fn find(&self, asked: &Asked) -> Vec<Hit> {
        let mut ranked = self.ranked(asked, Occur::Must);
        let all = ranked.clone();
        if ranked.len() < FEW {
            let some = self.ranked(asked, Occur::Should);
            ranked.extend(some.into_iter().filter(|at| !all.contains(at)));
        }
        let marks = asked.marks();
        let entries = ranked.into_iter().filter_map(|at| self.entries.get(at));
        let hits = entries.take(MOST).map(|entry| Hit {
            target: entry.target.clone(),
            title: entry.title.clone(),
            excerpt: best(&entry.sentences, &marks),
        });
        hits.collect()
    }

    /// The places of the entries that fit, the best first.
    fn ranked(&self, asked: &Asked, occur: Occur) -> Vec<usize> {
        let Some((reader, fields)) = &self.reader else {
            return Vec::new();
        };
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for ways in &asked.units {
            let ways = ways.iter().map(|way| said(way, fields));
            clauses.push((occur, Box::new(DisjunctionMaxQuery::new(ways.collect()))));
        }
        if clauses.is_empty() {
            return Vec::new();
        }
        if asked.typed.len() > 1 {
            let terms = asked
                .typed
                .iter()
                .map(|stem| Term::from_field_text(fields[0], stem));
            let phrase: Box<dyn Query> = Box::new(PhraseQuery::new(terms.collect()));
            clauses.push((Occur::Should, Box::new(BoostQuery::new(phrase, PHRASE))));
        }
        let best = TopDocs::with_limit(self.entries.len().max(1)).order_by_score();
        let found = reader.searcher().search(&BooleanQuery::new(clauses), &best);
        let found = found
            .inspect_err(|error| tracing::error!(%error, "a search could not be made"))
            .unwrap_or_default();
        let mut found: Vec<(f32, usize)> = found
            .into_iter()
            .filter_map(|(score, address)| {
                let at = address.doc_id as usize;
                let entry = self.entries.get(at)?;
                Some((score * weight(&entry.target), at))
            })
            .collect();
        found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        found.into_iter().map(|(_, at)| at).collect()
    }
}

/// Articles say most, in most detail.
fn weight(target: &Target) -> f32 {
    match target {
        Target::Page(_) => 1.3,
        Target::Goal(_) | Target::Other(_) => 1.1,
        Target::Question(_) | Target::Card(_) => 1.0,
        // Short texts rank high, and a word that is asked for by name stands above.
        Target::Term(_) => 0.7,
    }
}

/// All words of a way of saying something, each in any field, and best in the title.
fn said(way: &Way, fields: &Fields) -> Box<dyn Query> {
    let word = |stems: &Vec<(String, f32)>| -> Box<dyn Query> {
        let places = stems.iter().flat_map(|(stem, weight)| {
            fields.iter().zip(WEIGHTS).map(move |(field, place)| {
                let term = Term::from_field_text(*field, stem);
                let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                let weight = weight * place * way.weight;
                Box::new(BoostQuery::new(Box::new(query), weight)) as Box<dyn Query>
            })
        });
        Box::new(DisjunctionMaxQuery::with_tie_breaker(places.collect(), 0.3))
    };
    match way.words.as_slice() {
        [only] => word(only),
        words => Box::new(BooleanQuery::intersection(words.iter().map(word).collect())),
    }
}

fn texts(document: &Document) -> impl Iterator<Item = &String> {
    [&document.title, &document.summary]
        .into_iter()
        .chain(&document.text)
}

fn build(documents: &[Document], lexicon: &Lexicon) -> Result<(IndexReader, Fields), TantivyError> {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let options = TextOptions::default().set_indexing_options(indexing);
    let fields =
        ["title", "summary", "text"].map(|name| schema.add_text_field(name, options.clone()));
    let mut writer = tantivy::Index::builder()
        .schema(schema.build())
        .single_segment_index_writer(tantivy::directory::RamDirectory::create(), BUDGET)?;
    for document in documents {
        let mut entry = TantivyDocument::default();
        let text = document.text.join("\n");
        for (field, text) in fields
            .into_iter()
            .zip([&document.title, &document.summary, &text])
        {
            entry.add_pre_tokenized_text(field, tokens(text, lexicon));
        }
        writer.add_document(entry)?;
    }
    let reader = writer.finalize()?.reader()?;
    Ok((reader, fields))
}

/// The stems of a text; a compound and its parts stand in one place.
fn tokens(text: &str, lexicon: &Lexicon) -> PreTokenizedString {
    let tokens = words(text)
        .enumerate()
        .flat_map(|(position, (range, word))| {
            lexicon.found_by(&word).into_iter().map(move |text| Token {
                offset_from: range.start,
                offset_to: range.end,
                position,
                text,
                position_length: 1,
            })
        });
    PreTokenizedString {
        tokens: tokens.collect(),
        text: String::new(),
    }
}

/// The glossary's words in all their forms, and every synonym.
fn names(content: &Content, lang: Lang) -> Vec<String> {
    let terms = content.hub.terms.values();
    let terms = terms.flat_map(|term| term.forms.iter().chain(term.synonyms.get(lang)));
    let groups = content.hub.synonyms.iter();
    let groups = groups.flat_map(|group| group.get(lang));
    terms.chain(groups).cloned().collect()
}

/// The glossary's words by all they are called: a word itself before what others call theirs.
fn terms(content: &Content, language: &Language, lang: Lang) -> HashMap<Vec<String>, String> {
    let mut terms = HashMap::new();
    for term in content.hub.terms.values() {
        terms.insert(stems(language, term.term.get(lang)), term.id.clone());
    }
    for term in content.hub.terms.values() {
        let forms = match lang {
            Lang::Sv => term.forms.as_slice(),
            Lang::En => &[],
        };
        for name in forms.iter().chain(term.synonyms.get(lang)) {
            terms
                .entry(stems(language, name))
                .or_insert_with(|| term.id.clone());
        }
    }
    terms
}
