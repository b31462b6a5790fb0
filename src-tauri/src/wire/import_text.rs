//! How a text file was read, and how a person wants it read.

use engine::spreadsheet::{ReadAs, TextForm};
use serde::{Deserialize, Serialize};
use specta::Type;

/// How a text file was read.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportText {
    /// The name of the encoding, as the web names it.
    pub encoding: String,
    /// What stands between cells; nothing where each row is one cell.
    pub delimiter: Option<char>,
}

/// How a text file is to be read; what is absent is found.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportTextChoice {
    pub encoding: Option<String>,
    pub delimiter: Option<char>,
}

impl From<&TextForm> for ImportText {
    fn from(form: &TextForm) -> Self {
        Self { encoding: form.encoding.clone(), delimiter: form.delimiter }
    }
}

impl From<ImportTextChoice> for ReadAs {
    fn from(choice: ImportTextChoice) -> Self {
        Self { encoding: choice.encoding, delimiter: choice.delimiter }
    }
}
