/** The people at the station: hands, who is here, and those a host may need: the organiser, the next host, newcomers. */

import Megaphone from 'lucide-react/icons/megaphone';
import { paths } from '../../shared/domain/links.ts';
import type { DeskPerson, HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { JoinCard } from '../parts/JoinCard.tsx';
import { LazyQr } from '../parts/LazyQr.tsx';
import { StationFacts } from '../parts/StationFacts.tsx';
import { announce } from '../state/announcer.ts';
import { useDeskStore } from '../state/deskStore.ts';
import { publicOrigin } from '../state/hallLinks.ts';
import { useHallStore } from '../state/hallStore.ts';
import { knownKeys } from '../state/knownHalls.ts';
import { linkFor } from '../sync/keys.ts';
import { useText } from '../text/index.ts';
import { LocalhostWarning } from '../views/LocalhostWarning.tsx';
import { HandsCard } from './HandsCard.tsx';
import styles from './People.module.css';
import { PersonRow } from './PersonRow.tsx';
import { peopleInOrder } from './peopleOrder.ts';
import { useDeed } from './useDeed.ts';

interface Props {
  hall: HallState;
  station: StationState;
}

const NOBODY: readonly DeskPerson[] = [];

export function PeoplePart({ hall, station }: Props) {
  return (
    <>
      <HandsCard station={station} />
      <People station={station} />
      <CallOrganiser station={station} />
      <HandOver hall={hall} station={station} />
      <Others hall={hall} station={station} />
    </>
  );
}

function People({ station }: { station: StationState }) {
  const { people: words } = useText().host;
  const people = useDeskStore((store) => store.desk?.people ?? NOBODY);
  const you = useHallStore((store) => store.you?.participantId);
  const ordered = peopleInOrder(people);
  const here = ordered.filter((person) => person.here);
  const away = ordered.filter((person) => !person.here);
  const list = (persons: readonly DeskPerson[]) => (
    <ul className={styles.list}>
      {persons.map((person) => (
        <PersonRow
          key={person.participantId}
          station={station.id}
          person={person}
          isYou={person.participantId === you}
        />
      ))}
    </ul>
  );
  return (
    <section className="card stack">
      <h3 className={styles.title}>{words.title}</h3>
      {ordered.length === 0 && <p className="hint">{words.nobody}</p>}
      {here.length > 0 && (
        <div>
          <p className={styles.kind}>{words.here(here.length)}</p>
          {list(here)}
        </div>
      )}
      {away.length > 0 && (
        <details>
          <summary className={styles.summary}>{words.away(away.length)}</summary>
          {list(away)}
        </details>
      )}
    </section>
  );
}

function CallOrganiser({ station }: { station: StationState }) {
  const { call: words } = useText().host;
  const { fault, busy, act } = useDeed();
  const { calling } = station;
  const toggle = async () => {
    const payload = { stationId: station.id, calling: !calling };
    const done = await act('organiser:call', payload, words.failed);
    if (done) announce(calling ? words.taken : words.called);
  };
  return (
    <section className={styles.call}>
      <button
        type="button"
        className={`button ${styles.callButton}`}
        aria-pressed={calling}
        aria-busy={busy}
        onClick={() => void toggle()}
      >
        <Megaphone size={20} aria-hidden="true" />
        {calling ? words.calling : words.call}
      </button>
      {calling && <p className="hint">{words.callingHint}</p>}
      <FaultLine text={fault} />
    </section>
  );
}

function HandOver({ hall, station }: Props) {
  const { handOver: words } = useText().host;
  const link = linkFor(hall.id, knownKeys(hall.id), 'host', station.id);
  return (
    <details className="card">
      <summary className={styles.summary}>{words.title}</summary>
      {link ? (
        <div className="stack">
          <p>{words.lead}</p>
          <LocalhostWarning />
          <LazyQr value={link} label={words.qr} className={styles.qr ?? ''} />
          <CopyButton text={link} label={words.copy} />
        </div>
      ) : (
        <p>{words.unknown}</p>
      )}
    </details>
  );
}

/** The way in for newcomers, and how it is at the other stations. */
function Others({ hall, station }: Props) {
  const { desk } = useText();
  return (
    <>
      <details className="card">
        <summary className={styles.summary}>{desk.joinTitle}</summary>
        <div className="stack">
          <LocalhostWarning />
          <JoinCard
            link={publicOrigin(hall.id) + paths.joinByCode(hall.code)}
            code={hall.code}
            hint={desk.joinHint}
          />
        </div>
      </details>
      <details className="card">
        <summary className={styles.summary}>{desk.allTitle}</summary>
        <ul className={styles.list}>
          {hall.stations.map(({ id, title, people, notes, status }) => (
            <li key={id} className={styles.station} aria-current={id === station.id || undefined}>
              <p className={styles.name}>{title}</p>
              <StationFacts people={people} notes={notes} status={status} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
