/**
 * What this person has changed on a board and the server has not yet said is on disk. Kept on the device too, update
 * by update, so that it survives a reload or a dead battery; and with the texts it holds, so that they can be given
 * back in plain words should the server refuse it.
 *
 * Each record is one tab's (`tabs.ts`). What a tab left behind is taken over by the next, or by one that is open; what
 * a tab keeps that lives is that tab's alone: were it given up elsewhere, what follows would build on nothing.
 */

import { fromBase64, toBase64 } from 'lib0/buffer';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { type DeviceStorage, readJson } from '../state/deviceStorage.ts';
import { type OwnText, type StoredEdit, UNSAVED } from './boardRecords.ts';
import { type StorageWatch, Tabs, watchStorage } from './tabs.ts';

interface Edit {
  key: string;
  update: Uint8Array;
  texts: OwnText[];
  /** Which document frame of the present connection bears it; null: none yet. */
  frame: number | null;
  kept: boolean;
}

/** What the record tells its owner. */
export interface UnsavedEvents {
  /** The count, or whether all is kept, is another. */
  changed(): void;
  /** These updates of a tab that is gone are this tab's from now on, and are to be sent. */
  found(updates: readonly Uint8Array[]): void;
}

/** So often it is looked whether a tab has crashed meanwhile. */
const LOOK_MS = 30_000;
/** A tab that goes may only be loaded anew: then what it left is its own again. */
const RELOAD_MS = 3_000;

/** What a device had no room for when its board was closed: it lasts as long as the page. By where it would have lain. */
const unkept = new WeakMap<DeviceStorage, Map<string, Edit[]>>();

/** Opens the record of unsaved edits, and takes over what tabs that are gone have left. */
export class UnsavedEdits {
  /** Updates that an earlier visit left behind, oldest first. */
  readonly leftover: readonly Uint8Array[];
  readonly #storage: DeviceStorage;
  readonly #prefix: string;
  readonly #tabs: Tabs;
  readonly #events: UnsavedEvents;
  readonly #stopWatching: () => void;
  readonly #looking: ReturnType<typeof setInterval>;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #next = 0;
  /** The time of the newest edit: a clock that is set back must not make it the oldest. */
  #newest = 0;
  #edits: Edit[] = [];

  constructor(
    storage: DeviceStorage,
    { station, participant }: { station: StationId; participant: ParticipantId },
    events: UnsavedEvents,
    watch: StorageWatch = watchStorage,
  ) {
    this.#storage = storage;
    this.#prefix = `${UNSAVED}${station}.${participant}.`;
    this.#events = events;
    this.#tabs = new Tabs(storage, `${station}.${participant}`);
    const others = this.#othersTabs();
    this.#tabs.tidy(others);
    this.#edits = unkept.get(storage)?.get(this.#prefix) ?? [];
    unkept.get(storage)?.delete(this.#prefix);
    this.#adopt(this.#tabs.gone(others));
    this.leftover = this.updates;
    if (this.#othersTabs().length > 0) this.#look();
    this.#stopWatching = watch((key) => this.#heard(key));
    this.#looking = setInterval(() => this.#look(), LOOK_MS);
  }

  get count(): number {
    return this.#edits.length;
  }

  /** Whether all of it is kept on this device. */
  get kept(): boolean {
    return this.#edits.every(({ kept }) => kept);
  }

  /** A new edit, and the frame that bears it, if it was sent. */
  wrote(update: Uint8Array, texts: OwnText[], frame: number | null): void {
    if (this.#edits.length === 0) this.#tabs.stay();
    else this.#secure();
    const edit: Edit = { key: '', update, texts, frame, kept: false };
    this.#keep(edit);
    this.#edits.push(edit);
    this.#events.changed();
  }

  /** A frame with everything that the server lacks was sent: it bears all that had not been sent. */
  answered(frame: number): void {
    for (const edit of this.#edits) edit.frame ??= frame;
  }

  /** The first `frames` frames of this connection are on disk. */
  saved(frames: number): void {
    this.#forget(this.#edits.filter(({ frame }) => frame !== null && frame <= frames));
  }

  /** The connection is gone, and what it had not confirmed must be sent anew. */
  disconnected(): void {
    for (const edit of this.#edits) edit.frame = null;
  }

  /** Gives all of it up. @returns the texts in it, the newest of each note */
  giveUp(): OwnText[] {
    const { texts } = this;
    this.#forget([...this.#edits]);
    return texts;
  }

  /** The texts in it, the newest of each note. */
  get texts(): OwnText[] {
    const texts = new Map<NoteId, string>();
    const byTime = [...this.#edits].sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const edit of byTime) for (const { note, text } of edit.texts) texts.set(note, text);
    return [...texts].map(([note, text]) => ({ note, text }));
  }

  /** All that this tab holds, oldest first, for a document that begins anew. */
  get updates(): Uint8Array[] {
    return this.#edits.map(({ update }) => update);
  }

  /** The page is left, perhaps for good. */
  leave(): void {
    this.#tabs.leave();
  }

  /** The page is there again, or awake: others may have taken it for gone. */
  cameBack(): void {
    this.#secure();
  }

  close(): void {
    this.disconnected();
    if (!this.kept) {
      const here = unkept.get(this.#storage) ?? new Map<string, Edit[]>();
      here.set(
        this.#prefix,
        this.#edits.filter(({ kept }) => !kept),
      );
      unkept.set(this.#storage, here);
      this.#edits = [];
    }
    this.#stopWatching();
    clearInterval(this.#looking);
    clearTimeout(this.#soon);
    this.#tabs.stop();
    this.#tabs.leave();
  }

  #keep(edit: Edit): void {
    const key = this.#prefix + this.#placeOf(edit) + this.#tabs.own;
    const stored: StoredEdit = { update: toBase64(edit.update), texts: edit.texts };
    const kept = this.#storage.set(key, JSON.stringify(stored));
    const old = edit.key;
    if (kept || !old) edit.key = key;
    edit.kept = kept || (old !== '' && this.#storage.get(old) !== null);
  }

  /** Time first, so that edits of several tabs are read back in the order they were made. What is kept anew stays in it. */
  #placeOf(edit: Edit): string {
    const former = edit.key.slice(this.#prefix.length, edit.key.lastIndexOf('.') + 1);
    const wanted = this.#prefix + former + this.#tabs.own;
    if (former && this.#edits.every((other) => other === edit || other.key !== wanted)) return former;
    this.#newest = Math.max(this.#newest, Date.now());
    const time = former ? timeIn(former) : this.#newest;
    return `${time}.${String(this.#next++).padStart(6, '0')}.`;
  }

  #forget(gone: Edit[]): void {
    if (gone.length === 0) return;
    for (const { key } of gone) this.#storage.remove(key);
    const all = new Set(gone);
    this.#edits = this.#edits.filter((edit) => !all.has(edit));
    if (this.#edits.length === 0) this.#tabs.tidy(this.#othersTabs());
    this.#events.changed();
  }

  /** Makes sure that all this tab holds lies on the device, in records that nobody else thinks theirs. */
  #secure(): void {
    const owners = new Set(this.#edits.map(({ key }) => tabOf(key)));
    const lost = new Set([...owners].filter((tab) => !this.#tabs.holds(tab)));
    if (lost.size === 0) return;
    if (this.#tabs.isTaken) this.#tabs.beginAnew();
    if (!this.#tabs.stay()) return;
    for (const edit of this.#edits) {
      const mine = tabOf(edit.key) === this.#tabs.own && this.#storage.get(edit.key) !== null;
      if (lost.has(tabOf(edit.key)) && !mine) this.#keep(edit);
    }
    this.#events.changed();
  }

  /** Takes over what tabs that are gone have left, and asks after those of which that is not sure. */
  #look(): void {
    this.#secure();
    this.#keepAgain();
    const others = this.#othersTabs();
    if (others.length === 0) return;
    this.#tabs.call(others, (silent) => {
      const updates = this.#adopt(silent);
      if (updates.length === 0) return;
      this.#events.changed();
      this.#events.found(updates);
    });
  }

  /** What the device had no room for may have room now. */
  #keepAgain(): void {
    const unkept = this.#edits.filter(({ kept }) => !kept);
    for (const edit of unkept) {
      this.#keep(edit);
      if (!edit.kept) return;
    }
    if (unkept.length > 0) this.#events.changed();
  }

  #heard(key: string): void {
    const news = this.#tabs.heard(key);
    if (news === 'taken') this.#secure();
    if (news !== 'left') return;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#look(), RELOAD_MS);
  }

  /** Tabs with records on the device that are not this one's. */
  #othersTabs(): string[] {
    const held = new Set(this.#edits.map(({ key }) => key));
    const keys = this.#storage.keys(this.#prefix).filter((key) => !held.has(key));
    return [...new Set(keys.map(tabOf))].filter((tab) => tab !== this.#tabs.own);
  }

  /** Takes over these tabs' records. One that can't be read is put away: it must not block the others for ever. */
  #adopt(tabs: readonly string[]): Uint8Array[] {
    if (tabs.length === 0) return [];
    const held = new Set(this.#edits.map(({ key }) => key));
    const found: Edit[] = [];
    for (const key of this.#storage.keys(this.#prefix).sort()) {
      if (held.has(key) || !tabs.includes(tabOf(key))) continue;
      try {
        const { update, texts } = readJson<StoredEdit>(this.#storage, key)!;
        this.#newest = Math.max(this.#newest, timeIn(key.slice(this.#prefix.length)) + 1);
        found.push({ key, update: fromBase64(update), texts, frame: null, kept: true });
      } catch {
        this.#storage.remove(key);
      }
    }
    if (found.length > 0) this.#tabs.stay();
    for (const tab of new Set(found.map(({ key }) => tabOf(key)))) this.#tabs.takeOver(tab);
    this.#edits.push(...found);
    return found.map(({ update }) => update);
  }
}

const timeIn = (rest: string) => Number(rest.split('.')[0]) || 0;
const tabOf = (key: string) => key.slice(key.lastIndexOf('.') + 1);
