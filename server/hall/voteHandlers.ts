/** Votes: begun and shown by the station's host, cast by people, secret until shown. Rules V1–V9 in docs/SPEC.md. */

import { moreOf, type Poll, type Station } from '../../shared/domain/hall.ts';
import { randomText, type StationId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import { FaultError } from '../fault.ts';
import { dotsLaid, type Ends, endsOn, settled, type Vote } from './countVotes.ts';
import type { HallCall, Handlers } from './hallHandlers.ts';
import { doorOf } from './noteDoors.ts';
import { mustLive, withChanged } from './stationEdits.ts';
import { recount, recountSoon, tellSoon } from './voteNews.ts';
import { votesOf } from './votes.ts';

type Names = 'vote:begin' | 'vote:set' | 'vote:dots' | 'vote:rate' | 'vote:look';

/** Things that one person rates in one vote: the whole of it is written at each change. */
const RATED_MAX = 200;

export const voteHandlers: Pick<Handlers, Names> = {
  'vote:begin': async (call, { stationId, kind, budget, press }) => {
    mustHost(call, stationId);
    const { room, session, record } = call;
    return room.presses.once(`vote:begin ${session.participant} ${press}`, async () => {
      const last = room.station(stationId).poll;
      const poll: Poll = { id: randomText(20), kind, budget, open: true, shown: false };
      await changePoll(call, stationId, () => poll);
      if (last) votesOf(room.items).forget(last.id);
      await record('vote:begin', stationId, kind);
      return { poll };
    });
  },

  'vote:set': async (call, { stationId, poll: id, ...wanted }) => {
    mustHost(call, stationId);
    const { room, boards, record } = call;
    // Counted before it is shown, so that the first that people see is right.
    if (wanted.shown) await recount(room, boards, stationId);
    const deeds: string[] = [];
    let poll: Poll | undefined;
    await changePoll(call, stationId, (last) => {
      if (last?.id !== id) throw new FaultError('not_found', 'that vote is over', 'poll');
      poll = { ...last, open: wanted.open ?? last.open, shown: wanted.shown ?? last.shown };
      if (poll.open !== last.open) deeds.push(poll.open ? 'vote:open' : 'vote:close');
      if (poll.shown !== last.shown) deeds.push(poll.shown ? 'vote:show' : 'vote:hide');
      return deeds.length > 0 ? poll : null;
    });
    if (poll?.shown) await recount(room, boards, stationId);
    for (const deed of deeds) await record(deed, stationId);
    return { poll: poll! };
  },

  'vote:dots': async (call, { stationId, poll, on, dots }) => {
    const cast = await castVote(call, stationId, poll, 'dots', (vote, ends, { budget }) => {
      const end = ends(on);
      const { [end ?? on]: _, ...rest } = vote.dots;
      const now = { ...vote, dots: rest };
      if (dots === 0) return now;
      now.dots = { ...rest, [mustHang(end)]: dots };
      if (dotsLaid(now) > budget) throw new FaultError('budget_used', `each has ${budget} dots`, 'dots');
      return now;
    });
    return { left: cast.poll.budget - dotsLaid(cast.vote) };
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
    if (!poll) return { poll: null, mine: { dots: {}, ratings: {} }, results: null, voted: null };
    const votes = votesOf(room.items);
    if (poll.shown && !votes.isCounted(poll.id)) await recount(room, boards, stationId);
    const own = votes.voteOf(poll.id, session.participant);
    const mine = own ? await board.read((doc) => settled(own, endsOn(doc))) : { dots: {}, ratings: {} };
    const knows = poll.shown || may(session.actor, 'station:host', stationId);
    return {
      poll,
      mine: { dots: mine.dots, ratings: mine.ratings },
      results: poll.shown ? votes.results(poll.id) : null,
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
  change: (vote: Vote, ends: Ends, poll: Poll) => Vote,
): Promise<{ vote: Vote; poll: Poll }> {
  const { room, boards, clock, session, tellDesk } = call;
  const { participant } = session;
  const votes = votesOf(room.items);
  mustMayVote(call);
  return votes.inTurn(participant, async () => {
    const { board } = await doorOf(call, stationId);
    const decided = await board.read((doc) => {
      mustMayVote(call);
      const poll = openPoll(room.station(stationId), pollId, kind);
      const ends = endsOn(doc);
      const last = votes.voteOf(poll.id, participant) ?? { station: stationId, dots: {}, ratings: {} };
      return { poll, vote: change(settled(last, ends), ends, poll) };
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

/** Changes the station's vote; asked again whether the host may when it is its turn. Null: it is as wanted already. */
async function changePoll(
  call: HallCall,
  stationId: StationId,
  decide: (poll: Poll | undefined) => Poll | null,
): Promise<void> {
  call.room.station(stationId);
  await call.room.change((hall) => {
    mustHost(call, stationId);
    const poll = decide(hall.stations.find(({ id }) => id === stationId)?.poll);
    return poll && withChanged(hall, stationId, (station) => ({ ...station, poll }));
  });
  call.tellDesk(stationId);
}
