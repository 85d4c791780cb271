//! The attacker's classifier: multinomial logistic regression, trained by gradient descent with a
//! penalty on large weights. Features are brought to mean 0 and deviation 1 by the training worlds.

/// The four levels.
const CLASSES: usize = 4;
/// Passes over the training worlds.
const PASSES: usize = 60;
/// Samples a step.
const BATCH: usize = 64;
/// Length of a step at first; it shrinks from pass to pass.
const STEP: f64 = 0.2;
/// The penalty.
const PENALTY: f64 = 0.003;

/// What is seen of one goal, and its level.
pub(super) struct Sample {
    pub(super) features: Vec<f64>,
    /// 0 to 3.
    pub(super) class: usize,
}

pub(super) struct Classifier {
    mean: Vec<f64>,
    deviation: Vec<f64>,
    /// For each class the weights, and the constant last.
    weights: [Vec<f64>; CLASSES],
}

impl Classifier {
    pub(super) fn trained(samples: Vec<&Sample>) -> Classifier {
        let width = samples.first().map_or(0, |sample| sample.features.len());
        let count = samples.len() as f64;
        let mut mean = vec![0.0; width];
        for sample in &samples {
            for (mean, value) in mean.iter_mut().zip(&sample.features) {
                *mean += value / count;
            }
        }
        let mut deviation = vec![0.0; width];
        for sample in &samples {
            for ((deviation, mean), value) in deviation.iter_mut().zip(&mean).zip(&sample.features)
            {
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
        let inputs: Vec<(Vec<f64>, usize)> = samples
            .iter()
            .map(|sample| (classifier.input(&sample.features), sample.class))
            .collect();
        for pass in 0..PASSES {
            let step = STEP / (1.0 + pass as f64 / 10.0);
            for batch in inputs.chunks(BATCH) {
                classifier.step(batch, step / batch.len() as f64);
            }
        }
        classifier
    }

    /// The share of samples whose class is guessed right.
    pub(super) fn share_right(&self, samples: &[Sample]) -> f64 {
        let right = samples.iter().filter(|sample| {
            let scores = self.probabilities(&self.input(&sample.features));
            let best = (0..CLASSES).max_by(|a, b| scores[*a].total_cmp(&scores[*b]));
            best == Some(sample.class)
        });
        right.count() as f64 / samples.len().max(1) as f64
    }

    fn input(&self, features: &[f64]) -> Vec<f64> {
        let scaled = features.iter().zip(&self.mean).zip(&self.deviation);
        let scaled = scaled.map(|((value, mean), deviation)| (value - mean) / deviation);
        scaled.chain([1.0]).collect()
    }

    fn probabilities(&self, input: &[f64]) -> [f64; CLASSES] {
        let scores: [f64; CLASSES] = std::array::from_fn(|class| {
            self.weights[class]
                .iter()
                .zip(input)
                .map(|(w, x)| w * x)
                .sum()
        });
        let highest = scores.into_iter().fold(f64::MIN, f64::max);
        let parts = scores.map(|score| (score - highest).exp());
        let all: f64 = parts.iter().sum();
        parts.map(|part| part / all)
    }

    fn step(&mut self, batch: &[(Vec<f64>, usize)], step: f64) {
        let size = batch.len() as f64;
        let errors: Vec<[f64; CLASSES]> = batch
            .iter()
            .map(|(input, class)| {
                let mut error = self.probabilities(input);
                error[*class] -= 1.0;
                error
            })
            .collect();
        for (class, weights) in self.weights.iter_mut().enumerate() {
            for weight in weights.iter_mut() {
                *weight -= step * size * PENALTY * *weight;
            }
            for ((input, _), error) in batch.iter().zip(&errors) {
                for (weight, value) in weights.iter_mut().zip(input) {
                    *weight -= step * error[class] * value;
                }
            }
        }
    }
}

#[test]
fn the_classifier_learns_what_there_is_to_learn() {
    let mut draws = crate::synthetic::Draws::new(1);
    let mut samples = |count: usize| -> Vec<Sample> {
        let one = |_| {
            let class = draws.below(CLASSES);
            let features = vec![class as f64 + 0.3 * draws.normal(), draws.normal()];
            Sample { features, class }
        };
        (0..count).map(one).collect()
    };
    let (train, judge) = (samples(2_000), samples(1_000));
    let classifier = Classifier::trained(train.iter().collect());
    assert!(classifier.share_right(&judge) > 0.8);
}
