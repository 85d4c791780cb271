//! The attacker's classifier: multinomial logistic regression, trained by gradient descent with a
//! penalty on large weights. Features are brought to mean 0 and deviation 1 by the training worlds.

/// The four levels.
const CLASSES: usize = 4;
/// Passes over the training worlds.
const PASSES: usize = 40;
/// Samples a step.
const BATCH: usize = 64;
/// Length of a step at first; it shrinks from pass to pass.
const STEP: f64 = 0.2;

/// What is seen of one goal, and its level.
pub(super) struct Sample {
    /// By the newest release alone.
    pub(super) newest: Vec<f64>,
    /// By all releases besides.
    pub(super) history: Vec<f64>,
    /// 0 to 3.
    pub(super) class: usize,
}

/// How strongly each class is spoken for.
pub(super) type Scores = [f64; CLASSES];

/// Something to learn from: what is seen, what is already held of it, and its class.
pub(super) struct Lesson<'s> {
    pub(super) features: &'s [f64],
    pub(super) held: Scores,
    pub(super) class: usize,
}

/// A lesson with its features scaled.
struct Input {
    features: Vec<f64>,
    held: Scores,
    class: usize,
}

pub(super) struct Classifier {
    mean: Vec<f64>,
    deviation: Vec<f64>,
    /// For each class the weights, and the constant last.
    weights: [Vec<f64>; CLASSES],
}

impl Classifier {
    /// Learns what the features add to what is held already.
    pub(super) fn trained(lessons: &[Lesson<'_>], penalty: f64) -> Classifier {
        let width = lessons.first().map_or(0, |lesson| lesson.features.len());
        let count = lessons.len() as f64;
        let mut mean = vec![0.0; width];
        for lesson in lessons {
            for (mean, value) in mean.iter_mut().zip(lesson.features) {
                *mean += value / count;
            }
        }
        let mut deviation = vec![0.0; width];
        for lesson in lessons {
            for ((deviation, mean), value) in deviation.iter_mut().zip(&mean).zip(lesson.features) {
                *deviation += (value - mean).powi(2) / count;
            }
        }
        let mut classifier = Classifier {
            mean,
            deviation: deviation
                .into_iter()
                .map(|square| square.sqrt().max(1e-3))
                .collect(),
            weights: std::array::from_fn(|_| vec![0.0; width + 1]),
        };
        let inputs: Vec<Input> = lessons
            .iter()
            .map(|lesson| Input {
                features: classifier.scaled(lesson.features),
                held: lesson.held,
                class: lesson.class,
            })
            .collect();
        for pass in 0..PASSES {
            let step = STEP / (1.0 + pass as f64 / 10.0);
            for batch in inputs.chunks(BATCH) {
                classifier.step(batch, step, penalty);
            }
        }
        classifier
    }

    /// What the features say of each class.
    pub(super) fn scores(&self, features: &[f64]) -> Scores {
        self.said(&self.scaled(features))
    }

    fn scaled(&self, features: &[f64]) -> Vec<f64> {
        let scaled = features.iter().zip(&self.mean).zip(&self.deviation);
        let scaled = scaled.map(|((value, mean), deviation)| (value - mean) / deviation);
        scaled.chain([1.0]).collect()
    }

    fn said(&self, scaled: &[f64]) -> Scores {
        let said = |weights: &Vec<f64>| weights.iter().zip(scaled).map(|(w, x)| w * x).sum();
        std::array::from_fn(|class| said(&self.weights[class]))
    }

    fn step(&mut self, batch: &[Input], step: f64, penalty: f64) {
        let errors: Vec<Scores> = batch
            .iter()
            .map(|input| {
                let scores = together(self.said(&input.features), input.held);
                let mut error = probabilities(scores);
                error[input.class] -= 1.0;
                error
            })
            .collect();
        let of_one = step / batch.len() as f64;
        for (class, weights) in self.weights.iter_mut().enumerate() {
            for weight in weights.iter_mut() {
                *weight -= step * penalty * *weight;
            }
            for (input, error) in batch.iter().zip(&errors) {
                for (weight, value) in weights.iter_mut().zip(&input.features) {
                    *weight -= of_one * error[class] * value;
                }
            }
        }
    }
}

pub(super) fn together(some: Scores, others: Scores) -> Scores {
    std::array::from_fn(|class| some[class] + others[class])
}

/// The class that is spoken for most.
pub(super) fn guess(scores: Scores) -> Option<usize> {
    (0..CLASSES).max_by(|a, b| scores[*a].total_cmp(&scores[*b]))
}

fn probabilities(scores: Scores) -> [f64; CLASSES] {
    let highest = scores.into_iter().fold(f64::MIN, f64::max);
    let parts = scores.map(|score| (score - highest).exp());
    let all: f64 = parts.iter().sum();
    parts.map(|part| part / all)
}

#[test]
fn the_classifier_learns_what_there_is_to_learn() {
    let mut draws = crate::synthetic::Draws::new(1);
    let mut seen = |count: usize| -> Vec<(Vec<f64>, usize)> {
        let one = |_| {
            let class = draws.below(CLASSES);
            let features = vec![class as f64 + 0.3 * draws.normal(), draws.normal()];
            (features, class)
        };
        (0..count).map(one).collect()
    };
    let (train, judge) = (seen(2_000), seen(1_000));
    let lessons: Vec<Lesson<'_>> = train
        .iter()
        .map(|(features, class)| Lesson {
            features,
            held: [0.0; CLASSES],
            class: *class,
        })
        .collect();
    let classifier = Classifier::trained(&lessons, 0.003);
    let right =
        |(features, class): &&(Vec<f64>, usize)| guess(classifier.scores(features)) == Some(*class);
    assert!(judge.iter().filter(right).count() > 800);
}
