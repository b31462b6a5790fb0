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
    /// The version of the app that asks.
    version: String,
    pub limits: Limits,
    pub read_as: ReadAs,
}

impl Request {
    pub fn new(limits: &Limits, read_as: &ReadAs) -> Self {
        let version = env!("CARGO_PKG_VERSION").to_owned();
        Self { version, limits: *limits, read_as: read_as.clone() }
    }

    /// Returns whether app and reader are of one version: an update may replace the one on the disk
    /// while the other runs, and frames of another version could be taken for something else.
    pub fn is_of_this_version(&self) -> bool {
        self.version == env!("CARGO_PKG_VERSION")
    }
}
