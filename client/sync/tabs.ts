/**
 * Which tab of a browser owns what is unsaved. A tab that keeps something leaves a mark on the device; a tab that goes
 * properly takes its mark away; one that crashed leaves it, and does not answer when the others are called. What is
 * nobody's is taken over, by pointing the old mark at the new owner.
 *
 * A sleeping tab does not answer either, and localStorage has no locks: any of this may be wrong about a tab that
 * lives. So whoever keeps something looks, whenever it runs, whether its marks still stand, and if not keeps its
 * things anew. The marks spare work and double sending; nothing depends on them.
 */

import { randomText } from '../../shared/domain/ids.ts';
import type { DeviceStorage } from '../state/deviceStorage.ts';

/** Tells of keys that other tabs have changed. @returns what stops it */
export type StorageWatch = (listener: (key: string) => void) => () => void;

/** The browser's own way to tell. */
export const watchStorage: StorageWatch = (listener) => {
  if (typeof window === 'undefined') return () => {};
  const heard = ({ key }: StorageEvent) => {
    if (key) listener(key);
  };
  window.addEventListener('storage', heard);
  return () => window.removeEventListener('storage', heard);
};

const HERE = 'here';
const TAKEN_BY = 'by ';
/** A tab that lives has answered by then; one that sleeps is taken for gone, and finds out when it wakes. */
const ANSWER_MS = 600;

export class Tabs {
  readonly #storage: DeviceStorage;
  readonly #marks: string;
  readonly #callKey: string;
  #own = randomText(8);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(storage: DeviceStorage, place: string) {
    this.#storage = storage;
    this.#marks = `vh.tab.${place}.`;
    this.#callKey = `vh.call.${place}`;
  }

  get own(): string {
    return this.#own;
  }

  /** Marks that this tab is there. @returns whether the device has taken note */
  stay(): boolean {
    return this.holds(this.#own) || this.#storage.set(this.#marks + this.#own, HERE);
  }

  /** This tab goes: what it leaves is nobody's. */
  leave(): void {
    if (this.holds(this.#own)) this.#storage.remove(this.#marks + this.#own);
  }

  /** From now on this is another tab, to others' eyes. */
  beginAnew(): void {
    this.#own = randomText(8);
  }

  /** Whether what this tab keeps, or has taken over from another, is still its own. */
  holds(tab: string): boolean {
    const mark = this.#storage.get(this.#marks + tab);
    return tab === this.#own ? mark !== null && !mark.startsWith(TAKEN_BY) : mark === TAKEN_BY + this.#own;
  }

  /** Whether another has taken over what this tab keeps. */
  get isTaken(): boolean {
    return this.#storage.get(this.#marks + this.#own)?.startsWith(TAKEN_BY) ?? false;
  }

  takeOver(tab: string): void {
    this.#storage.set(this.#marks + tab, TAKEN_BY + this.#own);
  }

  /** Takes away all marks but of those who keep something, and of whom they were taken over by. */
  tidy(keeping: Iterable<string>): void {
    const needed = new Set([...keeping].flatMap((tab) => this.#heirsOf(tab)));
    for (const key of this.#storage.keys(this.#marks)) {
      if (!needed.has(key.slice(this.#marks.length))) this.#storage.remove(key);
    }
  }

  /** Of these tabs, those that went properly, or whose heir did. */
  gone(tabs: Iterable<string>): string[] {
    return [...tabs].filter((tab) => this.#markOfOwner(tab) === null);
  }

  /** Calls all, and tells once which of these tabs did not answer. */
  call(tabs: readonly string[], then: (silent: string[]) => void): void {
    const before = new Map(tabs.map((tab) => [tab, this.#markOfOwner(tab)]));
    const word = randomText(8);
    this.#storage.set(this.#callKey, word);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#storage.get(this.#callKey) === word) this.#storage.remove(this.#callKey);
      // Another's call may have been answered since; that is an answer too.
      then(tabs.filter((tab) => this.#markOfOwner(tab) === before.get(tab)));
    }, ANSWER_MS);
  }

  /** Another tab has changed this key: a call is answered. @returns what it means for what is kept */
  heard(key: string): 'taken' | 'left' | null {
    const word = this.#storage.get(key);
    if (key === this.#callKey) {
      if (word && this.holds(this.#own)) this.#storage.set(this.#marks + this.#own, word);
      return null;
    }
    if (!key.startsWith(this.#marks)) return null;
    if (key === this.#marks + this.#own) return 'taken';
    return word === null ? 'left' : null;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** What the tab, or whoever has taken over from it, has left as a mark; null where that one is gone. */
  #markOfOwner(tab: string): string | null {
    const mark = this.#storage.get(this.#marks + this.#heirsOf(tab).at(-1)!);
    return mark?.startsWith(TAKEN_BY) ? null : mark;
  }

  /** The tab, who has taken over from it, and so on to the last. */
  #heirsOf(tab: string): string[] {
    const heirs = [tab];
    for (;;) {
      const mark = this.#storage.get(this.#marks + heirs.at(-1)!);
      const next = mark?.startsWith(TAKEN_BY) ? mark.slice(TAKEN_BY.length) : null;
      if (next === null || heirs.includes(next)) return heirs;
      heirs.push(next);
    }
  }
}
