/**
 * Honest people by the hour, against the real gate: `npm run honest -- --updates 100000 [--clients 3000] [--seed N]`.
 * Whoever of them is refused anything is a fault of ours. `clients`: how many clientIDs a board sees at least.
 */

import { parseArgs } from 'node:util';
import { Random } from '../crowd/random.ts';
import { HonestBoard, type HonestCount } from './HonestBoard.ts';

const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '100000' },
    clients: { type: 'string', default: '0' },
    board: { type: 'string' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 32)) },
  },
});
const wanted = Number(values.updates);
const clients = Number(values.clients);
/** Updates on one board: few, so that many boards are worked on, or as many as make its thousands of clientIDs. */
const onOne = Math.min(wanted, Number(values.board ?? (clients > 0 ? Math.max(10_000, clients * 4) : 5_000)));
const COMPLAINTS_SHOWN = 10;
const began = performance.now();
const total: Partial<HonestCount> = {};
let complaints = 0;
let boards = 0;
let told = began;

console.log(
  `seed ${values.seed}, ${wanted} updates, ${onOne} a board, at least ${clients} clientIDs a board`,
);
for (let seed = Number(values.seed); (total.applied ?? 0) < wanted && complaints < COMPLAINTS_SHOWN; seed++) {
  const random = new Random(seed);
  const few = clients === 0;
  const board = new HonestBoard(random.fork(), {
    people: random.whole(3, 8),
    twoTabs: boards % 2 === 0 ? 0 : 2,
    renewAfter: few ? 400 : Math.max(1, Math.floor(onOne / clients / 1.5)),
    reloads: few ? 0.7 : 0.1,
  });
  board.work(onOne, ({ applied }) => {
    if (performance.now() - told < 1_000) return;
    told = performance.now();
    const seconds = (told - began) / 1_000;
    const done = (total.applied ?? 0) + applied;
    console.log(
      `${seconds.toFixed(0)} s: ${done} updates, ${(done / seconds).toFixed(0)}/s, board ${boards}`,
    );
  });
  boards++;
  for (const key of Object.keys(board.count) as (keyof HonestCount)[])
    total[key] = (total[key] ?? 0) + board.count[key];
  for (const { what, text } of board.complaints) console.log(`seed ${seed}: ${what}: ${text}`);
  complaints += board.complaints.length;
  if (board.count.clients < clients) console.log(`seed ${seed}: only ${board.count.clients} clientIDs`);
}
const seconds = (performance.now() - began) / 1_000;
console.log({ boards, ...total, seconds: Math.round(seconds), complaints });
console.log(complaints === 0 ? 'nobody honest was refused anything' : 'honest people were refused');
process.exit(complaints === 0 ? 0 : 1);
