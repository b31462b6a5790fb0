//! The reader's side of the pipe: limits first, then the file, then an outcome.
//!
//! The file arrives as standard input, already opened and checked by the parent, so the child never
//! opens a path and what was checked is what is read.

use std::fs::File;
use std::io::{BufReader, BufWriter, Cursor, Read, Seek, SeekFrom, Write};
use std::panic::AssertUnwindSafe;
use std::path::Path;

use super::error::{ReadError, Reason};
use super::frames::{Frames, Outcome};
use super::limits::Limits;
use super::package::{self, Package};
use super::request::{ReadAs, Request};
use super::sink::{Keep, Sink};
use super::sniff::{self, Kind, Zipped};
use super::{binary, delimited, early, html, ods, spreadsheetml, xlsb, xlsx};
use crate::sheet::Workbook;

/// Plays the reader: takes the file on standard input, writes what it holds to `out`.
///
/// `request` is the argument that [`super::read_in_child`] added to the command. Call it first thing in
/// `main`, before threads, windows or anything that takes memory.
pub fn serve_reader(request: &str, out: impl Write) -> std::process::ExitCode {
    let request: Request = serde_json::from_str(request).unwrap_or_default();
    confine(&request.limits);
    let mut frames = Frames::new(BufWriter::with_capacity(1 << 16, out));
    let file = if request.is_of_this_version() { standard_input() } else { Err(Reason::Updated) };
    let outcome = match file.and_then(|file| read(file, &request, &mut frames)) {
        Ok(()) => Outcome::Done { peak_kb: super::peak_kb("self").unwrap_or(0) },
        Err(reason) => Outcome::Refused(reason),
    };
    // Nobody is left to tell when the parent has closed the pipe.
    match frames.finish(outcome) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(_) => std::process::ExitCode::FAILURE,
    }
}

/// Reads a file in this process, without its limits of memory and time: for tests and benches.
pub fn read_here(path: &Path, limits: &Limits) -> Result<Workbook, ReadError> {
    read_here_as(&ReadAs::default(), path, limits)
}

/// Reads a file in this process as a person says: for tests.
pub fn read_here_as(read_as: &ReadAs, path: &Path, limits: &Limits) -> Result<Workbook, ReadError> {
    let request = Request::new(limits, read_as);
    let name = super::parent::file_name(path);
    let mut keep = Keep::new(&name, limits);
    File::open(path)
        .map_err(Reason::from)
        .and_then(|file| read(file, &request, &mut keep))
        .and_then(|()| super::parent::checked(keep.workbook))
        .map_err(|reason| ReadError { file: name, reason, reader_peak_kb: 0 })
}

#[cfg(unix)]
fn standard_input() -> Result<File, Reason> {
    use std::os::fd::AsFd;
    Ok(File::from(std::io::stdin().as_fd().try_clone_to_owned()?))
}

#[cfg(windows)]
fn standard_input() -> Result<File, Reason> {
    use std::os::windows::io::AsHandle;
    Ok(File::from(std::io::stdin().as_handle().try_clone_to_owned()?))
}

/// Sets the limits of this process.
///
/// Linux enforces the address space. macOS accepts the limit and ignores it, Windows has none of the
/// kind; there the parent's watch over time and the limits on what is unpacked and kept have to do.
#[cfg(unix)]
fn confine(limits: &Limits) {
    use rlimit::Resource;
    // A limit that cannot be set leaves the parent's watch; there is no one to report it to.
    let _ = Resource::AS.set(limits.memory_bytes, limits.memory_bytes);
    let _ = Resource::CORE.set(0, 0);
    // Should the parent die without closing the pipe, the child still ends.
    let _ = Resource::CPU.set(limits.seconds + 5, limits.seconds + 5);
}

#[cfg(not(unix))]
fn confine(_: &Limits) {}

/// Reads whatever the file turns out to be; where a parser panics, the file is damaged.
fn read(file: File, request: &Request, sink: &mut dyn Sink) -> Result<(), Reason> {
    let read = std::panic::catch_unwind(AssertUnwindSafe(|| read_any(file, request, sink)));
    read.unwrap_or(Err(Reason::Damaged))
}

fn read_any(mut file: File, request: &Request, sink: &mut dyn Sink) -> Result<(), Reason> {
    let limits = &request.limits;
    match sniff::kind(&mut file)? {
        Kind::Zip => match Package::open(BufReader::new(&file), limits) {
            Err(Reason::Damaged) => {
                let bytes = package::up_to_its_end(whole(&file)?)?;
                read_package(Package::open(Cursor::new(bytes), limits)?, limits, sink)
            }
            package => read_package(package?, limits, sink),
        },
        Kind::Compound => {
            let bytes = whole(&file)?;
            sniff::compound(&bytes)?;
            sink.format("Excel 97–2003 workbook")?;
            binary::read_xls(&bytes, limits, sink)
        }
        Kind::Early => early::read(&whole(&file)?, limits, sink),
        Kind::FlatOds => {
            sink.format("OpenDocument spreadsheet")?;
            let text = super::utf8::Utf8Reader::new(BufReader::new(file));
            ods::read_content(text, limits, sink, &|| 0)
        }
        Kind::Xml2003 => {
            sink.format("Excel 2003 XML")?;
            spreadsheetml::read(file, limits, sink)
        }
        Kind::WebPage => html::read(whole(&file)?, limits, sink),
        Kind::WebArchive => html::archive::read(&whole(&file)?, limits, sink),
        Kind::Text => delimited::read(whole(&file)?, limits, &request.read_as, sink),
    }
}

fn read_package<R: Read + Seek>(
    mut package: Package<R>,
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<(), Reason> {
    match sniff::zipped(&mut package)? {
        Zipped::Xlsx { main } => {
            sink.format("Excel workbook")?;
            xlsx::read(&mut package, &main, limits, sink)
        }
        Zipped::Ods => {
            sink.format("OpenDocument spreadsheet")?;
            ods::read(&mut package, limits, sink)
        }
        Zipped::Xlsb { main } => {
            sink.format("Excel binary workbook")?;
            xlsb::read(&mut package, &main, limits, sink)
        }
    }
}

fn whole(mut file: &File) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}
