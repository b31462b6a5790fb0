//! Model cards as files of other programs, and back.
//!
//! What leaves is a text; what comes back is an [`Imported`] or one sentence that says why not. A file is foreign,
//! ours too: every answer in it meets the rules of its field.

mod answers;
mod cyclonedx;
mod hugging_face;
mod imported;
mod json;
mod links;
pub(crate) mod markdown;
mod model_card_toolkit;
mod tree;

pub use cyclonedx::{NotValid, to_cyclonedx};
pub use hugging_face::{from_hugging_face, to_hugging_face};
pub use imported::{Imported, LARGEST_FILE, LONGEST_REST, Refused};
pub use json::{from_json, to_json};
pub use model_card_toolkit::to_model_card_toolkit;
