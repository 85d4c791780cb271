//! Which protections apply. Outside this crate's own tests: all of them, always. The tests switch
//! one off at a time, to show that a constructed case leaks without it.

/// A protection that can be shown to be needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// Those that moved since a distribution was last shown are none or at least twenty before
    /// another is, and before a single question that has one is renewed.
    RenewalOfDetail,
    /// At least three changed or entered.
    FewestChanges,
    /// Figures are at most 24 months old.
    Age,
    /// Those outside published groups are none or at least six.
    Remainder,
    /// The same for those that have a value in a single figure.
    CellRemainder,
    /// A matched panel and each goal in it stand for at least six owners.
    PanelOwners,
    /// At least three of a panel changed.
    PanelChanges,
    /// Those that are in a panel or in the group's earlier one, and not in both, are none or at
    /// least six.
    PanelRenewal,
    /// The same for those that have a value in a single goal.
    PanelGoalRenewal,
    /// Those of the group that a panel leaves out, on either date, are none or at least six.
    PanelRemainder,
    /// The same for those that have a value in a single goal.
    PanelGoalRemainder,
    /// A panel shows only goals that its group shows on both dates.
    PanelGoalInGroup,
    /// Those of a panel that are outside the published panels of a division are none or at least
    /// six, and so are those that have a value in a goal.
    PanelDivisions,
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
