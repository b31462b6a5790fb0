//! What the page can ask for. Each converts, calls one verb of the engine, and converts back.

pub mod cells;
pub mod export;
pub mod import;
pub mod settings;
pub mod tasks;
pub mod workspace;
