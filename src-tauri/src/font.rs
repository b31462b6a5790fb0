//! The font of the desktop.
//!
//! WebKitGTK asks fontconfig for `system-ui` under some two hundred names before it settles, anew for every size
//! and weight on the page. Told the name of the font that is there, it asks once.

use tauri::WebviewWindow;

/// The family in which the desktop sets its windows, where the page has to be told.
#[derive(Debug)]
pub struct Font(Option<String>);

impl Font {
    /// Reads it off the window, on whose thread this has to be called.
    #[cfg(target_os = "linux")]
    pub fn of_desktop(window: &WebviewWindow) -> Self {
        use gtk::pango::prelude::*;
        use gtk::prelude::*;

        let context = window.gtk_window().map(|window| window.pango_context());
        let found = context.ok().and_then(|context| {
            // What is set may be a generic name; what is drawn with is a font.
            context.load_font(&context.font_description()?)?.describe().family()
        });
        Self(found.map(Into::into))
    }

    /// Other systems know `system-ui`.
    #[cfg(not(target_os = "linux"))]
    pub const fn of_desktop(_: &WebviewWindow) -> Self {
        Self(None)
    }

    pub fn name(&self) -> Option<String> {
        self.0.clone()
    }
}
