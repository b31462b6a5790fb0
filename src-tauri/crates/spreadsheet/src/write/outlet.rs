//! Where the bytes of a workbook go.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use super::WriteError;

/// Where the workbook goes. A failure is remembered and what follows it is discarded, because the
/// library panics when a write fails.
pub(super) struct Outlet<'a, W> {
    out: W,
    cancelled: &'a AtomicBool,
    pub failure: Option<WriteError>,
}

impl<'a, W> Outlet<'a, W> {
    pub const fn new(out: W, cancelled: &'a AtomicBool) -> Self {
        Self { out, cancelled, failure: None }
    }
}

impl<W: Write> Write for Outlet<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failure.is_none() && self.cancelled.load(Ordering::Relaxed) {
            self.failure = Some(WriteError::Cancelled);
        }
        if self.failure.is_none()
            && let Err(error) = self.out.write_all(bytes)
        {
            self.failure = Some(WriteError::Disk(error));
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failure.is_some() { Ok(()) } else { self.out.flush() }
    }
}
