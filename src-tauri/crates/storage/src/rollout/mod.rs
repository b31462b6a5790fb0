//! The rollout: plans, and how far the automations of tasks are switched on.

mod automation;
mod read;
mod rows;
mod table;
