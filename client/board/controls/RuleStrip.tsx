/** What holds at this station, said calmly over its board, and how one's own notes fare that are not on it yet. */

import { Fragment } from 'react';
import type { HallId } from '../../../shared/domain/ids.ts';
import { paths } from '../../../shared/domain/links.ts';
import type { StationState } from '../../../shared/protocol/hallEvents.ts';
import { Link } from '../../parts/Link.tsx';
import { useHallStore } from '../../state/hallStore.ts';
import { useOutboxStore } from '../../state/outboxStore.ts';
import { useText } from '../../text/index.ts';
import styles from './RuleStrip.module.css';

interface Props {
  hall: HallId;
  station: StationState;
  /** The rules are for others than this person. */
  moderates: boolean;
}

export function RuleStrip({ hall, station, moderates }: Props) {
  const { board, pad, station: words } = useText();
  const entries = useOutboxStore((store) => store.entries);
  const connected = useHallStore((store) => store.connection.state === 'connected');
  const { rules } = station;
  const here = entries.filter(({ stationId }) => stationId === station.id);
  const refused = here.filter((entry) => entry.refused).length;
  const waiting = here.length - refused;
  const said = [
    station.anonymous && words.anonymous,
    rules.frozen && board.rules.frozen,
    !moderates && !rules.frozen && rules.groupingClosed && board.rules.groupingClosed,
    !moderates && !rules.frozen && rules.moveOwn && board.rules.moveOwn,
    waiting > 0 && (rules.frozen || !connected) && pad.waitingCount(waiting),
    refused > 0 && board.rules.refused(refused),
  ].filter((sentence) => sentence !== false);
  return (
    <p role="status" className={styles.strip}>
      {said.map((sentence) => (
        <Fragment key={sentence}>{sentence} </Fragment>
      ))}
      {refused > 0 && <Link to={paths.pad(hall, station.id)}>{board.toPad}</Link>}
    </p>
  );
}
