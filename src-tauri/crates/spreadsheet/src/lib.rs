//! Foreign tables in, workbooks out.
//!
//! Everything that knows a file format of the spreadsheet world lives here and nowhere else, so that
//! the reader and the writer share one layout and a hostile file meets one door.

pub mod sheet;

pub mod read;

pub mod table;

pub mod draft;

pub mod layout;

pub mod write;

pub mod clipboard;

pub mod report;

mod origin;

pub use draft::{Draft, DraftCell, Drafts, Issue, drafts};
pub use read::{
    Limits, Progress, ReadAs, ReadError, read_in_child, read_in_child_as, read_text, serve_reader,
};
pub use sheet::{Cell, Sheet, TextForm, Workbook};
pub use table::{ColumnProposal, Mapping, Proposal, propose, propose_with};
pub use write::{
    About, CardRow, CsvWriter, Moved, Origin, Part, PlanRow, PlanRows, PlanSign, Since, Values,
    WriteError, Written, write_template, write_values, write_workbook,
};
