/** What lies in a data folder, looked at and meddled with past the server. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile } from '../../server/store/dataFolder.ts';
import { type Db, openDatabase } from '../../server/store/driver.ts';

/** Opens the folder's database, hands it over, and closes it. */
export function withDatabase<T>(dataDir: string, look: (db: Db) => T): T {
  const db = openDatabase(databaseFile(dataDir), 5_000);
  try {
    return look(db);
  } finally {
    db.close();
  }
}

/** All rows of the boards' tables, for "nothing was changed". */
export function boardRows(dataDir: string): Record<string, object[]> {
  return withDatabase(dataDir, (db) =>
    Object.fromEntries(
      ['journal', 'snapshot', 'note_owner', 'lease', 'station_head'].map((table) => [
        table,
        db.all<object>(`SELECT * FROM ${table} ORDER BY 1, 2, 3`),
      ]),
    ),
  );
}

/** The names of files in the folder that hold any of these texts, as UTF-8. */
export function filesHolding(dataDir: string, texts: readonly string[]): string[] {
  const found: string[] = [];
  for (const name of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) {
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(dataDir, name));
    } catch {
      continue;
    }
    for (const text of texts) if (bytes.includes(text)) found.push(`${name}: ${text}`);
  }
  return found;
}
