//! Turning a foreign file into plain sheets, in a process of its own.
//!
//! A legal file of 2 KB can make a parser ask for more memory than there is, and that ends a process
//! whatever it catches. So [`serve_reader`] runs in a child with limits, and [`read_in_child`] runs in
//! the app, which survives whatever the child meets. Text that is pasted needs no child: [`read_text`].

mod beside;
mod binary;
mod child;
mod dates;
mod delimited;
mod early;
mod error;
mod frames;
mod html;
mod limits;
mod ods;
mod package;
mod parent;
mod pasted;
mod request;
mod sink;
mod sniff;
mod spreadsheetml;
mod utf8;
mod xlsb;
mod xlsx;
mod xml;

pub(crate) use delimited::score::is_figure;

pub use child::{read_here, read_here_as, serve_reader};
pub use error::{ReadError, Reason};
pub use limits::Limits;
pub use parent::{Progress, peak_kb, read_in_child, read_in_child_as};
pub use pasted::read_text;
pub use request::ReadAs;
