//! Similar organisations: how alike two are by open facts. Who takes part in anything is no such
//! fact, so that a list of similar organisations tells nothing of it.
//!
//! Only organisations of the same type are compared. Each fact that is known of both gives a
//! distance between 0, the same, and 1, wholly unlike; the distance of the two organisations is the
//! mean of these by the facts' weights. A fact that is not known of both is left out of it.

use super::{Classification, SkrGroup};

/// So many facts must be known of both for two organisations to be compared. By one alone, everyone
/// in the län would be alike.
pub const FEWEST: usize = 2;

/// As many times as many inhabitants or kronor, or more, is wholly unlike.
const WHOLLY_UNLIKE: f64 = 10.0;

/// A fact that organisations are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// Inhabitants.
    Population,
    /// What is bought for in a year.
    Volume,
    /// Kommungrupp.
    Group,
    /// Län.
    Lan,
}

impl Fact {
    /// All facts, heaviest first.
    pub const ALL: [Fact; 4] = [Fact::Population, Fact::Volume, Fact::Group, Fact::Lan];

    /// Its weight, of 100.
    pub fn weight(self) -> u8 {
        match self {
            Fact::Population => 40,
            Fact::Volume => 30,
            Fact::Group => 20,
            Fact::Lan => 10,
        }
    }

    /// Whether it is known of an organisation.
    pub fn is_known(self, of: &Classification) -> bool {
        match self {
            Fact::Population => of.population.is_some(),
            Fact::Volume => of.volume.is_some(),
            Fact::Group => of.group.is_some(),
            Fact::Lan => of.lan.is_some(),
        }
    }

    /// How far apart two organisations are in it, 0 to 1; `None` unless it is known of both.
    pub fn distance(self, one: &Classification, other: &Classification) -> Option<f64> {
        Some(match self {
            Fact::Population => {
                times_apart(f64::from(one.population?), f64::from(other.population?))
            }
            Fact::Volume => times_apart(one.volume? as f64, other.volume? as f64),
            Fact::Group => groups_apart(one.group?, other.group?),
            Fact::Lan => f64::from(u8::from(one.lan? != other.lan?)),
        })
    }
}

/// How far apart two amounts are, by how many times the smaller goes into the larger.
fn times_apart(one: f64, other: f64) -> f64 {
    // One more of each, so that none is an amount too.
    let times = (one.ln_1p() - other.ln_1p()).abs();
    (times / WHOLLY_UNLIKE.ln()).min(1.0)
}

/// The same group, another of the same main group (A, B or C), or neither.
fn groups_apart(one: SkrGroup, other: SkrGroup) -> f64 {
    let main = |group: SkrGroup| group.code().chars().next();
    match (one == other, main(one) == main(other)) {
        (true, _) => 0.0,
        (false, true) => 0.5,
        (false, false) => 1.0,
    }
}

/// How alike two organisations are.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// 0, the same in every fact, to 1, wholly unlike.
    pub distance: f64,
    /// Each fact that is known of both, heaviest first, with the distance in it.
    pub facts: Vec<(Fact, f64)>,
}

/// How alike two organisations are; `None` if they are of different types or too few facts are known
/// of both.
pub fn likeness(one: &Classification, other: &Classification) -> Option<Likeness> {
    if one.kind.organisation_type() != other.kind.organisation_type() {
        return None;
    }
    let known = |fact: Fact| Some((fact, fact.distance(one, other)?));
    let facts: Vec<(Fact, f64)> = Fact::ALL.into_iter().filter_map(known).collect();
    if facts.len() < FEWEST {
        return None;
    }
    let weight = |fact: Fact| f64::from(fact.weight());
    let apart: f64 = facts
        .iter()
        .map(|(fact, apart)| weight(*fact) * apart)
        .sum();
    let weights: f64 = facts.iter().map(|(fact, _)| weight(*fact)).sum();
    Some(Likeness {
        distance: apart / weights,
        facts,
    })
}

/// The organisations most alike one, at most `count`, the most alike first. Each is given with what
/// it is known by, and those equally alike come in the order of that. The one itself is left out.
pub fn most_similar<K: Ord>(
    (own, classified): (&K, &Classification),
    all: impl IntoIterator<Item = (K, Classification)>,
    count: usize,
) -> Vec<(K, Classification, Likeness)> {
    let mut alike: Vec<_> = all
        .into_iter()
        .filter(|(key, _)| key != own)
        .filter_map(|(key, other)| {
            let likeness = likeness(classified, &other)?;
            Some((key, other, likeness))
        })
        .collect();
    alike.sort_by(|(one, _, near), (other, _, far)| {
        let by_distance = near.distance.total_cmp(&far.distance);
        by_distance.then_with(|| one.cmp(other))
    });
    alike.truncate(count);
    alike
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::day::Day;
    use crate::organisation::{Lan, OrganisationKind};

    fn municipality(population: u32, group: SkrGroup, lan: &str) -> Classification {
        Classification {
            valid_from: Day::try_from("2026-01-01").unwrap(),
            kind: OrganisationKind::Kommun,
            lan: Lan::try_from(lan).ok(),
            municipality: None,
            group: Some(group),
            population: Some(population),
            volume: None,
        }
    }

    #[test]
    fn the_most_alike_comes_first_and_types_are_not_mixed() {
        let own = municipality(10_000, SkrGroup::C8, "22");
        let region = Classification {
            kind: OrganisationKind::Region,
            ..own.clone()
        };
        let all = [
            (1, own.clone()),
            (2, municipality(90_000, SkrGroup::A1, "01")),
            (3, municipality(10_500, SkrGroup::C8, "22")),
            (4, municipality(10_500, SkrGroup::C8, "21")),
            (5, region),
            (6, municipality(10_500, SkrGroup::C8, "22")),
        ];
        let alike = most_similar((&1, &own), all, 3);
        let order: Vec<i32> = alike.iter().map(|(key, ..)| *key).collect();
        assert_eq!(order, [3, 6, 4]);
    }

    #[test]
    fn the_weights_are_a_whole_and_what_is_unknown_is_left_out() {
        let weights = Fact::ALL.map(|fact| u32::from(fact.weight()));
        assert_eq!(weights.iter().sum::<u32>(), 100);
        let one = municipality(10_000, SkrGroup::C8, "22");
        let two = municipality(10_000, SkrGroup::C7, "21");
        let found = likeness(&one, &two).unwrap();
        // (40·0 + 20·0,5 + 10·1) / 70: nobody knows what they buy for.
        assert_eq!(found.distance, 20.0 / 70.0);
        assert_eq!(
            found.facts,
            [
                (Fact::Population, 0.0),
                (Fact::Group, 0.5),
                (Fact::Lan, 1.0)
            ]
        );
    }

    #[test]
    fn by_one_fact_alone_nobody_is_alike() {
        let own = municipality(10_000, SkrGroup::C8, "22");
        let bare = Classification {
            group: None,
            population: None,
            ..own.clone()
        };
        assert_eq!(likeness(&own, &bare), None);
        assert!(likeness(&own, &own).is_some());
    }

    fn classification() -> impl Strategy<Value = Classification> {
        let lans: Vec<Lan> = Lan::all().collect();
        let kinds = select(OrganisationKind::ALL.to_vec());
        let facts = (
            proptest::option::of(select(lans)),
            proptest::option::of(select(SkrGroup::ALL.to_vec())),
            proptest::option::of(0u32..2_000_000),
            proptest::option::of(0u64..100_000_000_000),
        );
        (kinds, facts).prop_map(|(kind, (lan, group, population, volume))| Classification {
            valid_from: Day::try_from("2026-01-01").unwrap(),
            kind,
            lan,
            municipality: None,
            group,
            population,
            volume,
        })
    }

    /// The same organisation with one fact as another has it.
    fn with(fact: Fact, of: &Classification, from: &Classification) -> Classification {
        let mut changed = of.clone();
        match fact {
            Fact::Population => changed.population = from.population,
            Fact::Volume => changed.volume = from.volume,
            Fact::Group => changed.group = from.group,
            Fact::Lan => changed.lan = from.lan,
        }
        changed
    }

    proptest! {
        #[test]
        fn likeness_is_mutual_and_within_its_bounds(
            one in classification(),
            other in classification(),
        ) {
            let there = likeness(&one, &other);
            prop_assert_eq!(&there, &likeness(&other, &one));
            if let Some(found) = there {
                prop_assert!((0.0..=1.0).contains(&found.distance), "{}", found.distance);
                prop_assert!(found.facts.len() >= FEWEST);
            }
            if let Some(found) = likeness(&one, &one) {
                prop_assert_eq!(found.distance, 0.0);
            }
        }

        #[test]
        fn nobody_is_in_their_own_list_and_it_is_in_order(
            all in proptest::collection::vec(classification(), 1..30),
            count in 0usize..12,
        ) {
            let keyed: Vec<_> = (0..).zip(all).collect::<Vec<(i32, _)>>();
            let own = &keyed[0];
            let alike = most_similar((&own.0, &own.1), keyed.clone(), count);
            prop_assert!(alike.len() <= count);
            prop_assert!(alike.iter().all(|(key, ..)| *key != own.0));
            for pair in alike.windows(2) {
                let place = |of: &(i32, Classification, Likeness)| (of.2.distance, of.0);
                prop_assert!(place(&pair[0]) < place(&pair[1]));
            }
        }

        #[test]
        fn more_alike_in_one_fact_never_comes_later(
            own in classification(),
            base in classification(),
            variant in classification(),
            fact in select(Fact::ALL.to_vec()),
        ) {
            let other = with(fact, &base, &variant);
            let apart = |of: &Classification| fact.distance(&own, of);
            let (Some(near), Some(far)) = (apart(&base), apart(&other)) else {
                return Ok(());
            };
            // The less alike is given the key that comes first among equals.
            let (nearer, farther) = if near <= far { (base, other) } else { (other, base) };
            let alike = most_similar((&0, &own), [(1, farther), (2, nearer)], 2);
            let order: Vec<i32> = alike.iter().map(|(key, ..)| *key).collect();
            if near == far {
                prop_assert!(order.is_empty() || order == [1, 2]);
            } else {
                prop_assert!(order.is_empty() || order == [2, 1], "{order:?}");
            }
        }
    }
}
