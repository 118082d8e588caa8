/** The tables, as a list of migrations: `user_version` counts those a file has had. Never change one that has been out. */

import type { Db } from './driver.ts';

export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE hall (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    locale TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    round INTEGER NOT NULL,
    rounds TEXT NOT NULL,      -- JSON
    stations TEXT NOT NULL     -- JSON
  );

  -- Where each board stands. Updated in the same transaction as the journal row that moves it.
  CREATE TABLE station_head (
    station TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall,
    epoch INTEGER NOT NULL,
    head INTEGER NOT NULL,
    server_client INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    written INTEGER NOT NULL
  );
  CREATE INDEX station_head_hall ON station_head (hall);

  -- Append-only. A rowid table: the rows of all stations in one commit go to the same last page.
  CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    station TEXT NOT NULL REFERENCES station_head,
    seq INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    crc INTEGER NOT NULL,
    UNIQUE (station, seq)
  );

  CREATE TABLE snapshot (
    station TEXT NOT NULL REFERENCES station_head,
    seq INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    crc INTEGER NOT NULL,
    PRIMARY KEY (station, seq)
  );

  -- Who used a note id first; person is null for the server itself. Kept for ever.
  CREATE TABLE note_owner (
    station TEXT NOT NULL REFERENCES station_head,
    ordinal INTEGER NOT NULL,
    note TEXT NOT NULL,
    person TEXT,
    PRIMARY KEY (station, ordinal),
    UNIQUE (station, note)
  ) WITHOUT ROWID;

  -- Who used a Yjs clientID first.
  CREATE TABLE lease (
    station TEXT NOT NULL REFERENCES station_head,
    ordinal INTEGER NOT NULL,
    client INTEGER NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (station, ordinal),
    UNIQUE (station, client)
  ) WITHOUT ROWID;

  -- For the operator: rows and snapshots that could not be used. They lie where they lay.
  CREATE TABLE quarantine (
    station TEXT NOT NULL REFERENCES station_head,
    what TEXT NOT NULL,
    seq INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (station, what, seq)
  );

  -- A code is unique among withdrawn keys too: an old poster must never lead into a strange hall.
  CREATE TABLE hall_key (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall,
    hash TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    station TEXT REFERENCES station_head,
    code TEXT UNIQUE,
    created_at INTEGER NOT NULL,
    withdrawn_at INTEGER
  );
  CREATE INDEX hall_key_hall ON hall_key (hall);

  CREATE TABLE person (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    created_at INTEGER NOT NULL
  );
  CREATE INDEX person_hall ON person (hall);

  CREATE TABLE session (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    hall TEXT NOT NULL REFERENCES hall,
    role TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person,
    created_at INTEGER NOT NULL,
    ended_at INTEGER
  );
  CREATE INDEX session_hall ON session (hall) WHERE ended_at IS NULL;

  CREATE TABLE session_key (
    session TEXT NOT NULL REFERENCES session,
    ordinal INTEGER NOT NULL,
    hall_key TEXT NOT NULL REFERENCES hall_key,
    PRIMARY KEY (session, ordinal)
  ) WITHOUT ROWID;
  CREATE INDEX session_key_key ON session_key (hall_key);

  CREATE TABLE visit (
    person TEXT NOT NULL REFERENCES person,
    station TEXT NOT NULL REFERENCES station_head,
    seen INTEGER NOT NULL,
    PRIMARY KEY (person, station)
  ) WITHOUT ROWID;

  CREATE TABLE canary (id INTEGER PRIMARY KEY, song INTEGER NOT NULL);
  `,
  `
  ALTER TABLE hall ADD COLUMN more TEXT NOT NULL DEFAULT '{}';     -- JSON: settings, timer, end, removed stations

  -- Small durable things of a hall: notes that are hidden, votes, hands.
  CREATE TABLE hall_item (
    hall TEXT NOT NULL REFERENCES hall,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,       -- JSON
    PRIMARY KEY (hall, kind, key)
  ) WITHOUT ROWID;

  -- What hosts and the organiser did; never a note's text.
  CREATE TABLE hall_log (
    id INTEGER PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall,
    at INTEGER NOT NULL,
    line TEXT NOT NULL         -- JSON
  );
  CREATE INDEX hall_log_hall ON hall_log (hall, id);
  `,
  `
  ALTER TABLE person ADD COLUMN person_role TEXT NOT NULL DEFAULT '';
  `,
  `
  -- Where results pages are or were: an address is never given to another hall.
  CREATE TABLE page_address (
    address TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall
  ) WITHOUT ROWID;

  -- Files of results pages. One that is not whole is on its way in or out.
  CREATE TABLE page_file (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size INTEGER NOT NULL,
    at INTEGER NOT NULL,
    whole INTEGER NOT NULL
  );
  CREATE INDEX page_file_hall ON page_file (hall);

  CREATE TABLE page_file_piece (
    file TEXT NOT NULL REFERENCES page_file,
    n INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (file, n)
  );
  `,
];

/** Brings the file up to the newest schema, all or nothing. Inside a transaction of the caller's. */
export function migrate(db: Db, migrations: readonly string[] = MIGRATIONS): void {
  const had = schemaVersion(db, migrations.length);
  if (had === migrations.length) return;
  for (const migration of migrations.slice(had)) db.exec(migration);
  db.exec(`PRAGMA user_version = ${migrations.length}`);
}

/** How many migrations the file has had. @throws when it is of a newer version of the program, or of another program */
export function schemaVersion(db: Db, known = MIGRATIONS.length): number {
  const { user_version: had } = db.get<{ user_version: number }>('PRAGMA user_version')!;
  if (had > known) {
    throw new Error(`a newer version of the program wrote it (schema ${had}; this one knows ${known})`);
  }
  const { tables } = db.get<{ tables: number }>('SELECT count(*) AS tables FROM sqlite_schema')!;
  if (had === 0 && tables > 0) throw new Error('it is a database of another program');
  return had;
}
