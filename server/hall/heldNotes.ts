/**
 * Notes that are kept outside the documents: written while their station hides, or taken down by a host. They lie
 * among the hall's items, so that no board, frame or file can hold a word of them. Rules W1–W16 in docs/SPEC.md.
 */

import type { Pos, Slot } from '../../shared/board/boardDoc.ts';
import type { Level } from '../../shared/domain/hall.ts';
import type { ClusterId, NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import type { OwnNote } from '../../shared/protocol/hallEvents.ts';
import type { HeldHere } from '../board/noteCaps.ts';
import type { HallItems } from './HallItems.ts';

/**
 * `waiting`: written while the station hides; done once its id is used on the board. `hidden`: taken down by a host.
 * `returning`: on its way back from there; done once it hangs, else hidden as before.
 */
export type HeldState = 'waiting' | 'hidden' | 'returning';

/** A note that is held, as its item's value has it. */
export interface HeldNote {
  id: NoteId;
  stationId: StationId;
  /** Whose it is (at an anonymous station: whom their secret stands for); null: nobody's who could prove it. */
  person: ParticipantId | null;
  text: string;
  round: number;
  at: number;
  level?: Level | undefined;
  slot?: Slot | undefined;
  /** Where it hung; null: it never did. */
  pos: Pos | null;
  cluster?: ClusterId | undefined;
  order?: string | undefined;
  state: HeldState;
  /** Who hid it, when, and their words to the writer. */
  by?: ParticipantId | undefined;
  hiddenAt?: number | undefined;
  message?: string | undefined;
}

type Here = Map<NoteId, HeldNote>;

/** All held notes of a hall. The only writer of items of kind `held`: their key is the station's id and the note's. */
export class HeldNotes {
  readonly #items: HallItems;
  /** Told when there are more or fewer notes that wait. */
  readonly #onCounts: () => void;
  readonly #stations = new Map<StationId, Here>();
  readonly #turns = new Map<StationId, Promise<unknown>>();
  /** Ids that are on their way to the disk: nobody else may take them meanwhile. */
  readonly #reserved = new Map<string, ParticipantId | null>();
  /** Stations where nothing is left of a deed that was cut off in the middle. */
  readonly #settled = new Set<StationId>();

  constructor(items: HallItems, onCounts: () => void = () => {}) {
    this.#items = items;
    this.#onCounts = onCounts;
    for (const held of items.all<HeldNote>('held').values()) this.#show(held);
  }

  get(stationId: StationId, id: NoteId): HeldNote | undefined {
    return this.#stations.get(stationId)?.get(id);
  }

  /** What is held of a station, in the order in which it came. */
  at(stationId: StationId): HeldNote[] {
    return [...(this.#stations.get(stationId)?.values() ?? [])];
  }

  /** A person's held notes at a station. */
  of(stationId: StationId, person: ParticipantId): HeldNote[] {
    return this.at(stationId).filter((held) => held.person === person);
  }

  /** How many notes wait to be shown at a station. */
  waitingAt(stationId: StationId): number {
    let count = 0;
    for (const { state } of this.#stations.get(stationId)?.values() ?? []) if (state === 'waiting') count++;
    return count;
  }

  /** What the board's door must know of what is held of its station, as it is at any moment. */
  doorOf(stationId: StationId): HeldHere {
    return {
      count: () => this.#stations.get(stationId)?.size ?? 0,
      countOf: (person) => this.of(stationId, person).length,
      ownerOf: (id) => this.#reserved.get(keyOf(stationId, id)) ?? this.get(stationId, id)?.person,
      has: (id) => this.#reserved.has(keyOf(stationId, id)) || this.get(stationId, id) !== undefined,
    };
  }

  /** Keeps these; durable once it resolves. */
  async save(notes: readonly HeldNote[]): Promise<void> {
    for (const { stationId, id, person } of notes) this.#reserved.set(keyOf(stationId, id), person);
    try {
      await this.#items.save(
        notes.map((held) => ({ kind: 'held', key: keyOf(held.stationId, held.id), value: held })),
      );
      for (const held of notes) this.#show(held);
      this.#onCounts();
    } finally {
      for (const { stationId, id } of notes) this.#reserved.delete(keyOf(stationId, id));
    }
  }

  /** These are held no more. */
  async drop(notes: readonly HeldNote[]): Promise<void> {
    if (notes.length === 0) return;
    await this.#items.save(
      notes.map(({ stationId, id }) => ({ kind: 'held', key: keyOf(stationId, id), value: null })),
    );
    for (const { stationId, id } of notes) this.#stations.get(stationId)?.delete(id);
    this.#onCounts();
  }

  /**
   * Does something with what is held of a station while nobody else does. `settle` comes first, where something may
   * have been cut off in the middle: when the hall was opened, and after a failure.
   */
  turn<T>(stationId: StationId, settle: () => Promise<void>, deed: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(stationId) ?? Promise.resolve();
    const step = before.then(async () => {
      if (!this.#settled.has(stationId)) {
        await settle();
        this.#settled.add(stationId);
      }
      return deed();
    });
    const quiet = step.catch(() => {});
    this.#turns.set(stationId, quiet);
    return step;
  }

  /** Something failed between two disks: the next turn looks at what came of it. */
  unsettle(stationId: StationId): void {
    this.#settled.delete(stationId);
  }

  #show(held: HeldNote): void {
    let here = this.#stations.get(held.stationId);
    if (!here) {
      here = new Map();
      this.#stations.set(held.stationId, here);
    }
    here.set(held.id, held);
  }
}

/** A held note as its writer has it. */
export function ownHeldNote(held: HeldNote): OwnNote {
  const { id, stationId, text, round, at, level, slot, state, message } = held;
  return {
    id,
    stationId,
    text,
    round,
    at,
    onBoard: false,
    ...(level ? { level } : {}),
    ...(slot ? { slot } : {}),
    ...(state === 'waiting' ? {} : { hidden: { message: message ?? '' } }),
  };
}

/** Ids are used once on a board, not once in a hall: somebody may have seen one elsewhere. */
function keyOf(stationId: StationId, id: NoteId): string {
  return `${stationId} ${id}`;
}
