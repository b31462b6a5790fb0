//! What the page starts with. It is worked out while the window is being made, and served within the page, so
//! that the first rows wait for no request of their own.

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use tauri::http::{Response, header};
use tauri::{AppHandle, Manager};

use crate::commands::workspace::{Answer, opening_of};
use crate::font::Font;
use crate::state;
use crate::wire::file::Opening;
use crate::wire::settings::{Platform, Start, Theme, recents};

/// The answer that is being worked out for the first page.
#[derive(Debug)]
pub struct Starting(Mutex<Option<JoinHandle<Answer<Start>>>>);

impl Starting {
    /// Begins to work it out.
    pub fn begin(app: &AppHandle) -> Self {
        let app = app.clone();
        Self(Mutex::new(Some(thread::spawn(move || work_out(&app)))))
    }

    fn take(&self, only_if_done: bool) -> Option<JoinHandle<Answer<Start>>> {
        let mut running = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        running.take_if(|running| !only_if_done || running.is_finished())
    }

    fn is_running(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}

/// Returns what the page starts with, once it is known.
pub fn answer(app: &AppHandle) -> Answer<Start> {
    let first = app.state::<Starting>().take(false).and_then(|running| running.join().ok());
    // Another file may have been handed over since.
    let start = first.filter(|first| is_current(app, first)).unwrap_or_else(|| work_out(app))?;
    Ok(with_font(app, start))
}

/// The font is found on the thread of the window, and the rest on another.
fn with_font(app: &AppHandle, start: Start) -> Start {
    Start { font: app.try_state::<Font>().and_then(|font| font.name()), ..start }
}

/// Puts what the page starts with into the page that is served. A large workspace that is still being opened is
/// left to be asked for: the page loads its own parts in the meantime.
pub fn fill(app: &AppHandle, response: &mut Response<Cow<'static, [u8]>>) {
    let kind = response.headers().get(header::CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return;
    }
    let starting = app.state::<Starting>();
    let known = match starting.take(true) {
        Some(done) => done.join().ok().filter(|first| is_current(app, first)),
        None if starting.is_running() => return,
        None => None,
    };
    if let Ok(start) = known.unwrap_or_else(|| work_out(app))
        && let Some(page) = with_start(response.body(), &with_font(app, start))
    {
        *response.body_mut() = Cow::Owned(page.into_bytes());
    }
}

/// Returns a page with a block of data in its head, and with the theme that its first frame needs.
fn with_start(page: &[u8], start: &Start) -> Option<String> {
    // What people typed may look like the end of the block.
    let data = serde_json::to_string(start).ok()?.replace('<', "\\u003c");
    let block = format!(r#"<script type="application/json" id="start">{data}</script></head>"#);
    let theme = match start.preferences.theme {
        Theme::System => "<html ",
        Theme::Light => r#"<html data-theme="light" "#,
        Theme::Dark => r#"<html data-theme="dark" "#,
    };
    let page = std::str::from_utf8(page).ok()?;
    Some(page.replacen("<html ", theme, 1).replacen("</head>", &block, 1))
}

fn is_current(app: &AppHandle, answer: &Answer<Start>) -> bool {
    let Ok(Start { opening: Some(Opening::Opened { workspace }), .. }) = answer else {
        return true;
    };
    state::of(app).read(|open| Ok(open.uuid() == workspace.id)).unwrap_or(false)
}

fn work_out(app: &AppHandle) -> Answer<Start> {
    let state = state::of(app);
    state.desk(|desk| {
        let opened = match desk.workspace() {
            // The page was reloaded over an open workspace.
            Some(_) => Some(Ok(())),
            None => desk.start(state.take_handed().as_deref()),
        };
        Ok(Start {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            platform: Platform::current(),
            preferences: desk.settings().preferences.clone().into(),
            font: None,
            opening: opened.map(|opened| opening_of(desk, opened)).transpose()?,
            recents: recents(desk.settings()),
        })
    })
}
