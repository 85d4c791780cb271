//! Addresses of terms, spelled as DCAT-AP-SE 3.0.1 spells them, and the prefixes they are written
//! with.

use domain::organisation::OrganisationKind;
use oxrdf::NamedNodeRef;

/// Prefix and what it stands for.
pub(super) const PREFIXES: [(&str, &str); 6] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatap", "http://data.europa.eu/r5r/"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

macro_rules! terms {
    ($($name:ident $iri:literal)*) => {
        $(pub(super) const $name: NamedNodeRef<'static> = NamedNodeRef::new_unchecked($iri);)*
    };
}

terms! {
    CATALOG "http://www.w3.org/ns/dcat#Catalog"
    DATASET "http://www.w3.org/ns/dcat#Dataset"
    DISTRIBUTION "http://www.w3.org/ns/dcat#Distribution"
    AGENT "http://xmlns.com/foaf/0.1/Agent"
    DOCUMENT "http://xmlns.com/foaf/0.1/Document"
    ORGANIZATION "http://www.w3.org/2006/vcard/ns#Organization"
    EMAIL "http://www.w3.org/2006/vcard/ns#Email"
    LINGUISTIC_SYSTEM "http://purl.org/dc/terms/LinguisticSystem"
    LOCATION "http://purl.org/dc/terms/Location"
    PERIOD_OF_TIME "http://purl.org/dc/terms/PeriodOfTime"
    STANDARD "http://purl.org/dc/terms/Standard"

    ACCESS_RIGHTS "http://purl.org/dc/terms/accessRights"
    ACCESS_URL "http://www.w3.org/ns/dcat#accessURL"
    ACCRUAL_PERIODICITY "http://purl.org/dc/terms/accrualPeriodicity"
    AVAILABILITY "http://data.europa.eu/r5r/availability"
    BYTE_SIZE "http://www.w3.org/ns/dcat#byteSize"
    CONFORMS_TO "http://purl.org/dc/terms/conformsTo"
    CONTACT_POINT "http://www.w3.org/ns/dcat#contactPoint"
    DESCRIPTION "http://purl.org/dc/terms/description"
    DOWNLOAD_URL "http://www.w3.org/ns/dcat#downloadURL"
    FN "http://www.w3.org/2006/vcard/ns#fn"
    FORMAT "http://purl.org/dc/terms/format"
    HAS_DATASET "http://www.w3.org/ns/dcat#dataset"
    HAS_DISTRIBUTION "http://www.w3.org/ns/dcat#distribution"
    HAS_EMAIL "http://www.w3.org/2006/vcard/ns#hasEmail"
    HAS_URL "http://www.w3.org/2006/vcard/ns#hasURL"
    HOMEPAGE "http://xmlns.com/foaf/0.1/homepage"
    IDENTIFIER "http://purl.org/dc/terms/identifier"
    ISSUED "http://purl.org/dc/terms/issued"
    KEYWORD "http://www.w3.org/ns/dcat#keyword"
    LANDING_PAGE "http://www.w3.org/ns/dcat#landingPage"
    LANGUAGE "http://purl.org/dc/terms/language"
    LICENSE "http://purl.org/dc/terms/license"
    MODIFIED "http://purl.org/dc/terms/modified"
    NAME "http://xmlns.com/foaf/0.1/name"
    PUBLISHER "http://purl.org/dc/terms/publisher"
    SPATIAL "http://purl.org/dc/terms/spatial"
    START_DATE "http://www.w3.org/ns/dcat#startDate"
    TEMPORAL "http://purl.org/dc/terms/temporal"
    THEME "http://www.w3.org/ns/dcat#theme"
    THEME_TAXONOMY "http://www.w3.org/ns/dcat#themeTaxonomy"
    TITLE "http://purl.org/dc/terms/title"
    TYPE "http://purl.org/dc/terms/type"

    SWEDISH "http://publications.europa.eu/resource/authority/language/SWE"
    ENGLISH "http://publications.europa.eu/resource/authority/language/ENG"
    SWEDEN "http://sws.geonames.org/2661886"
    THEMES "http://publications.europa.eu/resource/authority/data-theme"
    GOVERNMENT "http://publications.europa.eu/resource/authority/data-theme/GOVE"
    PUBLIC "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
    ANNUAL "http://publications.europa.eu/resource/authority/frequency/ANNUAL"
    IRREGULAR "http://publications.europa.eu/resource/authority/frequency/IRREG"
    AVAILABLE "http://publications.europa.eu/resource/authority/planned-availability/AVAILABLE"

    NATIONAL "http://purl.org/adms/publishertype/NationalAuthority"
    REGIONAL "http://purl.org/adms/publishertype/RegionalAuthority"
    LOCAL "http://purl.org/adms/publishertype/LocalAuthority"
    ACADEMIC "http://purl.org/adms/publishertype/Academia-ScientificOrganisation"
    COMPANY "http://purl.org/adms/publishertype/Company"
    NON_PROFIT "http://purl.org/adms/publishertype/NonProfitOrganisation"
}

/// The type of publisher that a kind of organisation is.
pub(super) fn publisher_type(kind: OrganisationKind) -> NamedNodeRef<'static> {
    match kind {
        OrganisationKind::StatligMyndighet => NATIONAL,
        OrganisationKind::Region => REGIONAL,
        OrganisationKind::Kommun | OrganisationKind::Kommunalforbund => LOCAL,
        OrganisationKind::UniversitetHogskola => ACADEMIC,
        OrganisationKind::KommunaltBolag
        | OrganisationKind::RegionaltBolag
        | OrganisationKind::StatligtBolag
        | OrganisationKind::PrivatEnhetLuf => COMPANY,
        OrganisationKind::OvrigtOffentligtStyrtOrgan => NON_PROFIT,
    }
}
