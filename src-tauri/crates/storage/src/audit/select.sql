SELECT seq, at, actor, op, detail, payload
FROM audit_entry
WHERE
    seq > ?1 AND seq < ?2
    AND (?3 IS NULL OR op = ?3)
    AND (?4 IS NULL OR actor = ?4)
    AND at >= ?5 AND at < ?6
ORDER BY seq DESC
