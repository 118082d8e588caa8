/**
 * Who is who: keys and codes exchanged for sessions, tokens resolved, keys withdrawn. A session that ends closes
 * what hangs on it (sockets of both channels) in the same turn.
 */

import type { Role } from '../../shared/domain/hall.ts';
import {
  type HallId,
  type KeyId,
  newId,
  type ParticipantId,
  type SessionId,
  type StationId,
} from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permission.ts';
import { FaultError } from '../fault.ts';
import type { Clock, HallStore, KeyRecord, PersonRecord, SessionRecord } from '../ports.ts';
import { type Rate, RateLimit } from '../rateLimit.ts';
import { hashSecret, newSecret } from './secrets.ts';

/**
 * New people by one key: each is a row on disk, and in memory as long as the server runs. Whole halls come at once, and
 * who is back in their browser is not new; a loop that makes people by the thousand is none of them.
 */
const NEWCOMERS: Rate = { perSecond: 5, burst: 20_000 };

/** A live session: who asks, in which role, of which hall. One object a session, shared by all that hang on it. */
export interface Session {
  readonly id: SessionId;
  readonly hallId: HallId;
  readonly role: Role;
  readonly participant: ParticipantId;
  /** Role and, for a host, stations; changes in place when a key is added or withdrawn. */
  actor: Actor;
  ended: boolean;
}

/** What has become of a session: it is over, or its host has fewer stations, or more. */
export type SessionChange = 'ended' | 'narrowed' | 'widened';
type OnChange = (change: SessionChange) => void;

export interface Opened {
  token: string;
  session: Session;
  person: PersonRecord;
}

export interface OpenRequest {
  key?: string | undefined;
  code?: string | undefined;
  name?: string | undefined;
  organisation?: string | undefined;
  personRole?: string | undefined;
}

export class Sessions {
  readonly #store: HallStore;
  readonly #clock: Clock;
  /** By token hash; a promise, so that eighty calls at once look up once. */
  readonly #known = new Map<string, Promise<Session | null>>();
  readonly #byId = new Map<SessionId, Session>();
  readonly #hanging = new Map<SessionId, Set<OnChange>>();
  readonly #newcomers = new Map<KeyId, RateLimit>();
  /** Sessions that take a key more, each one key after another. */
  readonly #turns = new Map<SessionId, Promise<unknown>>();
  /** Keys withdrawn so far. */
  #withdrawals = 0;

  constructor(store: HallStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The session of a token; null where it is wrong or over. */
  async resolve(token: string): Promise<Session | null> {
    const hash = hashSecret(token);
    let found = this.#known.get(hash);
    if (!found) {
      found = this.#find(hash);
      this.#known.set(hash, found);
      // Neither wrong tokens nor failed look-ups may fill the memory or stand in the way of a later try.
      found.then(
        (session) => !session && this.#known.delete(hash),
        () => this.#known.delete(hash),
      );
    }
    const session = await found;
    return session && !session.ended ? session : null;
  }

  /** Whether the token is of a session that was good once and is over. */
  async wasWithdrawn(token: string): Promise<boolean> {
    const record = await this.#store.sessionByToken(hashSecret(token));
    return record?.endedAt !== undefined;
  }

  /**
   * Exchanges a key or a code for a session. Where the caller bears a live session of the same hall and role (one of
   * `bearing`, tokens), that session goes on, as the same person.
   * @throws {FaultError} not_found: no such key or code, or it was withdrawn
   */
  async open(request: OpenRequest, bearing: readonly string[]): Promise<Opened> {
    const key = request.key
      ? await this.#store.keyByHash(hashSecret(request.key))
      : await this.#store.keyByCode(request.code ?? '');
    if (!key || key.withdrawnAt !== undefined) {
      throw new FaultError(
        'not_found',
        'this link or code is not valid (any more)',
        request.key ? 'key' : 'code',
      );
    }
    try {
      return (await this.#goOn(key, request, bearing)) ?? (await this.#begin(key, request));
    } catch (error) {
      // Withdrawn while it was being exchanged: the store keeps no session by such a key.
      const now = await this.#store.keyByHash(key.hash);
      if (now?.withdrawnAt === undefined) throw error;
      throw new FaultError(
        'not_found',
        'this link or code is not valid any more',
        request.key ? 'key' : 'code',
      );
    }
  }

  /** Withdraws a key; sessions that hung on it alone end, and all that hangs on them is closed. */
  async withdraw(key: KeyRecord): Promise<void> {
    const touched = await this.#store.withdrawKey(key.id, this.#clock.now());
    const stations = await this.#stationsOf(key.hallId);
    this.#withdrawals++;
    for (const record of touched) {
      const session = this.#byId.get(record.id);
      if (!session) continue;
      session.actor = { role: session.role, stations: stations(record) };
      const ended = record.endedAt !== undefined;
      if (ended) this.#end(session);
      // Whatever hangs on one that is only narrowed comes anew, and is judged by what is left.
      this.#tellHanging(session.id, ended ? 'ended' : 'narrowed');
    }
  }

  /** Calls `onChange` when the session changes; once it is ended or narrowed, never again. @returns what lets go */
  hang(session: Session, onChange: OnChange): () => void {
    let hanging = this.#hanging.get(session.id);
    if (!hanging) {
      hanging = new Set();
      this.#hanging.set(session.id, hanging);
    }
    hanging.add(onChange);
    return () => {
      hanging.delete(onChange);
      if (hanging.size === 0 && this.#hanging.get(session.id) === hanging) this.#hanging.delete(session.id);
    };
  }

  async #goOn(key: KeyRecord, request: OpenRequest, bearing: readonly string[]): Promise<Opened | null> {
    for (const token of bearing) {
      const session = await this.resolve(token);
      if (!session || session.hallId !== key.hallId || session.role !== key.role) continue;
      const opened = await this.#inTurn(session.id, () => this.#takeKey(token, session, key, request));
      if (opened) return opened;
    }
    return null;
  }

  /** One key more for a session that goes on. */
  async #takeKey(
    token: string,
    session: Session,
    key: KeyRecord,
    request: OpenRequest,
  ): Promise<Opened | null> {
    const record = await this.#store.sessionByToken(hashSecret(token));
    const person = await this.#store.person(session.participant);
    if (!record || !person || session.ended) return null;
    const keys = record.keys.includes(key.id) ? record.keys : [...record.keys, key.id];
    const named = withNames(person, request);
    await this.#store.saveSession({ ...record, keys }, named);
    if (key.stationId && !session.actor.stations.includes(key.stationId)) {
      session.actor = { role: session.role, stations: [...session.actor.stations, key.stationId] };
      this.#tellHanging(session.id, 'widened');
    }
    return { token, session, person: named };
  }

  /** A browser opens all its tabs at once: of two keys saved side by side one would be lost. */
  #inTurn<T>(id: SessionId, deed: () => Promise<T>): Promise<T> {
    const done = (this.#turns.get(id) ?? Promise.resolve()).then(deed);
    const quiet: Promise<unknown> = done
      .catch(() => {})
      .then(() => {
        if (this.#turns.get(id) === quiet) this.#turns.delete(id);
      });
    this.#turns.set(id, quiet);
    return done;
  }

  async #begin(key: KeyRecord, request: OpenRequest): Promise<Opened> {
    if (!this.#newcomersBy(key.id).take()) {
      throw new FaultError('too_many', 'too many new people have come by this link just now; try again');
    }
    const token = newSecret();
    const now = this.#clock.now();
    const person = withNames(
      { id: newId('p'), hallId: key.hallId, name: '', organisation: '', personRole: '', createdAt: now },
      request,
    );
    const record: SessionRecord = {
      id: newId('x'),
      tokenHash: hashSecret(token),
      hallId: key.hallId,
      role: key.role,
      participantId: person.id,
      keys: [key.id],
      createdAt: now,
    };
    await this.#store.saveSession(record, person);
    const session = this.#keep(record, key.stationId ? [key.stationId] : []);
    this.#known.set(record.tokenHash, Promise.resolve(session));
    return { token, session, person };
  }

  #newcomersBy(key: KeyId): RateLimit {
    let limit = this.#newcomers.get(key);
    if (!limit) {
      limit = new RateLimit(NEWCOMERS, this.#clock);
      this.#newcomers.set(key, limit);
    }
    return limit;
  }

  async #find(tokenHash: string): Promise<Session | null> {
    for (;;) {
      const before = this.#withdrawals;
      const record = await this.#store.sessionByToken(tokenHash);
      if (!record || record.endedAt !== undefined) return null;
      const stations = await this.#stationsOf(record.hallId);
      // A key was withdrawn meanwhile, and who did so did not find this session yet: it is looked up anew.
      if (before === this.#withdrawals)
        return this.#byId.get(record.id) ?? this.#keep(record, stations(record));
    }
  }

  #keep(record: SessionRecord, stations: StationId[]): Session {
    const { id, hallId, role, participantId } = record;
    const session = { id, hallId, role, participant: participantId, actor: { role, stations }, ended: false };
    this.#byId.set(id, session);
    return session;
  }

  async #stationsOf(hallId: HallId): Promise<(record: SessionRecord) => StationId[]> {
    const good = (await this.#store.keys(hallId)).filter(({ withdrawnAt }) => withdrawnAt === undefined);
    return (record) =>
      good.flatMap(({ id, stationId }) => (stationId && record.keys.includes(id) ? [stationId] : []));
  }

  #end(session: Session): void {
    session.ended = true;
    this.#byId.delete(session.id);
  }

  #tellHanging(id: SessionId, change: SessionChange): void {
    const hanging = this.#hanging.get(id);
    if (change !== 'widened') this.#hanging.delete(id);
    for (const onChange of hanging ?? []) onChange(change);
  }
}

function withNames(person: PersonRecord, { name, organisation, personRole }: OpenRequest): PersonRecord {
  return {
    ...person,
    name: name ?? person.name,
    organisation: organisation ?? person.organisation,
    personRole: personRole ?? person.personRole,
  };
}
