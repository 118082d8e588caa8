/** Halls, people and boards for the store's tests: small, real, and different each time. */

import * as Y from 'yjs';
import type {
  BoardCommit,
  KeyRecord,
  Log,
  LogFields,
  NewBoard,
  PersonRecord,
  SessionRecord,
} from '../../server/ports.ts';
import { writeMeta } from '../../shared/board/boardDoc.ts';
import { addNote } from '../../shared/board/boardOps.ts';
import type { Hall, Station } from '../../shared/domain/hall.ts';
import {
  type HallId,
  newCode,
  newId,
  type ParticipantId,
  randomText,
  type StationId,
} from '../../shared/domain/ids.ts';
import { defaultRounds } from '../../shared/domain/round.ts';

const NOW = Date.UTC(2026, 10, 21, 9);

/** Writes on one station as its owner does: a real document, one commit a note. */
export class StationPen {
  readonly stationId: StationId;
  readonly doc = new Y.Doc();
  readonly epoch = 1;
  seq = 0;
  notes = 0;
  #collected: Uint8Array[] = [];

  constructor(stationId: StationId = newId('s')) {
    this.stationId = stationId;
    this.doc.on('update', (bytes: Uint8Array) => void this.#collected.push(bytes));
  }

  /** The board's birth: its furniture. */
  birth(title = 'Idébanken'): NewBoard {
    const rounds = defaultRounds('nb');
    writeMeta(this.doc, { v: 1, title, kind: 'wall', rounds, round: 1, levels: false, frozen: false });
    return { commit: this.commit(), serverClient: this.doc.clientID };
  }

  /** The next step: one more note. */
  note(text = randomText(12), owner: ParticipantId | null = null): BoardCommit {
    const id = newId('n');
    addNote(this.doc, { id, text, pos: [this.notes * 10, 0], round: 1, at: NOW });
    this.notes++;
    return { ...this.commit(), owners: [[id, owner]] };
  }

  /** Whatever has been done to `doc`, as the next step. */
  commit(): BoardCommit {
    const bytes = Y.mergeUpdates(this.#collected);
    this.#collected = [];
    this.seq++;
    const { stationId, epoch, seq, notes } = this;
    return { stationId, epoch, seq, at: NOW + seq, bytes, owners: [], leases: [], notes, written: notes };
  }
}

/** Undoes what a pen believes of its place, so that the next commit follows what is on disk. */
export function stepWith(pen: StationPen, changes: Partial<BoardCommit>): BoardCommit {
  const { stationId, epoch, seq, notes } = pen;
  const bytes = Uint8Array.of(0, 0);
  const next = { stationId, epoch, seq: seq + 1, at: NOW, bytes, owners: [], leases: [], notes };
  return { ...next, written: notes, ...changes };
}

/** A hall with its join key and a pen for each station; `boards` is their birth. */
export function aHall(stationCount = 1) {
  const pens = Array.from({ length: stationCount }, () => new StationPen());
  const hall: Hall = {
    id: newId('h'),
    code: newCode(),
    title: 'Rekruttering på Sørlandet',
    locale: 'nb',
    createdAt: NOW,
    version: 1,
    rounds: defaultRounds('nb'),
    round: 1,
    stations: pens.map(({ stationId }, index) => aStation(stationId, index)),
    more: {},
  };
  const join = aKey(hall.id, { code: hall.code });
  const boards = pens.map((pen) => pen.birth());
  return { hall, join, keys: [join], pens, pen: pens[0]!, boards };
}

function aStation(id: StationId, index: number): Station {
  const question = 'Hva hindrer oss?';
  return {
    id,
    slug: `stasjon-${index}`,
    title: `Stasjon ${index}`,
    kind: 'wall',
    question,
    explanation: ['Ett poeng per lapp.'],
    levels: true,
  };
}

export function aKey(hallId: HallId, changes: Partial<KeyRecord> = {}): KeyRecord {
  return { id: newId('k'), hallId, hash: randomText(43), role: 'participant', createdAt: NOW, ...changes };
}

export function aPerson(hallId: HallId, name = 'Åse'): PersonRecord {
  return {
    id: newId('p'),
    hallId,
    name,
    organisation: 'Elevorganisasjonen',
    personRole: 'Elev',
    createdAt: NOW,
  };
}

export function aSession(person: PersonRecord, keys: KeyRecord[]): SessionRecord {
  return {
    id: newId('x'),
    tokenHash: randomText(43),
    hallId: person.hallId,
    role: 'participant',
    participantId: person.id,
    keys: keys.map(({ id }) => id),
    createdAt: NOW,
  };
}

/** A log that keeps what it is told. */
export class KeptLog implements Log {
  readonly lines: { level: string; event: string; fields: LogFields }[] = [];
  info = (event: string, fields: LogFields = {}) => void this.lines.push({ level: 'info', event, fields });
  warn = (event: string, fields: LogFields = {}) => void this.lines.push({ level: 'warn', event, fields });
  error = (event: string, fields: LogFields = {}) => void this.lines.push({ level: 'error', event, fields });

  has(event: string): boolean {
    return this.lines.some((line) => line.event === event);
  }
}
