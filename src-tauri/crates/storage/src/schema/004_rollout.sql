-- The rollout: plans, their activities, pilots, gates and reviews, and how far automations are switched on.

CREATE TABLE playbook (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    start TEXT NOT NULL,
    -- A character a day of the week, Monday first: 1 for one that is worked.
    weekdays TEXT NOT NULL,
    is_example INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    row_hash BLOB NOT NULL
) STRICT;

CREATE TABLE holiday (
    playbook_id TEXT NOT NULL REFERENCES playbook (id),
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (playbook_id, day)
) STRICT;

CREATE TABLE activity (
    id TEXT PRIMARY KEY NOT NULL,
    playbook_id TEXT NOT NULL REFERENCES playbook (id),
    place INTEGER NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN ('discovery', 'pilot', 'expand', 'govern')),
    name TEXT NOT NULL,
    owner TEXT NOT NULL,
    days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 2000),
    not_before TEXT,
    baseline_start TEXT,
    baseline_end TEXT,
    started TEXT,
    done TEXT,
    note TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT;

CREATE TABLE activity_need (
    activity_id TEXT NOT NULL REFERENCES activity (id),
    needs_id TEXT NOT NULL REFERENCES activity (id),
    row_hash BLOB NOT NULL,
    PRIMARY KEY (activity_id, needs_id)
) STRICT;

-- The task may be deleted: the pilot then says so.
CREATE TABLE pilot (
    id TEXT PRIMARY KEY NOT NULL,
    playbook_id TEXT NOT NULL REFERENCES playbook (id),
    task_id TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT;

CREATE TABLE pilot_answer (
    pilot_id TEXT NOT NULL REFERENCES pilot (id),
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (pilot_id, field)
) STRICT;

CREATE TABLE gate_mark (
    playbook_id TEXT NOT NULL REFERENCES playbook (id),
    phase TEXT NOT NULL,
    condition TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    at INTEGER NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (playbook_id, phase, condition)
) STRICT;

CREATE TABLE gate_event (
    playbook_id TEXT NOT NULL REFERENCES playbook (id),
    place INTEGER NOT NULL,
    phase TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('go', 'hold', 'stop')),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    open_conditions INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (playbook_id, place)
) STRICT;

CREATE TABLE review_done (
    playbook_id TEXT NOT NULL REFERENCES playbook (id),
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    findings TEXT NOT NULL,
    follow_ups TEXT NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (playbook_id, kind, number)
) STRICT;

CREATE TABLE high_impact_window (
    id TEXT PRIMARY KEY NOT NULL,
    playbook_id TEXT NOT NULL REFERENCES playbook (id),
    name TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    review_below INTEGER NOT NULL CHECK (review_below BETWEEN 1 AND 100),
    row_hash BLOB NOT NULL
) STRICT;

CREATE TABLE objection (
    id TEXT PRIMARY KEY NOT NULL,
    playbook_id TEXT NOT NULL REFERENCES playbook (id),
    place INTEGER NOT NULL,
    who TEXT NOT NULL,
    objection TEXT NOT NULL,
    answer TEXT NOT NULL,
    pilot TEXT NOT NULL,
    person TEXT NOT NULL,
    from_doing TEXT NOT NULL,
    to_overseeing TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT;

-- An event is added and never changed. The task may be deleted.
CREATE TABLE automation_event (
    task_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('off', 'shadow', 'reviewed', 'active', 'paused')),
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (task_id, place)
) STRICT;
