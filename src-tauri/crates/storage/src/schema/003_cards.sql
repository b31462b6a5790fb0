-- Model cards: the record of one AI component in one use.

CREATE TABLE model_card (
    id TEXT PRIMARY KEY NOT NULL,
    made_at INTEGER NOT NULL,
    last_known_good TEXT,
    row_hash BLOB NOT NULL
) STRICT;

-- The task may be deleted: the card then says so.
CREATE TABLE card_task (
    card_id TEXT NOT NULL REFERENCES model_card (id),
    task_id TEXT NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (card_id, task_id)
) STRICT;

-- One answer. Its holder is a card, which can be changed, or a version, which is not.
CREATE TABLE card_answer (
    holder_id TEXT NOT NULL,
    list TEXT NOT NULL,
    item TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (holder_id, list, item, field)
) STRICT;

CREATE TABLE card_version (
    id TEXT PRIMARY KEY NOT NULL,
    card_id TEXT NOT NULL REFERENCES model_card (id),
    number TEXT NOT NULL,
    changes TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT;

CREATE TABLE card_event (
    id TEXT PRIMARY KEY NOT NULL,
    card_id TEXT NOT NULL REFERENCES model_card (id),
    kind TEXT NOT NULL CHECK (
        kind IN ('request', 'approve', 'reject', 'restrict', 'suspend', 'resume', 'retire')
    ),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    reason TEXT NOT NULL,
    conditions TEXT NOT NULL,
    until TEXT,
    at INTEGER NOT NULL,
    version TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT;
