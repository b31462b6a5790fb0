INSERT INTO rejected_entry (task_id, field, text, row_hash)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (task_id, field) DO UPDATE SET text = excluded.text, row_hash = excluded.row_hash
