//! The audit trail: what was changed, when and in whose name, each entry chained to the one before.
//!
//! It shows every change, removal or reordering of entries before its head. It does not show that the
//! newest entries were cut off or that the whole file was rewritten: for that the head is printed on
//! every export.

mod trail;

use rusqlite::{Connection, Row, params};
use sha2::{Digest, Sha256};

use crate::{Read, Result};

pub use trail::{StoredEntry, Stretch};

/// Marks the first version of the canonical bytes.
const DOMAIN: &[u8] = b"trilane-audit-v1";

/// The hash that the first entry follows.
const GENESIS: [u8; 32] = [0; 32];

/// One entry of the trail, without what it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its number, from 1 and without gaps.
    pub seq: u32,
    /// When it was made, in milliseconds since 1970, UTC, by the machine's clock.
    pub at: i64,
    /// In whose name: as entered in the preferences, not authenticated.
    pub actor: String,
    /// What kind of change.
    pub op: String,
    /// The change in words.
    pub detail: String,
}

/// What checking the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// How many entries the trail has.
    pub entries: u32,
    /// The number of the first entry that does not fit, where there is one.
    pub broken_at: Option<u32>,
    /// The hash of the newest entry, in hexadecimal.
    pub head: String,
}

/// Appends an entry and returns its number. The caller holds the transaction.
pub(crate) fn append(
    connection: &Connection,
    entry: crate::Entry<'_>,
    detail: &str,
    payload: &[u8],
) -> Result<u32> {
    let last = last(connection)?;
    let (seq, previous) = last.map_or((1, GENESIS.to_vec()), |(seq, hash)| (seq + 1, hash));
    // The salt keeps a small payload from being guessed after its text was erased for privacy.
    let salt: Vec<u8> = connection.query_row("SELECT randomblob(16)", [], |row| row.get(0))?;
    let audited = AuditEntry {
        seq,
        at: entry.at,
        actor: entry.actor.to_owned(),
        op: entry.op.to_owned(),
        detail: detail.to_owned(),
    };
    let commitment = commit(&salt, payload);
    let hash = audited.hash(&commitment, &previous);
    connection.prepare_cached(include_str!("insert.sql"))?.execute(params![
        seq,
        entry.at,
        entry.actor,
        entry.op,
        detail,
        payload,
        salt,
        commitment,
        previous,
        hash
    ])?;
    Ok(seq)
}

fn last(connection: &Connection) -> Result<Option<(u32, Vec<u8>)>> {
    let sql = "SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    Ok(rows.next()?.map(|row| Ok::<_, rusqlite::Error>((row.get(0)?, row.get(1)?))).transpose()?)
}

/// Returns what an entry changed, as the recorded bytes.
pub(crate) fn payload(connection: &Connection, seq: u32) -> Result<Vec<u8>> {
    let sql = "SELECT payload FROM audit_entry WHERE seq = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([seq], |row| row.get(0))?)
}

fn commit(salt: &[u8], payload: &[u8]) -> Vec<u8> {
    Sha256::new().chain_update(salt).chain_update(payload).finalize().to_vec()
}

impl AuditEntry {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: row.get("seq")?,
            at: row.get("at")?,
            actor: row.get("actor")?,
            op: row.get("op")?,
            detail: row.get("detail")?,
        })
    }

    /// Hashes length-prefixed fields, so that no two entries have the same bytes.
    fn hash(&self, commitment: &[u8], previous: &[u8]) -> Vec<u8> {
        let mut hash = Sha256::new_with_prefix(DOMAIN);
        let (seq, at) = (self.seq.to_le_bytes(), self.at.to_le_bytes());
        let texts = [&self.actor, &self.op, &self.detail].map(String::as_bytes);
        for part in [&seq[..], &at[..]].into_iter().chain(texts).chain([commitment, previous]) {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        hash.finalize().to_vec()
    }
}

impl Read<'_> {
    /// Returns entries from the newest back, at most `count` of them, older than `before` if given.
    pub fn audit_entries(self, before: Option<u32>, count: u32) -> Result<Vec<AuditEntry>> {
        let sql = "SELECT seq, at, actor, op, detail FROM audit_entry \
                   WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2";
        let mut statement = self.0.prepare_cached(sql)?;
        let before = before.map_or(i64::MAX, i64::from);
        let rows = statement.query_map(params![before, count], AuditEntry::from_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Walks the whole trail and reports the first entry that does not fit, and the head.
    pub fn audit_chain(self) -> Result<Chain> {
        let sql = "SELECT * FROM audit_entry ORDER BY seq";
        let mut statement = self.0.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut chain = Chain { entries: 0, broken_at: None, head: String::new() };
        let mut previous = GENESIS.to_vec();
        while let Some(row) = rows.next()? {
            chain.entries += 1;
            let entry = AuditEntry::from_row(row)?;
            let commitment: Vec<u8> = row.get("commitment")?;
            let hash: Vec<u8> = row.get("hash")?;
            let fits = entry.seq == chain.entries
                && row.get::<_, Vec<u8>>("previous")? == previous
                && commit(
                    row.get_ref("salt")?.as_bytes().unwrap_or_default(),
                    row.get_ref("payload")?.as_bytes().unwrap_or_default(),
                ) == commitment
                && entry.hash(&commitment, &previous) == hash;
            if !fits && chain.broken_at.is_none() {
                chain.broken_at = Some(chain.entries);
            }
            previous = hash;
        }
        chain.head = hex(&previous);
        Ok(chain)
    }

    /// Returns the hash of an entry, in hexadecimal; nothing where there is no such entry.
    pub fn audit_hash(self, seq: u32) -> Result<Option<String>> {
        let sql = "SELECT hash FROM audit_entry WHERE seq = ?1";
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query([seq])?;
        Ok(rows.next()?.map(|row| row.get::<_, Vec<u8>>(0)).transpose()?.map(|hash| hex(&hash)))
    }

    /// Returns the hash of the newest entry, in hexadecimal.
    pub fn audit_head(self) -> Result<String> {
        Ok(hex(&last(self.0)?.map_or(GENESIS.to_vec(), |(_, hash)| hash)))
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
