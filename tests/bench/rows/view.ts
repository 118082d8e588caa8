/** What a hall's Wi-Fi must carry: boards that show a tenth of the notes, and half the room on pads. */

import type { ViewJob, ViewResult } from '../load/viewLoad.ts';
import { runJob } from '../loadProcess.ts';
import { atMost, exactly, figure, type Row } from '../row.ts';
import { dataFolder, NAMES, startServer } from '../servers.ts';

/** How much more than it shows a board of ours tells, on each side (client/board/surface/tellView.ts). */
const AROUND = 0.25;

export const view: Row = {
  name: 'view',
  title: 'Drags in flight, on boards that show a tenth of the notes; half the room on pads',
  why: 'views are told apart by cells of 1,600 units: of a board of 300 notes (4,480 × 3,360) a view of a tenth, with the quarter that is told around it, touches about half of the cells; and what is taken up anew is named with its whole id to all of them.',
  run: async ({ quick, say }) => {
    const size = quick
      ? { boards: 30, pads: 30, movers: 6, seconds: 2 }
      : { boards: 800, pads: 800, movers: 160, seconds: 5 };
    const common = { notes: 300, share: 0.1, ...size };
    const told = await measure({ ...common, around: AROUND }, say);
    const shown = await measure({ ...common, around: 0 }, say);
    return {
      tables: [
        {
          title: `${size.boards} boards, ${size.pads} pads, ${size.movers} dragging at 20 Hz among 300 notes`,
          columns: COLUMNS,
          lines: [
            line(`${NAMES.ours}, as our client tells its view`, told),
            line(`${NAMES.ours}, if it told no more than it shows`, shown),
          ],
        },
      ],
      checks: [
        exactly('connections lost', told.lost, 0),
        atMost('to a board', told.boards.kBps, 5, 'kB/s'),
        atMost('to a pad', told.pads.kBps, 0.5, 'kB/s'),
      ],
      notes: [
        'Our client tells a view that is a quarter larger on each side than its screen. None of the peers can be told what a screen shows: to them goes what motion says.',
      ],
      others: Math.max(told.boards.others, shown.boards.others),
    };
  },
};

async function measure(
  size: Omit<ViewJob, 'base' | 'pid'>,
  say: (line: string) => void,
): Promise<ViewResult> {
  say(`${size.boards} boards and ${size.pads} pads on ${NAMES.ours}`);
  const data = dataFolder();
  const { base, pid, child } = await startServer('ours', { dataDir: data.path });
  try {
    return await runJob('view', { base, pid, ...size });
  } finally {
    await child.kill();
    data.remove();
  }
}

const COLUMNS = [
  '',
  'kB/s to a board',
  'kB/s to a pad',
  'places sent/s',
  'server CPU, cores',
  'load CPU, cores',
  'load lag p99 ms',
];

function line(name: string, { boards, pads, sent }: ViewResult): string[] {
  return [name, ...[boards.kBps, pads.kBps, sent, boards.cpu, boards.loadCpu, boards.loadLag].map(figure)];
}
