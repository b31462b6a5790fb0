//! Long jobs: how far they are, and how they are stopped.

use std::sync::atomic::{AtomicBool, Ordering};

use tauri::{AppHandle, Manager};
use tauri_specta::Event;

use crate::wire::file::JobProgress;

/// Set when the user wants the running job to stop. There is one job at a time.
#[derive(Debug, Default)]
pub struct Cancel(AtomicBool);

impl Cancel {
    /// Asks the running job to stop.
    pub fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Returns the flag that a job looks at.
    pub const fn flag(&self) -> &AtomicBool {
        &self.0
    }
}

/// A running job. Its end is told when it is dropped, however it ends.
#[derive(Debug)]
pub struct Job<'a> {
    app: &'a AppHandle,
    label: &'static str,
}

impl<'a> Job<'a> {
    /// Starts a job; an earlier wish to stop is over.
    pub fn start(app: &'a AppHandle, label: &'static str) -> Self {
        app.state::<Cancel>().0.store(false, Ordering::Relaxed);
        let job = Self { app, label };
        job.tell(0, None, false);
        job
    }

    /// Tells the page how far the job is.
    pub fn progress(&self, done: u32, total: Option<u32>) {
        self.tell(done, total, false);
    }

    fn tell(&self, done: u32, total: Option<u32>, finished: bool) {
        let progress =
            JobProgress { label: self.label.to_owned(), done, total, can_cancel: true, finished };
        // Progress is a courtesy: the job's result does not depend on its being shown.
        let _ = progress.emit(self.app);
    }
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        self.tell(0, None, true);
    }
}
