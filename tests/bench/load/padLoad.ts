/** Phones at one station, each of which writes a note now and then: when does a wall have it? */

import * as Y from 'yjs';
import { notesOf } from '../../../shared/board/boardDoc.ts';
import { type NoteId, newId } from '../../../shared/domain/ids.ts';
import { until } from '../../harness/until.ts';
import { BoardLink } from './BoardLink.ts';
import { type Cost, lost, Meter } from './Meter.ts';
import { makeHall, participants } from './ourHall.ts';
import { Pad } from './Pad.ts';
import { keepPace, many, sleep } from './pace.ts';
import { Sample, type Summary } from './Sample.ts';
import { ourWire } from './wires.ts';

export interface PadJob {
  base: string;
  pid: number;
  phones: number;
  /** Seconds between two notes of one phone. */
  every: number;
  seconds: number;
}

export interface PadResult {
  /** From "send" to the note's being in a board's document. */
  seen: Summary;
  /** From "send" to the answer: it is on disk. */
  acknowledged: Summary;
  cost: Cost;
  notes: number;
  /** Notes that were refused, or that the wall did not have 20 s after the end. */
  refused: number;
  missing: number;
  lost: number;
}

const WARM_MS = 3_000;

export async function measurePads({ base, pid, phones, every, seconds }: PadJob): Promise<PadResult> {
  const hall = await makeHall(base);
  const sessions = await participants(base, hall, phones + 1);
  const wall = new Y.Doc();
  const sentAt = new Map<string, number>();
  const seen = new Sample();
  const acknowledged = new Sample();
  let counting = false;
  notesOf(wall).observe(({ keysChanged }) => {
    const now = performance.now();
    for (const id of keysChanged) {
      const at = sentAt.get(id as string);
      sentAt.delete(id as string);
      if (at !== undefined && counting) seen.add(now - at);
    }
  });
  const link = await BoardLink.open(ourWire({ base, station: hall.station, token: sessions.at(-1)!.token }), {
    onState: (bytes) => Y.applyUpdate(wall, bytes),
    onUpdate: (bytes) => Y.applyUpdate(wall, bytes),
  });
  const pads = await many(phones, 20, async (index) => {
    const pad = await Pad.open(base, sessions[index]!);
    await pad.ask('station:enter', { stationId: hall.station });
    return pad;
  });

  let notes = 0;
  let refused = 0;
  const underWay = new Set<Promise<void>>();
  const write = async (pad: Pad) => {
    const id: NoteId = newId('n');
    const text = `Lapp nummer ${++notes}: noe som kan prøves for å få flere med`;
    const at = performance.now();
    sentAt.set(id, at);
    const result = await pad.ask('note:write', { stationId: hall.station, id, text }).catch(() => null);
    if (!result?.ok) refused++;
    else if (counting) acknowledged.add(performance.now() - at);
  };
  const pace = keepPace(phones, every * 1_000, 'catch up', (index) => {
    const writing: Promise<void> = write(pads[index]!).finally(() => underWay.delete(writing));
    underWay.add(writing);
  });
  await sleep(WARM_MS);
  counting = true;
  const meter = new Meter(pid, pads);
  await sleep(seconds * 1_000);
  const cost = meter.read();
  pace.stop();
  await Promise.all(underWay);
  await until(() => sentAt.size === 0, { what: 'the wall to have all notes' }).catch(() => {});
  const result = {
    seen: seen.summary,
    acknowledged: acknowledged.summary,
    cost,
    notes,
    refused,
    missing: sentAt.size,
    lost: lost([...pads, link.socket]),
  };
  for (const pad of pads) pad.leave();
  return result;
}
