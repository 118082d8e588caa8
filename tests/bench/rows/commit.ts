/** Commits: drops, edits and new notes, through rights and journal; beside Hocuspocus with its SQLite extension. */

import type { CommitJob, CommitResult } from '../load/commitLoad.ts';
import { runJob } from '../loadProcess.ts';
import { atMost, exactly, figure, type Row, type RowContext, ratio } from '../row.ts';
import { dataFolder, NAMES, startServer } from '../servers.ts';

type Server = CommitJob['who'];
type Measured = CommitResult & { missing: number };

export const commit: Row = {
  name: 'commit',
  title: 'Commits: drops, edits, new notes',
  run: async (context) => {
    const ours = await measure('ours', context);
    const theirs = context.peers ? await measure('hocuspocus', context) : null;
    const { people, writers, rate } = sizeOf(context);
    const lines = [
      line(NAMES.ours, ours),
      ...(theirs ? [line(`${NAMES.hocuspocus} with SQLite`, theirs)] : []),
    ];
    return {
      tables: [
        {
          title: `${people} people, ${writers} of them writing, ${rate} times a second each`,
          columns: COLUMNS,
          lines,
        },
      ],
      checks: [
        exactly('connections lost', ours.lost, 0),
        exactly('changes refused', ours.refused.length, 0),
        atMost('on disk and acknowledged, p95', ours.acknowledged.p95, 60, 'ms'),
        atMost('seen by others, p95', ours.seen.p95, 100, 'ms'),
        exactly('changes that never came through', ours.unacknowledged + ours.unseen, 0),
        exactly('notes lost after kill -9', ours.missing, 0),
        atMost('server CPU, of Hocuspocus', ratio(ours.cost.cpu, theirs?.cost.cpu), 0.5, '×'),
      ],
      notes: [
        'Six drops to two and a half edits to one and a half new notes. The server is killed (SIGKILL) right after the last acknowledgement and started again; then each note that one person alone had touched is compared with what its writer was told is safe.',
        'Ours acknowledges what is on disk and has passed the gate. Hocuspocus acknowledges what it has applied in memory, and writes the whole document 2 to 10 s later (its defaults): its times are no promise. @y/websocket-server and tldraw fall before a thousand people (see motion).',
      ],
      others: Math.max(ours.cost.others, theirs?.cost.others ?? 0),
    };
  },
};

const sizeOf = ({ quick }: RowContext) =>
  quick
    ? { people: 50, writers: 10, rate: 5, seconds: 3 }
    : { people: 1_000, writers: 200, rate: 5, seconds: 10 };

async function measure(who: Server, context: RowContext): Promise<Measured> {
  context.say(NAMES[who]);
  const data = dataFolder();
  let server = await startServer(who, { dataDir: data.path });
  try {
    const job = { who, base: server.base, pid: server.pid, ...sizeOf(context) };
    const result = await runJob('commit', job, () => server.child.kill());
    server = await startServer(who, { dataDir: data.path });
    const { place, expected } = result;
    const { missing } = await runJob('missing', { who, base: server.base, place, expected });
    return { ...result, missing };
  } finally {
    await server.child.kill();
    data.remove();
  }
}

const COLUMNS = [
  '',
  'acknowledged p50 ms',
  'p95 ms',
  'seen p50 ms',
  'p95 ms',
  'never came through',
  'lost after kill -9',
  'server CPU, cores',
  'kB/s to each',
  'memory MB',
  'load CPU, cores',
  'load lag p99 ms',
];

function line(
  name: string,
  { acknowledged, seen, cost, unacknowledged, unseen, missing, expected }: Measured,
): string[] {
  return [
    name,
    figure(acknowledged.p50),
    figure(acknowledged.p95),
    figure(seen.p50),
    figure(seen.p95),
    figure(unacknowledged + unseen),
    `${figure(missing)} of ${figure(expected.size)}`,
    figure(cost.cpu),
    figure(cost.kBps),
    figure(cost.memoryMb),
    figure(cost.loadCpu),
    figure(cost.loadLag),
  ];
}
