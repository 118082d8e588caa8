/** The gate: what it costs to ask whether a person may make a change, beside making it. */

import { runJob } from '../loadProcess.ts';
import { atMost, type Check, figure, type Row, ratio } from '../row.ts';
import { builtServer } from '../servers.ts';

/** Updates on a small board before anything is measured. */
const WARM_UP = 10_000;

export const gate: Row = {
  name: 'gate',
  title: 'The gate, beside applying the update',
  run: async ({ quick, say }) => {
    const sizes = quick
      ? [{ notes: 200, authors: 30, clients: 30, updates: 1_000, warmUp: 1_000 }]
      : [
          { notes: 2_000, authors: 300, clients: 300, updates: 6_000, warmUp: WARM_UP },
          { notes: 2_000, authors: 300, clients: 3_000, updates: 1_500, warmUp: WARM_UP },
        ];
    const lines: string[][] = [];
    const checks: Check[] = [];
    let worst = 0;
    for (const size of sizes) {
      say(`${size.notes} notes, ${size.authors} authors, ${size.clients} clientIDs`);
      const { judge, apply, judgeInTick, applyInTick, others } = await runJob('gate', {
        built: builtServer,
        ...size,
      });
      worst = Math.max(worst, others);
      lines.push([
        `${figure(size.notes)} notes, ${size.authors} authors, ${figure(size.clients)} clientIDs`,
        ...[judge.p50, judge.p95, apply.p50, apply.p95, judgeInTick.p50, applyInTick.p50].map(figure),
      ]);
      const at = `${figure(size.clients)} clientIDs: `;
      checks.push(
        atMost(`${at}judge p50, in a tick`, judgeInTick.p50, 10, 'µs'),
        atMost(`${at}judge, of applying the update (p50)`, 100 * ratio(judge.p50, apply.p50)!, 15, '%'),
      );
    }
    return {
      tables: [{ title: 'Microseconds an update', columns: COLUMNS, lines }],
      checks,
      notes: [
        'Half drops, a quarter edits, the rest new notes and grouping; each judged and applied on the document as the one before left it, after ten thousand on another, small board (for both sizes alike: with fewer it is V8’s compiling that is measured). Alone: each in a transaction of its own, as on an idle board; what Yjs does around it empties the processor’s caches for the next. “In a tick”: fifty in one transaction, as under load, and there the target is held against it.',
      ],
      others: worst,
    };
  },
};

const COLUMNS = ['', 'alone: judge p50', 'p95', 'apply p50', 'p95', 'in a tick: judge p50', 'apply, mean'];
