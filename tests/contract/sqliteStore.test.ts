import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { storeContract } from './storeContract.ts';
import { KeptLog } from './storeFixtures.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
storeContract('sqlite', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'vandrehallen-store-'));
  folders.push(dataDir);
  return openSqliteStore({ dataDir, log: new KeptLog() });
});
