//! The time in a service to show: a few years ahead of the clock, since its organisations have
//! taken part for years on questions that are new.

use std::sync::Mutex;
use std::sync::PoisonError;

use crate::app::Clock;

/// A clock that can be set: held still while the past is written, running after that.
pub struct Timeline {
    real: Clock,
    state: Mutex<State>,
}

#[derive(Clone, Copy)]
enum State {
    Held(i64),
    Ahead(i64),
}

impl Timeline {
    /// The real time, until it is set.
    pub fn new(real: Clock) -> Timeline {
        Timeline {
            real,
            state: Mutex::new(State::Ahead(0)),
        }
    }

    /// The time now, Unix milliseconds.
    pub fn now(&self) -> i64 {
        match *self.state.lock().unwrap_or_else(PoisonError::into_inner) {
            State::Held(at) => at,
            State::Ahead(by) => (self.real)() + by,
        }
    }

    /// Holds the time still at a moment.
    pub fn hold(&self, at: i64) {
        self.set(State::Held(at));
    }

    /// Lets the time run, so that it was `at` when the real time was `real`.
    pub fn run(&self, at: i64, real: i64) {
        self.set(State::Ahead(at - real));
    }

    fn set(&self, state: State) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use super::*;

    #[test]
    fn time_stands_still_until_it_runs() {
        let real = Arc::new(AtomicI64::new(1_000));
        let told = Arc::clone(&real);
        let timeline = Timeline::new(Arc::new(move || told.load(Ordering::SeqCst)));
        assert_eq!(timeline.now(), 1_000);
        timeline.hold(50_000);
        real.store(3_000, Ordering::SeqCst);
        assert_eq!(timeline.now(), 50_000);
        timeline.run(60_000, 2_000);
        assert_eq!(timeline.now(), 61_000);
        real.store(3_500, Ordering::SeqCst);
        assert_eq!(timeline.now(), 61_500);
    }
}
