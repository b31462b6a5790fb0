INSERT INTO card_event (
    id, card_id, kind, name, role, reason, conditions, until, at, version, content_hash, row_hash
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
