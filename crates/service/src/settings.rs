//! What the operator of an installation has decided.

use domain::organisation::OrganisationKind;

/// Settings that pages and use cases look at.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address people use, without a slash at the end: `https://…`, or `http://localhost:…`.
    pub base_url: String,
    /// Who runs the service. `None` means test mode, which every page says.
    pub sender: Option<Sender>,
    /// Whether the installation serves one organisation or many.
    pub mode: Mode,
    /// How many of the operator's own proxies a request comes through. Limits per requester count
    /// from the address that the outermost of them was asked from.
    pub proxies: u8,
    /// Days a round is kept after it was last opened for writing.
    pub keep_days: u16,
}

impl Settings {
    /// The host of the base address, without a port.
    pub fn host(&self) -> String {
        let url = url::Url::parse(&self.base_url).ok();
        let host = url.as_ref().and_then(url::Url::host_str);
        host.unwrap_or("localhost").to_owned()
    }
}

/// The two ways to run the service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Egen installation: one organisation, no register, no agency.
    #[default]
    Own,
    /// Gemensam tjänst: an agency serves many organisations, from a register.
    Shared {
        /// The agency's name.
        agency: String,
    },
}

/// Avsändaren: the organisation that runs the service and answers for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The organisation's name.
    pub name: String,
    /// Its organisation number.
    pub organisation_number: String,
    /// What kind of organisation it is. Without it there is no catalogue of open data, which has to
    /// say so.
    pub kind: Option<OrganisationKind>,
    /// E-mail address for questions and reports of faults.
    pub contact: String,
    /// E-mail address of the data protection officer.
    pub data_protection_officer: String,
    /// Where complaints about accessibility or personal data can be made, besides the authorities.
    pub complaints: Option<String>,
    /// Opening hours, telephone or other help, in the operator's own words.
    pub support: Option<String>,
    /// The operator's legal basis for handling personal data, in its own words.
    pub legal_basis: Option<String>,
    /// Address of a logotype served by the operator under the service's own base address.
    pub logotype: Option<String>,
}
