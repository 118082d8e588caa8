/** One's own notes as they are shown: the server's word with the outbox's wishes laid over it. */

import { describe, expect, it } from 'vitest';
import { closedTo, freshAt, isBound } from '../../../client/state/hallStore.ts';
import { notesAt, notesLeft, shownNotes } from '../../../client/state/outboxStore.ts';
import type { OutboxEntry } from '../../../client/sync/outbox.ts';
import { newId, type ParticipantId, type StationId } from '../../../shared/domain/ids.ts';
import type { HallState, OwnNote, StationState, You } from '../../../shared/protocol/hallEvents.ts';

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

describe('a note that a host has taken down', () => {
  it('is told as such, unless its writer already wishes it otherwise', () => {
    const down = note('tatt ned', 1, { onBoard: false, hidden: { message: '' } });
    expect(shownNotes({ mine: [down], entries: [] })[0]?.progress).toBe('hidden');
    expect(shownNotes({ mine: [down], entries: [wish(down, { text: 'rettet' })] })[0]?.progress).toBe(
      'waiting',
    );
  });
});

describe('what is left of an allowance', () => {
  const at = (allowance: number | null) => ({ id: here, rules: { allowance } }) as StationState;

  it('counts what the server has here and what is on its way, each note once', () => {
    const mine = [note('hos serveren', 1), note('et annet sted', 2, { stationId: there })];
    const entries = [wish(mine[0]!, { text: 'rettet' }), wish(note('på vei', 3), { onServer: false })];
    expect(notesLeft(at(3), { mine, entries })).toBe(1);
  });

  it('does not count what the server would not have, and never goes below none', () => {
    const refused = wish(note('ikke tatt imot', 1), { onServer: false, refused: 'allowance_used' });
    expect(notesLeft(at(1), { mine: [], entries: [refused] })).toBe(1);
    expect(notesLeft(at(1), { mine: [note('a', 1), note('b', 2)], entries: [] })).toBe(0);
  });

  it('is not counted where the host has set none', () => {
    expect(notesLeft(at(null), { mine: [], entries: [] })).toBeNull();
  });
});

describe('who may write', () => {
  const hall = (endedAt: number | null) => ({ endedAt }) as HallState;
  const you = (rest: Partial<You>) => ({ role: 'participant', stations: [], shutOut: false, ...rest }) as You;

  it('is nobody once the hall is over, and all but those shut out until then', () => {
    expect(closedTo(hall(1), you({ role: 'organiser' }))).toBe('ended');
    expect(closedTo(hall(null), you({ shutOut: true }))).toBe('shut_out');
    expect(closedTo(hall(null), you({}))).toBeNull();
    expect(closedTo(hall(null), null)).toBeNull();
  });

  it('is above the station’s rules as its host and as the organiser', () => {
    const station = { id: here };
    expect(isBound(station, you({ role: 'host', stations: [here] }))).toBe(false);
    expect(isBound(station, you({ role: 'host', stations: [there] }))).toBe(true);
    expect(isBound(station, you({ role: 'organiser' }))).toBe(false);
    expect(isBound(station, null)).toBe(true);
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
