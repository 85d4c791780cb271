//! What form of an answer someone asks for, by `Accept`.

use axum::http::{HeaderMap, header};

/// The one of the offered media types that is wanted most; of several that are wanted as much, the
/// first. `None` if none of them is wanted. Whoever asks for nothing wants anything.
pub(crate) fn preferred<T: Copy>(headers: &HeaderMap, offered: &[(T, &str)]) -> Option<T> {
    let lines = headers.get_all(header::ACCEPT).iter();
    let accept: Vec<&str> = lines.filter_map(|line| line.to_str().ok()).collect();
    let accept = match accept.join(",") {
        empty if empty.trim().is_empty() => "*/*".to_owned(),
        accept => accept,
    };
    let wanted = offered
        .iter()
        .map(|(offer, media_type)| (*offer, wish(&accept, media_type)));
    let mut best = None;
    for (offer, wish) in wanted {
        if wish > best.map_or(0.0, |(_, wish)| wish) {
            best = Some((offer, wish));
        }
    }
    best.map(|(offer, _)| offer)
}

/// How much a media type is wanted, from 0 to 1: what the most exact range that it lies in says.
fn wish(accept: &str, media_type: &str) -> f32 {
    let family = media_type.split('/').next().unwrap_or_default();
    let mut best = (0, 0.0);
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let exactness = if name.eq_ignore_ascii_case(media_type) {
            3
        } else if name
            .strip_suffix("/*")
            .is_some_and(|name| name.eq_ignore_ascii_case(family))
        {
            2
        } else if name == "*/*" {
            1
        } else {
            continue;
        };
        let quality: f32 = parts
            .filter_map(|parameter| parameter.split_once('='))
            .find(|(name, _)| name.trim().eq_ignore_ascii_case("q"))
            .map_or(1.0, |(_, value)| value.trim().parse().unwrap_or(0.0));
        if exactness > best.0 {
            best = (exactness, quality.clamp(0.0, 1.0));
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFERED: [(char, &str); 3] = [
        ('x', "application/rdf+xml"),
        ('t', "text/turtle"),
        ('j', "application/ld+json"),
    ];

    fn asked(accept: &[&str]) -> Option<char> {
        let mut headers = HeaderMap::new();
        for line in accept {
            headers.append(header::ACCEPT, line.parse().expect("a header"));
        }
        preferred(&headers, &OFFERED)
    }

    #[test]
    fn whoever_has_no_wish_gets_the_first() {
        for accept in [&[][..], &[""], &["*/*"], &["application/*"]] {
            assert_eq!(asked(accept), Some('x'), "{accept:?}");
        }
    }

    #[test]
    fn the_largest_quality_decides_and_the_most_exact_range_counts() {
        for (accept, expected) in [
            ("text/turtle", Some('t')),
            ("TEXT/Turtle; charset=utf-8", Some('t')),
            ("application/ld+json;q=0.8, text/turtle;q=0.9", Some('t')),
            ("text/turtle;q=0.2, */*;q=0.1", Some('t')),
            ("application/rdf+xml;q=0, */*", Some('t')),
            ("application/*;q=0.5, application/ld+json", Some('j')),
            ("text/html,application/xhtml+xml,*/*;q=0.8", Some('x')),
            ("text/*", Some('t')),
            ("text/turtle;q=0.5;q=1", Some('t')),
        ] {
            assert_eq!(asked(&[accept]), expected, "{accept}");
        }
        assert_eq!(
            asked(&["text/turtle;q=0.3", "application/ld+json"]),
            Some('j')
        );
    }

    #[test]
    fn what_is_not_offered_or_not_understood_is_not_wanted() {
        for accept in [
            "text/html",
            "text/turtle;q=0",
            "text/turtle;q=much",
            "turtle",
            ";,;",
        ] {
            assert_eq!(asked(&[accept]), None, "{accept}");
        }
        assert_eq!(asked(&["text/turtle;q=NaN"]), None);
        assert_eq!(asked(&["text/turtle;q=7"]), Some('t'));
    }
}
