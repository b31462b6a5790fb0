-- What a task needs beyond its row stands in tables of its own, so that steps recorded
-- before this format can still be undone.

CREATE TABLE multimodal_task (
    task_id TEXT PRIMARY KEY NOT NULL REFERENCES task (id),
    row_hash BLOB NOT NULL
) STRICT;

CREATE TABLE decision (
    task_id TEXT PRIMARY KEY NOT NULL REFERENCES task (id),
    lane TEXT NOT NULL CHECK (lane IN ('automate', 'hybrid', 'human_only')),
    reason TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    until TEXT,
    predictability INTEGER CHECK (predictability BETWEEN 1 AND 5),
    impact_of_error INTEGER CHECK (impact_of_error BETWEEN 1 AND 5),
    data_sensitivity INTEGER CHECK (data_sensitivity BETWEEN 1 AND 5),
    context_depth INTEGER CHECK (context_depth BETWEEN 1 AND 5),
    row_hash BLOB NOT NULL
) STRICT;

-- A shipped guardrail stands here only once somebody has changed it.
CREATE TABLE guardrail (
    id TEXT PRIMARY KEY NOT NULL,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    conditions TEXT NOT NULL,
    cap TEXT NOT NULL CHECK (cap IN ('hybrid', 'human_only')),
    row_hash BLOB NOT NULL
) STRICT;

-- A column that the organisation added, and what stands in it.
CREATE TABLE custom_column (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'choice', 'date')),
    choices TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT;

CREATE TABLE custom_value (
    task_id TEXT NOT NULL REFERENCES task (id),
    column_id TEXT NOT NULL REFERENCES custom_column (id),
    text TEXT NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (task_id, column_id)
) STRICT;

-- How the organisation words a dimension. A wording is never changed: the next one is a new row.
CREATE TABLE rubric (
    id TEXT PRIMARY KEY NOT NULL,
    dimension TEXT NOT NULL,
    question TEXT NOT NULL,
    direction TEXT NOT NULL,
    level_1 TEXT NOT NULL,
    level_2 TEXT NOT NULL,
    level_3 TEXT NOT NULL,
    level_4 TEXT NOT NULL,
    level_5 TEXT NOT NULL,
    examples TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT;

-- A dimension without a row here is worded as Trilane brings it.
CREATE TABLE rubric_in_use (
    dimension TEXT PRIMARY KEY NOT NULL,
    rubric_id TEXT NOT NULL REFERENCES rubric (id),
    row_hash BLOB NOT NULL
) STRICT;

-- The wording that a score was given under, where it is the organisation's own.
CREATE TABLE score_rubric (
    task_id TEXT NOT NULL REFERENCES task (id),
    dimension TEXT NOT NULL,
    rubric_id TEXT NOT NULL REFERENCES rubric (id),
    row_hash BLOB NOT NULL,
    PRIMARY KEY (task_id, dimension)
) STRICT;

CREATE TABLE saved_view (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    spec TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT;

-- How the worksheet was left: not content, so neither undone nor in the trail.
CREATE TABLE layout (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    spec TEXT NOT NULL
) STRICT;
