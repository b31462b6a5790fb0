CREATE TABLE workspace (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uuid TEXT NOT NULL,
    created_at TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT;

CREATE TABLE task (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    channels TEXT NOT NULL,
    owner TEXT NOT NULL,
    downstream_systems TEXT NOT NULL,
    predictability INTEGER CHECK (predictability BETWEEN 1 AND 5),
    impact_of_error INTEGER CHECK (impact_of_error BETWEEN 1 AND 5),
    data_sensitivity INTEGER CHECK (data_sensitivity BETWEEN 1 AND 5),
    context_depth INTEGER CHECK (context_depth BETWEEN 1 AND 5),
    why_predictability TEXT NOT NULL,
    why_impact_of_error TEXT NOT NULL,
    why_data_sensitivity TEXT NOT NULL,
    why_context_depth TEXT NOT NULL,
    monthly_volume INTEGER CHECK (monthly_volume >= 0),
    minutes_per_item REAL CHECK (minutes_per_item >= 0),
    tags TEXT NOT NULL,
    notes TEXT NOT NULL,
    reference TEXT,
    row_hash BLOB NOT NULL
) STRICT;

-- What was entered and refused, kept in its cell until it is mended or discarded.
CREATE TABLE rejected_entry (
    task_id TEXT NOT NULL REFERENCES task (id),
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (task_id, field)
) STRICT;

CREATE TABLE audit_entry (
    seq INTEGER PRIMARY KEY NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    op TEXT NOT NULL,
    detail TEXT NOT NULL,
    payload BLOB NOT NULL,
    salt BLOB NOT NULL,
    commitment BLOB NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TRIGGER audit_entry_refuses_update BEFORE UPDATE ON audit_entry
BEGIN
    SELECT RAISE (ABORT, 'the audit trail is append-only');
END;

CREATE TRIGGER audit_entry_refuses_delete BEFORE DELETE ON audit_entry
BEGIN
    SELECT RAISE (ABORT, 'the audit trail is append-only');
END;

CREATE TABLE undo_step (
    entry INTEGER PRIMARY KEY NOT NULL REFERENCES audit_entry (seq),
    bytes INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
