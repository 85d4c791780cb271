//! QR codes, for addresses that someone shall open with a phone.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

use crate::escaped;

/// Light modules around the code, as the standard asks for.
const MARGIN: i32 = 4;

/// A text that no QR code has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text is too long for a QR code")]
pub struct TooLong;

/// The code of a text as an SVG drawing that stretches with its place. Its meaning to someone who
/// does not see it is `label`: what it leads to.
pub fn svg(text: &str, label: &str) -> Result<String, TooLong> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| TooLong)?;
    let side = code.size() + 2 * MARGIN;
    let mut path = String::new();
    for y in 0..code.size() {
        // Neighbours in a row are drawn as one, so that no hairline shows between them.
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size())
                .take_while(|x| code.get_module(*x, y))
                .count() as i32;
            if run > 0 {
                let (left, top) = (x + MARGIN, y + MARGIN);
                let _ = write!(path, "M{left} {top}h{run}v1h-{run}z");
            }
            x += run.max(1);
        }
    }
    Ok(format!(
        r##"<svg class="qr" role="img" aria-label="{}" viewBox="0 0 {side} {side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{path}"/></svg>"##,
        escaped(label)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dark modules that an SVG drawing of this module has.
    fn dark(svg: &str) -> Vec<(i32, i32)> {
        let path = svg.rsplit_once("d=\"M").unwrap().1;
        let path = path.split_once('"').unwrap().0;
        let mut modules = Vec::new();
        for run in path.split('M').filter(|run| !run.is_empty()) {
            let (place, rest) = run.split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            let length: i32 = rest.split_once('v').unwrap().0.parse().unwrap();
            modules.extend((x..x + length).map(|x| (x - MARGIN, y - MARGIN)));
        }
        modules
    }

    #[test]
    fn draws_every_dark_module_and_no_other() {
        let text = "https://strategikollen.example/svara/0123456789abcdefghjkmnpqrstvwxyz";
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let mut expected = Vec::new();
        for y in 0..code.size() {
            for x in 0..code.size() {
                if code.get_module(x, y) {
                    expected.push((x, y));
                }
            }
        }
        assert_eq!(dark(&svg(text, "Svara").unwrap()), expected);
    }

    #[test]
    fn a_label_stays_within_its_attribute() {
        let drawn = svg("x", "\"><script>&").unwrap();
        assert!(
            drawn.contains(r#"aria-label="&quot;>&lt;script>&amp;""#),
            "{drawn}"
        );
    }

    #[test]
    fn a_text_that_is_too_long_has_no_code() {
        assert_eq!(svg(&"x".repeat(5000), "Svara"), Err(TooLong));
    }
}
