//! The seeded sequence that everything synthetic is drawn from.

/// SplitMix64: a sequence of numbers that follows from its seed.
///
/// It is our own so that a seed means the same population for ever: crates for randomness may give
/// another sequence in their next version. Nothing is done with
/// what is drawn but the four operations and the square root, which every machine rounds alike. It keeps nothing secret and must never
/// make anything that has to be unpredictable.
#[derive(Clone, Debug)]
pub struct Draws(u64);

impl Draws {
    /// The sequence of a seed.
    pub fn new(seed: u64) -> Draws {
        Draws(seed)
    }

    /// A sequence of its own for one part of what is drawn. It depends on where this one stands
    /// and on the label, and leaves this one where it is: so that one part more or fewer changes
    /// no other.
    pub fn branch(&self, label: u64) -> Draws {
        Draws(mix(self.0 ^ mix(label.wrapping_add(STEP))))
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix(self.0)
    }

    /// A whole number below `end`; 0 if `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let wide = u128::from(self.number()) * end as u128;
        (wide >> 64) as usize
    }

    /// A number from 0 to below 1.
    pub fn share(&mut self) -> f64 {
        // The 53 bits that a number between 0 and 1 has room for.
        (self.number() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Whether something happens that happens with this probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.share() < probability
    }

    /// A number from `from` to below `to`.
    pub fn between(&mut self, from: f64, to: f64) -> f64 {
        from + (to - from) * self.share()
    }

    /// A value of mean 0 and standard deviation 1, spread nearly as the normal distribution and
    /// never beyond 3,5: the sum of the four quarters of a number.
    pub fn normal(&mut self) -> f64 {
        let number = self.number();
        let sum =
            (number & 0xffff) + (number >> 16 & 0xffff) + (number >> 32 & 0xffff) + (number >> 48);
        (sum as f64 - MEAN) / DEVIATION
    }

    /// Puts items in an order that follows from the sequence.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
/// Four times the mean of the whole numbers below 2^16.
const MEAN: f64 = 131_070.0;
/// Twice their standard deviation, 2^16 / √12.
const DEVIATION: f64 = 37_837.227;

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of the published algorithm for the seed 1234567.
    #[test]
    fn the_sequence_is_splitmix64() {
        let mut draws = Draws::new(1_234_567);
        let numbers: Vec<u64> = (0..5).map(|_| draws.number()).collect();
        assert_eq!(
            numbers,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ]
        );
    }

    #[test]
    fn a_branch_leaves_the_sequence_where_it_is() {
        let mut draws = Draws::new(7);
        let (one, other) = (draws.branch(1).number(), draws.branch(2).number());
        assert_ne!(one, other);
        assert_eq!(draws.number(), Draws::new(7).number());
    }

    #[test]
    fn shares_and_normal_values_are_spread_as_they_say() {
        let mut draws = Draws::new(1);
        let count = 100_000;
        let shares: Vec<f64> = (0..count).map(|_| draws.share()).collect();
        assert!(shares.iter().all(|share| (0.0..1.0).contains(share)));
        let mean = shares.iter().sum::<f64>() / f64::from(count);
        assert!((mean - 0.5).abs() < 0.01, "{mean}");
        let values: Vec<f64> = (0..count).map(|_| draws.normal()).collect();
        let mean = values.iter().sum::<f64>() / f64::from(count);
        let variance = values.iter().map(|value| value * value).sum::<f64>() / f64::from(count);
        assert!(mean.abs() < 0.01, "{mean}");
        assert!((variance - 1.0).abs() < 0.02, "{variance}");
    }

    #[test]
    fn whole_numbers_stay_below_their_end_and_reach_all() {
        let mut draws = Draws::new(3);
        let mut seen = [false; 6];
        for _ in 0..200 {
            seen[draws.below(6)] = true;
        }
        assert_eq!(seen, [true; 6]);
        assert_eq!(draws.below(0), 0);
    }

    #[test]
    fn what_is_shuffled_is_all_still_there() {
        let mut items: Vec<u32> = (0..50).collect();
        Draws::new(5).shuffle(&mut items);
        assert_ne!(items, (0..50).collect::<Vec<u32>>());
        items.sort_unstable();
        assert_eq!(items, (0..50).collect::<Vec<u32>>());
    }
}
