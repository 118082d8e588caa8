/** What is voted on, as a list: groups, then single notes; with the results over it once they are shown. */

import { useId } from 'react';
import type { Poll } from '../../shared/domain/hall.ts';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import { RoundBadge } from '../parts/RoundBadge.tsx';
import { usePresentHall } from '../state/hallStore.ts';
import type { BoardConnection } from '../sync/boardConnection.ts';
import { useText } from '../text/index.ts';
import { Loading } from '../views/Loading.tsx';
import type { Thing } from './ballot.ts';
import { DotsGiven } from './DotsGiven.tsx';
import { RatingGiven } from './RatingGiven.tsx';
import { useBallot } from './useBallot.ts';
import type { PollHand } from './usePoll.ts';
import styles from './VoteList.module.css';
import { VoteResults } from './VoteResults.tsx';

interface Props {
  station: StationState;
  poll: Poll;
  hand: PollHand;
  connection: BoardConnection | null;
}

export default function VoteList({ station, poll, hand, connection }: Props) {
  const { vote } = useText().part;
  const ballot = useBallot(station.id, poll.kind, connection);
  if (!ballot || !hand.mine) return <Loading />;
  const { groups, loose } = ballot;
  const shown = poll.shown && hand.results;
  return (
    <>
      {shown && (
        <VoteResults kind={poll.kind} ballot={ballot} results={shown} voted={hand.voted} mine={hand.mine} />
      )}
      {(poll.open || !shown) && (
        <>
          {groups.length + loose.length === 0 && <p>{vote.nothing}</p>}
          {poll.kind === 'rating' && groups.length === 0 && loose.length > 0 && (
            <p className="hint">{vote.noGroups}</p>
          )}
          <Things title={vote.groups} things={groups} poll={poll} hand={hand} />
          <Things title={vote.loose} things={loose} poll={poll} hand={hand} />
        </>
      )}
    </>
  );
}

interface ThingsProps {
  title: string;
  things: readonly Thing[];
  poll: Poll;
  hand: PollHand;
}

function Things({ title, things, poll, hand }: ThingsProps) {
  const id = useId();
  if (things.length === 0) return null;
  return (
    <section className={styles.things} aria-labelledby={id}>
      <h3 id={id} className={styles.kind}>
        {title}
      </h3>
      <ul className={styles.list}>
        {things.map((thing) => (
          <li key={thing.id} className={styles.thing} data-kind={poll.kind}>
            <Told thing={thing} />
            {poll.kind === 'dots' ? (
              <DotsGiven thing={thing} hand={hand} open={poll.open} />
            ) : (
              <RatingGiven thing={thing} hand={hand} open={poll.open} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the thing is: a group by its title and its first notes, a note by its text. */
function Told({ thing: { text, notes, count, round } }: { thing: Thing }) {
  const { vote } = useText().part;
  const { rounds, locale } = usePresentHall();
  return (
    <div className={styles.told} lang={locale}>
      {round !== undefined && <RoundBadge rounds={rounds} n={round} bare />}
      <div>
        <p className={notes && styles.name} dir="auto">
          {text || vote.unnamed}
        </p>
        {notes && count !== undefined && (
          <p className={styles.notes} dir="auto">
            {vote.notes(count)}: {notes.join(' · ')}
            {count > notes.length && ' …'}
          </p>
        )}
      </div>
    </div>
  );
}
