//! The map as a picture in a file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;

/// The ending of a picture's file.
const ENDING: &str = "svg";

/// Writes a picture that the page has drawn, beside its target and renamed over it.
pub fn save_picture(target: &Path, svg: &str) -> Result<PathBuf> {
    let path = if target.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING)) {
        target.to_owned()
    } else {
        target.with_added_extension(ENDING)
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let part = path.with_file_name(format!(".{name}.part"));
    let written = fs::write(&part, svg).and_then(|()| storage::publish(&part, &path));
    if written.is_err() {
        // Whatever is left of the attempt only takes up room.
        let _ = fs::remove_file(&part);
    }
    written?;
    Ok(path)
}
