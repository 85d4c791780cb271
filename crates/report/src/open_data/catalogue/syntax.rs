//! The ways a graph is written.

use oxjsonld::JsonLdSerializer;
use oxrdf::{GraphNameRef, Triple};
use oxrdfxml::RdfXmlSerializer;
use oxttl::TurtleSerializer;

use super::CatalogueError;
use super::vocabulary::PREFIXES;

/// How a catalogue is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// RDF/XML: what the national data portal reads.
    RdfXml,
    /// Turtle.
    Turtle,
    /// JSON-LD.
    JsonLd,
}

impl Syntax {
    /// All, the one that is given to whoever has no wish first.
    pub const ALL: [Syntax; 3] = [Syntax::RdfXml, Syntax::Turtle, Syntax::JsonLd];

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Syntax::RdfXml => "application/rdf+xml",
            Syntax::Turtle => "text/turtle",
            Syntax::JsonLd => "application/ld+json",
        }
    }

    /// What names of such files end with.
    pub fn ending(self) -> &'static str {
        match self {
            Syntax::RdfXml => "rdf",
            Syntax::Turtle => "ttl",
            Syntax::JsonLd => "jsonld",
        }
    }
}

pub(super) fn write(graph: &[Triple], syntax: Syntax) -> Result<Vec<u8>, CatalogueError> {
    match syntax {
        Syntax::RdfXml => {
            let mut serializer = RdfXmlSerializer::new();
            for (prefix, iri) in PREFIXES {
                serializer = serializer.with_prefix(prefix, iri)?;
            }
            let mut writer = serializer.for_writer(Vec::new());
            for triple in graph {
                writer.serialize_triple(triple)?;
            }
            Ok(writer.finish()?)
        }
        Syntax::Turtle => {
            let mut serializer = TurtleSerializer::new();
            for (prefix, iri) in PREFIXES {
                serializer = serializer.with_prefix(prefix, iri)?;
            }
            let mut writer = serializer.for_writer(Vec::new());
            for triple in graph {
                writer.serialize_triple(triple)?;
            }
            Ok(writer.finish()?)
        }
        Syntax::JsonLd => {
            let mut serializer = JsonLdSerializer::new();
            for (prefix, iri) in PREFIXES {
                serializer = serializer.with_prefix(prefix, iri)?;
            }
            let mut writer = serializer.for_writer(Vec::new());
            for triple in graph {
                writer.serialize_quad(triple.as_ref().in_graph(GraphNameRef::DefaultGraph))?;
            }
            Ok(writer.finish()?)
        }
    }
}
