//! The workspace file: SQLite and nothing else.
//!
//! A workspace is a document that people copy, mail and keep in synchronised folders, so opening one
//! trusts nothing and writing one goes through [`Database::write`] alone: it makes the transaction,
//! the undo step and the audit entry together. There is no other way to get a [`Tx`].

pub mod audit;
pub mod card;
mod changes;
mod copy;
pub mod custom;
mod database;
pub mod decision;
mod error;
mod file;
pub mod guardrail;
pub mod layout;
mod open;
mod past;
pub mod recorded;
pub mod rollout;
mod row_hash;
pub mod rubric;
pub mod saved_view;
pub mod schema;
pub mod task;
pub mod undo;
pub mod workspace;

pub use changes::{Changes, Touch};
pub use copy::CopyError;
pub use database::{Database, Entry, Read, Reverted, Tx, Written};
pub use error::{Error, OpenError, Result};
pub use file::publish;
pub use open::{Access, header_version};
pub use row_hash::Verified;
pub use saved_view::SavedView;
pub use task::PlacedTask;
