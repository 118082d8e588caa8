/**
 * What happened on a board, read off its journal row by row: which notes and groups stood where, and when that changed.
 * Pure. It holds no text: what notes say is asked of the board as it is now, so that no word comes back.
 */

import * as Y from 'yjs';
import { clustersOf, type Fields, notesOf, readCluster, readNote } from '../../shared/board/boardDoc.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import {
  REPLAY_FRAMES_MAX,
  type ReplayFrame,
  type ReplayGroup,
  type ReplayNote,
} from '../../shared/protocol/past.ts';
import type { StoredBytes } from '../ports.ts';

interface Place {
  pos?: ReplayNote['pos'];
  cluster?: ClusterId;
  order?: string;
  slot?: ReplayNote['slot'];
}

interface GroupPlace {
  pos: ReplayGroup['pos'];
  into?: ClusterId;
  named: boolean;
}

/** One row's changes. */
interface Step {
  at: number;
  notes: Map<NoteId, Place>;
  groups: Map<ClusterId, GroupPlace>;
}

export class Recording {
  readonly #doc = new Y.Doc();
  readonly #steps: Step[] = [];
  readonly #places = new Map<string, string>();
  readonly #touchedNotes = new Set<string>();
  readonly #touchedGroups = new Set<string>();
  #expected = 1;
  #whole = true;
  #broken = false;

  constructor() {
    follow(notesOf(this.#doc), this.#touchedNotes);
    follow(clustersOf(this.#doc), this.#touchedGroups);
  }

  /** Whether nothing was missing or unreadable so far. */
  get whole(): boolean {
    return this.#whole;
  }

  /** Takes the next row. One that is bad is left out; after one that can't be read, or builds on what is not there, nothing more is. */
  take({ seq, at, bytes, intact }: StoredBytes): void {
    if (seq !== this.#expected || !intact) this.#whole = false;
    this.#expected = seq + 1;
    if (!intact || this.#broken) return;
    try {
      Y.applyUpdate(this.#doc, bytes);
      const { pendingStructs, pendingDs } = this.#doc.store;
      // Half of a row would be told as things that nobody did.
      if (pendingStructs || pendingDs) throw new Error('it builds on something that is missing');
    } catch {
      this.#whole = false;
      this.#broken = true;
      return;
    }
    this.#step(at);
  }

  /**
   * The frames, for these notes and groups alone and by their places in the lists: what does not hang now is in none.
   * @param most frames; where more happened, what lies close in time is told as one
   */
  frames(notes: readonly NoteId[], groups: readonly ClusterId[], most = REPLAY_FRAMES_MAX): ReplayFrame[] {
    const noteAt = new Map(notes.map((id, index) => [id, index]));
    const groupAt = new Map(groups.map((id, index) => [id, index]));
    const known = this.#steps.flatMap((step): Step[] => {
      const kept: Step = {
        at: step.at,
        notes: new Map([...step.notes].filter(([id]) => noteAt.has(id))),
        groups: new Map([...step.groups].filter(([id]) => groupAt.has(id))),
      };
      return kept.notes.size + kept.groups.size > 0 ? [kept] : [];
    });
    return thinned(known, most).map((step) => ({
      at: step.at,
      notes: [...step.notes].map(([id, { cluster, ...place }]): ReplayNote => {
        const group = cluster === undefined ? undefined : groupAt.get(cluster);
        return { note: noteAt.get(id)!, ...place, ...(group === undefined ? {} : { group }) };
      }),
      groups: [...step.groups].map(([id, { into, ...place }]): ReplayGroup => {
        const target = into === undefined ? undefined : groupAt.get(into);
        return { group: groupAt.get(id)!, ...place, ...(target === undefined ? {} : { into: target }) };
      }),
    }));
  }

  #step(at: number): void {
    const step: Step = { at: Math.max(at, this.#steps.at(-1)?.at ?? 0), notes: new Map(), groups: new Map() };
    for (const id of this.#touchedNotes) {
      const note = readNote(id, notesOf(this.#doc).get(id));
      const place: Place = note
        ? {
            pos: note.pos,
            ...(note.cluster === undefined ? {} : { cluster: note.cluster }),
            ...(note.order === undefined ? {} : { order: note.order }),
            ...(note.slot === undefined ? {} : { slot: note.slot }),
          }
        : {};
      if (this.#isNew(id, place)) step.notes.set(id as NoteId, place);
    }
    for (const id of this.#touchedGroups) {
      const group = readCluster(id, clustersOf(this.#doc).get(id));
      if (!group) continue;
      const { pos, into, title } = group;
      const place: GroupPlace = { pos, named: title !== '', ...(into === undefined ? {} : { into }) };
      if (this.#isNew(id, place)) step.groups.set(id as ClusterId, place);
    }
    this.#touchedNotes.clear();
    this.#touchedGroups.clear();
    if (step.notes.size + step.groups.size > 0) this.#steps.push(step);
  }

  #isNew(id: string, place: Place | GroupPlace): boolean {
    const said = JSON.stringify(place);
    const before = this.#places.get(id);
    if (said === before || (before === undefined && said === '{}')) return false;
    this.#places.set(id, said);
    return true;
  }
}

/** Notes in a set which entries of a root changed. Nothing else may be done in here: what throws ends all listening. */
function follow(root: Y.Map<Fields>, touched: Set<string>): void {
  root.observeDeep((events) => {
    for (const event of events) {
      if (event.target === root) for (const key of event.keys.keys()) touched.add(key);
      else if (event.path[0] !== undefined) touched.add(String(event.path[0]));
    }
  });
}

/** Steps that lie within the same stretch of time made one, the stretch as short as `most` allows. */
function thinned(steps: readonly Step[], most: number): readonly Step[] {
  let all = steps;
  for (let stretch = 250; all.length > most; stretch *= 2) {
    const merged: Step[] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const { at, notes, groups } of steps) {
      const last = merged.at(-1);
      if (last && at < end) {
        last.at = at;
        for (const [id, place] of notes) last.notes.set(id, place);
        for (const [id, place] of groups) last.groups.set(id, place);
      } else {
        merged.push({ at, notes: new Map(notes), groups: new Map(groups) });
        end = at + stretch;
      }
    }
    all = merged;
  }
  return all;
}
