//! What the product knows: tasks, scores, lanes and the words that explain them.
//!
//! Pure values and rules: no IO, no clock, no randomness. Whatever needs those passes them in, so
//! every rule here is tested by calling it.

pub mod card;
pub mod custom;
pub mod decision;
pub mod dimension;
pub mod entry;
pub mod field;
pub mod figures;
pub mod guardrail;
mod hex;
mod identity;
pub mod lane;
pub mod pilot;
pub mod reference;
pub mod refusal;
pub mod rollout;
pub mod rubric;
pub mod score;
pub mod stability;
pub mod task;
pub mod verdict;

pub use custom::{ColumnId, ColumnKind, CustomColumn};
pub use decision::{Decision, DecisionState};
pub use dimension::Dimension;
pub use field::Field;
pub use figures::figures;
pub use guardrail::Guardrail;
pub use lane::Lane;
pub use pilot::Pilot;
pub use refusal::{Refusal, RefusalReason};
pub use rubric::{Rubric, RubricId};
pub use score::{Composite, Score, Scores};
pub use stability::{GuardedStability, Stability};
pub use task::{Task, TaskId};
pub use verdict::Verdict;
