"""The tables of the history, as a list of migrations: one entry per version of the database.

A released entry never changes; a new need is a new entry at the end.
"""

from __future__ import annotations

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE accounts (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        user_url TEXT NOT NULL,
        api_base TEXT NOT NULL,
        provider TEXT NOT NULL,
        user TEXT NOT NULL,
        is_local INTEGER NOT NULL DEFAULT 0,
        position INTEGER NOT NULL DEFAULT 0,
        capabilities TEXT,
        last_sync REAL
    );
    -- Times are seconds since 1970 (UTC); raw is the server's JSON, so that no field is lost.
    CREATE TABLE jobs (
        row INTEGER PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        job_id TEXT NOT NULL,
        status TEXT NOT NULL,
        status_text TEXT NOT NULL,
        title TEXT NOT NULL DEFAULT '',
        description TEXT NOT NULL DEFAULT '',
        created REAL,
        updated REAL,
        queued REAL,
        started REAL,
        ended REAL,
        duration REAL,
        progress REAL,
        plan TEXT NOT NULL DEFAULT '',
        costs REAL,
        budget REAL,
        log_level TEXT NOT NULL DEFAULT '',
        process TEXT,
        usage TEXT,
        raw TEXT NOT NULL,
        detailed_at REAL,
        gone INTEGER NOT NULL DEFAULT 0,
        pending TEXT NOT NULL DEFAULT '',
        seen INTEGER NOT NULL DEFAULT 0,
        UNIQUE (account_id, job_id)
    );
    CREATE INDEX jobs_created ON jobs (created);
    CREATE INDEX jobs_updated ON jobs (updated);
    CREATE INDEX jobs_status ON jobs (status, created);
    CREATE TABLE transitions (
        job_row INTEGER NOT NULL REFERENCES jobs(row) ON DELETE CASCADE,
        status TEXT NOT NULL,
        at REAL NOT NULL
    );
    CREATE INDEX transitions_job ON transitions (job_row, at);
    CREATE TABLE logs (
        row INTEGER PRIMARY KEY,
        job_row INTEGER NOT NULL REFERENCES jobs(row) ON DELETE CASCADE,
        entry_id TEXT NOT NULL,
        level INTEGER NOT NULL,
        time REAL,
        code TEXT NOT NULL DEFAULT '',
        node TEXT NOT NULL DEFAULT '',
        message TEXT NOT NULL,
        raw TEXT NOT NULL
    );
    CREATE INDEX logs_job ON logs (job_row, row);
    CREATE INDEX logs_entry ON logs (job_row, entry_id);
    CREATE INDEX logs_level ON logs (job_row, level, row);
    -- The result document without its links: they are signed, so they are secrets.
    CREATE TABLE results (
        job_row INTEGER PRIMARY KEY REFERENCES jobs(row) ON DELETE CASCADE,
        raw TEXT NOT NULL,
        fetched_at REAL NOT NULL
    );
    -- Not bound to jobs: a file outlives its job. Never a link, it is signed and expires.
    CREATE TABLE downloads (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account_id TEXT NOT NULL,
        job_id TEXT NOT NULL,
        asset_key TEXT NOT NULL,
        path TEXT NOT NULL,
        state TEXT NOT NULL,
        done INTEGER NOT NULL DEFAULT 0,
        total INTEGER,
        reason TEXT NOT NULL DEFAULT '',
        verified TEXT NOT NULL DEFAULT '',
        attempts INTEGER NOT NULL DEFAULT 0,
        retry_at REAL,
        etag TEXT NOT NULL DEFAULT '',
        checksum TEXT NOT NULL DEFAULT '',
        job_title TEXT NOT NULL DEFAULT '',
        media_type TEXT NOT NULL DEFAULT ''
    );
    """,
    """
    -- How a session comes about (never a secret), and what the person decided on the account.
    ALTER TABLE accounts ADD COLUMN method TEXT NOT NULL DEFAULT 'basic';
    ALTER TABLE accounts ADD COLUMN issuer TEXT NOT NULL DEFAULT '';
    ALTER TABLE accounts ADD COLUMN client_id TEXT NOT NULL DEFAULT '';
    ALTER TABLE accounts ADD COLUMN enabled INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE accounts ADD COLUMN history_only INTEGER NOT NULL DEFAULT 0;
    """,
    """
    -- Notices: whether the person was told of a change, and what the status was before it.
    ALTER TABLE transitions ADD COLUMN told INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE transitions ADD COLUMN before TEXT NOT NULL DEFAULT '';
    CREATE INDEX transitions_untold ON transitions (at) WHERE told = 0;
    -- Those that were told stay as a list (store.notices). What the person stopped is no news.
    CREATE INDEX transitions_told ON transitions (at, told) WHERE told >= 2;
    CREATE TABLE own_stops (
        job_row INTEGER PRIMARY KEY REFERENCES jobs(row) ON DELETE CASCADE
    );

    -- listed: a digest of the job's item in the last listing, so that a page without news is known
    -- at once. words: the ids of the processes and collections it uses, to be searched.
    ALTER TABLE jobs ADD COLUMN listed INTEGER;
    ALTER TABLE jobs ADD COLUMN words TEXT NOT NULL DEFAULT '';
    -- What the table of jobs is ordered and filtered by, without the long columns. Led by the row,
    -- it only grows at its end: an index for each order would make the first listing slow.
    CREATE INDEX jobs_listing ON jobs
        (row, account_id, status, title, job_id, created, updated, duration, progress, costs);
    CREATE INDEX jobs_active ON jobs (account_id)
        WHERE status IN ('queued', 'running') OR pending != '';
    DROP INDEX jobs_updated;
    DROP INDEX jobs_status;

    -- Search. Rows above search_state.upto are new and not indexed yet, rows in search_pending look
    -- different now: both are indexed a little later, in portions, and searched without an index
    -- until then. (A trigger for each insert would make the first listing slow.)
    CREATE VIRTUAL TABLE search USING fts5 (
        title, description, plan, words,
        content = 'jobs', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2'
    );
    -- Any part of a title or an id, of three characters or more.
    CREATE VIRTUAL TABLE search_names USING fts5 (
        title, job_id, content = 'jobs', content_rowid = 'row', tokenize = 'trigram'
    );
    CREATE TABLE search_state (upto INTEGER NOT NULL);
    INSERT INTO search_state VALUES (0);
    CREATE TABLE search_pending (row INTEGER PRIMARY KEY);
    CREATE TRIGGER jobs_updated AFTER UPDATE OF title, description, job_id, plan, words ON jobs
    WHEN old.row <= (SELECT upto FROM search_state) AND (
        old.title IS NOT new.title OR old.description IS NOT new.description
        OR old.job_id IS NOT new.job_id OR old.plan IS NOT new.plan OR old.words IS NOT new.words
    ) BEGIN
        INSERT INTO search (search, rowid, title, description, plan, words)
            SELECT 'delete', old.row, old.title, old.description, old.plan, old.words
            WHERE NOT EXISTS (SELECT 1 FROM search_pending WHERE row = old.row);
        INSERT INTO search_names (search_names, rowid, title, job_id)
            SELECT 'delete', old.row, old.title, old.job_id
            WHERE NOT EXISTS (SELECT 1 FROM search_pending WHERE row = old.row);
        INSERT OR IGNORE INTO search_pending VALUES (new.row);
    END;
    CREATE TRIGGER jobs_deleted AFTER DELETE ON jobs
    WHEN old.row <= (SELECT upto FROM search_state) BEGIN
        INSERT INTO search (search, rowid, title, description, plan, words)
            SELECT 'delete', old.row, old.title, old.description, old.plan, old.words
            WHERE NOT EXISTS (SELECT 1 FROM search_pending WHERE row = old.row);
        INSERT INTO search_names (search_names, rowid, title, job_id)
            SELECT 'delete', old.row, old.title, old.job_id
            WHERE NOT EXISTS (SELECT 1 FROM search_pending WHERE row = old.row);
        DELETE FROM search_pending WHERE row = old.row;
        -- The highest row may come again, as another job.
        UPDATE search_state SET upto = (SELECT coalesce(max(row), 0) FROM jobs)
            WHERE upto > (SELECT coalesce(max(row), 0) FROM jobs);
    END;

    -- Actions of the person on jobs (services.job_actions), one at a time for each job: what the
    -- back-end has not confirmed yet, what waits for a place there, what failed and is to be read.
    -- by_id: added by its id, the listing may lack it. made_here: created by this app.
    ALTER TABLE jobs ADD COLUMN by_id INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE jobs ADD COLUMN made_here INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE actions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        job_row INTEGER NOT NULL UNIQUE REFERENCES jobs(row) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        stage TEXT NOT NULL,
        body TEXT NOT NULL DEFAULT '{}',
        known TEXT NOT NULL DEFAULT '{}',
        asked_at REAL NOT NULL,
        message TEXT NOT NULL DEFAULT '',
        hint TEXT NOT NULL DEFAULT '',
        code TEXT NOT NULL DEFAULT '',
        reference TEXT NOT NULL DEFAULT '',
        details TEXT NOT NULL DEFAULT ''
    );

    -- Downloads: which bytes of a part are durable (etag holds what they are proved by), how it was
    -- verified if only its rename is left, where it waits in the queue, and whose link it was.
    ALTER TABLE downloads ADD COLUMN part TEXT NOT NULL DEFAULT '';
    ALTER TABLE downloads ADD COLUMN committed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE downloads ADD COLUMN ready TEXT NOT NULL DEFAULT '';
    ALTER TABLE downloads ADD COLUMN position REAL NOT NULL DEFAULT 0;
    ALTER TABLE downloads ADD COLUMN host TEXT NOT NULL DEFAULT '';
    ALTER TABLE downloads ADD COLUMN result_status TEXT NOT NULL DEFAULT '';
    UPDATE downloads SET position = id, committed = done, part = path || '.' || id || '.part';
    CREATE INDEX downloads_position ON downloads (position);
    -- Jobs whose files are to be fetched as soon as they have finished, and which of the files.
    CREATE TABLE auto_downloads (
        account_id TEXT NOT NULL,
        job_id TEXT NOT NULL,
        rule TEXT NOT NULL,
        PRIMARY KEY (account_id, job_id)
    );

    -- What was asked for beside the listing, and answered, were it with a refusal for good: a job
    -- at rest is not asked about again. errors_only: its log holds the errors alone so far.
    CREATE TABLE fetches (
        job_row INTEGER PRIMARY KEY REFERENCES jobs(row) ON DELETE CASCADE,
        details_at REAL,
        results_at REAL,
        errors_at REAL,
        errors_only INTEGER NOT NULL DEFAULT 0
    );
    """,
    """
    -- The table of jobs opens with those that changed last: of a million, the first of them are
    -- told by this order at once (a walk over all took 0.25 s). Nobody sorts so often by `created`.
    DROP INDEX jobs_created;
    CREATE INDEX jobs_changed ON jobs (coalesce(updated, created));
    -- Asked for with each look at an account; nearly always empty.
    CREATE INDEX jobs_by_id ON jobs (account_id, row) WHERE by_id = 1;
    """,
)
