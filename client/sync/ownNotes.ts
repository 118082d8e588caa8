/** One's own notes in the present hall: joins outbox, hall channel, device and store. */

import type { HallId, NoteId, StationId } from '../../shared/domain/ids.ts';
import type { OwnNote } from '../../shared/protocol/hallEvents.ts';
import { pageStorage } from '../state/deviceStorage.ts';
import { useHallStore } from '../state/hallStore.ts';
import { useOutboxStore } from '../state/outboxStore.ts';
import { knownSecrets, secretOf } from '../state/secrets.ts';
import { onNotesChanged, request } from './hallConnection.ts';
import { type Outbox, openOutbox } from './outbox.ts';

/** All boards of the hall may have to be read for it, and a slow answer is no dead line. */
const MINE_MS = 30_000;

/** The outbox of the hall that is joined; null between halls. */
let outbox: Outbox | null = null;
/** What changed while a list was asked for: that list may be older than the change. */
let sinceAsked: Map<NoteId, OwnNote | null> | null = null;

/** Opens one's own notes of a hall. @returns what closes them */
export function openOwnNotes(hallId: HallId): () => void {
  useOutboxStore.setState({ entries: [], kept: true, mine: null });
  const opened = openOutbox({
    hallId,
    storage: pageStorage,
    now: Date.now,
    after: (ms, task) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    secret: (station) => (isAnonymous(station) ? secretOf(pageStorage, station) : undefined),
    send: (name, payload) => request(name, payload),
    saved: (note) => change(note.id, note),
    withdrawn: (id) => change(id, null),
    broughtHome: () => void askMine(),
    changed: (entries, kept) => useOutboxStore.setState({ entries, kept }),
  });
  outbox = opened;

  const followStorage = ({ key }: StorageEvent) => {
    if (key) opened.absorb(key);
  };
  window.addEventListener('storage', followStorage);
  const unfollowNotes = onNotesChanged(() => void askMine());
  let online = false;
  const follow = () => {
    const { connection, hall } = useHallStore.getState();
    opened.setFrozen(new Set(hall?.stations.filter(({ rules }) => rules.frozen).map(({ id }) => id)));
    // Until the hall is known, so is not which stations are anonymous: a note sent there would be nobody's.
    const ready = connection.state === 'connected' && hall?.id === hallId;
    if (ready === online) return;
    online = ready;
    opened.setOnline(ready);
  };
  const unfollowHall = useHallStore.subscribe(follow);
  follow();
  if (useHallStore.getState().connection.state === 'connected') void askMine();
  return () => {
    window.removeEventListener('storage', followStorage);
    unfollowNotes();
    unfollowHall();
    opened.close();
    if (outbox === opened) outbox = null;
  };
}

/** The open outbox. Only views inside a hall use it. */
export function currentOutbox(): Outbox {
  if (!outbox) throw new Error('no hall is open');
  return outbox;
}

function isAnonymous(station: StationId): boolean {
  return !!useHallStore.getState().hall?.stations.some(({ id, anonymous }) => id === station && anonymous);
}

async function askMine(): Promise<void> {
  const since = new Map<NoteId, OwnNote | null>();
  sinceAsked = since;
  const asked = outbox;
  const secrets = knownSecrets(pageStorage);
  const outcome = await request('notes:mine', { secrets }, { timeoutMs: MINE_MS });
  // A later question makes this answer the older one.
  if (sinceAsked !== since || outbox !== asked) return;
  sinceAsked = null;
  if (!outcome.ok) return;
  useOutboxStore.setState({ mine: outcome.data.notes });
  for (const [id, note] of since) change(id, note);
}

function change(id: NoteId, note: OwnNote | null): void {
  sinceAsked?.set(id, note);
  const others = (useOutboxStore.getState().mine ?? []).filter((own) => own.id !== id);
  useOutboxStore.setState({ mine: note ? [...others, note] : others });
}
