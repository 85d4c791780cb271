//! Addresses that open a letter in the reader's own mail program.

/// A `mailto:` address without a recipient.
pub(crate) fn mailto(subject: &str, body: &str) -> String {
    format!(
        "mailto:?subject={}&body={}",
        encoded(subject),
        encoded(&body.replace('\n', "\r\n"))
    )
}

/// Percent-encoded, spaces too: mail programs show a plus sign as it is.
fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes())
        .collect::<String>()
        .replace('+', "%20")
}
