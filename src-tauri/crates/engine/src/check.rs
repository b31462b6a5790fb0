//! Checking a workspace from end to end on wish.

use storage::OpenError;
use storage::audit::Chain;

use crate::{Result, Workspace};

/// What a check of the whole workspace found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkspaceCheck {
    /// How many rows were compared with their hash, or what is wrong with the file.
    pub rows: std::result::Result<u32, String>,
    /// The state of the audit trail.
    pub chain: Chain,
}

impl Workspace {
    /// Compares every page, row and audit entry with what was written.
    pub fn check(&self) -> Result<WorkspaceCheck> {
        let rows = match self.database.inspect() {
            Ok(verified) => Ok(verified.rows),
            Err(OpenError::Other(error)) => return Err(error.into()),
            Err(damage) => Err(damage.to_string()),
        };
        Ok(WorkspaceCheck { rows, chain: self.database.read().audit_chain()? })
    }
}
