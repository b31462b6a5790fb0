//! Journeys: what a person does in the real window, from the first click to the file on disk.

mod accessibility;
mod bulk;
mod cards;
mod columns;
mod duplicates;
mod durability;
mod export;
mod first_start;
mod gates;
mod history;
mod import;
mod keyboard;
mod lanes;
mod offline;
mod own_columns;
mod portfolio;
mod read_as;
mod replace;
mod rollout;
mod scoring;
mod screenshots;
mod selected;
mod steps;
mod undo;
mod views;
mod wording;
