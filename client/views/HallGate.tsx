/**
 * The door of a hall, around each view inside: exchanges the key that a link carried, joins the hall channel in the
 * role that the view needs, and stands in for the view when one is not (or no longer) in.
 */

import { useCallback, useEffect, useState } from 'react';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { navigate } from '../router.ts';
import { useHallStore } from '../state/hallStore.ts';
import { lastSeenHall, rememberHall } from '../state/knownHalls.ts';
import { type Entrance, enter, type Need } from '../sync/entrance.ts';
import { goTo, joinHall } from '../sync/hallConnection.ts';
import { openOwnNotes } from '../sync/ownNotes.ts';
import { useText } from '../text/index.ts';
import { Loading } from './Loading.tsx';
import { fetchAhead, roomView } from './roomView.ts';

const Ended = roomView(() => import('./Ended.tsx'));
const NoRight = roomView(() => import('./NoRight.tsx'));

interface Props {
  hall: HallId;
  need: Need;
  /** Where in the hall the view is. */
  station?: StationId;
  children: React.ReactNode;
}

export function HallGate(props: Props) {
  return <Gate key={`${props.hall} ${props.need}`} {...props} />;
}

function Gate({ hall, need, station = undefined, children }: Props) {
  const { gate } = useText();
  const [entrance, setEntrance] = useState<Entrance>({ state: 'opening', slow: false });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try opens the door anew
  useEffect(() => enter(hall, need, setEntrance), [hall, need, tries]);
  // The view's code comes while the hall channel is still shaking hands: on bad Wi-Fi each round trip counts.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the view that is shown first
  useEffect(() => fetchAhead(children), []);
  const again = useCallback(() => setTries((count) => count + 1), []);

  const elsewhere = entrance.state === 'open' && entrance.hall !== hall ? entrance.hall : null;
  useEffect(() => {
    // The key was good, and of another hall than the address says: the key is right.
    if (elsewhere) navigate(paths.hall(elsewhere), { replace: true });
  }, [elsewhere]);

  if (entrance.state === 'opening') return <Loading text={entrance.slow ? gate.slow : gate.exchanging} />;
  if (entrance.state === 'refused' && (entrance.why === 'bad_key' || need === 'wall')) {
    return <Ended hall={hall} why={entrance.why === 'bad_key' ? 'bad_key' : 'not_yet'} onBack={again} />;
  }
  if (entrance.state === 'refused') return <NoRight hall={hall} organiser={need === 'organiser'} />;
  if (elsewhere) return <Loading />;
  return (
    <Inside key={tries} hall={hall} role={entrance.role} need={need} station={station} onBack={again}>
      {children}
    </Inside>
  );
}

interface InsideProps extends Props {
  role: Extract<Entrance, { state: 'open' }>['role'];
  onBack: () => void;
}

function Inside({ hall, role, need, station, onBack, children }: InsideProps) {
  const { gate } = useText();
  const known = useHallStore((store) => store.hall?.id === hall);
  const ended = useHallStore(({ connection }) => (connection.state === 'ended' ? connection.fault : null));
  const [started, setStarted] = useState(false);

  useEffect(() => {
    const leave = joinHall(hall, role);
    const closeNotes = need === 'wall' ? () => {} : openOwnNotes(hall);
    const seen = useHallStore.getState().hall ? null : lastSeenHall(hall);
    if (seen) useHallStore.setState({ hall: seen });
    setStarted(true);
    const forget = useHallStore.subscribe(({ hall: state }, { hall: was }) => {
      if (state && (state.round !== was?.round || state.code !== was.code || state.title !== was.title)) {
        rememberHall(state);
      }
    });
    return () => {
      forget();
      closeNotes();
      leave();
    };
  }, [hall, role, need]);

  useEffect(() => goTo(station ?? null), [station]);

  if (!started) return <Loading text={gate.entering} />;
  // A wall that hangs unattended goes on showing what it has, and says itself that it is cut off.
  if (ended && !(need === 'wall' && known))
    return <Ended hall={hall} why={known ? 'ended' : 'not_yet'} onBack={onBack} />;
  return known ? children : <Loading text={gate.entering} />;
}
