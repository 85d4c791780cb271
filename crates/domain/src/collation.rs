//! The order of Swedish names.
//!
//! Names are stored with a key, so that both databases put them in the same order. The key follows
//! the Swedish alphabet (å, ä, ö last; ü with y; other accents with their letter), digits before
//! letters, a space before either; case, hyphens and other signs do not count. It serves names of
//! organisations and people in Sweden, and is a page long, where tables for all the world's
//! languages would be megabytes in the program.

/// A key that orders as the name does. Names that differ only in what does not count have the same
/// key.
pub fn sort_key(name: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' => key.push(100 + letter as u8 - b'a'),
            '0'..='9' => key.push(10 + letter as u8 - b'0'),
            'à' | 'á' | 'â' | 'ã' => key.push(100),
            'ç' => key.push(102),
            'è' | 'é' | 'ê' | 'ë' => key.push(104),
            'ì' | 'í' | 'î' | 'ï' => key.push(108),
            'ñ' => key.push(113),
            'ò' | 'ó' | 'ô' | 'õ' => key.push(114),
            'ù' | 'ú' | 'û' => key.push(120),
            'ü' | 'ý' => key.push(124),
            'å' => key.push(130),
            'ä' | 'æ' => key.push(131),
            'ö' | 'ø' => key.push(132),
            letter if letter.is_whitespace() => {
                let first_space = key.last().is_some_and(|last| *last != 1);
                key.extend(first_space.then_some(1));
            }
            // Letters of other alphabets come last, in the order of their numbers.
            letter if letter.is_alphanumeric() => {
                key.push(200);
                key.extend(u32::from(letter).to_be_bytes());
            }
            _ => {}
        }
    }
    while key.last() == Some(&1) {
        key.pop();
    }
    key
}

#[cfg(test)]
mod tests {
    use super::sort_key;

    #[test]
    fn names_are_in_the_order_of_the_swedish_alphabet() {
        let in_order = [
            "",
            "3:e sjukhuset",
            "Ale kommun",
            "Alé kommunal",
            "Alvesta kommun",
            "Dals-Eds kommun",
            "Malung-Sälens kommun",
            "Malå kommun",
            "Munkfors kommun",
            "Müllerska bolaget",
            "Upplands Väsby kommun",
            "Upplands-Bro kommun",
            "Zinkgruvan",
            "Åre kommun",
            "Älmhults kommun",
            "Östersunds kommun",
            "Ďábel",
        ];
        let mut sorted = in_order;
        sorted.reverse();
        sorted.sort_by_key(|name| sort_key(name));
        assert_eq!(sorted, in_order);
    }

    #[test]
    fn case_hyphens_and_space_around_do_not_count() {
        assert_eq!(sort_key(" Dals-Eds  Kommun "), sort_key("dalseds kommun"));
        assert_ne!(sort_key("Håbo"), sort_key("Habo"));
    }
}
