//! What Trilane remembers outside of any workspace: preferences and recent files.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::export::LastExport;
use crate::import::RememberedColumns;

/// How many recent files are remembered.
const MOST_RECENTS: usize = 12;

/// How many headers of imported tables are remembered.
const MOST_HEADERS: usize = 40;

/// Everything that is remembered.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// What the user chose.
    pub preferences: Preferences,
    /// Workspaces that were opened, the latest first.
    pub recents: Vec<Recent>,
    /// The workspace to open at the next start.
    pub last: Option<PathBuf>,
    /// When each workspace was last exported, by its identity.
    pub exports: BTreeMap<String, LastExport>,
    /// What the columns of imported tables were used for, the latest first.
    pub columns: Vec<RememberedColumns>,
}

/// What the user chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// In whose name changes are made.
    pub name: String,
    /// Light, dark or as the system.
    pub theme: Theme,
    /// In percent of the normal size.
    pub text_size: u8,
    /// Whether to draw without the graphics card; nothing leaves it to Trilane.
    pub software_rendering: Option<bool>,
}

/// A colour theme.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// A workspace that was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Its handle in the list.
    pub id: String,
    /// Where it lies.
    pub path: PathBuf,
    /// The identity of the workspace, under which its backups are kept.
    pub workspace: String,
    /// When it was opened, in ISO 8601, UTC.
    pub opened_at: String,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { name: String::new(), theme: Theme::System, text_size: 100, software_rendering: None }
    }
}

impl Preferences {
    /// Returns the preferences with every value inside its range.
    #[must_use]
    pub fn in_range(mut self) -> Self {
        self.text_size = self.text_size.clamp(80, 160);
        self.name = self.name.trim().chars().filter(|c| !c.is_control()).take(80).collect();
        self
    }
}

impl Settings {
    /// Reads the settings from a file. A missing file means the defaults; a broken one too, since a
    /// planning session must not fail for it, and it is kept beside under another name.
    pub fn load(path: &Path) -> Self {
        let Ok(bytes) = fs::read(path) else { return Self::default() };
        serde_json::from_slice(&bytes).unwrap_or_else(|_| {
            let _ = fs::rename(path, path.with_extension("broken.json"));
            Self::default()
        })
    }

    /// Writes the settings beside their file and renames them over it.
    pub fn save(&self, path: &Path) -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let part = path.with_extension("part");
        let mut file = fs::File::create(&part)?;
        file.write_all(&serde_json::to_vec_pretty(self)?)?;
        drop(file);
        storage::publish(&part, path)
    }

    /// Puts a workspace at the top of the recent ones and makes it the one to open next time.
    pub fn remember(&mut self, path: &Path, workspace: &str, opened_at: jiff::Timestamp) {
        let known = self.recents.iter().position(|recent| recent.path == path);
        let id = known.map_or_else(|| Uuid::now_v7().to_string(), |at| self.recents.remove(at).id);
        self.recents.insert(
            0,
            Recent {
                id,
                path: path.to_owned(),
                workspace: workspace.to_owned(),
                opened_at: opened_at.to_string(),
            },
        );
        self.recents.truncate(MOST_RECENTS);
        self.last = Some(path.to_owned());
    }

    /// Remembers what the columns of a table were used for.
    pub fn remember_columns(&mut self, columns: RememberedColumns) {
        self.columns.retain(|known| !known.is_like(&columns));
        self.columns.insert(0, columns);
        self.columns.truncate(MOST_HEADERS);
    }

    /// Returns a recent workspace by its handle.
    pub fn recent(&self, id: &str) -> Option<&Recent> {
        self.recents.iter().find(|recent| recent.id == id)
    }

    /// Takes a workspace off the list. The file stays.
    pub fn forget(&mut self, id: &str) {
        self.recents.retain(|recent| recent.id != id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_saved() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep/settings.json");
        let mut settings = Settings::default();
        settings.preferences.name = "Ada".into();
        settings.remember(Path::new("/plans/Q3.trilane"), "7", jiff::Timestamp::UNIX_EPOCH);
        settings.save(&path).expect("saved");
        assert_eq!(Settings::load(&path), settings);
    }

    #[test]
    fn a_broken_file_is_kept_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.json");
        fs::write(&path, "{ nothing").expect("written");
        assert_eq!(Settings::load(&path), Settings::default());
        assert!(path.with_extension("broken.json").exists());
    }

    #[test]
    fn a_workspace_opened_again_moves_to_the_top() {
        let mut settings = Settings::default();
        for name in ["a", "b", "a"] {
            settings.remember(Path::new(name), name, jiff::Timestamp::UNIX_EPOCH);
        }
        let paths: Vec<_> = settings.recents.iter().map(|r| r.path.to_str()).collect();
        assert_eq!(paths, [Some("a"), Some("b")]);
    }
}
