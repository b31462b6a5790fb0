//! What came of handing something over as one file.

use std::path::Path;

use engine::export::free_name;
use serde::Serialize;
use specta::Type;

/// What came of an export.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum FileAnswer {
    /// The file is there.
    Written { file_name: String, folder: String },
    /// The file of that name stays as it is: it is protected, or open in another program.
    Locked { file_name: String, free_name: String },
}

impl FileAnswer {
    /// Says that a file is there.
    pub fn written(path: &Path) -> Self {
        let text = |part: Option<&std::ffi::OsStr>| {
            part.unwrap_or_default().to_string_lossy().into_owned()
        };
        Self::Written {
            file_name: text(path.file_name()),
            folder: text(path.parent().map(Path::as_os_str)),
        }
    }

    /// Says that a file of a name stays as it is, and which name is free beside it.
    pub fn locked(target: &Path, file_name: String) -> Self {
        let folder = target.parent().unwrap_or(target);
        Self::Locked { free_name: free_name(folder, &file_name), file_name }
    }
}
