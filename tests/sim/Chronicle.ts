/**
 * What everybody did, written down at the moment they did it: which fields and texts each change touched, what its
 * maker had seen before, and what was promised of it. The oracle judges the end by it.
 */

import * as Y from 'yjs';
import { clustersOf, notesOf } from '../../shared/board/boardDoc.ts';
import type { Role } from '../../shared/domain/hall.ts';
import type { NoteId, ParticipantId } from '../../shared/domain/ids.ts';

/** A person, for all their tabs and devices. */
export interface Who {
  name: string;
  participant: ParticipantId;
  role: Role;
  /** Keeps to the rules; only such people may complain of a refusal. */
  honest: boolean;
}

export interface ItemId {
  client: number;
  clock: number;
}

/** So many clocks of a client, from one on. */
export interface Range extends ItemId {
  len: number;
}

/** One field of a note or cluster, or (`field` null) the whole of it, set or unset. */
export interface Set {
  root: 'notes' | 'clusters';
  id: string;
  field: string | null;
  /** The note or cluster it is a field of, as hung then; it may be taken down and hung anew. */
  within: ItemId | null;
  item: ItemId;
  unset: boolean;
  value: string;
}

export interface TextWritten {
  note: NoteId;
  within: ItemId;
  after: string;
}

/** One change of one person's own, in one transaction. */
export interface Deed {
  n: number;
  who: Who;
  at: number;
  doc: Y.Doc;
  /** What its maker's document held before. */
  seen: ReadonlyMap<number, number>;
  client: number;
  from: number;
  to: number;
  deleted: readonly Range[];
  sets: readonly Set[];
  texts: readonly TextWritten[];
  fate: 'open' | 'saved' | 'lost';
}

/** What a pad asked for, and whether it was told that it is so. */
export interface PadDeed {
  who: Who;
  do: 'write' | 'edit' | 'withdraw';
  note: NoteId;
  text: string;
  asked: number;
  done: number | null;
}

export class Chronicle {
  readonly deeds: Deed[] = [];
  readonly padDeeds: PadDeed[] = [];
  /** Deeds of a document, newest last. */
  readonly #ofDoc = new Map<Y.Doc, Deed[]>();
  readonly #now: () => number;
  readonly #tell: (line: string) => void;

  constructor(now: () => number, tell: (line: string) => void) {
    this.#now = now;
    this.#tell = tell;
  }

  /** Writes down all that is done by hand in this document. */
  watch(doc: Y.Doc, who: Who): void {
    const mine: Deed[] = [];
    this.#ofDoc.set(doc, mine);
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (!transaction.local) return;
      const client = doc.clientID;
      const from = transaction.beforeState.get(client) ?? 0;
      const to = Y.getState(doc.store, client);
      const deleted = [...transaction.deleteSet.clients].flatMap(([of, items]) =>
        items.map(({ clock, len }) => ({ client: of, clock, len })),
      );
      if (from === to && deleted.length === 0) return;
      const { sets, texts } = touched(doc, transaction);
      const deed: Deed = {
        n: this.deeds.length,
        who,
        at: this.#now(),
        doc,
        seen: transaction.beforeState,
        client,
        from,
        to,
        deleted,
        sets,
        texts,
        fate: 'open',
      };
      this.deeds.push(deed);
      mine.push(deed);
      this.#tell(`${who.name} #${deed.n} ${describe(deed)}`);
    });
  }

  /** The newest deed done in this document. */
  newest(doc: Y.Doc): Deed | undefined {
    return this.#ofDoc.get(doc)?.at(-1);
  }
}

/** Whether a document holds all of a deed: what it made, and what it deleted. */
export function holds(doc: Y.Doc, { client, from, to, deleted }: Deed): boolean {
  if (to > from && Y.getState(doc.store, client) < to) return false;
  return deleted.every((range) => holdsDeleted(doc, range));
}

/** Whether all of a range is deleted in a document. */
export function holdsDeleted(doc: Y.Doc, { client, clock, len }: Range): boolean {
  const structs = doc.store.clients.get(client);
  if (!structs || Y.getState(doc.store, client) < clock + len) return false;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
    const struct = structs[index]!;
    if (struct.id.clock >= clock + len) break;
    if (!struct.deleted) return false;
  }
  return true;
}

export const idOf = ({ id }: { id: ItemId }): ItemId => ({ client: id.client, clock: id.clock });
export const sameId = (a: ItemId | null, b: ItemId | null) =>
  a?.client === b?.client && a?.clock === b?.clock;

/** What a transaction touched. Yjs names what changed in types that were there; new ones are gone through. */
function touched(doc: Y.Doc, { changed }: Y.Transaction): { sets: Set[]; texts: TextWritten[] } {
  const roots = new Map<unknown, Set['root']>([
    [notesOf(doc), 'notes'],
    [clustersOf(doc), 'clusters'],
  ]);
  const sets: Set[] = [];
  const texts: TextWritten[] = [];
  const set = (type: Y.Map<unknown>, root: Set['root'], id: string, field: string | null) => {
    const item = type._map.get(field ?? id)!;
    const last = { client: item.id.client, clock: item.id.clock + item.length - 1 };
    const unset = item.deleted;
    const whole = field === null ? null : idOf(type._item!);
    sets.push({ root, id, field, within: whole, item: last, unset, value: plainValue(item) });
    if (unset || !(item.content instanceof Y.ContentType)) return;
    const { type: made } = item.content;
    if (made instanceof Y.Text) texts.push({ note: id as NoteId, within: whole!, after: made.toString() });
    else for (const key of made._map.keys()) set(made as Y.Map<unknown>, root, id, key);
  };
  for (const [type, keys] of changed as Map<unknown, globalThis.Set<string | null>>) {
    const root = roots.get(type);
    if (root) {
      for (const key of keys) set(type as Y.Map<unknown>, root, key!, null);
      continue;
    }
    if (!(type instanceof Y.AbstractType) || !(type._item?.parent instanceof Y.AbstractType)) continue;
    const { parent, parentSub } = type._item;
    if (type instanceof Y.Map) {
      for (const key of keys) set(type, roots.get(parent)!, parentSub!, key);
    } else if (type instanceof Y.Text && parent._item) {
      const { parentSub: note } = parent._item;
      texts.push({ note: note as NoteId, within: idOf(parent._item), after: type.toString() });
    }
  }
  return { sets, texts };
}

/** A field's plain value as text; nothing of what is deleted or holds more. */
export function plainValue(item: Y.Item): string {
  if (item.deleted || item.content instanceof Y.ContentType) return '';
  return JSON.stringify(item.content.getContent().at(-1));
}

function describe({ sets, texts, client, from, to }: Deed): string {
  const what = sets.map(
    ({ id, field, unset }) => `${unset ? '-' : '+'}${id.slice(0, 8)}${field ? `.${field}` : ''}`,
  );
  const typed = texts.map(({ note, after }) => `${note.slice(0, 8)}=${JSON.stringify(after.slice(0, 24))}`);
  return `${client}:${from}-${to} ${[...what, ...typed].join(' ')}`;
}
