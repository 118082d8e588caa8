/**
 * The outbox: what a person wants of their notes until the server has it on disk. It is no queue of commands but a
 * list of wishes, one a note ("this text", "gone"), so that a wish can change while an older one is under way, and be
 * sent again after any loss: the server knows the note by its id.
 *
 * ```
 *            write                      answer ok and text as wished
 *  (none) ────────▶ waiting ◀──▶ sending ───────────────────────────▶ (none: the server has it)
 *                      ▲            │ fault that does not pass
 *                      └── retry ── refused ── discard ──▶ (none)
 * ```
 *
 * Where a host has paused writing, what the server will not have yet goes on waiting, and is sent when they resume.
 *
 * Each note has its own key on the device, so that two tabs never overwrite one another; whichever tab gets the
 * answer removes the key, and the other follows.
 */

import type { Slot } from '../../shared/board/boardDoc.ts';
import type { Level } from '../../shared/domain/hall.ts';
import { type HallId, type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import { cleanText } from '../../shared/domain/note.ts';
import type { Answers, OwnNote, RequestOf } from '../../shared/protocol/hallEvents.ts';
import { type DeviceStorage, readJson } from '../state/deviceStorage.ts';
import { type AnyFaultCode, type Outcome, passes } from './fault.ts';

/** One wish. Kept as JSON under `vh.outbox.<hallId>.<noteId>`. */
export interface OutboxEntry {
  id: NoteId;
  stationId: StationId;
  text: string;
  /** The writer takes the note back. */
  gone?: true;
  round: number;
  level?: Level;
  /** Its place on a timeline. */
  slot?: Slot;
  /** Where on the board it was written; the server finds a place for those from pads. */
  pos?: [x: number, y: number];
  at: number;
  /** The server has (an older text of) the note for sure. */
  onServer: boolean;
  /** It may have reached the server. */
  tried: boolean;
  /** Why the server will not have it. Stays until the writer decides. */
  refused?: AnyFaultCode;
}

type SentSlot = RequestOf<'note:write'>['slot'];

/** What the outbox needs of the world. */
export interface OutboxPorts {
  hallId: HallId;
  storage: DeviceStorage;
  now: () => number;
  /** What proves notes to be one's own at this station; none where the server knows by itself. */
  secret: (station: StationId) => string | undefined;
  /** Calls once after `ms`. @returns what cancels it */
  after: (ms: number, task: () => void) => () => void;
  send: <Name extends OutboxRequest>(name: Name, payload: RequestOf<Name>) => Promise<Outcome<Answers[Name]>>;
  /** The server has the note now, so. */
  saved: (note: OwnNote) => void;
  /** The note is withdrawn for sure. */
  withdrawn: (id: NoteId) => void;
  /** Another tab has brought a note home: what the server has is to be asked anew. */
  broughtHome: () => void;
  /** Something changed: the entries anew, oldest first, and whether the device keeps them all. */
  changed: (entries: readonly OutboxEntry[], kept: boolean) => void;
}

export type OutboxRequest = 'note:write' | 'note:edit' | 'note:withdraw';
export type Outbox = ReturnType<typeof openOutbox>;

/** How many wishes are under way at once: a phone that comes back with fifty shall not shout them all. */
const WINDOW = 4;
const PAUSE_MS = 1_500;
const PAUSE_MAX_MS = 30_000;
/** A note of another tab is that tab's to send; if it is still there after this, the tab has died. */
const OTHER_TAB_MS = 10_000;
/** A fault "of the server itself" that comes this often for one note will not pass. */
const INTERNAL_MAX = 5;

/** Opens the outbox of a hall with what the device has kept of it. */
export function openOutbox(ports: OutboxPorts) {
  const prefix = `vh.outbox.${ports.hallId}.`;
  const entries = new Map<NoteId, OutboxEntry>();
  const unkept = new Set<NoteId>();
  const underWay = new Set<NoteId>();
  const internalFaults = new Map<NoteId, number>();
  /** Where hosts have paused writing, and where of these the server has said that it takes nothing any more. */
  let frozen: ReadonlySet<StationId> = new Set();
  const held = new Set<StationId>();
  let online = false;
  let pauses = 0;
  let lastAt = 0;
  let cancelPause: (() => void) | null = null;
  let closed = false;

  for (const key of ports.storage.keys(prefix)) {
    const entry = readEntry(ports.storage, key);
    // Kept anew: what the device had no room for lies with the page alone.
    if (entry) keep(entry);
  }
  tell();

  function keep(entry: OutboxEntry): void {
    entries.set(entry.id, entry);
    if (ports.storage.set(prefix + entry.id, JSON.stringify(entry))) unkept.delete(entry.id);
    else unkept.add(entry.id);
    tell();
  }

  function drop(id: NoteId): void {
    entries.delete(id);
    unkept.delete(id);
    internalFaults.delete(id);
    ports.storage.remove(prefix + id);
    tell();
  }

  function tell(): void {
    if (!closed) ports.changed(inOrder(entries), unkept.size === 0);
  }

  function pump(): void {
    if (!online || cancelPause || closed) return;
    for (const entry of inOrder(entries)) {
      if (underWay.size >= WINDOW) return;
      if (entry.refused || underWay.has(entry.id) || held.has(entry.stationId)) continue;
      void push(entry);
    }
  }

  async function push(entry: OutboxEntry): Promise<void> {
    const { id } = entry;
    if (entry.gone && !entry.onServer && !entry.tried) return drop(id);
    underWay.add(id);
    if (!entry.tried) keep({ ...entry, tried: true });
    const outcome = await sendWish(entry);
    underWay.delete(id);
    if (closed) return;
    settle(entry, outcome);
    pump();
  }

  function sendWish({ id, stationId, text, gone, round, level, slot, pos, onServer }: OutboxEntry) {
    const note = { stationId, id, secret: ports.secret(stationId) };
    if (gone) return ports.send('note:withdraw', note);
    if (onServer) return ports.send('note:edit', { ...note, text });
    return ports.send('note:write', { ...note, text, round, level, slot: slot as SentSlot, pos });
  }

  /** Weighs an answer against what is wished now, which may be another thing than what was sent. */
  function settle(sent: OutboxEntry, outcome: Outcome<{ note?: OwnNote }>): void {
    const now = entries.get(sent.id);
    if (!now || takenByOtherTab(sent.id)) {
      // Another tab has brought this note home, or the writer has discarded it.
      if (outcome.ok && outcome.data.note) ports.saved(outcome.data.note);
      entries.delete(sent.id);
      tell();
    } else if (!outcome.ok) {
      settleFault(sent, now, outcome.error.code);
    } else {
      pauses = 0;
      internalFaults.delete(sent.id);
      if (sent.gone) settleWithdrawn(sent, now);
      else settleSaved(sent, now, outcome.data.note);
    }
  }

  function settleFault(sent: OutboxEntry, now: OutboxEntry, code: AnyFaultCode): void {
    const { id } = sent;
    if (sent.gone && (code === 'not_found' || code === 'gone')) {
      settleWithdrawn(sent, now);
      return;
    }
    if (code === 'frozen') {
      // A pause that we have not heard of, or not of its end, is asked about again; the hall's state may be on its way.
      if (frozen.has(sent.stationId)) held.add(sent.stationId);
      else pause();
      return;
    }
    if (code === 'internal') internalFaults.set(id, (internalFaults.get(id) ?? 0) + 1);
    if (!passes(code) || (internalFaults.get(id) ?? 0) >= INTERNAL_MAX) {
      // What was refused may already be wished otherwise: then the new wish is tried.
      if (now.text === sent.text && now.gone === sent.gone) keep({ ...now, refused: code });
    } else if (code === 'offline') online = false;
    else pause();
  }

  function settleSaved(sent: OutboxEntry, now: OutboxEntry, note: OwnNote | undefined): void {
    if (note) ports.saved(note);
    // The same id again is answered with the note as it first came: an older text then wants an edit. After an edit
    // the server's word is final, or two cleanings that differ would go round for ever.
    const asWished = sent.onServer || !note || note.text === cleanText(sent.text);
    if (asWished && now.text === sent.text && !now.gone) drop(sent.id);
    else keep({ ...now, onServer: true, tried: true });
  }

  function settleWithdrawn(sent: OutboxEntry, now: OutboxEntry): void {
    ports.withdrawn(sent.id);
    if (now.gone) drop(sent.id);
  }

  function takenByOtherTab(id: NoteId): boolean {
    return !unkept.has(id) && ports.storage.get(prefix + id) === null;
  }

  function pause(): void {
    if (cancelPause) return;
    const ms = Math.min(PAUSE_MAX_MS, PAUSE_MS * 2 ** pauses++) * (0.5 + Math.random());
    cancelPause = ports.after(ms, () => {
      cancelPause = null;
      pump();
    });
  }

  return {
    /** Writes a new note: on the device first, then to the server. */
    write(note: Pick<OutboxEntry, 'stationId' | 'text' | 'round' | 'level' | 'slot' | 'pos'>): NoteId {
      const id = newId('n');
      // Points split from one text come in the same millisecond, and shall hang in the order they were written.
      lastAt = Math.max(ports.now(), lastAt + 1);
      keep({ ...note, id, at: lastAt, onServer: false, tried: false });
      pump();
      return id;
    },

    /** Wishes another text for a note of one's own, sent or not. */
    edit(note: OwnNote | OutboxEntry, text: string): void {
      keep({ ...wish(note), text });
      pump();
    },

    /** Wishes a note of one's own away. */
    withdraw(note: OwnNote | OutboxEntry): void {
      const entry = wish(note);
      if (!entry.onServer && !entry.tried) drop(entry.id);
      else keep({ ...entry, gone: true });
      pump();
    },

    /** Tries a refused wish again. An id that somebody else has is changed: it can never be ours. */
    retry(id: NoteId): void {
      const entry = entries.get(id);
      if (!entry?.refused) return;
      const { refused, ...again } = entry;
      if (refused === 'taken' || (refused === 'gone' && !entry.gone)) {
        drop(id);
        keep({ ...again, id: newId('n'), onServer: false, tried: false });
      } else keep(again);
      internalFaults.delete(id);
      pump();
    },

    /** Lets a wish go, with its text. */
    discard: drop,

    /** The connection stands (or not): everything that waits is sent again. */
    setOnline(isOnline: boolean): void {
      online = isOnline;
      if (!isOnline) return;
      cancelPause?.();
      cancelPause = null;
      pump();
    },

    /** Where hosts have paused writing now: what waited for a station that is no longer among these is sent. */
    setFrozen(stations: ReadonlySet<StationId>): void {
      frozen = stations;
      const resumed = [...held].filter((station) => !frozen.has(station));
      if (resumed.length === 0) return;
      for (const station of resumed) held.delete(station);
      pump();
    },

    /** Another tab changed an entry (`storage` event). */
    absorb(key: string): void {
      if (!key.startsWith(prefix)) return;
      const id = key.slice(prefix.length) as NoteId;
      const entry = readEntry(ports.storage, key);
      if (entry) entries.set(id, entry);
      else entries.delete(id);
      tell();
      if (entry) ports.after(OTHER_TAB_MS, pump);
      else ports.broughtHome();
    },

    close(): void {
      closed = true;
      cancelPause?.();
    },
  };

  /** The wish for a note as it stands: the one that waits, or a fresh one for a note that the server has. */
  function wish(note: OwnNote | OutboxEntry): OutboxEntry {
    const waiting = entries.get(note.id);
    if (waiting) {
      const { refused: _, gone: __, ...open } = waiting;
      return open;
    }
    const { onBoard, hidden, refused, gone, ...own } = note as OwnNote & OutboxEntry;
    return { ...own, onServer: true, tried: true };
  }
}

function inOrder(entries: ReadonlyMap<NoteId, OutboxEntry>): OutboxEntry[] {
  return [...entries.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** One wish as the device keeps it; null where that is spoilt. */
export function readEntry(storage: DeviceStorage, key: string): OutboxEntry | null {
  const entry = readJson<OutboxEntry>(storage, key);
  const whole = entry && key.endsWith(`.${entry.id}`) && typeof entry.text === 'string' && entry.stationId;
  return whole ? entry : null;
}
