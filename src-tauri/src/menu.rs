//! The system's menu on macOS. Other systems have it inside the window.

use tauri::{AppHandle, Wry, menu::Menu};

/// The entries that send an action of the page's table, by its id, label and shortcut.
#[cfg(target_os = "macos")]
const FILE: [(&str, &str, &str); 6] = [
    ("new_workspace", "New Workspace…", "Cmd+N"),
    ("open_workspace", "Open…", "Cmd+O"),
    ("save_copy", "Save a Copy…", "Cmd+Shift+S"),
    ("import_file", "Import a Spreadsheet…", "Cmd+I"),
    ("export_worksheet", "Export a Workbook…", "Cmd+E"),
    ("close_workspace", "Close Workspace", "Cmd+W"),
];

/// Builds the menu bar.
#[cfg(target_os = "macos")]
pub fn build(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    use tauri::menu::{MenuItemBuilder, SubmenuBuilder};

    let mut file = SubmenuBuilder::new(app, "File");
    for (id, label, shortcut) in FILE {
        file = file.item(&MenuItemBuilder::with_id(id, label).accelerator(shortcut).build(app)?);
    }
    let menu = Menu::default(app)?;
    menu.insert(&file.build()?, 1)?;
    Ok(menu)
}

/// Returns an empty menu: the window has its own.
#[cfg(not(target_os = "macos"))]
pub fn build(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    Menu::new(app)
}
