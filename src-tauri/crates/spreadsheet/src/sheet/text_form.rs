//! How a text file was read, where its bytes leave that open.

use serde::{Deserialize, Serialize};

/// The encoding and the signs between cells that a text was read with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextForm {
    /// The name of the encoding, as the web names it.
    pub encoding: String,
    /// What stands between cells; nothing where each row is one cell.
    pub delimiter: Option<char>,
    /// What stands around a cell that holds a delimiter.
    pub quote: Option<char>,
}
