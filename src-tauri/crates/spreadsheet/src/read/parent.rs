//! The app's side of the pipe: checks the file, starts the child, watches it, ends it.
//!
//! Nothing that a file holds is interpreted here; cells only pass through into memory that is counted.

use std::fs::{File, OpenOptions};
use std::io::BufReader;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU16, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::error::{ReadError, Reason};
use super::frames::{Outcome, receive};
use super::limits::Limits;
use super::request::{ReadAs, Request};
use super::sink::{Keep, Sink};
use crate::sheet::{Cell, Merged, SheetState, TextForm, Visibility, Warning, Workbook};

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// How much of the file is done, in thousandths; stays 0 where the format does not tell.
    pub thousandths: u16,
    /// How many filled cells were found so far.
    pub cells: usize,
}

/// How often the parent looks up from the pipe; a person notices nothing below a tenth of a second.
const TICK: Duration = Duration::from_millis(25);

/// Reads a file in a child process that plays the reader.
///
/// `command` starts the program that plays the reader; what is asked is added as its last argument,
/// for that program to pass on to [`super::serve_reader`]. `watch` is called a few times a
/// second; setting `cancelled` ends the child within a tenth of a second.
pub fn read_in_child(
    command: Command,
    path: &Path,
    limits: &Limits,
    watch: &dyn Fn(Progress),
    cancelled: &AtomicBool,
) -> Result<Workbook, ReadError> {
    read_in_child_as(&ReadAs::default(), command, path, limits, watch, cancelled)
}

/// Reads a file in a child process, as a person says that it is to be read.
pub fn read_in_child_as(
    read_as: &ReadAs,
    command: Command,
    path: &Path,
    limits: &Limits,
    watch: &dyn Fn(Progress),
    cancelled: &AtomicBool,
) -> Result<Workbook, ReadError> {
    let name = file_name(path);
    let mut peak = 0;
    let read = open(path, limits).and_then(|file| {
        let mut child = start(command, file, limits, read_as)?;
        let result = attend(&mut child, &name, limits, watch, cancelled, &mut peak);
        // Harmless where it has ended already; and a child is never left behind.
        let _ = child.kill();
        let _ = child.wait();
        result
    });
    let read = read.and_then(checked).map(|mut workbook| {
        workbook.reader_peak_kb = workbook.reader_peak_kb.max(peak);
        workbook
    });
    read.map_err(|reason| ReadError { file: name, reason, reader_peak_kb: peak })
}

/// Returns the most memory that a process has taken, in kilobytes, where the system tells.
pub fn peak_kb(process: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Returns a path's last part as people see it.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Opens a file that may be read, without ever waiting for a pipe or a device.
fn open(path: &Path, limits: &Limits) -> Result<File, Reason> {
    let before = std::fs::metadata(path)?;
    if !before.is_file() {
        return Err(Reason::NotAFile);
    }
    let name = file_name(path);
    if name.starts_with("~$") {
        return Err(Reason::LockFile);
    }
    let is_extension = |wanted: &str| {
        path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
    };
    if ["gsheet", "url", "webloc"].into_iter().any(is_extension) {
        return Err(Reason::OnlineShortcut);
    }
    let file = without_waiting(OpenOptions::new().read(true)).open(path).map_err(|error| {
        match Reason::from(error) {
            Reason::NotFound => Reason::Disappeared,
            reason => reason,
        }
    })?;
    // What was opened counts, not what was there a moment before.
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(Reason::NotAFile);
    }
    if metadata.len() == 0 {
        return Err(Reason::Empty);
    }
    if metadata.len() > limits.file_bytes {
        let (megabytes, most) = (metadata.len().div_ceil(1 << 20), limits.file_bytes >> 20);
        return Err(Reason::TooBig { megabytes, most });
    }
    Ok(file)
}

#[cfg(target_os = "linux")]
fn without_waiting(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    // O_NONBLOCK: should a pipe take the file's place after the check, opening it returns at once.
    options.custom_flags(0o4000)
}

#[cfg(not(target_os = "linux"))]
fn without_waiting(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

fn start(
    mut command: Command,
    file: File,
    limits: &Limits,
    read_as: &ReadAs,
) -> Result<Child, Reason> {
    let request = serde_json::to_string(&Request::new(limits, read_as));
    let request = request.map_err(|_| Reason::ReaderStopped)?;
    command
        .arg(request)
        .stdin(Stdio::from(file))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| Reason::ReaderNotStarted(error.kind().to_string()))
}

/// Takes what the child sends until it ends, is cancelled, or has had its time.
fn attend(
    child: &mut Child,
    name: &str,
    limits: &Limits,
    watch: &dyn Fn(Progress),
    cancelled: &AtomicBool,
    peak: &mut u64,
) -> Result<Workbook, Reason> {
    let pipe = child.stdout.take().ok_or(Reason::ReaderStopped)?;
    let deadline = Instant::now() + Duration::from_secs(limits.seconds);
    let process = child.id().to_string();
    let seen = Seen::default();
    std::thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        let seen = &seen;
        scope.spawn(move || {
            let mut keep = Watched { keep: Keep::new(name, limits), seen };
            let outcome = receive(BufReader::with_capacity(1 << 16, pipe), &mut keep);
            let workbook = keep.keep.workbook;
            // The other side is gone only when it has already decided.
            let _ = sender.send(outcome.map(|outcome| (outcome, workbook)));
        });
        loop {
            let result = receiver.recv_timeout(TICK);
            *peak = peak_kb(&process).unwrap_or(0).max(*peak);
            match result {
                Ok(Ok((Outcome::Done { peak_kb }, mut workbook))) => {
                    workbook.reader_peak_kb = peak_kb;
                    return Ok(workbook);
                }
                Ok(Ok((Outcome::Refused(reason), _)) | Err(reason)) => {
                    let _ = child.kill();
                    return Err(reason);
                }
                Err(RecvTimeoutError::Timeout) => {
                    let reason = if cancelled.load(Ordering::Relaxed) {
                        Reason::Cancelled
                    } else if Instant::now() >= deadline {
                        Reason::TookTooLong { seconds: limits.seconds }
                    } else {
                        watch(seen.progress());
                        continue;
                    };
                    // Killing it closes the pipe, which ends the thread that reads it.
                    let _ = child.kill();
                    return Err(reason);
                }
                Err(RecvTimeoutError::Disconnected) => return Err(Reason::ReaderStopped),
            }
        }
    })
}

/// Refuses a workbook in which no sheet could be read, so that nothing looks like an empty success.
pub(super) fn checked(workbook: Workbook) -> Result<Workbook, Reason> {
    let readable = workbook.sheets.iter().any(|sheet| *sheet.state() == SheetState::Read);
    let broken = |sheet: &crate::Sheet| matches!(sheet.state(), SheetState::Unreadable(_));
    match () {
        () if readable => Ok(workbook),
        () if workbook.sheets.iter().any(broken) => Err(Reason::Damaged),
        () => Err(Reason::NoTables),
    }
}

/// What the receiving thread has seen, for the thread that watches.
#[derive(Default)]
struct Seen {
    cells: AtomicUsize,
    thousandths: AtomicU16,
}

impl Seen {
    fn progress(&self) -> Progress {
        Progress {
            thousandths: self.thousandths.load(Ordering::Relaxed),
            cells: self.cells.load(Ordering::Relaxed),
        }
    }
}

struct Watched<'a> {
    keep: Keep,
    seen: &'a Seen,
}

impl Sink for Watched<'_> {
    fn format(&mut self, format: &str) -> Result<(), Reason> {
        self.keep.format(format)
    }

    fn text_form(&mut self, form: &TextForm) -> Result<(), Reason> {
        self.keep.text_form(form)
    }

    fn open_sheet(&mut self, name: &str, visibility: Visibility) -> Result<(), Reason> {
        self.keep.open_sheet(name, visibility)
    }

    fn cell(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Result<(), Reason> {
        self.seen.cells.fetch_add(1, Ordering::Relaxed);
        self.keep.cell(row, column, cell)
    }

    fn close_sheet(
        &mut self,
        state: SheetState,
        warnings: Vec<Warning>,
        merged: &[Merged],
    ) -> Result<(), Reason> {
        self.keep.close_sheet(state, warnings, merged)
    }

    fn progress(&mut self, thousandths: u16) -> Result<(), Reason> {
        self.seen.thousandths.store(thousandths, Ordering::Relaxed);
        Ok(())
    }
}
