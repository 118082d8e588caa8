/** Judges a board by the chronicle: what was promised is there, and what is there was put there by somebody who may. */

import type * as Y from 'yjs';
import { clustersOf, notesOf, textOf } from '../../shared/board/boardDoc.ts';
import type { NoteId, ParticipantId } from '../../shared/domain/ids.ts';
import { rootNamed } from '../../shared/plan/roots.ts';
import {
  type Deed,
  type Set as FieldSet,
  type ItemId,
  idOf,
  plainValue,
  sameId,
  type Who,
} from './Chronicle.ts';
import { SERVER_CLIENT } from './hall.ts';
import type { World } from './World.ts';

/** How much there was to judge; a run of nothing proves nothing. */
export interface Judged {
  deeds: number;
  saved: number;
  notes: number;
  texts: number;
  padNotes: number;
}

export class Court {
  readonly #world: World;
  readonly #doc: Y.Doc;
  readonly #leases: ReadonlyMap<number, ParticipantId>;
  readonly #owners: ReadonlyMap<NoteId, ParticipantId | null>;
  readonly #people: ReadonlyMap<ParticipantId, Who>;
  #texts = 0;

  constructor(
    world: World,
    doc: Y.Doc,
    leases: ReadonlyMap<number, ParticipantId>,
    owners: ReadonlyMap<NoteId, ParticipantId | null>,
    people: ReadonlyMap<ParticipantId, Who>,
  ) {
    this.#world = world;
    this.#doc = doc;
    this.#leases = leases;
    this.#owners = owners;
    this.#people = people;
  }

  judged(): Judged {
    const { deeds, padDeeds } = this.#world.chronicle;
    return {
      deeds: deeds.length,
      saved: deeds.filter(({ fate }) => fate === 'saved').length,
      notes: notesOf(this.#doc).size,
      texts: this.#texts,
      padNotes: padDeeds.filter(({ done }) => done !== null).length,
    };
  }

  /** Every acknowledged change is there, unless somebody who had not seen it, or came after, changed the same. */
  promises(): void {
    for (const deed of this.#world.chronicle.deeds) {
      if (deed.fate !== 'saved') continue;
      for (const set of deed.sets) this.#promisedSet(deed, set);
      for (const { note, within, after } of deed.texts) this.#promisedText(deed, note, within, after);
    }
  }

  #promisedSet(deed: Deed, set: FieldSet): void {
    const what = `#${deed.n} of ${deed.who.name} (${set.id}${set.field ? `.${set.field}` : ''})`;
    const root = rootNamed(this.#doc, set.root);
    const whole = root._map.get(set.id);
    let item = whole;
    if (set.field !== null) {
      // Of a note that was taken down, or hung anew, the fields went with it; that is judged with the note.
      if (!whole || whole.deleted || !sameId(idOf(whole), set.within)) return;
      item = (whole.content as Y.ContentType).type._map.get(set.field);
    }
    if (!item) {
      this.#world.wrong(`${what} was acknowledged and is not there`);
      return;
    }
    const last = item.id.clock + item.length - 1;
    if (last < (deed.seen.get(item.id.client) ?? 0)) {
      if (!set.unset || !item.deleted)
        this.#world.wrong(`${what} was acknowledged, and what was before it is back`);
    } else if (
      item.id.client === set.item.client &&
      item.id.clock <= set.item.clock &&
      set.item.clock <= last
    ) {
      if (item.deleted && !set.unset && !this.#mayBeGone(set)) {
        this.#world.wrong(`${what} was acknowledged and is gone, and nobody took it away`);
      }
    }
  }

  /** Whether somebody has deleted it who may. */
  #mayBeGone({ root, id, field, item }: FieldSet): boolean {
    const owner = this.#owners.get(id as NoteId);
    const { deeds, padDeeds } = this.#world.chronicle;
    const whole = root === 'notes' && field === null;
    if (whole && padDeeds.some((deed) => deed.do === 'withdraw' && deed.note === id)) return true;
    return deeds.some(
      ({ who, deleted, sets, seen }) =>
        (!whole || who.participant === owner || moderates(who)) &&
        (deleted.some(
          ({ client, clock, len }) =>
            client === item.client && clock <= item.clock && item.clock < clock + len,
        ) ||
          // Pulled out by one who had not seen this, and came after it.
          ((seen.get(item.client) ?? 0) <= item.clock &&
            sets.some((set) => set.unset && set.id === id && set.field === field))),
    );
  }

  #promisedText(deed: Deed, note: NoteId, within: ItemId, after: string): void {
    const whole = notesOf(this.#doc)._map.get(note);
    if (!whole || whole.deleted || !sameId(idOf(whole), within)) return;
    if (this.#others(note, within, deed)) return;
    this.#texts++;
    const now = textOf(this.#doc, note)?.toString();
    if (now !== after) {
      this.#world.wrong(
        `#${deed.n} of ${deed.who.name}: the text ${JSON.stringify(after)} was acknowledged, and ${note} says ${JSON.stringify(now)}`,
      );
    }
  }

  /** Whether anybody else wrote in this text who may have come after, or beside. */
  #others(note: NoteId, within: ItemId, deed: Deed | null): boolean {
    const { deeds, padDeeds } = this.#world.chronicle;
    if (padDeeds.some((other) => other.do === 'edit' && other.note === note)) return true;
    return deeds.some(
      (other) =>
        other !== deed &&
        other.texts.some((text) => text.note === note && sameId(text.within, within)) &&
        !(deed && wasSeen(other, deed)),
    );
  }

  /** What a pad was told hangs does so, once and word by word, unless somebody changed or removed it who may. */
  pads(): void {
    const { deeds, padDeeds } = this.#world.chronicle;
    for (const deed of padDeeds) {
      if (deed.done === null || deed.do === 'withdraw') continue;
      const { note, who } = deed;
      if (this.#owners.get(note) !== who.participant)
        this.#world.wrong(`${note} of ${who.name}'s pad is not theirs`);
      const removed =
        padDeeds.some((other) => other.do === 'withdraw' && other.note === note) ||
        deeds.some((other) => other.sets.some(({ id, field }) => id === note && field === null));
      const text = textOf(this.#doc, note);
      if (!text) {
        if (!removed) this.#world.wrong(`${note} of ${who.name}'s pad was acknowledged and does not hang`);
        continue;
      }
      const later = padDeeds.some(
        (other) => other !== deed && other.note === note && other.asked >= deed.asked,
      );
      const touched = deeds.some((other) => other.texts.some((one) => one.note === note));
      if (removed || later || touched) continue;
      this.#texts++;
      if (text.toString() !== deed.text) this.#world.wrong(`${note} of ${who.name}'s pad has another text`);
    }
    const untouched = padDeeds.filter(
      ({ do: what, note }) =>
        what === 'write' &&
        !deeds.some(({ texts }) => texts.some((text) => text.note === note)) &&
        !padDeeds.some((other) => other.do === 'edit' && other.note === note),
    );
    const hanging = new Map<string, number>();
    notesOf(this.#doc).forEach((fields) => {
      const text = String(fields.get('text') ?? '');
      hanging.set(text, (hanging.get(text) ?? 0) + 1);
    });
    for (const { text } of untouched) {
      if ((hanging.get(text) ?? 0) > 1) this.#world.wrong('a note of a pad hangs twice');
    }
  }

  /** All that is there was put there by somebody who may. */
  rights(): void {
    const made = new Map<string, FieldSet>();
    for (const { sets } of this.#world.chronicle.deeds) {
      for (const set of sets) if (!set.unset) made.set(`${set.item.client} ${set.item.clock}`, set);
    }
    for (const client of this.#doc.store.clients.keys()) {
      const who = this.#writer(client);
      if (client !== SERVER_CLIENT && (!who || who.role === 'wall')) {
        this.#world.wrong(`something is signed by ${client}, who is ${who?.name ?? 'nobody'}`);
      }
    }
    const wrote = new Map(this.#world.chronicle.deeds.map(({ client, who }) => [client, who]));
    for (const [client, participant] of this.#leases) {
      const who = wrote.get(client);
      if (who?.participant !== participant)
        this.#world.wrong(`${client} is leased to another than wrote with it`);
    }
    for (const root of [notesOf(this.#doc), clustersOf(this.#doc)]) {
      for (const [id, item] of root._map) {
        if (item.deleted) continue;
        const note = root === (notesOf(this.#doc) as unknown) ? (id as NoteId) : null;
        this.#rightsOf(note, id, item, made);
      }
    }
  }

  #rightsOf(note: NoteId | null, id: string, whole: Y.Item, made: ReadonlyMap<string, FieldSet>): void {
    const owner = note && this.#owners.get(note);
    const mustBeOwners = (item: Y.Item, what: string) => {
      if (item.id.client === SERVER_CLIENT) {
        if (!this.#world.chronicle.padDeeds.some((deed) => deed.note === note))
          this.#world.wrong(`${what} of ${id} is the server's, and nobody asked for it`);
        return;
      }
      const who = this.#writer(item.id.client);
      if (note && !(who && (who.participant === owner || moderates(who)))) {
        this.#world.wrong(`${what} of ${id} was written by ${who?.name ?? 'nobody'}`);
      }
    };
    mustBeOwners(whole, 'the whole');
    const fields = (whole.content as Y.ContentType).type;
    for (const [field, item] of fields._map) {
      if (item.deleted) continue;
      if (item.id.client === SERVER_CLIENT && this.#isAnew(id, field, item)) continue;
      if (['text', 'round', 'at', 'level'].includes(field)) mustBeOwners(item, field);
      if (item.id.client === SERVER_CLIENT) {
        if (!this.#world.chronicle.padDeeds.some((deed) => deed.note === id))
          this.#world.wrong(`${field} of ${id} is the server's, and nobody asked for it`);
        continue;
      }
      const set = made.get(`${item.id.client} ${item.id.clock + item.length - 1}`);
      const value = plainValue(item);
      if (set?.field !== field || set.id !== id || set.value !== value) {
        this.#world.wrong(`${field} of ${id} is what nobody wrote`);
      }
    }
    const text = note && textOf(this.#doc, note);
    if (!text) return;
    if (HALF.test(text.toString())) {
      this.#world.wrong(`the text of ${id} has half characters`);
    }
    for (let item = text._start; item !== null; item = item.right)
      if (!item.deleted) mustBeOwners(item, 'text');
  }

  /** Whether the server has written anew what somebody wrote there who may. */
  #isAnew(id: string, field: string, item: Y.Item): boolean {
    const value = plainValue(item);
    return this.#world.chronicle.deeds.some(({ who, sets }) => {
      const may = field !== 'level' || who.participant === this.#owners.get(id as NoteId) || moderates(who);
      return may && sets.some((set) => set.id === id && set.field === field && set.value === value);
    });
  }

  #writer(client: number): Who | undefined {
    const participant = this.#leases.get(client);
    return participant && this.#people.get(participant);
  }
}

/** Whether the maker of `deed` had all of `other` before them. */
function wasSeen(other: Deed, deed: Deed): boolean {
  if (other.doc === deed.doc) return other.n < deed.n;
  // What only deleted has no clock of its own to be seen by.
  return other.to > other.from && (deed.seen.get(other.client) ?? 0) >= other.to;
}

/** Half a surrogate pair, or what Yjs puts in its place. */
const HALF = /\uFFFD|\p{Surrogate}/u;

const moderates = ({ role }: Who) => role === 'host' || role === 'organiser';
