/** A reader on a thin line, whose ping lies behind a large board, is told from one that is gone. */

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { LineProgress } from '../../../server/board/lineProgress.ts';
import { until } from '../../harness/until.ts';

/** More than the system's own buffers take. */
const LARGE = 24_000_000;
const open: { destroy(): unknown }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.destroy();
});

async function line(): Promise<{ near: Socket; far: Socket }> {
  const server = createServer();
  open.push({ destroy: () => server.close() });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const far = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
  far.pause();
  const near = await accepted;
  open.push(near, far);
  return { near, far };
}

/** Takes in so much, and no more. */
async function sip(far: Socket, bytes: number): Promise<void> {
  for (let left = bytes; left > 0; ) {
    const piece = far.read() as Buffer | null;
    if (piece) left -= piece.length;
    else await once(far, 'readable');
  }
}

it('who takes in what waits is there, and who takes in nothing is not', async () => {
  const { near, far } = await line();
  const progress = new LineProgress();
  expect(progress.look(near)).toBe(false);
  near.write(Buffer.alloc(LARGE));
  await until(() => near.writableLength > 0, { what: 'something to wait' });
  progress.look(near);
  for (let times = 0; times < 2; times++) {
    await sip(far, LARGE / 4);
    expect(progress.look(near)).toBe(true);
  }
  // What it had taken meanwhile settles; from then on it reads nothing.
  await until(() => !progress.look(near), { what: 'nothing to be taken any more' });
  near.write('more for somebody who does not read');
  expect(progress.look(near)).toBe(false);
});

it('who has nothing waiting is asked, not looked at', async () => {
  const { near, far } = await line();
  far.resume();
  const progress = new LineProgress();
  progress.look(near);
  near.write('a word');
  await until(() => far.bytesRead > 0, { what: 'the word' });
  expect(progress.look(near)).toBe(false);
  expect(progress.look(null)).toBe(false);
});
