/** Coming to a board of five thousand notes, and a thousand coming back to it at once. */

import type { JoinJob, JoinResult } from '../load/joinLoad.ts';
import { runJob } from '../loadProcess.ts';
import { atMost, exactly, figure, type Row } from '../row.ts';
import { dataFolder, NAMES, startServer } from '../servers.ts';

export const join: Row = {
  name: 'join',
  title: 'Coming, and coming back',
  run: async ({ quick, peers, say }) => {
    const size = quick
      ? { notes: 300, authors: 30, people: 50 }
      : { notes: 5_000, authors: 300, people: 1_000 };
    const servers: JoinJob['who'][] = peers ? ['ours', 'hocuspocus', 'yWebsocket', 'tldraw'] : ['ours'];
    const results = new Map<JoinJob['who'], JoinResult | string>();
    for (const who of servers) {
      say(`${size.notes} notes, ${size.people} people on ${NAMES[who]}`);
      const data = dataFolder();
      // tldraw lets a page have 4,000 shapes.
      const notes = who === 'tldraw' ? Math.min(size.notes, 4_000) : size.notes;
      const server = await startServer(who, { dataDir: who === 'ours' ? data.path : undefined, notes });
      try {
        results.set(who, await runJob('join', { who, base: server.base, pid: server.pid, ...size }));
      } catch (error) {
        if (who === 'ours') throw error;
        results.set(who, `failed: ${String(error).split('\n', 1)[0]}`);
      } finally {
        await server.child.kill();
        data.remove();
      }
    }
    const ours = results.get('ours') as JoinResult;
    return {
      tables: [
        {
          title: `A board of ${figure(size.notes)} notes by ${size.authors} authors; ${figure(size.people)} come back at once`,
          columns: COLUMNS,
          lines: [...results].map(([who, result]) =>
            typeof result === 'string' ? [NAMES[who], result] : line(NAMES[who], result),
          ),
        },
      ],
      checks: [
        atMost('new client, nothing ready, worst', ours.first.max, 300, 'ms'),
        exactly('people who did not come back into sync', ours.missing, 0),
        atMost('all back in sync', ours.back.max, 10_000, 'ms'),
        atMost('event-loop delay p99 meanwhile', ours.loopDelay, 200, 'ms'),
      ],
      notes: [
        'A new client: from asking for the board, on an open connection, to having its last byte; “first” right after a change, “next” when somebody has just asked the same.',
        'Coming back: all connections are cut and opened again in one moment, each with the whole document; in sync is who has the server’s answer and whose own answer is acknowledged (@y/websocket-server and tldraw acknowledge none). Board channel alone.',
        'tldraw lets a page have 4,000 shapes, and has that many here.',
      ],
      others: Math.max(
        ...[...results.values()].map((result) => (typeof result === 'string' ? 0 : result.others)),
      ),
    };
  },
};

const COLUMNS = [
  '',
  'first p50 ms',
  'worst ms',
  'next p50 ms',
  'kB of the board',
  'applied in a client, ms',
  'back in sync p50 ms',
  'last ms',
  'event-loop delay p99 ms',
];

function line(name: string, { first, next, bytes, applyMs, back, loopDelay }: JoinResult): string[] {
  const figures = [first.p50, first.max, next.p50, bytes / 1_000, applyMs, back.p50, back.max, loopDelay];
  return [name, ...figures.map(figure)];
}
