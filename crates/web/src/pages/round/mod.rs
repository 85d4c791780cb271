//! Pages of a round. Whoever holds the round's address may use them.

pub(crate) mod address;
pub(crate) mod answer;
pub(crate) mod check;
pub(crate) mod decision;
mod decision_form;
pub(crate) mod deepen;
pub(crate) mod delete;
pub(crate) mod facts;
pub(crate) mod fields;
pub(crate) mod find_out;
pub(crate) mod goal;
pub(crate) mod goal_form;
pub(crate) mod goal_result;
pub(crate) mod home;
pub(crate) mod late;
pub(crate) mod new;
pub(crate) mod open;
pub(crate) mod outcome;
pub(crate) mod progress;
mod quick_result;
pub(crate) mod record;
pub(crate) mod result;
pub(crate) mod save;
pub(crate) mod saving;
pub(crate) mod share;
pub(crate) mod tips;
