/** The results pages' part of the memory store. Each method checks all before it changes anything. */

import type { HallId } from '../../shared/domain/ids.ts';
import { AddressTaken, type FileRecord } from '../ports.ts';
import { noSuchFile, noSuchHall } from './refusals.ts';

interface File {
  record: FileRecord;
  whole: boolean;
  pieces: Uint8Array[];
}

export class MemoryPages {
  readonly #isHall: (id: HallId) => boolean;
  readonly #addresses = new Map<string, HallId>();
  readonly #files = new Map<string, File>();

  constructor(isHall: (id: HallId) => boolean) {
    this.#isHall = isHall;
  }

  claimAddress(address: string, hallId: HallId): void {
    this.#assertHall(hallId);
    const had = this.#addresses.get(address);
    if (had !== undefined && had !== hallId) throw new AddressTaken('that address is taken');
    this.#addresses.set(address, hallId);
  }

  hallOfAddress(address: string): HallId | null {
    return this.#addresses.get(address) ?? null;
  }

  beginFile(record: FileRecord): void {
    this.#assertHall(record.hallId);
    if (this.#files.has(record.id)) throw new Error(`there is a file ${record.id}`);
    this.#files.set(record.id, { record, whole: false, pieces: [] });
  }

  addFilePiece(id: string, n: number, bytes: Uint8Array): void {
    const { pieces } = this.#underWay(id);
    if (n !== pieces.length) throw new Error(`piece ${n} is not the next of ${id}`);
    pieces.push(bytes);
  }

  finishFile(id: string, size: number): void {
    const file = this.#underWay(id);
    file.record.size = size;
    file.whole = true;
  }

  files(hallId: HallId): FileRecord[] {
    const all = [...this.#files.values()].filter(({ whole, record }) => whole && record.hallId === hallId);
    return all.map(({ record }) => record);
  }

  filePiece(id: string, n: number): Uint8Array | null {
    const file = this.#files.get(id);
    return file?.whole ? (file.pieces[n] ?? null) : null;
  }

  dropFile(id: string): void {
    this.#files.delete(id);
  }

  unfinishedFiles(): string[] {
    return [...this.#files].filter(([, { whole }]) => !whole).map(([id]) => id);
  }

  #assertHall(id: HallId): void {
    if (!this.#isHall(id)) throw noSuchHall(id);
  }

  #underWay(id: string): File {
    const file = this.#files.get(id);
    if (!file || file.whole) throw noSuchFile(id);
    return file;
  }
}
