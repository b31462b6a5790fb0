INSERT INTO decision (
    task_id, lane, reason, decided_by, decided_at, until,
    predictability, impact_of_error, data_sensitivity, context_depth, row_hash
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (task_id) DO UPDATE SET
    lane = excluded.lane,
    reason = excluded.reason,
    decided_by = excluded.decided_by,
    decided_at = excluded.decided_at,
    until = excluded.until,
    predictability = excluded.predictability,
    impact_of_error = excluded.impact_of_error,
    data_sensitivity = excluded.data_sensitivity,
    context_depth = excluded.context_depth,
    row_hash = excluded.row_hash
