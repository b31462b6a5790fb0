//! Model cards as files of other programs, and back.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod cards;
mod cyclonedx;
mod foreign_files;
mod hostile_files;
mod model_card_toolkit;
mod our_files;
mod readme;
