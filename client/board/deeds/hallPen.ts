/**
 * Writing on a board beside its document: notes go by the hall channel, as from a pad, and the outbox keeps them until
 * the server has them. At an anonymous station one's own all do, since a struct in the document would carry its
 * writer's clientID; where notes are hidden till they are shown, new ones do.
 */

import type { Pos, Slot } from '../../../shared/board/boardDoc.ts';
import type { NoteId, StationId } from '../../../shared/domain/ids.ts';
import { announce } from '../../state/announcer.ts';
import { useHallStore } from '../../state/hallStore.ts';
import { useOutboxStore } from '../../state/outboxStore.ts';
import { currentOutbox } from '../../sync/ownNotes.ts';
import { getText } from '../../text/index.ts';

/** The hand that writes beside the document. */
export interface Pen {
  write(text: string, pos: Pos, round: number, slot?: Slot): void;
  /** @returns false where the note is not one's own: who moderates does so in the document */
  edit(note: NoteId, text: string): boolean;
  /** @returns the notes that are not one's own */
  withdraw(notes: readonly NoteId[]): NoteId[];
}

/** The pen of a station that hides new notes: what hangs already is changed in the document, where it can be undone. */
export function penForNew({ write }: Pen): Pen {
  return { write, edit: () => false, withdraw: (notes) => [...notes] };
}

export function hallPen(stationId: StationId): Pen {
  const own = (note: NoteId) => {
    const { entries, mine } = useOutboxStore.getState();
    return entries.find(({ id }) => id === note) ?? mine?.find(({ id }) => id === note);
  };
  const say = (sentence: string) => {
    const connected = useHallStore.getState().connection.state === 'connected';
    announce(connected ? sentence : getText().pad.stored);
  };
  return {
    write(text, [x, y], round, slot) {
      const pos: [number, number] = [Math.round(x), Math.round(y)];
      currentOutbox().write({ stationId, text, round, pos, ...(slot && { slot }) });
      say(getText().board.said.onItsWay);
    },
    edit(note, text) {
      const known = own(note);
      if (!known) return false;
      currentOutbox().edit(known, text);
      say(getText().pad.saved);
      return true;
    },
    withdraw(notes) {
      const others: NoteId[] = [];
      for (const note of notes) {
        const known = own(note);
        if (known) currentOutbox().withdraw(known);
        else others.push(note);
      }
      if (others.length < notes.length) say(getText().pad.withdrawn);
      return others;
    },
  };
}
