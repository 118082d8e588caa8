/** The hall's own summary: the hall's points on top, and below them those of every station, with the way to each. */

import { useMemo, useState } from 'react';
import type { StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { citedNotes, withNotes } from '../../shared/plan/coverage.ts';
import { hashOf, type PointView } from '../../shared/plan/planDoc.ts';
import { changesSince } from '../../shared/plan/signed.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { useMe } from '../board/model/useMe.ts';
import { moment } from '../organise/moments.ts';
import { Link } from '../parts/Link.tsx';
import { RoomHead } from '../parts/RoomHead.tsx';
import type { Plan } from '../state/planStore.ts';
import { useLocale, useText } from '../text/index.ts';
import { DraftPart } from './DraftPart.tsx';
import { PlanStanding } from './PlanStanding.tsx';
import { PointAsk } from './PointAsk.tsx';
import { PointDeeds } from './PointDeeds.tsx';
import { PointList } from './PointList.tsx';
import { PointNotes } from './PointNotes.tsx';
import { countNotes, stationsOf } from './pointWeight.ts';
import { Signed, signedBy } from './SignPart.tsx';
import styles from './Summary.module.css';
import { SummaryFoot, SummaryUndo } from './SummaryTools.tsx';
import { useStationBoard } from './stationBoard.ts';
import { useDraft } from './useDraft.ts';
import { useFigures } from './useFigures.ts';
import { useSummaryHands } from './useSummaryHands.ts';

interface Props {
  hall: HallState;
  plan: Plan;
}

export function HallSummary({ hall, plan }: Props) {
  const words = useText().plan.summary;
  const points = useMemo(() => plan.points.filter(({ of }) => of === 'hall'), [plan.points]);
  const written = hall.stations.reduce((sum, { notes }) => sum + notes, 0);
  const figures = useFigures('hall', String(written));
  const hands = useSummaryHands('hall', plan);
  const [merging, setMerging] = useState<PointView | null>(null);
  const here = plan.doc !== null && plan.state !== 'opening';
  const signature = plan.signatures.hall ?? null;
  const empty = here && plan.state === 'live' && points.length === 0 && !signature && written > 0;
  const draft = useDraft('hall', empty && hands !== null);
  return (
    <div className={styles.summary}>
      <RoomHead
        kind={words.hallKind}
        name={words.hallTitle(hall.title)}
        title={hall.title}
        lead={words.hallLead}
      >
        <Link to={paths.plan(hall.id)}>{words.toPlan}</Link>
      </RoomHead>
      <PlanStanding plan={plan} writes={hands !== null} />
      {!here && <p role="status">{words.connecting}</p>}
      {here && (
        <>
          {!hands && <p className="hint">{words.readOnly}</p>}
          <Signed points={points} signature={signature} />
          {hands && written > 0 && <DraftPart draft={draft} empty={empty} />}
          {points.length > 0 ? (
            <PointList
              label={words.points}
              points={points}
              signature={signature}
              rounds={hall.rounds}
              hands={hands}
              oneAtATime
              weightOf={(point) => ({
                notes: countNotes(point, plan.points, figures),
                rounds: [],
                writers: null,
                votes: 0,
              })}
              deeds={(point) => <PointDeeds hall={hall} point={point} plan={plan} />}
              notes={(point) => <Grown hall={hall} point={point} plan={plan} />}
              onMerge={setMerging}
            />
          ) : (
            !hands && <p className={styles.none}>{words.noneYet}</p>
          )}
          <SummaryFoot of="hall" plan={plan} points={points} hands={hands} draft={draft} />
          <section className={styles.part} aria-labelledby="stations">
            <h2 id="stations">{words.stations}</h2>
            {hall.stations.map((station) => (
              <OfStation key={station.id} hall={hall} station={station} plan={plan} />
            ))}
          </section>
        </>
      )}
      {hands && <SummaryUndo plan={plan} />}
      {merging && hands && (
        <PointAsk
          title={words.ask.merge}
          quote={merging.title || words.unnamed}
          points={points.filter(({ id }) => id !== merging.id)}
          onChoose={(other) => {
            setMerging(null);
            if (other !== 'fresh' && other !== 'alone') hands.merge(merging.id, other);
          }}
          onClose={() => setMerging(null)}
        />
      )}
    </div>
  );
}

/** A station's points as they stand, with the way to where they are written. */
function OfStation({ hall, station, plan }: Props & { station: StationState }) {
  const words = useText().plan.summary;
  const locale = useLocale();
  const points = plan.points.filter(({ of }) => of === station.id);
  const signature = plan.signatures[station.id];
  const changed = signature && signature.hash !== hashOf(points);
  const since = changesSince(points, signature ?? null).points;
  const list = (some: readonly PointView[]) =>
    some.map(({ id, title, line }) => (
      <li key={id}>
        <p className={styles.stationTitle} dir="auto">
          {title || words.unnamed}
        </p>
        {line && <p dir="auto">{line}</p>}
        {since.has(id) && <p className={styles.since}>{words.sign.since[since.get(id)!]}</p>}
      </li>
    ));
  const singles = points.filter(({ single }) => single);
  return (
    <article className={styles.station} aria-labelledby={`of${station.id}`}>
      <div className={styles.stationHead}>
        <h3 id={`of${station.id}`}>{station.title}</h3>
        <Link
          className="button"
          to={paths.summary(hall.id, station.id)}
          aria-label={words.toStation(station.title)}
        >
          {words.openStation}
        </Link>
      </div>
      {points.length === 0 ? (
        <p className="hint">{words.stationNone}</p>
      ) : (
        <p className="hint">
          {signature ? signedBy(words.sign, signature, moment(signature.at, locale)) : words.unsignedShort}
          {changed && ` · ${words.sign.changed}`}
        </p>
      )}
      <ol className={styles.stationPoints}>{list(points.filter(({ single }) => !single))}</ol>
      {singles.length > 0 && (
        <>
          <h4>{words.singles}</h4>
          <ul className={styles.stationPoints}>{list(singles)}</ul>
        </>
      )}
    </article>
  );
}

/** What a point of the hall grew from: the stations' points, and their notes. */
function Grown({ hall, point, plan }: Props & { point: PointView }) {
  const words = useText().plan.summary;
  const titleOf = (of: string) => hall.stations.find(({ id }) => id === of)?.title ?? '';
  const from = plan.points.filter(({ id }) => point.sources.includes(id));
  return (
    <>
      {from.length > 0 && (
        <ul className={styles.grown}>
          {from.map(({ id, of, title }) => (
            <li key={id}>
              <span dir="auto">{title || words.unnamed}</span>
              {of !== 'hall' && (
                <>
                  {' · '}
                  <Link to={paths.summary(hall.id, of)}>{words.fromPoint(titleOf(of))}</Link>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {stationsOf(point, plan.points).map((station) => (
        <NotesAt key={station} hall={hall} station={station} point={point} plan={plan} />
      ))}
    </>
  );
}

function NotesAt({ hall, station, point, plan }: Props & { station: StationId; point: PointView }) {
  const words = useText().plan.summary;
  const me = useMe(hall.id);
  const board = useStationBoard(station, me?.role);
  if (!hall.stations.some(({ id }) => id === station)) return null;
  if (!board) return <p>{words.loadingNotes}</p>;
  const sources = withNotes([point], plan.points).flatMap((one) => one.sources);
  const cited = citedNotes(sources, station, board.notes, board.clusters);
  return <PointNotes notes={board.notes.filter(({ id }) => cited.has(id))} rounds={hall.rounds} />;
}
