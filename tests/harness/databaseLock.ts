/** The write lock of a server's database in somebody else's hand: a process of its own has it until told to let go. */

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { databaseFile } from '../../server/store/dataFolder.ts';

const script = fileURLToPath(new URL('./holdDatabase.ts', import.meta.url));

export interface DatabaseLock {
  /** Lets go, and resolves when it is free. */
  letGo(): Promise<void>;
}

/** Resolves when the lock is taken: nobody else can write from then on. */
export async function lockDatabase(dataDir: string): Promise<DatabaseLock> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, databaseFile(dataDir)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const said = await lines.next();
  if (said.value !== 'held') throw new Error('the lock could not be taken');
  return {
    letGo: async () => {
      child.stdin.write('go\n');
      await ended;
    },
  };
}
