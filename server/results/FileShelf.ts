/** Files of results pages: taken in as they come, in pieces, given out the same way, and really taken away. */

import { type HallId, randomText } from '../../shared/domain/ids.ts';
import {
  FILE_BYTES_MAX,
  HALL_FILES_BYTES_MAX,
  HALL_FILES_MAX,
  type PageFile,
} from '../../shared/domain/results.ts';
import { FaultError } from '../fault.ts';
import type { Clock, FileRecord, Log, PageStore } from '../ports.ts';
import { KindCheck, readFileName } from './fileKinds.ts';

/** A piece is one write: notes that come meanwhile wait no longer than for this. */
const PIECE_BYTES = 256 * 1_024;
/** Of one hall at once; each holds a piece in memory. */
const UNDER_WAY_MAX = 4;

export class FileShelf {
  readonly #store: PageStore;
  readonly #clock: Clock;
  readonly #log: Log;
  /** By hall: bytes promised by each file that is on its way. */
  readonly #underWay = new Map<HallId, Set<{ bytes: number }>>();
  #swept: Promise<void> | null = null;

  constructor(store: PageStore, clock: Clock, log: Log) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
  }

  /** The hall's files, as they are shown. */
  async list(hallId: HallId): Promise<PageFile[]> {
    const files = await this.#store.files(hallId);
    return files.map(({ id, name, kind, size, at }) => ({ id, name, kind, size, at }));
  }

  /**
   * Takes a file in. It is there when this resolves, and nothing of it when it rejects.
   * @param promised how many bytes it says to have; null where it does not say
   * @throws {FaultError} malformed, empty, too_long, too_many
   */
  async take(
    hallId: HallId,
    asked: string,
    promised: number | null,
    body: AsyncIterable<Buffer>,
  ): Promise<PageFile> {
    const { name, kind } = readFileName(asked);
    if (promised !== null && promised > FILE_BYTES_MAX) throw tooLong();
    await this.sweep();
    const place = await this.#reserve(hallId, promised ?? FILE_BYTES_MAX);
    const file: FileRecord = { id: randomText(SECRET), hallId, name, kind, size: 0, at: this.#clock.now() };
    let begun = false;
    try {
      await this.#store.beginFile(file);
      begun = true;
      const size = await this.#takeBytes(file, new KindCheck(kind), body);
      await this.#store.finishFile(file.id, size);
      return { id: file.id, name, kind, size, at: file.at };
    } catch (error) {
      if (begun) await this.#drop(file.id);
      throw error;
    } finally {
      place.release();
    }
  }

  /** The bytes of a file that `list` has, piece by piece. */
  async *read(id: string): AsyncGenerator<Uint8Array> {
    for (let n = 0; ; n++) {
      const piece = await this.#store.filePiece(id, n);
      if (!piece) return;
      yield piece;
    }
  }

  /** Takes a file of the hall away. @throws {FaultError} not_found */
  async remove(hallId: HallId, id: string): Promise<void> {
    const files = await this.#store.files(hallId);
    if (!files.some((file) => file.id === id)) throw new FaultError('not_found', 'no such file', 'fileId');
    await this.#store.dropFile(id);
  }

  /** Takes away what an earlier process left half done, once; nothing is taken in before. */
  sweep(): Promise<void> {
    this.#swept ??= (async () => {
      for (const id of await this.#store.unfinishedFiles()) await this.#drop(id);
    })();
    this.#swept.catch(() => {
      this.#swept = null;
    });
    return this.#swept;
  }

  async #takeBytes({ id }: FileRecord, check: KindCheck, body: AsyncIterable<Buffer>): Promise<number> {
    let [size, n, waiting] = [0, 0, [] as Buffer[]];
    let held = 0;
    const write = async () => {
      const piece = Buffer.concat(waiting);
      [waiting, held] = [[], 0];
      check.take(piece);
      await this.#store.addFilePiece(id, n++, piece);
    };
    for await (const chunk of body) {
      size += chunk.length;
      if (size > FILE_BYTES_MAX) throw tooLong();
      waiting.push(chunk);
      held += chunk.length;
      if (held >= PIECE_BYTES) await write();
    }
    if (size === 0) throw new FaultError('empty', 'the file is empty', 'file');
    if (held > 0) await write();
    check.end();
    return size;
  }

  async #reserve(hallId: HallId, bytes: number): Promise<{ release: () => void }> {
    const places = this.#underWay.get(hallId) ?? new Set();
    this.#underWay.set(hallId, places);
    if (places.size >= UNDER_WAY_MAX) throw new FaultError('too_many', 'other files are on their way; wait');
    const place = { bytes };
    places.add(place);
    const release = () => {
      places.delete(place);
      if (places.size === 0) this.#underWay.delete(hallId);
    };
    // Counted before the disk is asked: one that becomes whole meanwhile is counted twice rather than not at all.
    const [count, coming] = [places.size, [...places].reduce((sum, { bytes }) => sum + bytes, 0)];
    try {
      const files = await this.#store.files(hallId);
      if (files.length + count > HALL_FILES_MAX)
        throw new FaultError('station_full', `a hall has room for ${HALL_FILES_MAX} files`, 'count');
      const had = files.reduce((sum, { size }) => sum + size, 0);
      if (had + coming > HALL_FILES_BYTES_MAX)
        throw new FaultError('station_full', 'the hall’s files take all the room there is', 'bytes');
    } catch (error) {
      release();
      throw error;
    }
    return { release };
  }

  async #drop(id: string): Promise<void> {
    await this.#store.dropFile(id).catch((error) => {
      this.#log.warn('results.file_not_dropped', { error: String(error) });
    });
  }
}

const SECRET = 22;
const tooLong = () =>
  new FaultError('too_long', `a file may have ${FILE_BYTES_MAX / (1_024 * 1_024)} MB`, 'file');
