/** The journal's half of the memory store. Each method checks all before it changes anything. */

import type { HallId, NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { makeSnapshot } from '../board/snapshots.ts';
import type { BoardCommit, BoardRecord, HallRecord, NewBoard, StoredBytes } from '../ports.ts';
import { assertFirst, assertFits, noSuchStation } from './refusals.ts';

interface Board {
  hallId: HallId;
  epoch: number;
  head: number;
  serverClient: number;
  notes: number;
  written: number;
  snapshots: StoredBytes[];
  rows: StoredBytes[];
  owners: Map<NoteId, ParticipantId | null>;
  leases: Map<number, ParticipantId>;
}

export class MemoryBoards {
  readonly #boards = new Map<StationId, Board>();

  load(stationId: StationId): BoardRecord | null {
    const board = this.#boards.get(stationId);
    if (!board) return null;
    const { epoch, head, serverClient, notes, written, snapshots, rows, owners, leases } = board;
    const after = snapshots[1]?.seq ?? 0;
    return {
      epoch,
      head,
      serverClient,
      snapshots,
      rows: rows.filter(({ seq }) => seq > after),
      owners: [...owners],
      leases: [...leases],
      notes,
      written,
    };
  }

  loadAt(stationId: StationId, at: number): BoardRecord | null {
    const now = this.load(stationId);
    if (!now) return null;
    const board = this.#get(stationId);
    const rows = board.rows.filter((row) => row.at <= at);
    const snapshots = board.snapshots.filter((snapshot) => snapshot.at <= at);
    return { ...now, head: rows.at(-1)?.seq ?? 0, snapshots, rows };
  }

  rowsAfter(stationId: StationId, seq: number, limit: number): StoredBytes[] {
    return (this.#boards.get(stationId)?.rows ?? []).filter((row) => row.seq > seq).slice(0, limit);
  }

  append(commit: BoardCommit): void {
    const board = this.#get(commit.stationId);
    assertFits(board, commit);
    addStep(board, commit);
  }

  compact(stationId: StationId, seq: number): void {
    const board = this.#get(stationId);
    if (board.snapshots.some((snapshot) => snapshot.seq >= seq)) return;
    const bytes = makeSnapshot(this.load(stationId)!, seq);
    const snapshot = { seq, epoch: board.epoch, at: Date.now(), bytes, intact: true };
    board.snapshots = [snapshot, ...board.snapshots].slice(0, 2);
  }

  assertThere(stationId: StationId): void {
    this.#get(stationId);
  }

  hallOf(stationId: StationId): HallId | null {
    return this.#boards.get(stationId)?.hallId ?? null;
  }

  counts(hallId: HallId): HallRecord['counts'] {
    const mine = [...this.#boards].filter(([, board]) => board.hallId === hallId);
    return new Map(mine.map(([id, { notes, written }]) => [id, { notes, written }]));
  }

  /** Throws where one of the boards can't be made. */
  assertNew(boards: readonly NewBoard[]): void {
    for (const board of boards) {
      assertFirst(board);
      const { stationId } = board.commit;
      const twice = boards.filter(({ commit }) => commit.stationId === stationId).length > 1;
      if (twice || this.#boards.has(stationId)) throw new Error(`there is a station ${stationId}`);
    }
  }

  create(hallId: HallId, { commit, serverClient }: NewBoard): void {
    const board: Board = {
      hallId,
      epoch: commit.epoch,
      head: 0,
      serverClient,
      notes: 0,
      written: 0,
      snapshots: [],
      rows: [],
      owners: new Map(),
      leases: new Map(),
    };
    addStep(board, commit);
    this.#boards.set(commit.stationId, board);
  }

  #get(stationId: StationId): Board {
    const board = this.#boards.get(stationId);
    if (!board) throw noSuchStation(stationId);
    return board;
  }
}

function addStep(board: Board, { seq, epoch, at, bytes, owners, leases, notes, written }: BoardCommit): void {
  board.rows.push({ seq, epoch, at, bytes, intact: true });
  board.head = seq;
  board.notes = notes;
  board.written = written;
  for (const [note, person] of owners) if (!board.owners.has(note)) board.owners.set(note, person);
  for (const [client, person] of leases) if (!board.leases.has(client)) board.leases.set(client, person);
}
