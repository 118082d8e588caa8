/** Half the room at boards that see a part of it, the other half on pads: what must the Wi-Fi carry? */

import { Random } from '../../crowd/random.ts';
import { type Cost, lost, Meter } from './Meter.ts';
import { dragOn } from './motionLoad.ts';
import { ourSide } from './motionSides.ts';
import { extentOf, participants, placeOf } from './ourHall.ts';
import { Pad } from './Pad.ts';
import { many, sleep } from './pace.ts';

export interface ViewJob {
  base: string;
  pid: number;
  boards: number;
  pads: number;
  movers: number;
  notes: number;
  /** The share of the notes that a board shows. */
  share: number;
  /** The share of what it shows by which a board tells more than that, on each side: what comes into sight is on its way. */
  around: number;
  seconds: number;
}

export interface ViewResult {
  boards: Cost;
  pads: Cost;
  /** Places sent a second. */
  sent: number;
  lost: number;
}

const WARM_MS = 2_000;

export async function measureViews(job: ViewJob): Promise<ViewResult> {
  const { base, pid, boards, pads, movers, notes, share, around, seconds } = job;
  const { side, hall } = await ourSide({ base, people: boards, movers, notes });
  const random = new Random(1);
  const extent = extentOf(notes);
  const edge = Math.sqrt(share);
  const viewOf = (person: number) => {
    const shown = extent.map((far) => far * edge);
    const from = extent.map((far, axis) => {
      // Who drags looks at what they drag; the others look anywhere.
      const middle = person < movers ? placeOf(person)[axis]! : random.between(0, far);
      return Math.max(0, Math.min(far - shown[axis]!, middle - shown[axis]! / 2));
    });
    const [x, y] = from.map((at, axis) => at - shown[axis]! * around);
    const [w, h] = shown.map((size) => size * (1 + 2 * around));
    return { x: x!, y: y!, w: w!, h: h! };
  };
  const people = await many(boards, 50, (index) => {
    const mover = index < movers ? index : null;
    return side.join({ mover, sees: null, view: viewOf(index) });
  });
  const sessions = await participants(base, hall, pads);
  const phones = await many(pads, 50, (index) => Pad.open(base, sessions[index]!));
  // What their coming told everybody is over.
  await sleep(WARM_MS);
  const pace = dragOn(people.slice(0, movers), notes);
  await sleep(WARM_MS);
  const sockets = people.map(({ socket }) => socket);
  const before = pace.acts;
  const [ofBoards, ofPads] = [new Meter(pid, sockets), new Meter(pid, phones)];
  await sleep(seconds * 1_000);
  const cost = { boards: ofBoards.read(), pads: ofPads.read() };
  const sent = (pace.acts - before) / cost.boards.seconds;
  pace.stop();
  return { ...cost, sent, lost: lost([...sockets, ...phones]) };
}
