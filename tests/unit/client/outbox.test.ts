/** The outbox: what a person wrote is kept until the server has it, whatever happens in between. */

import { beforeEach, describe, expect, it } from 'vitest';
import type { AnyFaultCode, Outcome } from '../../../client/sync/fault.ts';
import {
  type Outbox,
  type OutboxEntry,
  type OutboxRequest,
  openOutbox,
} from '../../../client/sync/outbox.ts';
import { unsentTexts } from '../../../client/sync/unsent.ts';
import { type HallId, type NoteId, newId, type StationId } from '../../../shared/domain/ids.ts';
import { cleanText } from '../../../shared/domain/note.ts';
import type { OwnNote } from '../../../shared/protocol/hallEvents.ts';
import { Device } from './device.ts';

const hallId = newId('h') as HallId;
const stationId = newId('s') as StationId;
const anonymousId = newId('s') as StationId;
const point = (text: string) => ({ stationId, text, round: 1 });

/** A server that knows notes by id, and a line to it that the test lets answers through on. */
class Server {
  readonly notes = new Map<NoteId, OwnNote>();
  readonly log: string[] = [];
  /** What the next requests are refused with, in order; null lets one through. */
  faults: (AnyFaultCode | null)[] = [];
  /** The next answers never arrive, though the server has done the work. */
  deafFor = 0;
  /** Whether a host has paused writing. */
  frozen = false;
  /** The secret that each request carried. */
  readonly secrets: (string | undefined)[] = [];

  async handle(name: OutboxRequest, payload: { id: NoteId; text?: string; round?: number; secret?: string }) {
    const { id, text = '' } = payload;
    this.log.push(`${name} ${text || id}`);
    this.secrets.push(payload.secret);
    const fault = this.frozen ? 'frozen' : this.faults.shift();
    if (fault) return { ok: false as const, error: { code: fault, message: fault } };
    const outcome = this.#do(name, id, text, payload.round ?? 1);
    if (this.deafFor > 0) {
      this.deafFor--;
      return { ok: false as const, error: { code: 'no_answer' as const, message: '' } };
    }
    return outcome;
  }

  #do(name: OutboxRequest, id: NoteId, text: string, round: number): Outcome<{ note?: OwnNote }> {
    const known = this.notes.get(id);
    if (name === 'note:withdraw') {
      if (!known) return { ok: false, error: { code: 'not_found', message: '' } };
      this.notes.delete(id);
      return { ok: true, data: {} };
    }
    // A repeated write is answered with the note as it first came.
    if (name === 'note:write' && known) return { ok: true, data: { note: known } };
    const note = { id, stationId, text: cleanText(text), round, at: 1, onBoard: true };
    this.notes.set(id, note);
    return { ok: true, data: { note } };
  }
}

/** One tab: an outbox with its view of the world. */
class Tab {
  entries: readonly OutboxEntry[] = [];
  kept = true;
  readonly saved: string[] = [];
  readonly withdrawn: NoteId[] = [];
  broughtHome = 0;
  readonly outbox: Outbox;
  #tasks: { task: () => void; ms: number }[] = [];

  constructor(device: Device, server: Server) {
    this.outbox = openOutbox({
      hallId,
      storage: device.storageOf((key) => this.outbox.absorb(key)),
      now: () => 1_000,
      after: (ms, task) => {
        const entry = { task, ms };
        this.#tasks.push(entry);
        return () => {
          this.#tasks = this.#tasks.filter((other) => other !== entry);
        };
      },
      secret: (station) => (station === anonymousId ? 'hemmelig' : undefined),
      send: (name, payload) => server.handle(name, payload as never) as never,
      saved: (note) => this.saved.push(note.text),
      withdrawn: (id) => this.withdrawn.push(id),
      broughtHome: () => this.broughtHome++,
      changed: (entries, kept) => {
        this.entries = entries;
        this.kept = kept;
      },
    });
  }

  get waits(): number[] {
    return this.#tasks.map(({ ms }) => ms);
  }

  /** Lets all timers run once. */
  passTime(): void {
    const due = this.#tasks;
    this.#tasks = [];
    for (const { task } of due) task();
  }
}

/** Lets everything that is under way come to rest. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

describe('outbox', () => {
  let device: Device;
  let server: Server;
  let tab: Tab;

  beforeEach(() => {
    device = new Device();
    server = new Server();
    tab = new Tab(device, server);
  });

  it('keeps a note on the device before anything is sent, and lets it go when the server has it', async () => {
    tab.outbox.write(point('lang reisevei'));
    expect(device.texts()).toEqual(['lang reisevei']);
    expect(server.log).toEqual([]);
    tab.outbox.setOnline(true);
    await settle();
    expect(tab.saved).toEqual(['lang reisevei']);
    expect(device.texts()).toEqual([]);
    expect(tab.entries).toEqual([]);
  });

  it('survives a reload: a new page sends what the old one could not', async () => {
    tab.outbox.write(point('før'));
    tab.outbox.close();
    const reloaded = new Tab(device, server);
    expect(reloaded.entries.map(({ text }) => text)).toEqual(['før']);
    reloaded.outbox.setOnline(true);
    await settle();
    expect([...server.notes.values()].map(({ text }) => text)).toEqual(['før']);
  });

  it('sends points of one text in the order they were written, though they came in one millisecond', async () => {
    for (const text of ['en', 'to', 'tre', 'fire', 'fem', 'seks']) tab.outbox.write(point(text));
    tab.outbox.setOnline(true);
    await settle();
    expect(server.log.map((line) => line.split(' ')[1])).toEqual(['en', 'to', 'tre', 'fire', 'fem', 'seks']);
  });

  it('sends a note again under the same id when its answer was lost, and no second note hangs', async () => {
    server.deafFor = 1;
    tab.outbox.setOnline(true);
    tab.outbox.write(point('én gang'));
    await settle();
    expect(tab.entries).toHaveLength(1);
    tab.outbox.setOnline(false);
    tab.outbox.setOnline(true);
    await settle();
    expect(server.log).toHaveLength(2);
    expect(server.notes.size).toBe(1);
    expect(tab.entries).toEqual([]);
  });

  it('brings home a text that was changed while the first answer was lost', async () => {
    server.deafFor = 1;
    tab.outbox.setOnline(true);
    tab.outbox.write(point('gammel'));
    await settle();
    tab.outbox.setOnline(false);
    tab.outbox.edit(tab.entries[0]!, 'ny');
    tab.outbox.setOnline(true);
    await settle();
    expect([...server.notes.values()].map(({ text }) => text)).toEqual(['ny']);
    expect(server.log.map((line) => line.split(' ')[0])).toEqual(['note:write', 'note:write', 'note:edit']);
    expect(tab.entries).toEqual([]);
  });

  it('waits through faults that pass, longer each time, and keeps the text meanwhile', async () => {
    server.faults = ['not_saved', 'unavailable', 'too_many', null];
    tab.outbox.setOnline(true);
    tab.outbox.write(point('tålmodig'));
    const waits: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      await settle();
      expect(device.texts()).toEqual(['tålmodig']);
      waits.push(...tab.waits);
      tab.passTime();
    }
    await settle();
    expect(tab.saved).toEqual(['tålmodig']);
    expect(waits).toHaveLength(3);
    for (const [turn, ms] of waits.entries()) expect(ms).toBeGreaterThanOrEqual(750 * 2 ** turn);
  });

  it('does not spin when the line is dead: it waits to be told that the line stands', async () => {
    server.faults = ['offline', null];
    tab.outbox.setOnline(true);
    tab.outbox.write(point('uten nett'));
    await settle();
    expect(server.log).toHaveLength(1);
    tab.outbox.setOnline(true);
    await settle();
    expect(tab.saved).toEqual(['uten nett']);
  });

  it.each(['too_long', 'station_full', 'read_only', 'forbidden'] as const)(
    'keeps a note that is refused (%s) with its text and the reason, and does not send it again by itself',
    async (code) => {
      server.faults = [code];
      tab.outbox.setOnline(true);
      tab.outbox.write(point('for mye'));
      await settle();
      tab.outbox.setOnline(false);
      tab.outbox.setOnline(true);
      await settle();
      expect(server.log).toHaveLength(1);
      expect(tab.entries).toMatchObject([{ text: 'for mye', refused: code }]);
      expect(device.texts()).toEqual(['for mye']);
    },
  );

  it('tries a refused note again when asked, and lets it go when told', async () => {
    server.faults = ['station_full', 'station_full', null];
    tab.outbox.setOnline(true);
    const first = tab.outbox.write(point('en'));
    const second = tab.outbox.write(point('to'));
    await settle();
    tab.outbox.discard(second);
    tab.outbox.retry(first);
    await settle();
    expect([...server.notes.values()].map(({ text }) => text)).toEqual(['en']);
    expect(device.texts()).toEqual([]);
  });

  it('gives a note a new id when its own is taken by somebody else', async () => {
    server.faults = ['taken'];
    tab.outbox.setOnline(true);
    const id = tab.outbox.write(point('min'));
    await settle();
    tab.outbox.retry(id);
    await settle();
    expect(server.notes.has(id)).toBe(false);
    expect([...server.notes.values()].map(({ text }) => text)).toEqual(['min']);
  });

  it('calls a fault of the server itself a refusal only after several tries', async () => {
    server.faults = Array.from({ length: 5 }, () => 'internal' as const);
    tab.outbox.setOnline(true);
    tab.outbox.write(point('uheldig'));
    for (let turn = 0; turn < 6; turn++) {
      await settle();
      tab.passTime();
    }
    expect(server.log).toHaveLength(5);
    expect(tab.entries).toMatchObject([{ refused: 'internal' }]);
  });

  it('takes back a note that never left the device without a word to the server', async () => {
    tab.outbox.write(point('angret'));
    tab.outbox.withdraw(tab.entries[0]!);
    tab.outbox.setOnline(true);
    await settle();
    expect(server.log).toEqual([]);
    expect(tab.entries).toEqual([]);
  });

  it('withdraws a note that may have reached the server, and is content when it had not', async () => {
    server.faults = ['no_answer'];
    tab.outbox.setOnline(true);
    const id = tab.outbox.write(point('kanskje'));
    await settle();
    tab.outbox.withdraw(tab.entries[0]!);
    tab.passTime();
    await settle();
    expect(server.log.at(-1)).toBe(`note:withdraw ${id}`);
    expect(tab.withdrawn).toEqual([id]);
    expect(device.texts()).toEqual([]);
  });

  it('edits a note that the server has', async () => {
    tab.outbox.setOnline(true);
    const id = tab.outbox.write(point('skrivefiel'));
    await settle();
    tab.outbox.edit(server.notes.get(id)!, 'skrivefeil');
    await settle();
    expect(server.notes.get(id)?.text).toBe('skrivefeil');
    expect(tab.entries).toEqual([]);
  });

  it('keeps two tabs from overwriting one another: each note has its own place', () => {
    const other = new Tab(device, server);
    tab.outbox.write(point('fra den ene'));
    other.outbox.write(point('fra den andre'));
    expect(device.texts().sort()).toEqual(['fra den andre', 'fra den ene']);
    expect(tab.entries).toHaveLength(2);
    expect(other.entries).toHaveLength(2);
  });

  it('lets go of a note in all tabs when one of them has brought it home', async () => {
    const other = new Tab(device, server);
    tab.outbox.write(point('felles'));
    other.outbox.setOnline(true);
    tab.outbox.setOnline(true);
    await settle();
    expect(server.notes.size).toBe(1);
    expect(tab.entries).toEqual([]);
    expect(other.entries).toEqual([]);
    expect(tab.broughtHome).toBe(1);
    expect(device.texts()).toEqual([]);
  });

  it('sends what a tab that died has left behind', async () => {
    const other = new Tab(device, server);
    other.outbox.setOnline(true);
    tab.outbox.write(point('etterlatt'));
    tab.outbox.close();
    other.passTime();
    await settle();
    expect([...server.notes.values()].map(({ text }) => text)).toEqual(['etterlatt']);
  });

  it('says so when the device cannot keep notes, and sends them all the same', async () => {
    device.full = true;
    tab.outbox.write(point('bare her'));
    expect(tab.kept).toBe(false);
    tab.outbox.setOnline(true);
    await settle();
    expect(tab.saved).toEqual(['bare her']);
    expect(tab.kept).toBe(true);
  });

  it('sends a secret with what is written, edited and withdrawn at an anonymous station, and nowhere else', async () => {
    tab.outbox.setOnline(true);
    const plain = tab.outbox.write(point('åpen'));
    const hidden = tab.outbox.write({ ...point('skjult'), stationId: anonymousId });
    await settle();
    for (const [id, at] of [
      [plain, stationId],
      [hidden, anonymousId],
    ] as const) {
      tab.outbox.edit({ ...server.notes.get(id)!, stationId: at }, 'rettet');
      await settle();
      tab.outbox.withdraw({ ...server.notes.get(id)!, stationId: at });
      await settle();
    }
    const carried = server.log.map((line, index) => [line.split(' ')[0], server.secrets[index]]);
    expect(carried).toEqual([
      ['note:write', undefined],
      ['note:write', 'hemmelig'],
      ['note:edit', undefined],
      ['note:withdraw', undefined],
      ['note:edit', 'hemmelig'],
      ['note:withdraw', 'hemmelig'],
    ]);
    expect(device.texts()).toEqual([]);
  });

  it('keeps a note waiting where the host has paused writing, and sends it by itself when they resume', async () => {
    server.frozen = true;
    tab.outbox.setFrozen(new Set([stationId]));
    tab.outbox.setOnline(true);
    tab.outbox.write(point('venter'));
    await settle();
    tab.outbox.setFrozen(new Set([stationId, anonymousId]));
    tab.outbox.setOnline(true);
    tab.passTime();
    await settle();
    expect(server.log).toHaveLength(1);
    expect(tab.entries).toMatchObject([{ text: 'venter' }]);
    expect(tab.entries[0]!.refused).toBeUndefined();
    expect(device.texts()).toEqual(['venter']);
    server.frozen = false;
    tab.outbox.setFrozen(new Set());
    await settle();
    expect(tab.saved).toEqual(['venter']);
    expect(tab.entries).toEqual([]);
  });

  it('lets notes for other stations pass while one station is paused', async () => {
    server.frozen = true;
    tab.outbox.setFrozen(new Set([stationId]));
    tab.outbox.setOnline(true);
    tab.outbox.write(point('venter'));
    await settle();
    server.frozen = false;
    tab.outbox.write({ ...point('går'), stationId: anonymousId });
    await settle();
    expect(tab.saved).toEqual(['går']);
  });

  it('asks again after a while about a pause that it has not heard of', async () => {
    server.frozen = true;
    tab.outbox.setOnline(true);
    tab.outbox.write(point('uvitende'));
    await settle();
    expect(tab.entries[0]!.refused).toBeUndefined();
    server.frozen = false;
    tab.passTime();
    await settle();
    expect(tab.saved).toEqual(['uvitende']);
  });

  it('passes over what is spoilt on the device, and brings the rest home', async () => {
    device.storageOf().set(`vh.outbox.${hallId}.n_spoilt`, '{"id":"n_spo');
    tab.outbox.write(point('hel'));
    tab.outbox.close();
    const reloaded = new Tab(device, server);
    reloaded.outbox.setOnline(true);
    await settle();
    expect(reloaded.saved).toEqual(['hel']);
  });

  it('shows what was never sent when the session is over, but not what was taken back', async () => {
    tab.outbox.setOnline(true);
    const sent = tab.outbox.write(point('sendt'));
    await settle();
    tab.outbox.setOnline(false);
    tab.outbox.withdraw(server.notes.get(sent)!);
    tab.outbox.write(point('usendt'));
    expect(unsentTexts(device.storageOf(), hallId)).toEqual(['usendt']);
  });
});
