//! Checking a workspace from end to end on wish.

use storage::audit::Chain;
use storage::{OpenError, Verified};

use crate::{Result, Workspace};

/// What a check of the whole workspace found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkspaceCheck {
    /// What is wrong with the file, where something is.
    pub damage: Option<String>,
    /// How many rows were compared with their hash, and how many differ.
    pub rows: Verified,
    /// The state of the audit trail.
    pub chain: Chain,
}

impl Workspace {
    /// Compares every page, row and audit entry with what was written.
    pub fn check(&self) -> Result<WorkspaceCheck> {
        let damage = match self.database.inspect() {
            Ok(_) => None,
            Err(OpenError::Other(error)) => return Err(error.into()),
            Err(damage) => Some(damage.to_string()),
        };
        Ok(WorkspaceCheck {
            damage,
            rows: self.database.verify_rows()?,
            chain: self.database.read().audit_chain()?,
        })
    }
}
