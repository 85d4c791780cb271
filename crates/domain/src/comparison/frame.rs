//! The whole population: how many there are of each group, counted by owner, whoever takes part.

use std::collections::{BTreeMap, BTreeSet};

use super::lattice::{Counted, Group, Partition};
use crate::instrument::Content;

/// How many there are of each group, where that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame(BTreeMap<Group, u32>);

/// An organisation of the register.
#[derive(Clone, Copy, Debug)]
pub struct Registered<'a> {
    /// The organisation's id.
    pub organisation: &'a str,
    /// The id of the organisation that owns it, if one does.
    pub owner: Option<&'a str>,
    /// What it is counted as on the wave's date.
    pub counted: Counted,
}

impl Frame {
    /// Counts a register that holds all municipalities and regions, and adds the content's figures
    /// for groups it does not hold whole. A division is counted only if every municipality can be
    /// placed in it.
    pub fn of<'a>(content: &Content, register: impl IntoIterator<Item = Registered<'a>>) -> Frame {
        let register: Vec<Registered<'a>> = register.into_iter().collect();
        let owned_by: BTreeMap<&str, &str> = register
            .iter()
            .filter_map(|registered| Some((registered.organisation, registered.owner?)))
            .collect();
        let mut owners: BTreeMap<Group, BTreeSet<&str>> = BTreeMap::new();
        let mut placed: BTreeMap<Partition, usize> = BTreeMap::new();
        let mut municipalities = 0;
        for registered in register {
            let groups = registered.counted.groups();
            let owner = outermost(&owned_by, registered.organisation);
            municipalities += usize::from(groups.contains(&KOMMUN));
            for group in groups {
                owners.entry(group).or_default().insert(owner);
                if let Some((parent, partition)) = group.parent()
                    && parent == KOMMUN
                {
                    *placed.entry(partition).or_default() += 1;
                }
            }
        }
        let whole = |group: &Group| match group.parent() {
            Some((parent, partition)) if parent == KOMMUN => {
                placed.get(&partition) == Some(&municipalities)
            }
            _ => [KOMMUN, REGION].contains(group),
        };
        let counted = owners
            .into_iter()
            .filter(|(group, _)| whole(group))
            .map(|(group, owners)| (group, u32::try_from(owners.len()).unwrap_or(u32::MAX)));
        let figures = content
            .comparison
            .populations
            .iter()
            .map(|figure| (figure.group, figure.owners));
        Frame(counted.chain(figures).collect())
    }

    /// How many there are of a group, if that is known. A frame that counts fewer than take part
    /// is wrong, and is as if it were not known.
    pub(super) fn population(&self, group: Group, taking_part: usize) -> Option<u32> {
        let population = self.0.get(&group).copied()?;
        let enough = usize::try_from(population).is_ok_and(|population| population >= taking_part);
        enough.then_some(population)
    }
}

/// Who owns an organisation in the end; itself if nobody does. A circle ends where it began.
fn outermost<'a>(owned_by: &BTreeMap<&'a str, &'a str>, organisation: &'a str) -> &'a str {
    let mut passed = BTreeSet::from([organisation]);
    let mut root = organisation;
    while let Some(owner) = owned_by.get(root)
        && passed.insert(owner)
    {
        root = owner;
    }
    root
}

const KOMMUN: Group = Group::Type(crate::organisation::OrganisationType::Kommun);
const REGION: Group = Group::Type(crate::organisation::OrganisationType::Region);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::{Lan, OrganisationKind};

    fn municipality(organisation: &str, population: Option<u32>) -> Registered<'_> {
        Registered {
            organisation,
            owner: None,
            counted: Counted {
                kind: OrganisationKind::Kommun,
                lan: Some(Lan::try_from("12").unwrap()),
                skr: None,
                population,
                volume: None,
            },
        }
    }

    #[test]
    fn owners_are_counted_by_who_owns_them_in_the_end() {
        let content = crate::comparison::tests::content();
        let owned = |organisation, owner| Registered {
            owner: Some(owner),
            ..municipality(organisation, Some(5_000))
        };
        let register = [
            municipality("a", Some(5_000)),
            owned("b", "a"),
            owned("c", "b"),
            owned("d", "e"),
            owned("e", "d"),
        ];
        let frame = Frame::of(content, register);
        assert_eq!(frame.population(KOMMUN, 1), Some(3), "a circle is no owner");
    }

    #[test]
    fn a_division_is_counted_only_if_everyone_can_be_placed() {
        let content = crate::comparison::tests::content();
        let register = [
            municipality("a", Some(5_000)),
            municipality("b", None),
            municipality("c", Some(7_000)),
        ];
        let frame = Frame::of(content, register);
        let population = |code: &str| frame.population(Group::try_from(code).unwrap(), 1);
        assert_eq!(population("kommun"), Some(3));
        assert_eq!(population("kommun-lan-12"), Some(3));
        assert_eq!(population("kommun-under-10000"), None);
        assert_eq!(population("alla"), None);
        assert_eq!(frame.population(KOMMUN, 4), None);
    }
}
