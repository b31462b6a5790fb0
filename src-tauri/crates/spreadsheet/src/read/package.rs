//! Zipped workbooks: their parts by name, guarded against what unpacks without end.
//!
//! Names are compared without case and with either slash, because files in the wild differ in both.

use std::cell::Cell as Counter;
use std::collections::HashMap;
use std::io::{self, BufReader, Read, Seek};
use std::rc::Rc;

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::Limits;
use super::error::Reason;
use super::utf8::Utf8Reader;

/// What the ratio is not asked of: small parts compress well without any ill will.
const GRACE: u64 = 10 << 20;

/// An opened zip file.
pub(crate) struct Package<R> {
    zip: ZipArchive<R>,
    parts: HashMap<String, usize>,
    limits: Limits,
    /// Bytes unpacked so far, over all parts.
    unpacked: Rc<Counter<u64>>,
}

/// An XML part, decoded to UTF-8 whatever it was.
pub(crate) type Part<'a> = Utf8Reader<BufReader<Box<dyn Read + 'a>>>;

impl<R: Read + Seek> Package<R> {
    /// Opens a zip file and checks what it declares before anything is unpacked.
    pub fn open(reader: R, limits: &Limits) -> Result<Self, Reason> {
        let mut zip = ZipArchive::new(reader).map_err(reason)?;
        if zip.len() > limits.zip_entries {
            return Err(Reason::Bomb);
        }
        let mut parts = HashMap::with_capacity(zip.len());
        let mut declared = 0_u64;
        for index in 0..zip.len() {
            let entry = zip.by_index_raw(index).map_err(reason)?;
            declared = declared.saturating_add(entry.size());
            if entry.encrypted() {
                return Err(Reason::Protected);
            }
            if entry.size() > limits.part_bytes {
                return Err(Reason::Bomb);
            }
            let name = entry.name().map_err(reason)?;
            parts.entry(plain(&name)).or_insert(index);
        }
        if declared > limits.unpacked_bytes {
            return Err(Reason::Bomb);
        }
        Ok(Self { zip, parts, limits: *limits, unpacked: Rc::default() })
    }

    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&plain(name))
    }

    /// Returns the names of all parts, in lower case.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// Returns the counter of bytes unpacked so far.
    pub fn unpacked(&self) -> Rc<Counter<u64>> {
        Rc::clone(&self.unpacked)
    }

    /// Returns the size that a part declares.
    pub fn declared_size(&mut self, name: &str) -> u64 {
        let Some(&index) = self.parts.get(&plain(name)) else { return 0 };
        self.zip.by_index_raw(index).map_or(0, |entry| entry.size())
    }

    /// Opens a part as text, or returns nothing where there is none.
    pub fn part(&mut self, name: &str) -> Result<Option<Part<'_>>, Reason> {
        Ok(self.bytes(name)?.map(|bytes| Utf8Reader::new(BufReader::with_capacity(1 << 16, bytes))))
    }

    /// Opens a part, or returns nothing where there is none.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Box<dyn Read + '_>>, Reason> {
        let Some(&index) = self.parts.get(&plain(name)) else { return Ok(None) };
        let method = self.zip.by_index_raw(index).map_err(reason)?.compression();
        if !matches!(method, CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(Reason::OddCompression);
        }
        let entry = self.zip.by_index(index).map_err(reason)?;
        Ok(Some(Box::new(Guard {
            packed: entry.compressed_size(),
            inner: entry,
            limits: self.limits,
            here: 0,
            total: Rc::clone(&self.unpacked),
        })))
    }

    /// Returns the beginning of a part as text.
    pub fn head(&mut self, name: &str, most: u64) -> Result<Option<String>, Reason> {
        let Some(part) = self.part(name)? else { return Ok(None) };
        let mut head = Vec::new();
        part.take(most).read_to_end(&mut head)?;
        Ok(Some(String::from_utf8_lossy(&head).into_owned()))
    }
}

/// Returns a zip file without what somebody put behind it, or says that its end is missing.
pub(crate) fn up_to_its_end(mut bytes: Vec<u8>) -> Result<Vec<u8>, Reason> {
    // The record that ends an archive has 22 bytes, and no comment where a program writes it.
    let end = memchr::memmem::rfind(&bytes, b"PK\x05\x06").ok_or(Reason::Incomplete)?;
    if bytes.len() <= end + 22 {
        return Err(Reason::Damaged);
    }
    bytes.truncate(end + 22);
    // The last two of them say how long the comment is.
    bytes[end + 20..].fill(0);
    Ok(bytes)
}

/// Returns a part's name as it is compared.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// Returns the name of a part that another part refers to.
pub(crate) fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let joined = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}{target}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in joined.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

pub(crate) fn reason(error: ZipError) -> Reason {
    match error {
        ZipError::Io(error) => error.into(),
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Reason::Protected
        }
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => {
            Reason::OddCompression
        }
        ZipError::DecompressedSizeLimitExceeded { .. } => Reason::Bomb,
        _ => Reason::Damaged,
    }
}

/// Stops a part that grows beyond what its packed size can honestly hold.
struct Guard<R> {
    inner: R,
    packed: u64,
    limits: Limits,
    here: u64,
    total: Rc<Counter<u64>>,
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof | io::ErrorKind::Interrupted => error,
            // A failed checksum or a broken deflate stream, as `zip` reports them.
            _ => Reason::Damaged.into(),
        })?;
        self.here += count as u64;
        self.total.set(self.total.get() + count as u64);
        let swollen =
            self.here > GRACE && self.here > self.packed.saturating_mul(self.limits.unpacked_ratio);
        if swollen
            || self.here > self.limits.part_bytes
            || self.total.get() > self.limits.unpacked_bytes
        {
            return Err(Reason::Bomb.into());
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_resolved_against_its_folder() {
        assert_eq!(resolve("xl/", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl/", "/xl/sheet.xml"), "xl/sheet.xml");
        assert_eq!(resolve("xl/worksheets/", "..\\strings.xml"), "xl/strings.xml");
        assert_eq!(resolve("", "../../../etc/passwd"), "etc/passwd");
    }
}
