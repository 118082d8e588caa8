/** An hour in which fifty people drag. */

import { runJob } from '../loadProcess.ts';
import { atMost, figure, type Row } from '../row.ts';
import { builtServer, dataFolder, NAMES } from '../servers.ts';

export const growth: Row = {
  name: 'growth',
  title: 'Growth of a board',
  run: async ({ quick, say }) => {
    const size = { people: 50, minutes: quick ? 2 : 60, every: 5 };
    const data = dataFolder();
    try {
      say(`${size.minutes} minutes of ${size.people} people who drop something every ${size.every} s`);
      const { drops, before, after, loadMs, openMs, onDisk, others } = await runJob('growth', {
        built: builtServer,
        dataDir: data.path,
        ...size,
      });
      const mb = (bytes: number) => bytes / 1e6;
      return {
        tables: [
          {
            title: `${figure(drops)} drops by ${size.people} people in ${size.minutes} minutes, among 300 notes`,
            columns: COLUMNS,
            lines: [
              [NAMES.ours, ...[mb(before), mb(after - before), loadMs, openMs, mb(onDisk)].map(figure)],
            ],
          },
        ],
        checks: [
          atMost('the document grew', mb(after - before), 1, 'MB'),
          atMost('opens (loaded from SQLite and built)', loadMs + openMs, 1_000, 'ms'),
        ],
        notes: [
          'In process: each drop is made through the board’s own operations, one journal row each, with a snapshot every 500 as a board makes them.',
        ],
        others,
      };
    } finally {
      data.remove();
    }
  },
};

const COLUMNS = ['', 'document before, MB', 'grew by, MB', 'loaded in ms', 'built in ms', 'database, MB'];
