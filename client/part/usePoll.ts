/** The vote at a station as this person has it: their own dots and ratings at once, the server's word after. */

import { useEffect, useRef, useState } from 'react';
import type { StationId } from '../../shared/domain/ids.ts';
import type { StationState, VoteState } from '../../shared/protocol/hallEvents.ts';
import { announce } from '../state/announcer.ts';
import { useHallStore } from '../state/hallStore.ts';
import { request } from '../sync/hallConnection.ts';
import { getText, useText } from '../text/index.ts';
import { dotsOf, type OwnVote, type Rating, type Thing } from './ballot.ts';

export interface PollHand {
  /** Null until the server has told. */
  mine: OwnVote | null;
  results: VoteState['results'];
  voted: number | null;
  left: number;
  fault: string | null;
  dot(thing: Thing, dots: number): void;
  rate(thing: Thing, rating: Rating | null): void;
}

/** Follows the vote of a station. Where there is none, it asks nothing. */
export function usePoll({ id: stationId, poll, results }: StationState): PollHand {
  const { faults } = useText();
  const connected = useHallStore((store) => store.connection.state === 'connected');
  const [told, setTold] = useState<VoteState | null>(null);
  const [mine, setMine] = useState<OwnVote | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  /** Requests under way: what the server tells meanwhile is older than what was pressed. */
  const underWay = useRef(0);
  const turns = useRef<Promise<unknown>>(Promise.resolve());
  const pollId = poll?.id;
  const known = told?.poll?.id === pollId ? told : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is opened, closed or shown is asked about anew
  useEffect(() => {
    if (!pollId || !connected) return;
    let stopped = false;
    void request('vote:look', { stationId }).then((outcome) => {
      if (stopped || !outcome.ok) return;
      setTold(outcome.data);
      if (underWay.current === 0) setMine(outcome.data.mine);
    });
    return () => {
      stopped = true;
    };
  }, [stationId, pollId, poll?.open, poll?.shown, connected]);

  /** One after another, so that the last press is the last word; where one fails, the server's word is shown again. */
  const send = (next: OwnVote, ask: () => ReturnType<typeof sendDots | typeof sendRating>, said: string) => {
    setMine(next);
    setFault(null);
    announce(said);
    underWay.current++;
    turns.current = turns.current.then(async () => {
      const outcome = await ask();
      underWay.current--;
      if (outcome.ok) return;
      const { faults } = getText();
      setFault(faults[outcome.error.code] ?? faults.unknown);
      const looked = await request('vote:look', { stationId });
      if (looked.ok && underWay.current === 0) setMine(looked.data.mine);
    });
  };

  const budget = poll?.budget ?? 0;
  const current = known ? mine : null;
  // Laid at other stations, where the budget is for all of them.
  const elsewhere = known?.elsewhere ?? 0;
  return {
    mine: current,
    results: results ?? known?.results ?? null,
    voted: known?.voted ?? null,
    left: Math.max(0, budget - elsewhere - dotsOf(current)),
    fault,
    dot(thing, dots) {
      if (!poll || !current) return;
      const { [thing.id]: before = 0, ...rest } = current.dots;
      const next = { ...current, dots: dots > 0 ? { ...rest, [thing.id]: dots } : rest };
      const left = budget - elsewhere - dotsOf(next);
      if (left < 0 && dots > before) return setFault(faults.budget_used);
      const { vote } = getText().part;
      const said = vote.said(vote.given(dots), vote.dotsLeft(left));
      send(next, () => sendDots(stationId, poll.id, thing, dots), said);
    },
    rate(thing, rating) {
      if (!poll || !current) return;
      const { [thing.id]: _, ...rest } = current.ratings;
      const next = { ...current, ratings: rating ? { ...rest, [thing.id]: rating } : rest };
      const { vote } = getText().part;
      send(next, () => sendRating(stationId, poll.id, thing, rating), rating ? vote.counts : vote.cleared);
    },
  };
}

const sendDots = (stationId: StationId, poll: string, { id: on }: Thing, dots: number) =>
  request('vote:dots', { stationId, poll, on, dots });

const sendRating = (stationId: StationId, poll: string, { id: on }: Thing, rating: Rating | null) =>
  request('vote:rate', { stationId, poll, on, rating });
