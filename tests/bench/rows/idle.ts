/** Five thousand who are connected and do nothing. */

import type { IdleJob, IdleResult } from '../load/idleLoad.ts';
import { runJob } from '../loadProcess.ts';
import { openFilesMax } from '../procfs.ts';
import { atMost, exactly, figure, type Row } from '../row.ts';
import { dataFolder, NAMES, startServer } from '../servers.ts';

interface Kind {
  who: IdleJob['who'];
  as: IdleJob['as'];
  name: string;
}

const OURS: Kind[] = [
  { who: 'ours', as: 'board', name: `${NAMES.ours}, boards` },
  { who: 'ours', as: 'pad', name: `${NAMES.ours}, pads` },
];
const PEERS: Kind[] = (['floor', 'hocuspocus', 'yWebsocket'] as const).map((who) => ({
  who,
  as: 'board',
  name: NAMES[who],
}));
/** Files that a process has open besides its connections. */
const FILES_SPARE = 200;

export const idle: Row = {
  name: 'idle',
  title: 'Connected, and nobody acts',
  run: async ({ quick, peers, say }) => {
    const most = openFilesMax() - FILES_SPARE;
    const people = Math.min(quick ? 200 : 5_000, most);
    // Two whole rounds of the phones' pings: a part of one would count more or fewer of them.
    const seconds = quick ? 3 : 50;
    const results = new Map<Kind, IdleResult>();
    for (const kind of [...OURS, ...(peers ? PEERS : [])]) {
      say(`${people} on ${kind.name}`);
      const data = dataFolder();
      const server = await startServer(kind.who, { dataDir: kind.who === 'ours' ? data.path : undefined });
      try {
        const { who, as } = kind;
        results.set(
          kind,
          await runJob('idle', { who, as, base: server.base, pid: server.pid, people, seconds }),
        );
      } finally {
        await server.child.kill();
        data.remove();
      }
    }
    const notes = [
      'Memory is what the server grew by while they came in, each with a session of their own (the peers know none). The peers run without awareness, in which every client of theirs renews itself several times a minute and tells everybody.',
    ];
    if (people === most) notes.push(`This machine lets a process open no more than ${most} connections.`);
    return {
      tables: [
        {
          title: `${figure(people)} connections to one server for ${seconds} s`,
          columns: COLUMNS,
          lines: [...results].map(([{ name }, { cost, kBEach, connectMs, lost }]) => [
            name,
            ...[100 * cost.cpu, kBEach, cost.memoryMb, 1_000 * cost.kBps, connectMs / 1_000, lost].map(
              figure,
            ),
          ]),
        },
      ],
      checks: OURS.flatMap((kind) => {
        const { cost, kBEach, lost } = results.get(kind)!;
        return [
          exactly(`${kind.as}s: connections lost`, lost, 0),
          atMost(`${kind.as}s: CPU of a core`, 100 * cost.cpu, 5, '%'),
          atMost(`${kind.as}s: memory each`, kBEach, 35, 'kB'),
        ];
      }),
      notes,
      others: Math.max(...[...results.values()].map(({ cost }) => cost.others)),
    };
  },
};

const COLUMNS = [
  '',
  'CPU, % of a core',
  'kB of memory each',
  'memory MB',
  'bytes/s to each',
  'all in after s',
  'lost',
];
