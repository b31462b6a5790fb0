//! What the page can ask for. Each converts, calls one verb of the engine, and converts back.

#![expect(clippy::needless_pass_by_value, reason = "tauri hands arguments over by value")]
#![expect(clippy::unnecessary_wraps, reason = "every command answers alike")]

pub mod activities;
pub mod card_files;
pub mod cards;
pub mod cells;
pub mod columns;
pub mod duplicates;
pub mod export;
pub mod history;
pub mod import;
pub mod lanes;
pub mod pilots;
pub mod plan_files;
pub mod portfolio;
pub mod rollout;
pub mod scoring;
pub mod selected;
pub mod settings;
pub mod tasks;
pub mod view;
pub mod workspace;
