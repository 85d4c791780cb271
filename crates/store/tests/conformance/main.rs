//! What the store promises, tried on both databases.
//!
//! SQLite runs on a temporary file. PostgreSQL runs if `STRATEGIKOLLEN_TEST_POSTGRES` holds the URL
//! of a server where databases can be made; if `CI` is `true` or `STRATEGIKOLLEN_REQUIRE_POSTGRES`
//! is set, a missing URL is a failure.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod accounts;
mod backend;
mod crash;
mod feedback;
mod mail;
mod migrations;
mod organisations;
mod postgres;
mod revisions;
mod rounds;
mod sqlite;
mod submissions;
mod waves;
mod workshops;
mod writes;
