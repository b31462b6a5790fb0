//! What the parent asks of the child: its limits, and what a person knows better about the file.

use encoding_rs::Encoding;
use serde::{Deserialize, Serialize};

use super::limits::Limits;

/// What a person chose instead of what was found; what is absent is found anew.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReadAs {
    /// The name of the encoding, as the web names it; an unknown name counts as absent.
    pub encoding: Option<String>,
    /// What stands between cells.
    pub delimiter: Option<char>,
}

impl ReadAs {
    pub(super) fn encoding(&self) -> Option<&'static Encoding> {
        Encoding::for_label(self.encoding.as_ref()?.as_bytes())
    }

    pub(super) fn delimiter(&self) -> Option<u8> {
        u8::try_from(self.delimiter?).ok().filter(u8::is_ascii)
    }
}

/// The last argument of the child.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Request {
    pub limits: Limits,
    pub read_as: ReadAs,
}
