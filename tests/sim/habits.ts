/** What people do with their time in a run: at a board, with a pad, and those who do what they may not. */

import { notesOf, readNotes } from '../../shared/board/boardDoc.ts';
import { editText, removeNotes } from '../../shared/board/boardOps.ts';
import { newId } from '../../shared/domain/ids.ts';
import { MOTION } from '../../shared/protocol/boardFrames.ts';
import type { Random } from '../crowd/random.ts';
import type { Boarder } from './people/Boarder.ts';
import { TrueClient } from './people/TrueClient.ts';
import type { PadSeat, Seat, Simulation } from './Simulation.ts';

/** A person at a board, for as long as the run lasts. */
export function live(simulation: Simulation, seat: Seat, random: Random): void {
  const { world, unruly } = simulation;
  const { boarder, hands } = seat;
  const { who } = boarder;
  if (who.role === 'wall' && who.honest) return;
  const pause = random.whole(150, 1_500);
  // Where frames are lost or repeated, counts of them are worth nothing: who forgets by them, and then forgets the
  // document too, has lost what was never on disk.
  const reloads = random.chance(0.5) && !(unruly && boarder.kind === 'model') ? 0.03 : 0;
  const next = () =>
    world.clock.after(random.between(0.2, 2) * pause, () => {
      if (simulation.over) return;
      next();
      if (boarder.ended || random.chance(reloads)) {
        world.tell(`${who.name} loads the page anew`);
        boarder.reload();
        return;
      }
      const { rules } = world.furniture;
      // Most know what the host has closed; some have not looked.
      const heeds = random.chance(0.85);
      if (heeds && rules.frozenAt !== null && who.role !== 'host') return;
      if (!boarder.ready && random.chance(0.7)) return;
      if (boarder instanceof TrueClient) drag(boarder, random);
      for (let times = random.whole(1, 3); times > 0; times--) {
        if (!who.honest) misbehave(boarder, random);
        else
          hands.act(boarder.doc, who.name, {
            grouping: !(heeds && rules.groupingClosed),
            moving: !(heeds && rules.moveOwn),
            whole: boarder.ready,
            inPieces: boarder.kind === 'stock',
          });
      }
    });
  next();
}

/** Holds something for a moment; never stored, never acknowledged. */
function drag(client: TrueClient, random: Random): void {
  const note = random.chance(0.2) && random.pick(readNotes(client.doc));
  if (!note) return;
  const [x, y] = note.pos;
  client.hold([{ id: note.id, state: MOTION.held, x, y }]);
  client.hold([
    { id: note.id, state: random.pick([MOTION.held, MOTION.dropped, MOTION.cancelled])!, x: x + 9, y },
  ]);
}

/** Writes in others' notes, or takes them down; on a wall, writes at all. */
function misbehave({ doc, who }: Boarder, random: Random): void {
  const note = random.pick(readNotes(doc));
  if (who.role === 'wall') {
    if (note) editText(doc, note.id, 'veggen skriver');
    return;
  }
  if (note && random.chance(0.5)) editText(doc, note.id, `${note.text} ☠`);
  else if (note) removeNotes(doc, [note.id]);
  if (random.chance(0.2)) doc.transact(() => notesOf(doc).clear());
}

/** A person with a pad, for as long as the run lasts. */
export function livePad(simulation: Simulation, { pad, hands, who }: PadSeat, random: Random): void {
  const { world } = simulation;
  const pause = random.whole(400, 2_500);
  const next = () =>
    world.clock.after(random.between(0.2, 2) * pause, () => {
      if (simulation.over) return;
      next();
      const hung = random.pick(pad.hung);
      if (hung && random.chance(0.15)) {
        pad.edit(hung, hands.words(who.name));
      } else if (hung && random.chance(0.08)) {
        pad.withdraw(hung);
      } else {
        const id = newId('n');
        hands.mine.push(id);
        pad.write(id, hands.words(who.name));
      }
    });
  next();
}
