//! The few things that every XML reader here needs.
//!
//! Names are compared without their namespace, entities other than XML's own are never expanded, and
//! a document type that declares anything is refused: no honest spreadsheet has one.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::error::{Reason, Stop};

/// Returns a reader that is lenient where spreadsheets in the wild are sloppy.
pub(crate) fn reader<R: BufRead>(text: R) -> Reader<R> {
    let mut reader = Reader::from_reader(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    config.expand_empty_elements = true;
    reader
}

/// Returns an attribute by its name without namespace.
pub(crate) fn attribute<'a>(element: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    let found = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(unescape(found.value))
}

/// Returns an attribute's text with its entities resolved.
pub(crate) fn unescape(raw: Cow<'_, str>) -> Cow<'_, str> {
    if !raw.contains('&') {
        return raw;
    }
    let resolved = quick_xml::escape::unescape(&raw).map(Cow::into_owned);
    resolved.map_or(raw, Cow::Owned)
}

/// Adds what a reference in a text stands for.
pub(crate) fn push_reference(reference: &BytesRef<'_>, text: &mut String) {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        text.push(character);
        return;
    }
    match reference.as_ref() {
        "lt" => text.push('<'),
        "gt" => text.push('>'),
        "amp" => text.push('&'),
        "quot" => text.push('"'),
        "apos" => text.push('\''),
        name => {
            text.push('&');
            text.push_str(name);
            text.push(';');
        }
    }
}

/// Adds the text up to the end of the element that was just opened.
pub(crate) fn push_text<R: BufRead>(
    xml: &mut Reader<R>,
    buffer: &mut Vec<u8>,
    text: &mut String,
) -> Result<(), Reason> {
    let mut depth = 0;
    loop {
        buffer.clear();
        match next(xml, buffer)? {
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::CData(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) => push_reference(&reference, text),
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return Ok(()),
            Event::End(_) => depth -= 1,
            Event::Eof => return Err(Reason::Incomplete),
            _ => {}
        }
    }
}

/// Returns the next event; what is wrong with the text becomes a reason.
pub(crate) fn next<'b, R: BufRead>(
    xml: &mut Reader<R>,
    buffer: &'b mut Vec<u8>,
) -> Result<Event<'b>, Reason> {
    match xml.read_event_into(buffer) {
        // The one that old programs name is neither fetched nor needed.
        Ok(Event::DocType(named)) if named.as_ref().contains('[') => Err(Reason::Damaged),
        Ok(event) => Ok(event),
        Err(quick_xml::Error::Io(error)) => {
            let stop = error.get_ref().and_then(|inner| inner.downcast_ref::<Stop>());
            Err(stop.map_or_else(|| error.kind().into(), |stop| stop.0.clone()))
        }
        Err(_) => Err(Reason::Damaged),
    }
}
