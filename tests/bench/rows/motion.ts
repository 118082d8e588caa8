/** Drags in flight, all to all; and the largest crowd on one core. */

import type { MotionResult } from '../load/motionLoad.ts';
import { runJob } from '../loadProcess.ts';
import { atMost, type Check, exactly, figure, type Row, type RowContext, ratio, type Table } from '../row.ts';
import { dataFolder, NAMES, startServer, type Who } from '../servers.ts';

interface Size {
  people: number;
  movers: number;
}

const SIZES: Size[] = [
  { people: 200, movers: 20 },
  { people: 400, movers: 40 },
  { people: 800, movers: 80 },
  { people: 1_600, movers: 160 },
];
const NOTES = 300;
/** A server whose viewers see what is older than this is past its end; larger crowds are not tried on it. */
const COLLAPSED_MS = 1_000;

export const motion: Row = {
  name: 'motion',
  title: 'Drags in flight (20 Hz each, all to all)',
  run: async (context) => {
    const sizes = context.quick ? [{ people: 60, movers: 6 }] : SIZES;
    const servers: Who[] = context.peers ? ['floor', 'ours', 'hocuspocus', 'yWebsocket', 'tldraw'] : ['ours'];
    const tables: Table[] = [];
    let others = 0;
    const collapsed = new Set<Who>();
    let newest = new Map<Who, MotionResult>();
    for (const size of sizes) {
      newest = new Map();
      for (const who of servers) {
        if (collapsed.has(who)) continue;
        context.say(`${size.people}/${size.movers} on ${NAMES[who]}`);
        const result = await runOn(who, size, context);
        newest.set(who, result);
        others = Math.max(others, result.cost.others);
        if (result.staleness.p95 > COLLAPSED_MS) collapsed.add(who);
      }
      tables.push(tableOf(size, servers, newest));
    }
    const [ours, floor, hocuspocus] = [newest.get('ours')!, newest.get('floor'), newest.get('hocuspocus')];
    const { people, movers } = sizes.at(-1)!;
    const at = `${people}/${movers}: `;
    return {
      tables,
      checks: [
        ...soundness(at, ours),
        atMost(`${at}staleness p95`, ours.staleness.p95, 90, 'ms'),
        atMost(`${at}server CPU, of Hocuspocus`, ratio(ours.cost.cpu, hocuspocus?.cost.cpu), 0.6, '×'),
        atMost(`${at}server CPU, of the floor`, ratio(ours.cost.cpu, floor?.cost.cpu), 1.5, '×'),
        atMost(`${at}to each client`, ours.cost.kBps, 25, 'kB/s'),
      ],
      notes: [
        'Staleness: the age of the newest place of each mover that a viewer has, looked at at random moments; half a period of the movers (25 ms) is in it for all.',
        'Ours goes through rights and sessions; drags are motion, and are no part of the document. On Hocuspocus, @y/websocket-server and tldraw the drag is in the document, as their clients have it; they run without awareness, rights and disk.',
        'Where the load process used nearly a core of its own (last columns), it, and not the server, may be what is old.',
      ],
      others,
    };
  },
};

export const crowd: Row = {
  name: 'crowd',
  title: 'Drags in flight, the largest crowd on one core',
  run: async (context) => {
    const size = context.quick ? { people: 100, movers: 10 } : { people: 3_000, movers: 300 };
    context.say(`${size.people}/${size.movers} on ${NAMES.ours}`);
    const ours = await runOn('ours', size, context);
    const at = `${size.people}/${size.movers}: `;
    return {
      tables: [tableOf(size, ['ours'], new Map([['ours', ours]]))],
      checks: [...soundness(at, ours), atMost(`${at}staleness p95`, ours.staleness.p95, 150, 'ms')],
      notes: [
        'The load process has a core of its own; where it is full, people would see less delay than it says.',
      ],
      others: ours.cost.others,
    };
  },
};

async function runOn(who: Who, { people, movers }: Size, { quick }: RowContext): Promise<MotionResult> {
  const data = dataFolder();
  const notes = Math.max(NOTES, movers);
  const server = await startServer(who, { dataDir: who === 'ours' ? data.path : undefined, notes });
  try {
    const { base, pid } = server;
    return await runJob('motion', { who, base, pid, people, movers, notes, seconds: quick ? 2 : 5 });
  } finally {
    await server.child.kill();
    data.remove();
  }
}

/** What must hold before any figure counts. */
export function soundness(at: string, { lost, strange }: MotionResult): Check[] {
  return [exactly(`${at}connections lost`, lost, 0), exactly(`${at}places that nobody sent`, strange, 0)];
}

export const MOTION_COLUMNS = [
  '',
  'staleness p50 ms',
  'p95 ms',
  'server CPU, cores',
  'kB/s to each',
  'memory MB',
  'load CPU, cores',
  'load lag p99 ms',
];

export function motionLine(name: string, { staleness, cost, lost }: MotionResult): string[] {
  const collapsed = staleness.p95 > COLLAPSED_MS ? ': collapsed' : lost > 0 ? `: ${lost} lost` : '';
  return [
    name,
    figure(staleness.p50),
    `${figure(staleness.p95)}${collapsed}`,
    figure(cost.cpu),
    figure(cost.kBps),
    figure(cost.memoryMb),
    figure(cost.loadCpu),
    figure(cost.loadLag),
  ];
}

function tableOf({ people, movers }: Size, servers: Who[], results: ReadonlyMap<Who, MotionResult>): Table {
  const lines = servers.map((who) => {
    const result = results.get(who);
    return result ? motionLine(NAMES[who], result) : [NAMES[who], 'not run: it had collapsed'];
  });
  return { title: `${people} people, ${movers} of them dragging`, columns: MOTION_COLUMNS, lines };
}
