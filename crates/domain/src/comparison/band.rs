//! What is published instead of exact values: quarters of a level, bands of counts, and the span
//! that a share lies in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A value on the scale of levels in whole quarters: 9 is 2,25. In files the number itself, 2.25.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "f64", try_from = "f64")]
pub struct Quarters(pub u32);

/// A number that is no whole quarter.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{0} is no whole quarter of a level from 1 to 4")]
pub struct NotQuarters(pub f64);

impl Quarters {
    /// Level 1 and level 4.
    const SCALE: std::ops::RangeInclusive<u32> = 4..=16;

    /// The nearest quarter of `numerator / denominator`, half upwards.
    pub(super) fn nearest(numerator: u64, denominator: u64) -> Quarters {
        Quarters::whole((8 * numerator + denominator) / (2 * denominator))
    }

    /// The quarter at or below `numerator / denominator`.
    pub(super) fn below(numerator: u64, denominator: u64) -> Quarters {
        Quarters::whole(4 * numerator / denominator)
    }

    /// The quarter at or above `numerator / denominator`.
    pub(super) fn above(numerator: u64, denominator: u64) -> Quarters {
        Quarters::whole((4 * numerator).div_ceil(denominator))
    }

    fn whole(quarters: u64) -> Quarters {
        Quarters(u32::try_from(quarters).unwrap_or(u32::MAX))
    }

    /// Whole levels and hundredths, as shown: 9 is (2, 25).
    pub fn shown(self) -> (u32, u32) {
        (self.0 / 4, self.0 % 4 * 25)
    }
}

impl From<Quarters> for f64 {
    fn from(quarters: Quarters) -> f64 {
        f64::from(quarters.0) / 4.0
    }
}

impl TryFrom<f64> for Quarters {
    type Error = NotQuarters;

    fn try_from(value: f64) -> Result<Self, NotQuarters> {
        Quarters::SCALE
            .map(Quarters)
            .find(|quarters| f64::from(*quarters) == value)
            .ok_or(NotQuarters(value))
    }
}

impl JsonSchema for Quarters {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Quarters".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A value on the scale of levels, in whole quarters.",
            "type": "number",
            "minimum": 1,
            "maximum": 4,
            "multipleOf": 0.25,
        })
    }
}

/// How many take part, counted by owner.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum CountBand {
    /// 6 to 10.
    #[serde(rename = "6-10")]
    From6,
    /// 11 to 19.
    #[serde(rename = "11-19")]
    From11,
    /// 20 to 49.
    #[serde(rename = "20-49")]
    From20,
    /// 50 to 99.
    #[serde(rename = "50-99")]
    From50,
    /// 100 or more.
    #[serde(rename = "100+")]
    From100,
}

impl CountBand {
    /// The band of a count. Fewer than six never reach a publication.
    pub(super) fn of(count: usize) -> CountBand {
        match count {
            0..=10 => CountBand::From6,
            11..=19 => CountBand::From11,
            20..=49 => CountBand::From20,
            50..=99 => CountBand::From50,
            100.. => CountBand::From100,
        }
    }

    /// The fewest and the most it stands for; `None` where there is no most.
    pub fn bounds(self) -> (u32, Option<u32>) {
        match self {
            CountBand::From6 => (6, Some(10)),
            CountBand::From11 => (11, Some(19)),
            CountBand::From20 => (20, Some(49)),
            CountBand::From50 => (50, Some(99)),
            CountBand::From100 => (100, None),
        }
    }

    /// The share of a population that follows from the band and nothing else. `None` for a
    /// population that is smaller than the band: then it is not known right.
    pub(super) fn share_of(self, population: u32) -> Option<Share> {
        let (fewest, most) = self.bounds();
        let most = most.unwrap_or(population).min(population);
        (fewest <= population).then(|| Share {
            from: 100 * fewest / population,
            to: (100 * most).div_ceil(population),
        })
    }
}

/// The span that a share lies in, whole per cent, rounded outward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// At least.
    pub from: u32,
    /// At most.
    pub to: u32,
}

/// A share rounded to five per cent, half upwards: `part` of `whole`.
pub(super) fn five_percent(part: usize, whole: usize) -> u8 {
    let fives = (40 * part + whole) / (2 * whole);
    u8::try_from(5 * fives).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_half_of_a_quarter_goes_up() {
        // 2,125 lies between 2,00 and 2,25.
        assert_eq!(Quarters::nearest(17, 8), Quarters(9));
        assert_eq!(Quarters::below(17, 8), Quarters(8));
        assert_eq!(Quarters::above(17, 8), Quarters(9));
        assert_eq!(Quarters::above(9, 4), Quarters(9));
        assert_eq!(Quarters(9).shown(), (2, 25));
    }

    #[test]
    fn a_file_has_the_number_itself() {
        assert_eq!(serde_json::to_string(&Quarters(9)).unwrap(), "2.25");
        assert_eq!(
            serde_json::from_str::<Quarters>("2.25").unwrap(),
            Quarters(9)
        );
        assert_eq!(serde_json::from_str::<Quarters>("4").unwrap(), Quarters(16));
        for wrong in ["2.2", "0.75", "4.25", "\"2\""] {
            assert!(serde_json::from_str::<Quarters>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_share_follows_from_the_band() {
        let share = |band: CountBand, population| band.share_of(population);
        assert_eq!(
            share(CountBand::From20, 290),
            Some(Share { from: 6, to: 17 })
        );
        assert_eq!(
            share(CountBand::From100, 290),
            Some(Share { from: 34, to: 100 })
        );
        assert_eq!(
            share(CountBand::From6, 8),
            Some(Share { from: 75, to: 100 })
        );
        assert_eq!(share(CountBand::From11, 10), None);
    }

    #[test]
    fn shares_are_rounded_to_five() {
        assert_eq!(five_percent(1, 40), 5);
        assert_eq!(five_percent(1, 41), 0);
        assert_eq!(five_percent(20, 20), 100);
    }

    proptest! {
        #[test]
        fn every_count_lies_in_its_band(count in 6usize..1000) {
            let (fewest, most) = CountBand::of(count).bounds();
            prop_assert!(count >= fewest as usize);
            prop_assert!(most.is_none_or(|most| count <= most as usize));
        }
    }
}
