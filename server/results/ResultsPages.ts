/**
 * Results pages: published, read by anybody who has the address, withdrawn; with news, and sign-ups that the organiser
 * looks at first. What is published stands still until it is published anew (rules RP1–RP16 in docs/SPEC.md).
 */

import { createHash } from 'node:crypto';
import { randomText } from '../../shared/domain/ids.ts';
import { cleanLine, cleanText, isBlank } from '../../shared/domain/note.ts';
import {
  FOREWORD_MAX,
  NEWS_COUNT_MAX,
  type PageAddress,
  type PageNews,
  type PagePart,
  type PageSnapshot,
  type ResultsPage,
  SECRET_ADDRESS_LENGTH,
  SIGNUPS_MAX,
  SIGNUPS_WAITING_MAX,
  type Signup,
  type SignupState,
} from '../../shared/domain/results.ts';
import { hallAtRest, type Readers } from '../export/hallAtRest.ts';
import { FaultError } from '../fault.ts';
import type { HallRoom } from '../hall/HallRoom.ts';
import type { Halls } from '../hall/Halls.ts';
import type { Insight } from '../insight/Insight.ts';
import { AddressTaken, type Store } from '../ports.ts';
import type { FileShelf } from './FileShelf.ts';
import { statusesOf } from './owners.ts';
import { joinedOf, NEWS, newsOf, type PageState, page, signupsOf, stateOf } from './pageItems.ts';
import type { Chosen } from './snapshot.ts';

export interface NewSignup {
  press: string;
  measure: Signup['measure'];
  organisation: string;
  contact: string;
  message: string;
}

interface Parts extends Readers {
  store: Store;
  halls: Halls;
  shelf: FileShelf;
  insight: Insight;
}

const ADDRESS = /^[A-Za-z0-9_-]{3,40}$/;

export class ResultsPages {
  readonly #parts: Parts;
  /** Who waits holds no hall in memory. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** How the hall's page would look. */
  async preview(room: HallRoom, chosen: Chosen): Promise<ResultsPage> {
    const snapshot = await this.#draw(room, chosen);
    return this.#withNews(room, snapshot);
  }

  /** Publishes the hall as it is now. @throws {FaultError} taken: the address is another hall's */
  async publish(room: HallRoom, chosen: Chosen, wanted: PageAddress): Promise<PageState> {
    const snapshot = await this.#draw(room, chosen);
    const before = stateOf(room);
    const keeps = before?.publishedAt != null && before.secret && wanted.kind === 'secret';
    // A secret address that was withdrawn stays dead: it may have come to the wrong hands.
    const address =
      wanted.kind === 'public' ? wanted.slug : keeps ? before.address : randomText(SECRET_ADDRESS_LENGTH);
    await this.#parts.store.claimAddress(address, room.hall.id).catch((error) => {
      throw error instanceof AddressTaken
        ? new FaultError('taken', 'another hall has, or had, that address', 'address.slug')
        : error;
    });
    const state: PageState = {
      address,
      secret: wanted.kind === 'secret',
      publishedAt: snapshot.publishedAt,
      firstAt: before?.firstAt ?? snapshot.publishedAt,
      parts: snapshot.parts,
      foreword: snapshot.foreword,
    };
    await room.items.save([page('state', state), page('shown', snapshot)]);
    return state;
  }

  /** From here on the page and its files answer nobody. @returns whether it was published */
  async withdraw(room: HallRoom): Promise<boolean> {
    const state = stateOf(room);
    if (!state || state.publishedAt === null) return false;
    await room.items.save([page('state', { ...state, publishedAt: null }), page('shown', null)]);
    return true;
  }

  /** The hall whose page is published at this address. @throws {FaultError} not_found, the same whatever the reason */
  async at(address: string): Promise<{ room: HallRoom; snapshot: PageSnapshot }> {
    const { store, halls } = this.#parts;
    // An address of one's own choosing has small letters only, and may be typed from a poster.
    const tries = ADDRESS.test(address) ? new Set([address, address.toLowerCase()]) : [];
    for (const one of tries) {
      const hallId = await store.hallOfAddress(one);
      if (!hallId) continue;
      const room = await halls.get(hallId);
      const state = stateOf(room);
      const snapshot = room.items.get<PageSnapshot>('page', 'shown');
      if (state?.publishedAt != null && state.address === one && snapshot) return { room, snapshot };
    }
    throw new FaultError('not_found', 'there is no such page');
  }

  /** What everybody may read there. */
  async read(address: string): Promise<ResultsPage> {
    const { room, snapshot } = await this.at(address);
    return this.#withNews(room, snapshot);
  }

  /** In a thread, and one after the other: a hall may have many thousand notes. @throws {FaultError} unavailable */
  #draw(room: HallRoom, chosen: Chosen): Promise<PageSnapshot> {
    const turn = this.#last.then(async () => {
      const at = await hallAtRest(room, this.#parts);
      return this.#parts.insight.run('page', { at, chosen: tidy(chosen) }).catch(() => {
        throw new FaultError('unavailable', 'the page could not be drawn just now; try again');
      });
    });
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #withNews(room: HallRoom, snapshot: PageSnapshot): Promise<ResultsPage> {
    const has = (part: PagePart) => snapshot.parts.includes(part);
    // Of measures that came after, or were left out, nothing is told: not who joined them, nor what their owners say.
    const shown = new Set<string>(snapshot.measures?.map(({ id }) => id));
    const ofShown = <T>(all: Record<string, T>): Record<string, T> =>
      Object.fromEntries(Object.entries(all).filter(([id]) => shown.has(id)));
    return {
      ...snapshot,
      ...(has('news') ? { news: newsOf(room) } : {}),
      ...(has('files') ? { files: await this.#parts.shelf.list(room.hall.id) } : {}),
      ...(has('signup') ? { joined: ofShown(joinedOf(room)) } : {}),
      ...(has('plan') ? { statuses: ofShown(statusesOf(room.items)) } : {}),
    };
  }

  async addNews(room: HallRoom, text: string): Promise<PageNews> {
    const clean = cleanText(text);
    if (isBlank(clean)) throw new FaultError('empty', 'there is nothing to tell', 'text');
    if (newsOf(room).length >= NEWS_COUNT_MAX)
      throw new FaultError('station_full', `a page has room for ${NEWS_COUNT_MAX} news`, 'text');
    const news: PageNews = { id: randomText(12), at: this.#parts.clock.now(), text: clean };
    await room.items.save([page(NEWS + news.id, news)]);
    return news;
  }

  async removeNews(room: HallRoom, id: string): Promise<void> {
    if (!room.items.get('page', NEWS + id)) throw new FaultError('not_found', 'no such news', 'newsId');
    await room.items.save([page(NEWS + id, null)]);
  }

  /** An organisation wants to take part. It is shown to nobody before the organiser has said yes. */
  async signUp(address: string, { press, measure, ...words }: NewSignup): Promise<void> {
    const { room, snapshot } = await this.at(address);
    const known = snapshot.measures?.some(({ id }) => id === measure);
    if (!snapshot.parts.includes('signup') || !known)
      throw new FaultError('not_found', 'one can’t sign up to that', 'measure');
    const organisation = cleanLine(words.organisation);
    if (isBlank(organisation)) throw new FaultError('empty', 'which organisation is it?', 'organisation');
    const id = createHash('sha256').update(`${room.hall.id} ${press}`).digest('base64url').slice(0, 20);
    const all = signupsOf(room);
    // Sent twice on a bad line.
    if (all.some((signup) => signup.id === id)) return;
    const waiting = all.filter(({ state }) => state === 'waiting').length;
    if (all.length >= SIGNUPS_MAX || waiting >= SIGNUPS_WAITING_MAX)
      throw new FaultError('station_full', 'so many have signed up that nobody more is taken just now');
    const signup: Signup = {
      id,
      at: this.#parts.clock.now(),
      measure,
      organisation,
      contact: cleanLine(words.contact),
      message: cleanText(words.message),
      state: 'waiting',
    };
    await room.items.save([{ kind: 'signup', key: id, value: signup }]);
  }

  /** Shows or refuses a sign-up, or forgets whom to reach. */
  async moderate(room: HallRoom, id: string, change: { state?: SignupState; forget?: true }): Promise<void> {
    const signup = room.items.get<Signup>('signup', id);
    if (!signup) throw new FaultError('not_found', 'no such sign-up', 'signupId');
    const value = {
      ...signup,
      ...(change.state ? { state: change.state } : {}),
      ...(change.forget ? { contact: '', message: '' } : {}),
    };
    await room.items.save([{ kind: 'signup', key: id, value }]);
  }

  async removeSignup(room: HallRoom, id: string): Promise<void> {
    if (!room.items.get('signup', id)) throw new FaultError('not_found', 'no such sign-up', 'signupId');
    await room.items.save([{ kind: 'signup', key: id, value: null }]);
  }
}

/** Each part once; sign-ups only where there is a plan to sign up to. */
function tidy({ parts, foreword }: Chosen): Chosen {
  const wanted = new Set(parts);
  if (!wanted.has('plan')) wanted.delete('signup');
  return { parts: [...wanted], foreword: cleanText(foreword).slice(0, FOREWORD_MAX) };
}
