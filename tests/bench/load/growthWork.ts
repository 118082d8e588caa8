/** An hour in which fifty people drag: how much does a board's document grow, and how long does it then take to open? */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { joinCluster, makeCluster, move, pullOut } from '../../../shared/board/boardOps.ts';
import { type ClusterId, type NoteId, newId } from '../../../shared/domain/ids.ts';
import { aHall, KeptLog } from '../../contract/storeFixtures.ts';
import { Random } from '../../crowd/random.ts';
import { Disturbance } from '../procfs.ts';
import { loadBuilt } from './built.ts';
import { extentOf, hang } from './ourHall.ts';

export interface GrowthJob {
  /** The folder of the built server. */
  built: string;
  dataDir: string;
  people: number;
  minutes: number;
  /** Seconds between two drops of one person. */
  every: number;
}

export interface GrowthResult {
  drops: number;
  before: number;
  after: number;
  /** Ms to load the record from the store, and to make the document of it. */
  loadMs: number;
  openMs: number;
  /** Bytes of the database, with all that ever happened. */
  onDisk: number;
  others: number;
}

const NOTES = 300;
const CLUSTERS = 12;
/** One comes back as another client now and then: a reload, a screen that slept. */
const CLIENTS_EACH = 3;
/** As a board does (BoardRoom). */
const SNAPSHOT_ROWS = 500;

export async function measureGrowth({
  built,
  dataDir,
  people,
  minutes,
  every,
}: GrowthJob): Promise<GrowthResult> {
  const disturbance = new Disturbance([process.pid]);
  const { BoardContent, openSqliteStore } = await loadBuilt(built);
  const store = await openSqliteStore({ dataDir, log: new KeptLog() });
  const { hall, keys, boards, pen } = aHall();
  await store.createHall(hall, keys, boards);
  const crowd = new Crowd(pen.doc, people);
  crowd.fill();
  await store.append(pen.commit());
  const before = sizeOf(pen.doc);

  const drops = Math.round((people * minutes * 60) / every);
  let written: Promise<void>[] = [];
  for (let drop = 1; drop <= drops; drop++) {
    crowd.drop();
    written.push(store.append(pen.commit()));
    if (drop % SNAPSHOT_ROWS > 0) continue;
    await Promise.all(written);
    written = [];
    await store.compact(pen.stationId, pen.seq);
  }
  await Promise.all(written);

  const began = performance.now();
  const record = await store.load(pen.stationId);
  const loaded = performance.now();
  const content = new BoardContent(pen.stationId, record!);
  const opened = performance.now();
  await store.close();
  return {
    drops,
    before,
    after: sizeOf(content.doc),
    loadMs: loaded - began,
    openMs: opened - loaded,
    onDisk: readdirSync(dataDir).reduce((sum, name) => sum + statSync(join(dataDir, name)).size, 0),
    others: disturbance.read(),
  };
}

const sizeOf = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc).length;

/** People at one board, all acting on one document, which is given the clientID of whoever acts. */
class Crowd {
  readonly #doc: Y.Doc;
  readonly #random = new Random(1);
  readonly #clients: number[];
  readonly #notes: NoteId[] = [];
  readonly #clusters: ClusterId[] = [];

  constructor(doc: Y.Doc, people: number) {
    this.#doc = doc;
    this.#clients = Array.from(
      { length: people * CLIENTS_EACH },
      () => 1_000 + this.#random.whole(0, 2 ** 31),
    );
  }

  fill(): void {
    for (let index = 0; index < NOTES; index++) {
      this.#someoneActs();
      this.#notes.push(hang(this.#doc, index));
    }
    for (let index = 0; index < CLUSTERS; index++) {
      this.#someoneActs();
      const cluster = { id: newId('c'), title: 'Det vi har sammen', pos: this.#somewhere() };
      this.#clusters.push(cluster.id);
      makeCluster(this.#doc, cluster, []);
    }
  }

  /** Most drops lay a note somewhere; some into a group, some out of one. */
  drop(): void {
    this.#someoneActs();
    const id = this.#random.pick(this.#notes)!;
    const chance = this.#random.next();
    if (chance < 0.85) move(this.#doc, [{ id, pos: this.#somewhere() }]);
    else if (chance < 0.93) joinCluster(this.#doc, this.#random.pick(this.#clusters)!, [id]);
    else pullOut(this.#doc, [{ id, pos: this.#somewhere() }]);
  }

  #someoneActs(): void {
    this.#doc.clientID = this.#random.pick(this.#clients)!;
  }

  #somewhere(): [number, number] {
    const [x, y] = extentOf(NOTES).map((far) => this.#random.whole(0, far));
    return [x!, y!];
  }
}
