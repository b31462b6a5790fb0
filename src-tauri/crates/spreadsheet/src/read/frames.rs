//! How cells travel from the child to the parent: short binary frames over a pipe.
//!
//! A tag, then little-endian numbers and length-prefixed bytes. JSON would double the time of a large
//! import; what is rare (warnings, the outcome) is JSON inside a frame all the same.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use super::error::Reason;
use super::sink::Sink;
use crate::sheet::{Cell, Merged, SheetState, TextForm, Visibility, Warning};

const ROW: u8 = 1;
const TEXT: u8 = 2;
const NUMBER: u8 = 3;
const PERCENT: u8 = 4;
const TRUE: u8 = 5;
const FALSE: u8 = 6;
const DATE: u8 = 7;
const ERROR: u8 = 8;
const NOT_CALCULATED: u8 = 9;
const RARE: u8 = 10;

/// The longest text that one frame may carry: more than any cell of any program.
const LONGEST: u32 = 128 << 20;

#[derive(Serialize, Deserialize)]
enum Rare {
    Format(String),
    TextForm(TextForm),
    OpenSheet { name: String, visibility: Visibility },
    CloseSheet { state: SheetState, warnings: Vec<Warning>, merged: Vec<Merged> },
    Progress(u16),
    Done { peak_kb: u64 },
    Refused(Reason),
}

/// How a child ended when it could still say so.
pub(crate) enum Outcome {
    Done { peak_kb: u64 },
    Refused(Reason),
}

/// Writes frames.
pub(crate) struct Frames<W: Write> {
    out: W,
    row: Option<u32>,
}

impl<W: Write> Frames<W> {
    pub const fn new(out: W) -> Self {
        Self { out, row: None }
    }

    pub fn finish(mut self, outcome: Outcome) -> io::Result<()> {
        let rare = match outcome {
            Outcome::Done { peak_kb } => Rare::Done { peak_kb },
            Outcome::Refused(reason) => Rare::Refused(reason),
        };
        self.rare(&rare)?;
        self.out.flush()
    }

    fn rare(&mut self, rare: &Rare) -> io::Result<()> {
        let bytes = serde_json::to_vec(rare)?;
        self.out.write_all(&[RARE])?;
        self.bytes(&bytes)
    }

    fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        let length = u32::try_from(bytes.len()).ok().filter(|&length| length <= LONGEST);
        let length = length.ok_or_else(|| io::Error::from(Reason::Bomb))?;
        self.out.write_all(&length.to_le_bytes())?;
        self.out.write_all(bytes)
    }

    fn value(&mut self, row: u32, column: u32, cell: Cell<'_>) -> io::Result<()> {
        if self.row != Some(row) {
            self.row = Some(row);
            self.out.write_all(&[ROW])?;
            self.out.write_all(&row.to_le_bytes())?;
        }
        let tag = match cell {
            Cell::Empty => return Ok(()),
            Cell::Text(_) => TEXT,
            Cell::Number(_) => NUMBER,
            Cell::Percent(_) => PERCENT,
            Cell::Bool(true) => TRUE,
            Cell::Bool(false) => FALSE,
            Cell::Date(_) => DATE,
            Cell::Error(_) => ERROR,
            Cell::NotCalculated => NOT_CALCULATED,
        };
        let [low, high, ..] = column.to_le_bytes();
        self.out.write_all(&[tag, low, high])?;
        match cell {
            Cell::Text(text) | Cell::Date(text) | Cell::Error(text) => self.bytes(text.as_bytes()),
            Cell::Number(number) | Cell::Percent(number) => {
                self.out.write_all(&number.to_le_bytes())
            }
            Cell::Empty | Cell::Bool(_) | Cell::NotCalculated => Ok(()),
        }
    }
}

impl<W: Write> Sink for Frames<W> {
    fn format(&mut self, format: &str) -> Result<(), Reason> {
        Ok(self.rare(&Rare::Format(format.to_owned()))?)
    }

    fn text_form(&mut self, form: &TextForm) -> Result<(), Reason> {
        Ok(self.rare(&Rare::TextForm(form.clone()))?)
    }

    fn open_sheet(&mut self, name: &str, visibility: Visibility) -> Result<(), Reason> {
        self.row = None;
        Ok(self.rare(&Rare::OpenSheet { name: name.to_owned(), visibility })?)
    }

    fn cell(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Result<(), Reason> {
        Ok(self.value(row, column, cell)?)
    }

    fn close_sheet(
        &mut self,
        state: SheetState,
        warnings: Vec<Warning>,
        merged: &[Merged],
    ) -> Result<(), Reason> {
        Ok(self.rare(&Rare::CloseSheet { state, warnings, merged: merged.to_vec() })?)
    }

    fn progress(&mut self, thousandths: u16) -> Result<(), Reason> {
        self.rare(&Rare::Progress(thousandths))?;
        // The person waits for this one, so it does not sit in a buffer.
        Ok(self.out.flush()?)
    }
}

/// Reads frames into a sink until the outcome, or the end of the pipe, which has none.
pub(crate) fn receive(mut from: impl Read, sink: &mut dyn Sink) -> Result<Outcome, Reason> {
    let mut row = 0;
    let mut buffer = Vec::new();
    let mut tag = [0];
    loop {
        // A child that dies leaves half a frame behind: that is no outcome of its own.
        let ended = |_| Reason::ReaderStopped;
        from.read_exact(&mut tag).map_err(ended)?;
        match tag[0] {
            ROW => row = u32::from_le_bytes(array(&mut from)?),
            RARE => {
                bytes(&mut from, &mut buffer)?;
                let rare = serde_json::from_slice(&buffer).map_err(|_| Reason::ReaderStopped)?;
                match rare {
                    Rare::Format(format) => sink.format(&format)?,
                    Rare::TextForm(form) => sink.text_form(&form)?,
                    Rare::OpenSheet { name, visibility } => sink.open_sheet(&name, visibility)?,
                    Rare::CloseSheet { state, warnings, merged } => {
                        sink.close_sheet(state, warnings, &merged)?;
                    }
                    Rare::Progress(thousandths) => sink.progress(thousandths)?,
                    Rare::Done { peak_kb } => return Ok(Outcome::Done { peak_kb }),
                    Rare::Refused(reason) => return Ok(Outcome::Refused(reason)),
                }
            }
            kind => {
                let column = u32::from(u16::from_le_bytes(array(&mut from)?));
                let cell = match kind {
                    TEXT | DATE | ERROR => {
                        bytes(&mut from, &mut buffer)?;
                        let text = str::from_utf8(&buffer).map_err(|_| Reason::ReaderStopped)?;
                        match kind {
                            TEXT => Cell::Text(text),
                            DATE => Cell::Date(text),
                            _ => Cell::Error(text),
                        }
                    }
                    NUMBER => Cell::Number(f64::from_le_bytes(array(&mut from)?)),
                    PERCENT => Cell::Percent(f64::from_le_bytes(array(&mut from)?)),
                    TRUE => Cell::Bool(true),
                    FALSE => Cell::Bool(false),
                    NOT_CALCULATED => Cell::NotCalculated,
                    _ => return Err(Reason::ReaderStopped),
                };
                sink.cell(row, column, cell)?;
            }
        }
    }
}

fn array<const N: usize>(from: &mut impl Read) -> Result<[u8; N], Reason> {
    let mut array = [0; N];
    from.read_exact(&mut array).map_err(|_| Reason::ReaderStopped)?;
    Ok(array)
}

fn bytes(from: &mut impl Read, buffer: &mut Vec<u8>) -> Result<(), Reason> {
    let length = u32::from_le_bytes(array(from)?);
    if length > LONGEST {
        return Err(Reason::ReaderStopped);
    }
    buffer.clear();
    buffer.resize(length as usize, 0);
    from.read_exact(buffer).map_err(|_| Reason::ReaderStopped)
}
