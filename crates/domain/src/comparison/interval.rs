//! The order-statistics interval for a median.

/// Which ordered values bound the median: the `r`-th lowest and the `r`-th highest, from 1, with
/// `r` as large as leaves at least 90 per cent certainty. `None` if not even the lowest and highest
/// value are far enough apart.
///
/// Of `n` values, the median of what they are drawn from lies below the `r`-th lowest with the
/// probability that at most `r - 1` of `n` coins show heads; so both tails together may hold 10 per
/// cent. (Conover, *Practical Nonparametric Statistics*, confidence interval for a quantile.)
pub(super) fn rank(n: usize) -> Option<usize> {
    // Probabilities relative to that of the middle, which no number of coins makes too small.
    let middle = n / 2;
    let mut relative = vec![0.0_f64; middle + 1];
    relative[middle] = 1.0;
    for heads in (0..middle).rev() {
        relative[heads] = relative[heads + 1] * as_f64(heads + 1) / as_f64(n - heads);
    }
    let below_middle: f64 = relative[..middle].iter().sum();
    let middle_twice = if n % 2 == 0 { 1.0 } else { 2.0 };
    let all = 2.0 * below_middle + middle_twice;
    let mut tail = 0.0;
    relative
        .iter()
        .take_while(|part| {
            tail += **part;
            20.0 * tail <= all
        })
        .count()
        .checked_sub(1)
        .map(|most_heads| most_heads + 1)
}

/// Counts of organisations are far below the 53 bits that are exact.
fn as_f64(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same by whole numbers: binomial coefficients against two to the `n`.
    fn exactly(n: usize) -> Option<usize> {
        let mut coefficient: u128 = 1;
        let mut tail: u128 = 0;
        let mut rank = None;
        for heads in 0..=n / 2 {
            tail += coefficient;
            if 20 * tail <= 1 << n {
                rank = Some(heads + 1);
            }
            coefficient = coefficient * (n - heads) as u128 / (heads + 1) as u128;
        }
        rank
    }

    #[test]
    fn the_ranks_are_those_of_the_tables() {
        // From published tables of the interval for a median, at least 90 per cent.
        for (n, low) in [(5, 1), (8, 2), (10, 2), (12, 3), (20, 6), (30, 11)] {
            assert_eq!(rank(n), Some(low), "{n}");
        }
        for n in 0..5 {
            assert_eq!(rank(n), None, "{n}");
        }
    }

    #[test]
    fn the_ranks_are_exact() {
        for n in 0..=110 {
            assert_eq!(rank(n), exactly(n), "{n}");
        }
    }

    #[test]
    fn a_large_group_has_a_narrow_interval() {
        // Half of n less 1,645 standard deviations of half the root of n.
        assert_eq!(rank(10_000), Some(4_918));
    }
}
