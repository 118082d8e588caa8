/** One's own notes as they are shown: the server's word with the outbox's wishes laid over it. */

import { describe, expect, it } from 'vitest';
import { freshAt } from '../../../client/state/hallStore.ts';
import { notesAt, shownNotes } from '../../../client/state/outboxStore.ts';
import type { OutboxEntry } from '../../../client/sync/outbox.ts';
import { newId, type ParticipantId, type StationId } from '../../../shared/domain/ids.ts';
import type { OwnNote, StationState, You } from '../../../shared/protocol/hallEvents.ts';

const here = newId('s') as StationId;
const there = newId('s') as StationId;

function note(text: string, at: number, rest: Partial<OwnNote> = {}): OwnNote {
  return { id: newId('n'), stationId: here, text, round: 1, at, onBoard: true, ...rest };
}

function wish({ id, stationId, text, round, at }: OwnNote, rest: Partial<OutboxEntry> = {}): OutboxEntry {
  return { id, stationId, text, round, at, onServer: true, tried: true, ...rest };
}

describe('own notes', () => {
  it('come newest first, those of the server and those that wait together', () => {
    const mine = [note('eldst', 1), note('nyest', 3)];
    const entries = [wish(note('i midten', 2), { onServer: false })];
    expect(shownNotes({ mine, entries }).map((shown) => shown.note.text)).toEqual([
      'nyest',
      'i midten',
      'eldst',
    ]);
  });

  it('show how far each has come', () => {
    const [hung, hidden, edited, leaving, refused] = [1, 2, 3, 4, 5].map((at) => note(`lapp ${at}`, at));
    const mine = [hung!, { ...hidden!, onBoard: false }, edited!, leaving!];
    const entries = [
      wish(edited!, { text: 'rettet' }),
      wish(leaving!, { gone: true }),
      wish(refused!, { onServer: false, refused: 'too_long' }),
    ];
    const shown = shownNotes({ mine, entries });
    expect(shown.map(({ progress }) => progress)).toEqual([
      'refused',
      'leaving',
      'waiting',
      'server',
      'board',
    ]);
    expect(shown.find(({ note: { id } }) => id === edited!.id)?.note.text).toBe('rettet');
  });

  it('are there while the server has not spoken yet', () => {
    expect(shownNotes({ mine: null, entries: [wish(note('venter', 1))] })).toHaveLength(1);
  });

  it('are told apart by station', () => {
    const shown = shownNotes({ mine: [note('her', 1), note('der', 2, { stationId: there })], entries: [] });
    expect(notesAt(shown, here).map((one) => one.note.text)).toEqual(['her']);
    expect(notesAt(shown, null)).toHaveLength(2);
  });
});

describe('news of a station', () => {
  const station = { id: here, written: 12 } as StationState;
  const you = (seen: Record<StationId, number>): You => ({
    participantId: newId('p') as ParticipantId,
    role: 'participant',
    name: '',
    shutOut: false,
    hand: null,
    stations: [],
    seen,
  });

  it('is what was written since one was there', () => {
    expect(freshAt(station, you({ [here]: 9 } as Record<StationId, number>))).toBe(3);
  });

  it('is not known where one never was', () => {
    expect(freshAt(station, you({} as Record<StationId, number>))).toBeNull();
    expect(freshAt(station, null)).toBeNull();
  });
});
