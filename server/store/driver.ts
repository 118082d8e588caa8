/**
 * The SQLite driver behind one small interface: the only file that knows `libsql`. Another driver (better-sqlite3,
 * node:sqlite) needs a new body for `openDatabase` and `isBusy` and nothing else.
 */

import Database from 'libsql';

export type Value = string | number | null | Uint8Array;

/** One synchronous connection. Statements are prepared once and kept. */
export interface Db {
  /** Runs statements that take and give nothing. */
  exec(sql: string): void;
  /** Runs one statement. @returns rows changed */
  run(sql: string, ...values: Value[]): number;
  /** The first row, as a plain object with exactly the columns asked for. */
  get<Row>(sql: string, ...values: Value[]): Row | undefined;
  /** All rows. Blobs come as `Uint8Array`s that own their whole buffer. */
  all<Row>(sql: string, ...values: Value[]): Row[];
  readonly inTransaction: boolean;
  close(): void;
}

/** Opens a connection; the file is made if need be. A lock is waited for `busyMs` before SQLITE_BUSY is thrown. */
export function openDatabase(file: string, busyMs: number): Db {
  const database = new Database(file, { timeout: busyMs });
  const statements = new Map<string, Database.Statement>();

  function prepared(sql: string): Database.Statement {
    let statement = statements.get(sql);
    if (!statement) {
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  }

  // Always `all` and never an iterator: one that is left half-way keeps its read transaction open, and then the WAL
  // can never be emptied. Values go in as one array: a lone `null` or blob would be taken for named parameters.
  return {
    exec: (sql) => void database.exec(sql),
    run: (sql, ...values) => prepared(sql).run(values).changes,
    get: (sql, ...values) => (prepared(sql).all(values) as object[]).map(plainRow)[0] as never,
    all: (sql, ...values) => (prepared(sql).all(values) as object[]).map(plainRow) as never,
    get inTransaction() {
      return database.inTransaction;
    },
    close: () => void database.close(),
  };
}

/** Whether a call failed because another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  return String((error as { code?: unknown })?.code).startsWith('SQLITE_BUSY');
}

/** The driver adds `_metadata` to some rows, and gives blobs now as ArrayBuffer, now as Buffer of a shared pool. */
function plainRow(row: object): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    if (column === '_metadata') continue;
    plain[column] =
      value instanceof ArrayBuffer || value instanceof Uint8Array ? new Uint8Array(value) : value;
  }
  return plain;
}
