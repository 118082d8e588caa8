/** A short morning at one board, the same each time: what the tests of every single step and message run through. */

import type * as Y from 'yjs';
import { readNotes } from '../../shared/board/boardDoc.ts';
import {
  addNote,
  type Change,
  editText,
  makeCluster,
  move,
  pullOut,
  removeNotes,
  revert,
} from '../../shared/board/boardOps.ts';
import { type NoteId, newId } from '../../shared/domain/ids.ts';
import type { Judged } from './Court.ts';
import { drain } from './drain.ts';
import { judgeEnd } from './oracle.ts';
import type { Boarder } from './people/Boarder.ts';
import type { Pad } from './people/Pad.ts';
import { World } from './World.ts';

export interface Cast {
  kari: Boarder;
  ola: Boarder;
  per: Boarder;
  host: Boarder;
  wall: Boarder;
  pad: Pad;
}

const PAUSE_MS = 60;

/** Everybody comes in. `ours`: which client of ours Kari, Ola and the host have; Per's is an unchanged provider. */
export function comeIn(world: World, ours: 'true' | 'model'): Cast {
  const entry = { mends: ours === 'model' };
  return {
    kari: world.enter(ours, entry),
    ola: world.enter(ours, entry),
    per: world.enter('stock'),
    host: world.enter(ours, { ...entry, role: 'host' }),
    wall: world.enter(ours, { ...entry, role: 'wall' }),
    pad: world.takePad(),
  };
}

/** They write, move, group, name, undo and remove. What is not there yet when its turn comes is passed over. */
export async function morning({ clock }: World, { kari, ola, per, host, pad }: Cast): Promise<void> {
  const note = (text: string) => ({ id: newId('n'), text, pos: [0, 0] as const, round: 1, at: 1 });
  const first = note('Flere 🇳🇴 folk');
  const second = note('Mindre tid');
  const third = note('Per sin');
  const cluster = { id: newId('c'), title: 'Like', pos: [5, 5] as const };
  const steps: (() => void)[] = [
    () => addNote(kari.doc, first),
    () => {
      addNote(ola.doc, second);
      pad.write(newId('n'), 'Fra blokka 👍🏽');
    },
    () => addNote(per.doc, third),
    () => editText(kari.doc, first.id, 'Flere 🇸🇪 folk'),
    () => move(ola.doc, [{ id: first.id, pos: [40, 50] }]),
    () => makeCluster(per.doc, cluster, [first.id, second.id].filter(hangsIn(per.doc))),
    // Nothing but deletions: such a frame has no clock by which it could be missed.
    () => unset(kari.doc, second.id),
    () => pullOut(host.doc, [{ id: second.id, pos: [7, 7] }]),
    () => {
      const changes: Change[] = move(kari.doc, [{ id: third.id, pos: [9, 9] }]);
      revert(kari.doc, changes);
    },
    () => removeNotes(host.doc, [third.id]),
    () => editText(ola.doc, second.id, 'Mer tid 😀'),
    () => pad.edit(pad.hung[0] ?? newId('n'), 'Fra blokka, rettet'),
  ];
  await clock.pass(200);
  for (const step of steps) {
    step();
    await clock.pass(PAUSE_MS);
  }
}

/** Pulls a note out of its cluster where it lies. */
function unset(doc: Y.Doc, id: NoteId): void {
  const note = readNotes(doc).find((one) => one.id === id);
  if (note) pullOut(doc, [{ id, pos: note.pos }]);
}

const hangsIn = (doc: Y.Doc) => (id: NoteId) => readNotes(doc).some((note) => note.id === id);

/** One whole morning, drained and judged. `before`: told of the world before anybody is in it. */
export async function wholeMorning(
  ours: 'true' | 'model',
  before: (world: World) => void = () => {},
  unruly = false,
): Promise<{ world: World; judged: Judged }> {
  const world = new World(1);
  try {
    world.downtime = [100, 400];
    before(world);
    const cast = comeIn(world, ours);
    await morning(world, cast);
    await drain(world, { unruly });
    return { world, judged: await judgeEnd(world) };
  } finally {
    world.close();
  }
}
