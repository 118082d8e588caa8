/**
 * A process of its own that takes a database's write lock, as a backup or an operator's console does, says so in a
 * line, and lets it go when it is sent one.
 */

import { openDatabase } from '../../server/store/driver.ts';

const db = openDatabase(process.argv[2]!, 30_000);
db.exec('BEGIN IMMEDIATE');
process.stdout.write('held\n');
process.stdin.once('data', () => {
  db.exec('COMMIT');
  db.close();
  process.stdout.write('let go\n', () => process.exit(0));
});
// Whoever started it is gone: nothing may be held for ever.
process.stdin.once('end', () => process.exit(1));
