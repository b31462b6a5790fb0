//! Writing a file that is in memory already.

use std::fs;
use std::path::PathBuf;

use super::{Target, place};
use crate::Result;

/// Writes bytes beside the target and renames them over it; returns the file with its ending.
pub(crate) fn write_whole(target: Target<'_>, ending: &str, bytes: &[u8]) -> Result<PathBuf> {
    let path = target.checked(ending)?;
    let part = place::beside(&path);
    let written = fs::write(&part, bytes).and_then(|()| storage::publish(&part, &path));
    if let Err(error) = written {
        // Whatever is left of the attempt only takes up room.
        let _ = fs::remove_file(&part);
        return Err(place::explain(&path, error));
    }
    Ok(path)
}
