//! People, and how they show who they are.

pub mod sessions;
