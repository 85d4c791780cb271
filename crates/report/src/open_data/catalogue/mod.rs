//! The catalogue that data portals read: DCAT-AP-SE 3.0.1.
//!
//! One graph is built and written in three ways. Everything in it has an absolute address: the
//! national portal refuses nodes without. The things of our own live under the catalogue's address,
//! `…/datasets/dcat#jamforelse`, so that whoever follows one comes to the catalogue; that is also
//! what lets an organisation load it as a part of its own catalogue.

mod graph;
mod syntax;
mod vocabulary;

use domain::day::Day;
use domain::organisation::{OrganisationKind, OrganisationNumber};
use l10n::Catalogue as Texts;
use oxrdf::{IriParseError, NamedNode, NamedNodeRef, Triple};

pub use syntax::Syntax;

use super::{CC0, Dataset, FileFormat, both};
use graph::About;
use vocabulary as v;

/// What a catalogue is made of. All addresses are whole, host included.
pub struct Catalogue<'a> {
    /// Its own address.
    pub address: String,
    /// The page about open data.
    pub homepage: String,
    /// Who answers for it.
    pub publisher: Publisher<'a>,
    /// What is in it, at least one.
    pub datasets: Vec<Listed>,
}

/// Who answers for a catalogue and everything in it.
pub struct Publisher<'a> {
    /// The organisation's name.
    pub name: &'a str,
    /// Its number.
    pub number: OrganisationNumber,
    /// Its kind.
    pub kind: OrganisationKind,
    /// E-mail address for questions.
    pub contact: &'a str,
    /// The page with ways to reach it.
    pub page: String,
}

/// A dataset in the catalogue.
pub struct Listed {
    /// Which.
    pub dataset: Dataset,
    /// Whether anything in it is synthetic, which its title then says.
    pub synthetic: bool,
    /// The page about it.
    pub page: String,
    /// The first day that it is about.
    pub from: Day,
    /// When the first of it was published.
    pub issued: Day,
    /// When something was last published or withdrawn.
    pub modified: Day,
    /// The files, by format.
    pub distributions: Vec<Distribution>,
}

/// The files of one format.
pub struct Distribution {
    /// The format.
    pub format: FileFormat,
    /// The schema that they conform to.
    pub schema: String,
    /// The files, at least one.
    pub files: Vec<File>,
}

/// A file.
pub struct File {
    /// Where it is fetched.
    pub address: String,
    /// How large it is.
    pub bytes: usize,
}

/// Why a catalogue could not be written.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// An address that is none.
    #[error("an address cannot stand in the catalogue: {0}")]
    Address(#[from] IriParseError),
    /// Memory that could not be written.
    #[error("the catalogue could not be written: {0}")]
    Write(#[from] std::io::Error),
}

/// The catalogue, written.
///
/// # Errors
/// [`CatalogueError`], for a setting that makes an address that is none.
pub fn write(
    texts: &Texts,
    catalogue: &Catalogue<'_>,
    syntax: Syntax,
) -> Result<Vec<u8>, CatalogueError> {
    syntax::write(&Writer::graph(texts, catalogue)?, syntax)
}

/// Builds the graph.
struct Writer<'a> {
    texts: &'a Texts,
    catalogue: &'a Catalogue<'a>,
    publisher: NamedNode,
    contact: NamedNode,
    triples: Vec<Triple>,
}

impl<'a> Writer<'a> {
    fn graph(
        texts: &'a Texts,
        catalogue: &'a Catalogue<'a>,
    ) -> Result<Vec<Triple>, CatalogueError> {
        let number = catalogue.publisher.number.digits();
        let mut writer = Writer {
            texts,
            catalogue,
            publisher: NamedNode::new(format!("http://dataportal.se/organisation/SE{number}"))?,
            contact: NamedNode::new(format!("{}#kontakt", catalogue.address))?,
            triples: Vec::new(),
        };
        writer.catalogue()?;
        writer.publisher();
        writer.contact()?;
        for listed in &catalogue.datasets {
            writer.dataset(listed)?;
            for distribution in &listed.distributions {
                writer.distribution(listed, distribution)?;
            }
        }
        writer.named_elsewhere();
        Ok(writer.triples)
    }

    fn about(&mut self, thing: impl Into<NamedNode>) -> About<'_> {
        About {
            triples: &mut self.triples,
            thing: thing.into(),
        }
    }

    /// The address of a thing of our own.
    fn own(&self, name: &str) -> Result<NamedNode, IriParseError> {
        NamedNode::new(format!("{}#{name}", self.catalogue.address))
    }

    fn catalogue(&mut self) -> Result<(), CatalogueError> {
        let (texts, catalogue) = (self.texts, self.catalogue);
        let homepage = NamedNode::new(&catalogue.homepage)?;
        let issued = catalogue.datasets.iter().map(|listed| listed.issued);
        let modified = catalogue.datasets.iter().map(|listed| listed.modified);
        let publisher = self.publisher.clone();
        let datasets: Vec<NamedNode> = catalogue
            .datasets
            .iter()
            .map(|listed| self.own(listed.dataset.code()))
            .collect::<Result<_, _>>()?;
        let mut about = self
            .about(NamedNode::new(&catalogue.address)?)
            .is(v::CATALOG)
            .in_languages(v::TITLE, both(texts, |t| t.open_data_catalogue_title()))
            .in_languages(
                v::DESCRIPTION,
                both(texts, |t| t.open_data_catalogue_about()),
            )
            .has(v::PUBLISHER, &publisher)
            .has(v::LICENSE, NamedNodeRef::new(CC0)?)
            .has(v::HOMEPAGE, &homepage)
            .has(v::LANGUAGE, v::SWEDISH)
            .has(v::LANGUAGE, v::ENGLISH)
            .has(v::SPATIAL, v::SWEDEN)
            .has(v::THEME_TAXONOMY, v::THEMES);
        if let (Some(issued), Some(modified)) = (issued.min(), modified.max()) {
            about = about.day(v::ISSUED, issued).day(v::MODIFIED, modified);
        }
        for dataset in &datasets {
            about = about.has(v::HAS_DATASET, dataset);
        }
        drop(about);
        self.about(homepage).is(v::DOCUMENT);
        Ok(())
    }

    fn publisher(&mut self) {
        let (texts, publisher) = (self.texts, &self.catalogue.publisher);
        let name = both(texts, |_| publisher.name.to_owned());
        self.about(self.publisher.clone())
            .is(v::AGENT)
            .in_languages(v::NAME, name.into_iter().take(1))
            .in_languages(
                v::DESCRIPTION,
                both(texts, |t| t.open_data_publisher_about()),
            )
            .has(v::TYPE, v::publisher_type(publisher.kind))
            .text(v::IDENTIFIER, &publisher.number.to_string());
    }

    fn contact(&mut self) -> Result<(), CatalogueError> {
        let publisher = &self.catalogue.publisher;
        let email = NamedNode::new(format!("mailto:{}", publisher.contact))?;
        let page = NamedNode::new(&publisher.page)?;
        self.about(self.contact.clone())
            .is(v::ORGANIZATION)
            .text(v::FN, publisher.name)
            .has(v::HAS_EMAIL, &email)
            .has(v::HAS_URL, &page);
        self.about(email).is(v::EMAIL);
        Ok(())
    }

    fn dataset(&mut self, listed: &Listed) -> Result<(), CatalogueError> {
        let (texts, dataset) = (self.texts, listed.dataset);
        let thing = self.own(dataset.code())?;
        let period = self.own(&format!("{}-period", dataset.code()))?;
        let page = NamedNode::new(&listed.page)?;
        let (publisher, contact) = (self.publisher.clone(), self.contact.clone());
        let files: Vec<NamedNode> = listed
            .distributions
            .iter()
            .map(|distribution| self.distribution_node(listed, distribution.format))
            .collect::<Result<_, _>>()?;
        let identifier = thing.as_str().to_owned();
        let title = both(texts, |t| dataset.title_marked(listed.synthetic, t));
        let description = both(texts, |t| dataset.about_marked(listed.synthetic, t));
        let keywords = both(texts, |t| dataset.keywords(t));
        let keywords = keywords.iter().flat_map(|(lang, keywords)| {
            let keywords = keywords.split(", ");
            keywords.map(|keyword| (*lang, keyword.to_owned()))
        });
        let mut about = self
            .about(thing)
            .is(v::DATASET)
            .in_languages(v::TITLE, title)
            .in_languages(v::DESCRIPTION, description)
            .has(v::PUBLISHER, &publisher)
            .has(v::CONTACT_POINT, &contact)
            .in_languages(v::KEYWORD, keywords)
            .has(v::THEME, v::GOVERNMENT)
            .text(v::IDENTIFIER, &identifier)
            .has(v::LANGUAGE, v::SWEDISH)
            .has(v::LANGUAGE, v::ENGLISH)
            .has(v::LANDING_PAGE, &page)
            .has(v::SPATIAL, v::SWEDEN)
            .has(v::TEMPORAL, &period)
            .has(
                v::ACCRUAL_PERIODICITY,
                match dataset {
                    Dataset::Comparison | Dataset::Panel => v::ANNUAL,
                    Dataset::Questions => v::IRREGULAR,
                },
            )
            .has(v::ACCESS_RIGHTS, v::PUBLIC)
            .day(v::ISSUED, listed.issued)
            .day(v::MODIFIED, listed.modified);
        for distribution in &listed.distributions {
            about = about.has(v::CONFORMS_TO, NamedNodeRef::new(&distribution.schema)?);
        }
        for file in &files {
            about = about.has(v::HAS_DISTRIBUTION, file);
        }
        drop(about);
        // More waves and editions will come: the period has no end.
        self.about(period)
            .is(v::PERIOD_OF_TIME)
            .day(v::START_DATE, listed.from);
        Ok(())
    }

    fn distribution_node(
        &self,
        listed: &Listed,
        format: FileFormat,
    ) -> Result<NamedNode, IriParseError> {
        self.own(&format!("{}-{}", listed.dataset.code(), format.ending()))
    }

    /// The files of one format. They are one distribution, since none of them is another way to the
    /// same data: the profile then repeats the address to fetch from.
    fn distribution(
        &mut self,
        listed: &Listed,
        distribution: &Distribution,
    ) -> Result<(), CatalogueError> {
        let (texts, dataset, format) = (self.texts, listed.dataset, distribution.format);
        let page = NamedNode::new(&listed.page)?;
        let schema = NamedNode::new(&distribution.schema)?;
        let files: Vec<NamedNode> = distribution
            .files
            .iter()
            .map(|file| NamedNode::new(&file.address))
            .collect::<Result<_, _>>()?;
        let node = self.distribution_node(listed, format)?;
        let mut about = self
            .about(node)
            .is(v::DISTRIBUTION)
            .in_languages(
                v::TITLE,
                both(texts, |t| {
                    t.open_data_file_title(dataset.title(t), format.name())
                }),
            )
            .in_languages(
                v::DESCRIPTION,
                both(texts, |t| dataset.about_files(format, t)),
            )
            .has(v::ACCESS_URL, &page)
            .text(v::FORMAT, format.media_type())
            .has(v::LICENSE, NamedNodeRef::new(dataset.licence())?)
            .has(v::AVAILABILITY, v::AVAILABLE)
            .has(v::LANGUAGE, v::SWEDISH)
            .has(v::LANGUAGE, v::ENGLISH)
            .has(v::CONFORMS_TO, &schema)
            .count(
                v::BYTE_SIZE,
                distribution.files.iter().map(|file| file.bytes).sum(),
            )
            .day(v::ISSUED, listed.issued)
            .day(v::MODIFIED, listed.modified);
        for file in &files {
            about = about.has(v::DOWNLOAD_URL, file);
        }
        drop(about);
        self.about(schema).is(v::STANDARD).in_languages(
            v::TITLE,
            both(texts, |t| {
                let title = dataset.title(t);
                t.open_data_schema_title(title, format.name())
            }),
        );
        Ok(())
    }

    /// What things that have their names from elsewhere are.
    fn named_elsewhere(&mut self) {
        self.about(v::SWEDEN).is(v::LOCATION);
        self.about(v::SWEDISH).is(v::LINGUISTIC_SYSTEM);
        self.about(v::ENGLISH).is(v::LINGUISTIC_SYSTEM);
    }
}
