//! Names that nobody bears: made of words that no municipality, region, agency or company is
//! called by, so that nobody takes a synthetic organisation for a real one.

/// Beginnings of municipalities' names.
const PLACES: [&str; 21] = [
    "Lingon",
    "Igelkotts",
    "Norrskens",
    "Solros",
    "Kantarell",
    "Månskens",
    "Smultron",
    "Koltrast",
    "Hjortron",
    "Regnbågs",
    "Blåbärs",
    "Vitsippe",
    "Snöflinge",
    "Rabarber",
    "Ekorr",
    "Daggdropps",
    "Pepparmynts",
    "Trollslände",
    "Honungs",
    "Nyckelpige",
    "Lärksångs",
];

/// Ends of municipalities' names.
const LANDSCAPES: [&str; 14] = [
    "valla", "lunda", "fors", "vik", "berga", "sund", "kulla", "näs", "torp", "holm", "dal", "by",
    "hult", "ås",
];

/// Beginnings of regions' names.
const SEASONS: [&str; 7] = [
    "Midsommar",
    "Grynings",
    "Stjärnfalls",
    "Vårdags",
    "Skymnings",
    "Höstlovs",
    "Sommarregns",
];

/// Ends of regions' names.
const LANDS: [&str; 4] = ["land", "mark", "bygden", "dalen"];

/// What agencies and the state's companies look after.
const MATTERS: [&str; 45] = [
    "Moln",
    "Fjärils",
    "Lykt",
    "Såpbubble",
    "Regnbågs",
    "Maskros",
    "Sago",
    "Vindspels",
    "Paraply",
    "Stjärnfalls",
    "Dagg",
    "Labyrint",
    "Snöflinge",
    "Pärlemor",
    "Solkatts",
    "Pannkaks",
    "Luftslotts",
    "Vaggvise",
    "Kanelbulle",
    "Skattkarte",
    "Trollslände",
    "Ordleks",
    "Pusselbits",
    "Origami",
    "Snäck",
    "Rosett",
    "Spiral",
    "Krusbärs",
    "Sockervadds",
    "Tusensköne",
    "Äventyrs",
    "Örngotts",
    "Vårkänsle",
    "Uggle",
    "Garnnystans",
    "Skugg",
    "Rim",
    "Kott",
    "Knapp",
    "Månskens",
    "Drakflygnings",
    "Visselpipe",
    "Eko",
    "Vattenpöls",
    "Gungstols",
];

/// What agencies are.
const OFFICES: [&str; 8] = [
    "myndigheten",
    "verket",
    "inspektionen",
    "nämnden",
    "institutet",
    "kansliet",
    "delegationen",
    "styrelsen",
];

/// What companies of municipalities and regions do.
const TRADES: [&str; 8] = [
    "Energi",
    "Bostäder",
    "Vatten",
    "Fastigheter",
    "Avfall",
    "Hamn",
    "Parkering",
    "Kultur",
];

/// What companies of the state are.
const HOUSES: [&str; 3] = ["bolaget", "produktion", "sällskapet"];

/// The beginning and the end with this number, every pair once before any comes back, and how many
/// times all pairs have passed.
fn pair(
    number: usize,
    beginnings: &[&'static str],
    ends: &[&'static str],
) -> (&'static str, &'static str, usize) {
    let (beginning, turn) = (number % beginnings.len(), number / beginnings.len());
    // Neighbours get different ends too.
    let end = (turn + beginning) % ends.len();
    (beginnings[beginning], ends[end], turn / ends.len())
}

/// Nothing the first time, then a number.
fn again(times: usize) -> String {
    match times {
        0 => String::new(),
        times => format!(" {}", times + 1),
    }
}

/// The place that a municipality and its companies are called by.
fn place(number: usize) -> String {
    let (beginning, end, times) = pair(number, &PLACES, &LANDSCAPES);
    format!("{beginning}{end}{}", again(times))
}

/// For example "Lingonvalla kommun".
pub(super) fn municipality(number: usize) -> String {
    format!("{} kommun", place(number))
}

/// For example "Midsommarland".
fn land(number: usize) -> String {
    let (beginning, end, times) = pair(number, &SEASONS, &LANDS);
    format!("{beginning}{end}{}", again(times))
}

/// For example "Region Midsommarland".
pub(super) fn region(number: usize) -> String {
    format!("Region {}", land(number))
}

/// For example "Molnmyndigheten".
pub(super) fn agency(number: usize) -> String {
    let (matter, office, times) = pair(number, &MATTERS, &OFFICES);
    format!("{matter}{office}{}", again(times))
}

/// For example "Fjärilshögskolan".
pub(super) fn university(number: usize) -> String {
    let (matter, end, times) = pair(number, &MATTERS, &["högskolan"]);
    format!("{matter}{end}{}", again(times))
}

/// A municipality's company with this number among its own, for example "Lingonvalla Energi AB".
pub(super) fn municipal_company(owner: usize, number: usize) -> String {
    company(&place(owner), number)
}

/// A region's company with this number among its own, for example "Midsommarland Fastigheter AB".
pub(super) fn regional_company(owner: usize, number: usize) -> String {
    company(&land(owner), number)
}

fn company(owner: &str, number: usize) -> String {
    let times = again(number / TRADES.len());
    format!("{owner} {}{times} AB", TRADES[number % TRADES.len()])
}

/// For example "Molnbolaget AB".
pub(super) fn state_company(number: usize) -> String {
    let (matter, house, times) = pair(number, &MATTERS, &HOUSES);
    format!("{matter}{house}{} AB", again(times))
}

/// What stands before the full stop and `example`, the domain that is set aside for examples: a
/// name in the letters that domains have, with hyphens for everything else.
pub(super) fn label(name: &str) -> String {
    let mut label = String::new();
    for character in name.to_lowercase().chars() {
        match character {
            'a'..='z' | '0'..='9' => label.push(character),
            'å' | 'ä' => label.push('a'),
            'ö' => label.push('o'),
            _ => label.push('-'),
        }
    }
    label
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_organisation_has_a_name_of_its_own() {
        let mut seen = BTreeSet::new();
        let mut once = |name: String| assert!(seen.insert(name.clone()), "{name}");
        for number in 0..700 {
            once(municipality(number));
            once(region(number));
            once(agency(number));
            once(university(number));
            once(state_company(number));
            for company in 0..20 {
                once(municipal_company(number, company));
                once(regional_company(number, company));
            }
        }
    }

    #[test]
    fn names_read_as_names_do() {
        assert_eq!(municipality(0), "Lingonvalla kommun");
        assert_eq!(municipality(294), "Lingonvalla 2 kommun");
        assert_eq!(region(1), "Region Gryningsmark");
        assert_eq!(agency(45), "Molnverket");
        assert_eq!(municipal_company(0, 9), "Lingonvalla Bostäder 2 AB");
        assert_eq!(label("Blåbärsfors kommun"), "blabarsfors-kommun");
    }
}
