//! Preferences and recent files.

use engine::settings::{self, Settings};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::file::Opening;

/// What the page is told when it starts.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Start {
    pub version: String,
    pub platform: Platform,
    pub preferences: Preferences,
    /// The font of the desktop, where the page cannot find it by itself.
    pub font: Option<String>,
    pub recents: Vec<Recent>,
    /// What came of opening the file that was handed over or was open last.
    pub opening: Option<Opening>,
}

/// The system that Trilane runs on.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    Linux,
    Macos,
    Windows,
}

/// What the user chose.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    pub name: String,
    pub theme: Theme,
    /// In percent, 80 to 160.
    pub text_size: u8,
    /// Nothing leaves it to Trilane.
    pub software_rendering: Option<bool>,
}

/// A colour theme.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    System,
    Light,
    Dark,
}

/// A workspace that was opened before.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Recent {
    pub id: String,
    pub name: String,
    pub folder: String,
    pub opened_at: String,
    pub missing: bool,
}

/// Returns the recent workspaces, the latest first.
pub fn recents(settings: &Settings) -> Vec<Recent> {
    let text = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into();
    settings
        .recents
        .iter()
        .map(|recent| Recent {
            id: recent.id.clone(),
            name: text(recent.path.file_stem()),
            folder: text(recent.path.parent().map(std::path::Path::as_os_str)),
            opened_at: recent.opened_at.clone(),
            missing: !recent.path.exists(),
        })
        .collect()
}

impl Platform {
    /// Returns the system that this was built for.
    pub const fn current() -> Self {
        if cfg!(target_os = "macos") {
            Self::Macos
        } else if cfg!(target_os = "windows") {
            Self::Windows
        } else {
            Self::Linux
        }
    }
}

impl From<settings::Preferences> for Preferences {
    fn from(preferences: settings::Preferences) -> Self {
        Self {
            name: preferences.name,
            theme: match preferences.theme {
                settings::Theme::System => Theme::System,
                settings::Theme::Light => Theme::Light,
                settings::Theme::Dark => Theme::Dark,
            },
            text_size: preferences.text_size,
            software_rendering: preferences.software_rendering,
        }
    }
}

impl From<Preferences> for settings::Preferences {
    fn from(preferences: Preferences) -> Self {
        Self {
            name: preferences.name,
            theme: match preferences.theme {
                Theme::System => settings::Theme::System,
                Theme::Light => settings::Theme::Light,
                Theme::Dark => settings::Theme::Dark,
            },
            text_size: preferences.text_size,
            software_rendering: preferences.software_rendering,
        }
        .in_range()
    }
}
