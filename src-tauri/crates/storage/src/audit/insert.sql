INSERT INTO audit_entry (seq, at, actor, op, detail, payload, salt, commitment, previous, hash)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
