//! The catalogue: what every one of its three writings holds. That it meets the national profile is
//! tested by other programs, in e2e/tests/plain/catalogue.rs.

use std::collections::BTreeSet;

use domain::organisation::{OrganisationKind, OrganisationNumber};
use oxjsonld::JsonLdParser;
use oxrdf::{NamedOrBlankNode, Term, Triple};
use oxrdfxml::RdfXmlParser;
use oxttl::TurtleParser;
use report::open_data::catalogue::{
    Catalogue, CatalogueError, Distribution, File, Listed, Publisher, Syntax, write,
};
use report::open_data::{self, Dataset, FileFormat};

use crate::assert_documented;
use crate::example::{CONTENT, TEXTS, day, example};

const BASE: &str = "https://kollen.exempel.se";

fn catalogue() -> Catalogue<'static> {
    let example = example();
    let wave = |dataset: Dataset, format: FileFormat, bytes: usize| File {
        address: format!(
            "{BASE}/oppna-data/{}/{}.{}",
            dataset.code(),
            example.date,
            format.ending()
        ),
        bytes,
    };
    let distribution = |dataset: Dataset, format: FileFormat, files: Vec<File>| Distribution {
        format,
        schema: format!("{BASE}/oppna-data/scheman/{}", dataset.schema(format)),
        files,
    };
    let listed = |dataset: Dataset, synthetic, from, issued, distributions| Listed {
        dataset,
        synthetic,
        page: format!("{BASE}/oppna-data/{}", dataset.code()),
        from: day(from),
        issued: day(issued),
        modified: day(issued),
        distributions,
    };
    let figures = open_data::figures(&CONTENT, &example)
        .expect("a table")
        .len();
    let document = open_data::document(&example).expect("a document").len();
    let panels = open_data::panels(&CONTENT, &example)
        .expect("a table")
        .len();
    let edition = &CONTENT.editions[&CONTENT.current];
    let (csv, json) = (FileFormat::Csv, FileFormat::Json);
    let (comparison, panel) = (Dataset::Comparison, Dataset::Panel);
    Catalogue {
        address: format!("{BASE}/datasets/dcat"),
        homepage: format!("{BASE}/oppna-data"),
        publisher: Publisher {
            name: "Exempelmyndigheten",
            number: OrganisationNumber::try_from("202100-6297").expect("a number"),
            kind: OrganisationKind::StatligMyndighet,
            contact: "kollen@exempel.se",
            page: format!("{BASE}/kontakt"),
        },
        datasets: vec![
            listed(
                comparison,
                true,
                "2028-03-31",
                "2028-04-12",
                vec![
                    distribution(comparison, csv, vec![wave(comparison, csv, figures)]),
                    distribution(comparison, json, vec![wave(comparison, json, document)]),
                ],
            ),
            listed(
                panel,
                true,
                "2028-03-31",
                "2028-04-12",
                vec![distribution(panel, csv, vec![wave(panel, csv, panels)])],
            ),
            listed(
                Dataset::Questions,
                false,
                &edition.published,
                &edition.published,
                vec![distribution(
                    Dataset::Questions,
                    json,
                    vec![File {
                        address: format!("{BASE}/oppna-data/fragor/{}.json", edition.id),
                        // The shipped questions are edited, and the example stays.
                        bytes: 500_000,
                    }],
                )],
            ),
        ],
    }
}

fn written(syntax: Syntax) -> Vec<u8> {
    write(&TEXTS, &catalogue(), syntax).expect("a catalogue")
}

fn triples(bytes: &[u8], syntax: Syntax) -> BTreeSet<String> {
    let triples: Vec<Triple> = match syntax {
        Syntax::RdfXml => RdfXmlParser::new()
            .for_slice(bytes)
            .map(|triple| triple.expect("a triple"))
            .collect(),
        Syntax::Turtle => TurtleParser::new()
            .for_slice(bytes)
            .map(|triple| triple.expect("a triple"))
            .collect(),
        Syntax::JsonLd => JsonLdParser::new()
            .for_slice(bytes)
            .map(|quad| quad.expect("a quad").into())
            .collect(),
    };
    for triple in &triples {
        assert!(
            matches!(triple.subject, NamedOrBlankNode::NamedNode(_)),
            "{triple}"
        );
        assert!(!matches!(triple.object, Term::BlankNode(_)), "{triple}");
    }
    triples.iter().map(Triple::to_string).collect()
}

#[test]
fn the_documented_catalogue_is_fresh() {
    for syntax in Syntax::ALL {
        assert_documented(&format!("catalogue.{}", syntax.ending()), &written(syntax));
    }
}

#[test]
fn three_writings_hold_the_same_and_nothing_without_an_address() {
    let [first, others @ ..] = Syntax::ALL.map(|syntax| triples(&written(syntax), syntax));
    assert!(first.len() > 100, "{}", first.len());
    for other in others {
        assert_eq!(first, other);
    }
}

#[test]
fn titles_are_short_and_keywords_small_in_both_languages() {
    let triples = triples(&written(Syntax::Turtle), Syntax::Turtle);
    let texts = |property: &str| {
        let property = format!(" <{property}> \"");
        let found = triples
            .iter()
            .filter_map(|triple| triple.split_once(&property))
            .map(|(_, text)| text.rsplit_once('"').expect("a text"));
        found.collect::<Vec<_>>()
    };
    let keywords = texts("http://www.w3.org/ns/dcat#keyword");
    for lang in ["@sv", "@en"] {
        assert!(keywords.iter().filter(|(_, found)| *found == lang).count() >= 10);
    }
    for (keyword, _) in keywords {
        assert_eq!(keyword, keyword.to_lowercase());
        assert!(!keyword.contains(','), "{keyword}");
    }
    for dataset in Dataset::ALL {
        for lang in domain::text::Lang::ALL {
            let title = dataset.title(TEXTS.get(lang));
            assert!(title.split_whitespace().count() < 10, "{title}");
        }
    }
}

#[test]
fn synthetic_data_says_so_in_its_title() {
    let turtle = String::from_utf8(written(Syntax::Turtle)).expect("UTF-8");
    assert_eq!(turtle.matches("(syntetiska uppgifter)\"@sv").count(), 2);
    assert_eq!(turtle.matches("(synthetic data)\"@en").count(), 2);
}

#[test]
fn an_address_that_is_none_stops_the_catalogue() {
    let mut catalogue = catalogue();
    catalogue.publisher.contact = "kollen @exempel.se";
    let refused = write(&TEXTS, &catalogue, Syntax::RdfXml);
    assert!(matches!(refused, Err(CatalogueError::Address(_))));
}
