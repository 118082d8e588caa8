/** Phone to wall: a note from a pad, over the hall channel, through journal and gate to a board. */

import { runJob } from '../loadProcess.ts';
import { atMost, exactly, figure, type Row } from '../row.ts';
import { dataFolder, NAMES, startServer } from '../servers.ts';

export const pad: Row = {
  name: 'pad',
  title: 'From pad to wall',
  run: async ({ quick, say }) => {
    const size = quick ? { phones: 30, every: 2, seconds: 4 } : { phones: 300, every: 10, seconds: 20 };
    say(`${size.phones} phones on ${NAMES.ours}`);
    const data = dataFolder();
    const server = await startServer('ours', { dataDir: data.path });
    try {
      const result = await runJob('pad', { base: server.base, pid: server.pid, ...size });
      const { seen, acknowledged, cost, notes } = result;
      const figures = [
        acknowledged.p50,
        acknowledged.p95,
        seen.p50,
        seen.p95,
        cost.cpu,
        cost.kBps,
        cost.memoryMb,
        cost.loadCpu,
        cost.loadLag,
      ];
      return {
        tables: [
          {
            title: `${size.phones} phones, each writing a note every ${size.every} s`,
            columns: COLUMNS,
            lines: [[NAMES.ours, figure(notes), ...figures.map(figure)]],
          },
        ],
        checks: [
          exactly('connections lost', result.lost, 0),
          exactly('notes refused', result.refused, 0),
          exactly('notes that did not come to the wall', result.missing, 0),
          atMost('seen on the wall, p95', seen.p95, 120, 'ms'),
        ],
        notes: [
          'From the moment the phone sends to the moment the note is in the document of a client of the board; every phone is at the station, and follows the hall’s counts.',
        ],
        others: cost.others,
      };
    } finally {
      await server.child.kill();
      data.remove();
    }
  },
};

const COLUMNS = [
  '',
  'notes',
  'on disk p50 ms',
  'p95 ms',
  'on the wall p50 ms',
  'p95 ms',
  'server CPU, cores',
  'kB/s to each phone',
  'memory MB',
  'load CPU, cores',
  'load lag p99 ms',
];
