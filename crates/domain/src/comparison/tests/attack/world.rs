//! A population over three waves, with one organisation of each type planted in it.

use super::{Event, Others};
use crate::assessment::Depth;
use crate::assessment::{Answer, Answers};
use crate::comparison::rules::Rules;
use crate::comparison::tests::{Wave, content, day, edition};
use crate::comparison::{Counted, Publication, Submission};
use crate::instrument::Level;
use crate::organisation::{Lan, OrganisationKind, SkrGroup};
use crate::synthetic::Draws;

pub(super) const WAVES: [&str; 3] = ["2027-03-31", "2027-09-30", "2028-03-31"];

/// Municipalities in each kommungrupp, 2017.
const IN_GROUP: [usize; 9] = [3, 43, 21, 52, 35, 29, 52, 40, 15];

/// A world that one organisation of each type is planted in: they share no group but that of
/// everyone, which is too large to tell of any, so that each is as good as alone.
pub(super) struct World {
    pub(super) planted: Vec<Planted>,
    /// For each wave what is handed in by then; `None` for who takes no part.
    pub(super) waves: [Vec<Option<Submission>>; 3],
}

/// One that is sought.
pub(super) struct Planted {
    pub(super) place: usize,
    /// Two members that the attacker is.
    pub(super) attackers: [usize; 2],
}

/// One organisation while the world is made.
struct Body {
    counted: Counted,
    owner: Option<String>,
    /// One for each goal.
    ability: Vec<f64>,
}

impl World {
    pub(super) fn new(event: Event, others: Others, seed: u64) -> World {
        let mut draws = Draws::new(seed).branch(event as u64);
        let mut bodies = bodies(&mut draws);
        let share = draws.between(0.2, 0.6);
        let mut taking_part: Vec<bool> = bodies.iter().map(|_| draws.chance(share)).collect();
        let places = [
            draws.below(290),
            290 + draws.below(20),
            310 + draws.below(120),
            430 + draws.below(120),
        ];
        for place in &places[2..] {
            // Of every second one nobody knows what it buys for, so it is in large groups only.
            if draws.chance(0.5) {
                bodies[*place].counted.volume = None;
            }
        }
        let enters = matches!(event, Event::Enters | Event::EntersWithConspirators);
        for place in places {
            taking_part[place] = !enters;
        }
        let mut world = World {
            planted: Vec::new(),
            waves: Default::default(),
        };
        let first = bodies.iter().enumerate().map(|(place, body)| {
            let answers = answers(body, &mut draws);
            taking_part[place].then(|| submission(place, body, answers, 0))
        });
        world.waves[0] = first.collect();
        for wave in 1..3 {
            let moves = Moves {
                event,
                others,
                places,
            };
            world.waves[wave] = later(&bodies, &world, wave, moves, &mut draws);
        }
        for place in places {
            let attackers = attackers(&bodies, &world, event, (place, places), &mut draws);
            world.planted.push(Planted { place, attackers });
        }
        world
    }

    /// The public outputs of the three waves.
    pub(super) fn releases(&self, rules: Rules) -> [Publication; 3] {
        let mut previous = None;
        std::array::from_fn(|at| {
            let (date, submissions) = (WAVES[at], &self.waves[at]);
            let wave = Wave {
                date,
                previous: previous.as_ref(),
                rules,
                ..Wave::default()
            };
            let submissions: Vec<Submission> = submissions.iter().flatten().cloned().collect();
            let release = wave.unsealed(&submissions).unwrap();
            let public = release.public.clone();
            previous = Some(release);
            public
        })
    }

    /// What an organisation handed in by each wave that it takes part in.
    pub(super) fn handed_in(&self, place: usize) -> impl DoubleEndedIterator<Item = &Submission> {
        self.waves
            .iter()
            .filter_map(move |wave| wave[place].as_ref())
    }
}

/// Who moves, and how.
#[derive(Clone, Copy)]
struct Moves {
    event: Event,
    others: Others,
    /// Those that are planted.
    places: [usize; 4],
}

/// 290 municipalities, 20 regions, 120 agencies and 120 companies.
fn bodies(draws: &mut Draws) -> Vec<Body> {
    let groups = SkrGroup::ALL.into_iter().zip(IN_GROUP);
    let groups: Vec<SkrGroup> = groups
        .flat_map(|(group, count)| std::iter::repeat_n(group, count))
        .collect();
    let lan: Vec<Lan> = Lan::all().collect();
    (0..550)
        .map(|place| {
            let kind = match place {
                0..290 => OrganisationKind::Kommun,
                290..310 => OrganisationKind::Region,
                310..430 => OrganisationKind::StatligMyndighet,
                _ => OrganisationKind::KommunaltBolag,
            };
            let skr = groups.get(place).copied();
            let size = skr.map_or(0.0, |group| 0.2 * (4.0 - f64::from(group as u8)));
            let own = size + draws.normal();
            let counted = Counted {
                kind,
                lan: Some(lan[draws.below(lan.len())]),
                skr,
                population: skr.map(|_| population(own, draws)),
                volume: Some(volume(own, draws)),
            };
            Body {
                counted,
                owner: (kind == OrganisationKind::KommunaltBolag).then(|| name(draws.below(290))),
                ability: edition()
                    .goals
                    .iter()
                    .map(|_| 0.8 * own + 0.6 * draws.normal())
                    .collect(),
            }
        })
        .collect()
}

fn name(place: usize) -> String {
    format!("o{place:03}")
}

/// Larger ones are abler, with much beside.
fn population(ability: f64, draws: &mut Draws) -> u32 {
    let bands = [5_000, 14_000, 30_000, 70_000, 150_000];
    let place = (ability + draws.normal() + 2.2).clamp(0.0, 4.0);
    bands[place as usize]
}

/// One volume in each band, million kronor.
const VOLUMES: [u64; 4] = [20, 120, 500, 3_000];

fn volume(ability: f64, draws: &mut Draws) -> u64 {
    let place = (ability + draws.normal() + 1.7).clamp(0.0, 3.0);
    VOLUMES[place as usize] * 1_000_000
}

/// Levels by how far the ability stands above each question's difficulty.
fn answers(body: &Body, draws: &mut Draws) -> Answers {
    let mut answers = Answers::new();
    for (goal, ability) in edition().goals.iter().zip(&body.ability) {
        for (place, mapped) in goal.questions.iter().enumerate() {
            answers.insert(mapped.id.clone(), answer(*ability, place, draws));
        }
    }
    answers
}

fn answer(ability: f64, place: usize, draws: &mut Draws) -> Answer {
    if draws.chance(0.03) {
        return Answer::DontKnow;
    }
    let above = ability - 0.12 * place as f64 + 0.7 * draws.normal();
    let level = 1 + [-0.8, 0.4, 1.6]
        .into_iter()
        .filter(|step| above > *step)
        .count();
    let level = u8::try_from(level)
        .ok()
        .and_then(|level| Level::try_from(level).ok());
    level.map_or(Answer::DontKnow, Answer::Level)
}

fn submission(place: usize, body: &Body, answers: Answers, wave: usize) -> Submission {
    Submission {
        organisation: name(place),
        owner: body.owner.clone(),
        counted: body.counted,
        submitted: day(["2027-02-01", "2027-08-01", "2028-02-01"][wave]),
        edition: edition().id.clone(),
        depth: Depth::Full,
        synthetic: true,
        answers,
        plan: None,
    }
}

/// The wave after: half answer anew, a sixteenth leave and about as many enter.
fn later(
    bodies: &[Body],
    world: &World,
    wave: usize,
    moves: Moves,
    draws: &mut Draws,
) -> Vec<Option<Submission>> {
    let before = &world.waves[wave - 1];
    let (leaves, enters) = match moves.others {
        Others::Move => (1.0 / 16.0, 1.0 / 24.0),
        Others::Stay => (0.0, 0.0),
    };
    let one = |(place, body): (usize, &Body)| {
        let mut draws = draws.branch((wave * bodies.len() + place) as u64);
        let stood = before[place].clone();
        let anew = |draws: &mut Draws| Some(submission(place, body, answers(body, draws), wave));
        if moves.places.contains(&place) {
            return planted(moves.event, wave, stood, &mut draws, anew);
        }
        match stood {
            None => draws.chance(enters).then(|| anew(&mut draws)).flatten(),
            Some(_) if draws.chance(leaves) => None,
            Some(stood) if draws.chance(0.5) => Some(changed(stood, body, wave, &mut draws)),
            Some(stood) => Some(stood),
        }
    };
    bodies.iter().enumerate().map(one).collect()
}

/// What the planted organisation hands in: in the second wave the event, then nothing new.
fn planted(
    event: Event,
    wave: usize,
    stood: Option<Submission>,
    draws: &mut Draws,
    anew: impl Fn(&mut Draws) -> Option<Submission>,
) -> Option<Submission> {
    if wave != 1 {
        return stood;
    }
    match event {
        Event::Enters | Event::EntersWithConspirators | Event::Changes => anew(draws),
        Event::Leaves => None,
        Event::Stays => stood,
        Event::IsReclassified => stood.map(|mut stood| {
            match stood.counted.kind {
                OrganisationKind::Kommun => {
                    let mut others = SkrGroup::ALL.to_vec();
                    others.retain(|group| stood.counted.skr != Some(*group));
                    stood.counted.skr = Some(others[draws.below(others.len())]);
                }
                OrganisationKind::StatligMyndighet if stood.counted.volume.is_none() => {
                    stood.counted.kind = OrganisationKind::StatligtBolag;
                }
                _ if stood.counted.volume.is_none() => {
                    stood.counted.kind = OrganisationKind::StatligMyndighet;
                }
                OrganisationKind::Region => stood.counted.kind = OrganisationKind::StatligtBolag,
                _ => {
                    let mut others = VOLUMES.map(|volume| volume * 1_000_000).to_vec();
                    others.retain(|volume| stood.counted.volume != Some(*volume));
                    stood.counted.volume = Some(others[draws.below(others.len())]);
                }
            }
            stood
        }),
    }
}

/// A year's work: some of the answers are others, mostly higher.
fn changed(mut stood: Submission, body: &Body, wave: usize, draws: &mut Draws) -> Submission {
    for (goal, ability) in edition().goals.iter().zip(&body.ability) {
        for (place, mapped) in goal.questions.iter().enumerate() {
            if draws.chance(0.2) {
                let answer = answer(ability + 0.3, place, draws);
                stood.answers.insert(mapped.id.clone(), answer);
            }
        }
    }
    stood.submitted = day(["2027-02-01", "2027-08-01", "2028-02-01"][wave]);
    stood
}

/// Two that take part to the end, of the planted organisation's type if there are two; where they
/// conspire, among those that enter with it. They are never among those that are sought.
fn attackers(
    bodies: &[Body],
    world: &World,
    event: Event,
    (planted, places): (usize, [usize; 4]),
    draws: &mut Draws,
) -> [usize; 2] {
    let alike = bodies[planted].counted.organisation_type();
    let conspire = event == Event::EntersWithConspirators;
    let entered = |place: &usize| world.waves[0][*place].is_none();
    let stays = |place: &usize| {
        !places.contains(place)
            && (conspire || !entered(place))
            && world.waves[1..].iter().all(|wave| wave[*place].is_some())
    };
    let mut members: Vec<usize> = (0..bodies.len()).filter(stays).collect();
    draws.shuffle(&mut members);
    // Those that entered first, where they conspire; then those that are alike.
    members.sort_by_key(|place| {
        let other = bodies[*place].counted.organisation_type() != alike;
        (conspire && !entered(place), other)
    });
    [members[0], members[1]]
}

/// The content's current edition is what every world answers.
#[test]
fn a_world_is_of_realistic_size() {
    let world = World::new(Event::Enters, Others::Move, 1);
    assert_eq!(world.waves[0].len(), 550);
    for planted in &world.planted {
        assert!(world.waves[0][planted.place].is_none());
        let newest = world.handed_in(planted.place).next_back().unwrap();
        assert_eq!(newest.edition, content().current);
    }
}
