//! The heading and the sentences below it, made from the result alone, so that they never say
//! something else than the table.

use domain::assessment::{Answers, Depth};
use domain::instrument::Level;
use domain::scoring::{GoalScore, GoalState, Score, WhyNoLevel, WhyNoOverall, quick_order};
use l10n::count_word;

use super::capitalised;
use super::wording::{Wording, number};

/// So many goals are named in a sentence at most; of more that are equal none stands out.
const NAMED: usize = 3;

/// The page's heading.
pub(crate) fn headline(w: &Wording<'_>, score: &Score, answers: &Answers) -> String {
    match score.depth {
        Depth::Full => full(w, score),
        Depth::Quick => quick(w, score, answers),
    }
}

fn full(w: &Wording<'_>, score: &Score) -> String {
    let overall = &score.overall;
    let of = count_word(overall.goals, w.lang);
    if overall.goals == 0 {
        w.t.headline_not_applicable()
    } else if score.goals.iter().all(|goal| goal.level.is_none()) {
        w.t.headline_no_levels(number(without_level(score)))
    } else if overall.at_level_3 == 0 {
        w.t.headline_none(number(overall.goals), of)
    } else if overall.at_level_3 == overall.goals {
        w.t.headline_all(number(overall.goals), of)
    } else {
        let count = count_word(overall.at_level_3, w.lang);
        w.t.headline_some(capitalised(&count), of)
    }
}

fn quick(w: &Wording<'_>, score: &Score, answers: &Answers) -> String {
    let order = quick_order(w.edition, answers);
    let levels = |goal: &GoalScore| -> Vec<Level> {
        goal.questions.iter().filter_map(|q| q.level()).collect()
    };
    let lowest = order
        .iter()
        .filter_map(|id| score.goal(id))
        .find(|goal| levels(goal).iter().any(|level| *level < Level::FOUR));
    if let Some(goal) = lowest.and_then(|goal| w.edition.goal(&goal.goal)) {
        w.t.headline_quick(&goal.id, goal.short.get(w.lang))
    } else if score.goals.iter().all(|goal| levels(goal).is_empty()) {
        w.t.headline_quick_unknown(number(without_level(score)))
    } else {
        w.t.headline_quick_top()
    }
}

/// Applicable questions whose answer is missing or vet inte än.
fn without_level(score: &Score) -> usize {
    score.goals.iter().map(|g| g.applicable - g.known).sum()
}

/// The goals that stand highest and lowest, by the level and then the mean that the table shows.
/// `None` if there are not two goals to tell apart.
fn extremes(score: &Score) -> Option<(Vec<&GoalScore>, Vec<&GoalScore>)> {
    let shown = |goal: &GoalScore| Some((goal.level?, goal.mean?.shown()));
    let highest = score.goals.iter().filter_map(shown).max()?;
    let lowest = score.goals.iter().filter_map(shown).min()?;
    let at = |place| {
        let stands = move |goal: &&GoalScore| shown(goal) == Some(place);
        score.goals.iter().filter(stands).collect()
    };
    (highest != lowest).then(|| (at(highest), at(lowest)))
}

/// The sentences below the heading: strongest and most to gain, then the whole.
pub(crate) fn facts(w: &Wording<'_>, score: &Score) -> Vec<String> {
    if score.depth == Depth::Quick {
        return vec![w.t.fact_quick()];
    }
    let mut facts: Vec<String> = stand_out(w, score).into_iter().collect();
    let overall = &score.overall;
    if let Some(level) = overall.level {
        let (level, name) = (level.number(), w.level_name(level));
        facts.push(if overall.at_least {
            w.t.fact_overall_at_least(level, name)
        } else {
            w.t.fact_overall(level, name)
        });
    } else if score.goals.iter().all(|goal| goal.level.is_none()) {
        facts.extend(nearest(w, score));
    } else {
        facts.extend(overall.why_not.iter().filter_map(|why| no_overall(w, why)));
    }
    facts
}

fn stand_out(w: &Wording<'_>, score: &Score) -> Option<String> {
    let (strongest, weakest) = extremes(score)?;
    let named = |goals: &[&GoalScore]| {
        let names = goals.iter().map(|goal| w.goal(&goal.goal)).collect();
        (goals.len() <= NAMED).then(|| w.list(names))
    };
    let without = number(score.goals.iter().filter(|g| g.level.is_none()).count());
    match (named(&strongest), named(&weakest)) {
        (Some(strongest), Some(weakest)) => Some(w.t.fact_extremes(without, strongest, weakest)),
        (Some(strongest), None) => Some(w.t.fact_strongest(without, strongest)),
        (None, Some(weakest)) => Some(w.t.fact_weakest(without, weakest)),
        (None, None) => None,
    }
}

fn no_overall(w: &Wording<'_>, why: &WhyNoOverall) -> Option<String> {
    match why {
        WhyNoOverall::Quick => None,
        WhyNoOverall::OverarchingWithoutLevel => {
            let goal = w.edition.goals.iter().find(|goal| goal.overarching)?;
            Some(w.t.fact_no_overall_overarching(&goal.id))
        }
        WhyNoOverall::TooManyWithoutLevel { goals, allowed } => {
            Some(w.t.fact_no_overall_many(number(*allowed), number(goals.len())))
        }
    }
}

/// The goal that needs the fewest answers to get a level.
fn nearest(w: &Wording<'_>, score: &Score) -> Option<String> {
    let (goal, more) = score
        .goals
        .iter()
        .filter_map(|goal| Some((goal, lacking(goal)?)))
        .min_by_key(|(_, more)| *more)?;
    Some(w.t.fact_nearest(&goal.goal, number(more)))
}

/// How many answers a goal lacks for a level, if answers are all that it lacks.
fn lacking(goal: &GoalScore) -> Option<usize> {
    match &goal.state {
        GoalState::NoLevel(why) => match why.as_slice() {
            [WhyNoLevel::TooFewKnown { more, .. }] => Some(*more),
            _ => None,
        },
        GoalState::HasLevel | GoalState::Quick => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use domain::assessment::Answer;
    use domain::instrument::{Content, Edition};
    use domain::scoring;
    use domain::text::Lang;
    use l10n::Catalogue;
    use proptest::prelude::*;

    use super::*;

    static CONTENT: LazyLock<Content> =
        LazyLock::new(|| service::content::load_embedded().expect("content without problems"));
    static TEXTS: LazyLock<Catalogue> = LazyLock::new(Catalogue::load);

    fn edition() -> &'static Edition {
        &CONTENT.editions[&CONTENT.current]
    }

    fn wording(lang: Lang) -> Wording<'static> {
        Wording {
            content: &CONTENT,
            edition: edition(),
            t: TEXTS.get(lang),
            lang,
        }
    }

    /// An answer to every question: mostly levels, in a range that differs from goal to goal.
    fn answers() -> impl Strategy<Value = Answers> {
        let goals = edition().goals.iter().map(|goal| {
            let answer = (1u8..=4, 0u8..=3).prop_flat_map(move |(floor, unknown)| {
                let one = prop_oneof![
                    8 => (floor..=4).prop_map(|level| {
                        Level::try_from(level).ok().map(Answer::Level)
                    }),
                    u32::from(unknown) => Just(Some(Answer::DontKnow)),
                    u32::from(unknown) => Just(None),
                ];
                prop::collection::vec(one, goal.questions.len())
            });
            let ids: Vec<String> = goal.questions.iter().map(|q| q.id.clone()).collect();
            answer.prop_map(move |given| ids.clone().into_iter().zip(given).collect::<Vec<_>>())
        });
        goals.collect::<Vec<_>>().prop_map(|goals| {
            let given = goals.into_iter().flatten();
            given
                .filter_map(|(id, answer)| Some((id, answer?)))
                .collect()
        })
    }

    /// The goals that a text names, in Swedish.
    fn named(text: &str) -> Vec<String> {
        text.split("mål ")
            .skip(1)
            .map(|rest| rest.chars().take_while(char::is_ascii_digit).collect())
            .collect()
    }

    /// What the table shows of a goal: its level, and its mean with one decimal.
    fn row(score: &Score, goal: &str) -> (u8, String) {
        let goal = score.goal(goal).expect("a goal");
        let mean = super::super::goals::shown(goal.mean.expect("a mean"), Lang::Sv);
        (goal.level.expect("a level").number(), mean)
    }

    proptest! {
        #[test]
        fn the_sentences_never_contradict_the_table(given in answers()) {
            let score = scoring::score(edition(), Depth::Full, None, &given);
            let w = wording(Lang::Sv);
            let with_level: Vec<&str> = score
                .goals
                .iter()
                .filter(|goal| goal.level.is_some())
                .map(|goal| goal.goal.as_str())
                .collect();
            let facts = facts(&w, &score);

            let heading = headline(&w, &score, &given);
            let high = with_level.iter().filter(|id| row(&score, id).0 >= 3).count();
            let counted = if with_level.is_empty() {
                let open = 48 - given.values().filter(|a| a.level().is_some()).count();
                heading.contains(&format!("{open} frågor återstår"))
            } else if high == 0 {
                heading.starts_with("Inget av sju mål")
            } else if high == 7 {
                heading.starts_with("Alla sju mål")
            } else {
                let word = count_word(high, Lang::Sv);
                heading == format!("{} av sju mål på nivå 3 eller högre", capitalised(&word))
            };
            prop_assert!(counted, "{heading}");

            for fact in facts.iter().filter(|f| f.contains("tarkast") || f.contains("att vinna")) {
                let (strongest, weakest) = fact.split_once("est att vinna").unwrap_or((fact, ""));
                for id in named(strongest) {
                    prop_assert!(with_level.iter().all(|o| row(&score, o) <= row(&score, &id)), "{fact}");
                }
                for id in named(weakest) {
                    prop_assert!(with_level.iter().all(|o| row(&score, o) >= row(&score, &id)), "{fact}");
                }
                prop_assert!(!named(fact).is_empty(), "{fact}");
                prop_assert_eq!(fact.starts_with("Bland"), with_level.len() < 7, "{}", fact);
            }

            let whole: Vec<&String> = facts.iter().filter(|f| f.starts_with("Helheten är")).collect();
            prop_assert_eq!(whole.len(), usize::from(score.overall.level.is_some()));
            if let Some(level) = score.overall.level {
                let named = format!("nivå {level}: {}", w.level_name(level));
                prop_assert!(whole[0].contains(&named), "{}", whole[0]);
                prop_assert_eq!(whole[0].contains("minst"), with_level.len() < 7);
            }
        }

        #[test]
        fn both_languages_say_as_much(given in answers()) {
            for depth in [Depth::Full, Depth::Quick] {
                let score = scoring::score(edition(), depth, None, &given);
                let said = Lang::ALL.map(|lang| facts(&wording(lang), &score).len());
                prop_assert_eq!(said[0], said[1]);
                for lang in Lang::ALL {
                    prop_assert!(!headline(&wording(lang), &score, &given).is_empty());
                }
            }
        }
    }

    fn all(answer: Answer) -> Answers {
        let ids = edition().questions.keys().cloned();
        ids.map(|id| (id, answer.clone())).collect()
    }

    fn said(lang: Lang, depth: Depth, given: &Answers) -> (String, Vec<String>) {
        let score = scoring::score(edition(), depth, None, given);
        let w = wording(lang);
        (headline(&w, &score, given), facts(&w, &score))
    }

    #[test]
    fn nothing_answered_says_how_much_is_left_and_what_is_nearest() {
        let (heading, facts) = said(Lang::Sv, Depth::Full, &Answers::new());
        assert_eq!(heading, "Inga nivåer än: 48 frågor återstår");
        assert_eq!(
            facts,
            ["Närmast en nivå är mål 3. Där räcker det med 4 svar till."]
        );
        let (heading, _) = said(Lang::En, Depth::Quick, &Answers::new());
        assert_eq!(heading, "Nothing to show yet: 14 questions left");
        let (heading, _) = said(Lang::En, Depth::Full, &all(Answer::DontKnow));
        assert_eq!(heading, "No levels yet: 48 questions left");
    }

    #[test]
    fn all_alike_has_no_strongest_goal() {
        let (heading, facts) = said(Lang::Sv, Depth::Full, &all(Answer::Level(Level::FOUR)));
        assert_eq!(heading, "Alla sju mål på nivå 3 eller högre");
        assert_eq!(facts, ["Helheten är nivå 4: Strategiskt."]);
        let (heading, _) = said(Lang::En, Depth::Full, &all(Answer::Level(Level::TWO)));
        assert_eq!(heading, "None of seven goals at level 3 or higher");
    }

    #[test]
    fn snabbkollen_begins_with_the_goal_that_has_the_lowest_answer() {
        let mut given = all(Answer::Level(Level::THREE));
        given.insert("ratt.avtal".to_owned(), Answer::Level(Level::ONE));
        let (heading, facts) = said(Lang::Sv, Depth::Quick, &given);
        assert_eq!(heading, "Börja med mål 4: Rättssäker upphandling");
        assert!(facts[0].contains("fingervisning") && facts[0].contains("jämförs inte"));
        let (heading, _) = said(Lang::Sv, Depth::Quick, &all(Answer::Level(Level::FOUR)));
        assert_eq!(heading, "Alla svar med nivå ligger på nivå 4");
    }
}
