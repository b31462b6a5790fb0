//! What a user can do.
//!
//! One module a feature, one function a verb. A verb that changes something is a closure handed to
//! [`transact`](workspace::Workspace), which makes one transaction, one undo step, one audit entry and
//! one [`Outcome`] of it.

pub mod backups;
pub mod cards;
pub mod cells;
pub mod check;
mod columns;
pub mod decisions;
pub mod desk;
pub mod duplicates;
mod error;
pub mod export;
pub mod guardrails;
pub mod history;
pub mod import;
mod layout;
mod op;
pub mod opening;
mod outcome;
pub mod portfolio;
pub mod replace;
pub mod rollout;
pub mod rubrics;
pub mod sample;
pub mod scoring;
pub mod settings;
mod sheet;
pub mod summary;
pub mod tasks;
mod transact;
pub mod view;
mod words;
pub mod workspace;

pub use error::{Error, Result};
pub use op::Op;
pub use outcome::{Outcome, Refused};
pub use sheet::{Entry, Sheet, Standing};
pub use summary::LaneSummary;
pub use workspace::{Clock, Workspace};

// What the verbs take and return: the shell needs no other crate.
pub use documents;
pub use domain;
pub use spreadsheet;
pub use storage::{Access, CopyError, Error as StorageError, OpenError, SavedView};
