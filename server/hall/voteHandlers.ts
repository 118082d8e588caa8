/** Votes: begun and shown by the station's host, cast by people, secret until shown. Rules V1–V9 in docs/SPEC.md. */

import { moreOf, type Poll, type Station } from '../../shared/domain/hall.ts';
import { randomText, type StationId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import { FaultError } from '../fault.ts';
import { dotsLaid, type Ends, endsOn, settled, type Vote } from './countVotes.ts';
import { doorOf } from './door.ts';
import type { HallCall, Handlers } from './hallCalls.ts';
import { mustLive, withChanged } from './stationEdits.ts';
import { recount, recountSoon, tellSoon } from './voteNews.ts';
import { votesOf } from './votes.ts';

type Names = 'vote:begin' | 'vote:set' | 'vote:dots' | 'vote:rate' | 'vote:look';

/** Things that one person rates in one vote: the whole of it is written at each change. */
const RATED_MAX = 200;

export const voteHandlers: Pick<Handlers, Names> = {
  'vote:begin': async (call, { stationId, kind, budget, press, hall = false }) => {
    mustHost(call, stationId);
    if (hall) mustHoldForAll(call);
    const { room, session, record } = call;
    return room.presses.once(`vote:begin ${session.participant} ${press}`, async () => {
      const series = hall ? { series: randomText(12) } : {};
      const begun = new Map<StationId, Poll>();
      const over = await changePolls(call, stationId, ({ id }) => {
        if (id !== stationId && !hall) return null;
        const poll: Poll = { id: randomText(20), kind, budget, open: true, shown: false, ...series };
        begun.set(id, poll);
        return poll;
      });
      for (const last of over) votesOf(room.items).forget(last.id);
      await record('vote:begin', hall ? undefined : stationId, kind);
      return { poll: begun.get(stationId)! };
    });
  },

  'vote:set': async (call, { stationId, poll: id, hall = false, ...wanted }) => {
    mustHost(call, stationId);
    if (hall) mustHoldForAll(call);
    const { room, boards, record } = call;
    const { series } = room.station(stationId).poll ?? {};
    const isMeant = (station: Station) =>
      station.id === stationId || (hall && series !== undefined && station.poll?.series === series);
    const countAll = () =>
      Promise.all(room.hall.stations.filter(isMeant).map((station) => recount(room, boards, station.id)));
    // Counted before it is shown, so that the first that people see is right.
    if (wanted.shown) await countAll();
    const deeds: [deed: string, station: StationId][] = [];
    let poll: Poll | undefined;
    await changePolls(call, stationId, (station) => {
      if (!isMeant(station)) return null;
      const last = station.poll;
      if (station.id === stationId && last?.id !== id) {
        throw new FaultError('not_found', 'that vote is over', 'poll');
      }
      if (!last) return null;
      const next = { ...last, open: wanted.open ?? last.open, shown: wanted.shown ?? last.shown };
      if (station.id === stationId) poll = next;
      if (next.open !== last.open) deeds.push([next.open ? 'vote:open' : 'vote:close', station.id]);
      if (next.shown !== last.shown) deeds.push([next.shown ? 'vote:show' : 'vote:hide', station.id]);
      return next.open === last.open && next.shown === last.shown ? null : next;
    });
    if (poll?.shown) await countAll();
    for (const [deed, station] of deeds) await record(deed, station);
    return { poll: poll! };
  },

  'vote:dots': async (call, { stationId, poll, on, dots }) => {
    const cast = await castVote(call, stationId, poll, 'dots', (vote, ends, { budget }, elsewhere) => {
      const end = ends(on);
      const { [end ?? on]: _, ...rest } = vote.dots;
      const now = { ...vote, dots: rest };
      if (dots === 0) return now;
      now.dots = { ...rest, [mustHang(end)]: dots };
      if (dotsLaid(now) + elsewhere > budget)
        throw new FaultError('budget_used', `each has ${budget} dots`, 'dots');
      return now;
    });
    return { left: cast.poll.budget - dotsLaid(cast.vote) - cast.elsewhere };
  },

  'vote:rate': async (call, { stationId, poll, on, rating }) => {
    await castVote(call, stationId, poll, 'rating', (vote, ends) => {
      const end = ends(on);
      const { [end ?? on]: _, ...rest } = vote.ratings;
      if (rating === null) return { ...vote, ratings: rest };
      if (Object.keys(rest).length >= RATED_MAX) {
        throw new FaultError('budget_used', `each rates at most ${RATED_MAX} things`, 'on');
      }
      return { ...vote, ratings: { ...rest, [mustHang(end)]: rating } };
    });
    return {};
  },

  'vote:look': async (call, { stationId }) => {
    const { room, boards, session } = call;
    const { board } = await doorOf(call, stationId);
    const { poll } = room.station(stationId);
    if (!poll)
      return { poll: null, mine: { dots: {}, ratings: {} }, results: null, elsewhere: 0, voted: null };
    const votes = votesOf(room.items);
    if (poll.shown && !votes.isCounted(poll.id)) await recount(room, boards, stationId);
    const own = votes.voteOf(poll.id, session.participant);
    const mine = own ? await board.read((doc) => settled(own, endsOn(doc))) : { dots: {}, ratings: {} };
    const knows = poll.shown || may(session.actor, 'station:host', stationId);
    return {
      poll,
      mine: { dots: mine.dots, ratings: mine.ratings },
      results: poll.shown ? votes.results(poll.id) : null,
      elsewhere: await laidElsewhere(call, stationId, poll),
      voted: knows ? votes.voted(poll.id) : null,
    };
  },
};

/**
 * One person's vote, changed. It is decided on the board as it is on disk, and one after another for each person.
 * @throws {FaultError} forbidden, shut_out, ended, not_found, closed, malformed
 */
async function castVote(
  call: HallCall,
  stationId: StationId,
  pollId: string,
  kind: Poll['kind'],
  change: (vote: Vote, ends: Ends, poll: Poll, elsewhere: number) => Vote,
): Promise<{ vote: Vote; poll: Poll; elsewhere: number }> {
  const { room, boards, clock, session, tellDesk } = call;
  const { participant } = session;
  const votes = votesOf(room.items);
  mustMayVote(call);
  return votes.inTurn(participant, async () => {
    const { board } = await doorOf(call, stationId);
    // A person's requests wait for one another, so nothing of theirs changes elsewhere meanwhile.
    const elsewhere = await laidElsewhere(call, stationId, room.station(stationId).poll);
    const decided = await board.read((doc) => {
      mustMayVote(call);
      const poll = openPoll(room.station(stationId), pollId, kind);
      const ends = endsOn(doc);
      const last = votes.voteOf(poll.id, participant) ?? { station: stationId, dots: {}, ratings: {} };
      return { poll, vote: change(settled(last, ends), ends, poll, elsewhere), elsewhere };
    });
    const before = votes.voted(pollId);
    await votes.cast(pollId, participant, decided.vote);
    if (votes.voted(pollId) !== before) {
      tellSoon(room, clock, `voted ${stationId}`, () => tellDesk(stationId));
    }
    recountSoon(room, boards, clock, stationId);
    return decided;
  });
}

function openPoll({ poll }: Station, id: string, kind: Poll['kind']): Poll {
  if (poll?.id !== id) throw new FaultError('not_found', 'that vote is over', 'poll');
  if (!poll.open) throw new FaultError('closed', 'the vote is closed');
  if (poll.kind !== kind) throw new FaultError('malformed', 'this vote is of the other kind', 'poll');
  return poll;
}

function mustHang(end: string | null): string {
  if (end === null) throw new FaultError('not_found', 'that no longer hangs here', 'on');
  return end;
}

function mustMayVote({ room, session }: HallCall): void {
  if (session.ended) throw new FaultError('session_ended', 'this session is over');
  if (!may(session.actor, 'vote:cast')) throw new FaultError('forbidden', 'a wall has no vote');
  mustLive(room.hall);
  const { shutOut } = moreOf(room.hall);
  if (shutOut.includes(session.participant)) throw new FaultError('shut_out', 'you may only look');
}

function mustHost({ room, session }: HallCall, stationId: StationId): void {
  if (session.ended) throw new FaultError('session_ended', 'this session is over');
  if (!may(session.actor, 'station:host', stationId)) {
    throw new FaultError('forbidden', 'only the station’s host holds votes');
  }
  mustLive(room.hall);
}

/** Dots that this person has laid at other stations, in votes of the same series. What lies on things that are gone is none. */
async function laidElsewhere(
  { room, boards, session }: HallCall,
  here: StationId,
  poll: Poll | undefined,
): Promise<number> {
  if (!poll?.series) return 0;
  const votes = votesOf(room.items);
  const laid = room.hall.stations.map(async (station) => {
    if (station.id === here || station.poll?.series !== poll.series) return 0;
    const own = votes.voteOf(station.poll!.id, session.participant);
    if (!own) return 0;
    const board = await boards.get(station.id);
    return board.read((doc) => dotsLaid(settled(own, endsOn(doc))));
  });
  return (await Promise.all(laid)).reduce((sum, dots) => sum + dots, 0);
}

function mustHoldForAll({ session }: HallCall): void {
  if (may(session.actor, 'hall:organise')) return;
  throw new FaultError('forbidden', 'only the organiser holds votes for the whole hall', 'hall');
}

/**
 * Changes stations' votes in one step; asked again whether the host may when it is its turn. Null: it stays.
 * @returns the votes that were replaced by others
 */
async function changePolls(
  call: HallCall,
  stationId: StationId,
  decide: (station: Station) => Poll | null,
): Promise<Poll[]> {
  call.room.station(stationId);
  let touched: StationId[] = [];
  let replaced: Poll[] = [];
  await call.room.change((hall) => {
    mustHost(call, stationId);
    [touched, replaced] = [[], []];
    let changed = hall;
    for (const station of hall.stations) {
      const poll = decide(station);
      if (!poll) continue;
      touched.push(station.id);
      if (station.poll && station.poll.id !== poll.id) replaced.push(station.poll);
      changed = withChanged(changed, station.id, (one) => ({ ...one, poll }));
    }
    return touched.length > 0 ? changed : null;
  });
  for (const id of new Set([stationId, ...touched])) call.tellDesk(id);
  return replaced;
}
