//! The app under test: its real window on a display of its own, driven like a person would.
//!
//! A journey opens [`window::Window`] and speaks in what a user sees and presses.

pub mod edits;
pub mod machine;
pub mod tree;
pub mod until;
pub mod window;
