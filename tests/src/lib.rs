//! The app under test: its real window on a display of its own, driven like a person would.
//!
//! A journey opens [`window::Window`] and speaks in what a user sees and presses.

// A journey fails by a panic, so nearly everything here may.
#![allow(clippy::missing_panics_doc)]

pub mod edits;
pub mod frame_buffer;
pub mod machine;
pub mod tree;
pub mod until;
pub mod window;
