CREATE TABLE preflight_journal (
    entry_id VARCHAR(36) NOT NULL PRIMARY KEY,
    place BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    claim VARCHAR(64) UNIQUE,
    begun_at VARCHAR(40) NOT NULL,
    state VARCHAR(10) NOT NULL,
    base_url TEXT NOT NULL,
    model TEXT NOT NULL,
    media_digests TEXT NOT NULL,
    task_id TEXT,
    created_at TEXT,
    request_id TEXT,
    code TEXT,
    message TEXT
);
CREATE INDEX preflight_journal_place ON preflight_journal (place);
CREATE INDEX preflight_journal_digest ON preflight_journal (digest);
CREATE INDEX preflight_journal_task ON preflight_journal (task_id);
