//! Journeys: what a person does in the real window, from the first click to the file on disk.

mod first_start;
