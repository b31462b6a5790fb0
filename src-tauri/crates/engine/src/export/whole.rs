//! Writing a file that is in memory already.

use std::fs;
use std::path::{Path, PathBuf};

use super::place;
use crate::Result;

/// Writes bytes beside the target and renames them over it; returns the file with its ending.
pub(crate) fn write_whole(target: &Path, ending: &str, bytes: &[u8]) -> Result<PathBuf> {
    let path = place::with_ending(target, ending);
    place::check(&path)?;
    let part = place::beside(&path);
    let written = fs::write(&part, bytes).and_then(|()| storage::publish(&part, &path));
    if let Err(error) = written {
        // Whatever is left of the attempt only takes up room.
        let _ = fs::remove_file(&part);
        return Err(place::explain(&path, error));
    }
    Ok(path)
}
