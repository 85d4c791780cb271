//! Which protections apply. Outside this crate's own tests: all of them, always. The tests switch
//! one off at a time, to show that a constructed case leaks without it.

/// A protection that can be shown to be needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(test), expect(dead_code, reason = "only tests name each of them"))]
pub(super) enum Protection {
    /// A figure stands for at least six owners.
    FewestOwners,
    /// Organisations of one owner count as one.
    ByOwner,
    /// No group that is small in the whole population.
    Population,
    /// A verdict needs eight owners.
    FewestForVerdict,
    /// Quartiles need eleven owners.
    FewestForQuartiles,
    /// A distribution needs twenty owners.
    FewestForDistribution,
    /// No distribution where one level holds nearly all.
    Concentration,
    /// Those that entered, left or were reclassified are none or at least six.
    JointRenewal,
    /// At least three changed or entered.
    FewestChanges,
    /// Figures are at most 24 months old.
    Age,
    /// Those outside published groups are none or at least six.
    Remainder,
    /// The same for those that have a value in a single figure.
    CellRemainder,
    /// A matched panel is a group under all rules.
    Panel,
}

/// The protections that apply.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rules {
    off: Option<Protection>,
}

impl Rules {
    /// Every protection but one.
    #[cfg(test)]
    pub(super) fn without(protection: Protection) -> Rules {
        Rules {
            off: Some(protection),
        }
    }

    /// Whether a protection applies.
    pub(super) fn apply(self, protection: Protection) -> bool {
        self.off != Some(protection)
    }
}
