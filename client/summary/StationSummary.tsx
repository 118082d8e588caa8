/** A station's main points, live: read by everybody, written together by its hosts and the organiser. */

import { useMemo, useState } from 'react';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { PointId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { coverage } from '../../shared/plan/coverage.ts';
import type { PointView } from '../../shared/plan/planDoc.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { useMe } from '../board/model/useMe.ts';
import { Link } from '../parts/Link.tsx';
import { RoomHead } from '../parts/RoomHead.tsx';
import type { Plan } from '../state/planStore.ts';
import { useText } from '../text/index.ts';
import { DraftPart } from './DraftPart.tsx';
import { Left } from './Left.tsx';
import { PlanStanding } from './PlanStanding.tsx';
import { PointAsk } from './PointAsk.tsx';
import { PointDeeds } from './PointDeeds.tsx';
import { PointList } from './PointList.tsx';
import { PointNotes } from './PointNotes.tsx';
import { weighPoint } from './pointWeight.ts';
import { Signed } from './SignPart.tsx';
import styles from './Summary.module.css';
import { SummaryFoot, SummaryUndo } from './SummaryTools.tsx';
import { membersIn, useStationBoard } from './stationBoard.ts';
import { useDraft } from './useDraft.ts';
import { useFigures } from './useFigures.ts';
import { useSummaryHands } from './useSummaryHands.ts';

interface Props {
  hall: HallState;
  station: StationState;
  plan: Plan;
}

type Asking =
  | { do: 'put'; note: NoteView; from: PointView | null }
  | { do: 'merge'; point: PointView }
  | null;

export function StationSummary({ hall, station, plan }: Props) {
  const words = useText().plan.summary;
  const { id, results } = station;
  const me = useMe(hall.id);
  const board = useStationBoard(id, me?.role);
  const points = useMemo(() => plan.points.filter(({ of }) => of === id), [plan.points, id]);
  const hanging = useMemo(
    () => (board?.notes ?? []).map((note) => `${note.id}${note.cluster ?? ''}`).join(),
    [board],
  );
  const figures = useFigures(id, hanging);
  const weights = useMemo(() => {
    if (!board) return null;
    return new Map(points.map((point) => [point.id, weighPoint(point, id, board, figures, results)]));
  }, [points, id, board, figures, results]);
  const hands = useSummaryHands(id, plan);
  const [asking, setAsking] = useState<Asking>(null);

  const here = plan.doc !== null && plan.state !== 'opening';
  const signature = plan.signatures[id] ?? null;
  const notes = board?.notes ?? [];
  const empty = here && plan.state === 'live' && points.length === 0 && !signature && notes.length > 0;
  const draft = useDraft(id, empty && hands !== null);
  const notesOf = (point: PointView) => weights?.get(point.id)?.notes ?? [];
  const choose = (into: PointId | 'fresh' | 'alone') => {
    setAsking(null);
    if (!asking || !hands || !board) return;
    if (asking.do === 'merge') hands.merge(asking.point.id, into as PointId);
    else hands.put(id, asking.note, into, asking.from?.id ?? null, membersIn(board));
  };

  return (
    <div className={styles.summary}>
      <RoomHead
        kind={words.kind}
        name={words.title(station.title)}
        title={station.title}
        lead={station.question}
      >
        <Link to={paths.board(hall.id, id)}>{words.toBoard}</Link>
        <Link to={paths.hallSummary(hall.id)}>{words.openHall}</Link>
        <Link to={paths.plan(hall.id)}>{words.toPlan}</Link>
      </RoomHead>
      <PlanStanding plan={plan} writes={hands !== null} />
      {!here && <p role="status">{words.connecting}</p>}
      {here && (
        <>
          {!hands && <p className="hint">{words.readOnly}</p>}
          <Signed points={points} signature={signature} />
          {board && notes.length === 0 && points.length === 0 ? (
            <p className={styles.none}>{words.noNotes}</p>
          ) : (
            <>
              {board && points.length > 0 && (
                <Left
                  coverage={coverage(points, id, notes, board.clusters)}
                  notes={notes}
                  rounds={hall.rounds}
                  onPut={hands ? (note) => setAsking({ do: 'put', note, from: null }) : undefined}
                />
              )}
              {hands && <DraftPart draft={draft} empty={empty} />}
            </>
          )}
          {points.length === 0 && !hands && notes.length > 0 && (
            <p className={styles.none}>{words.noneYet}</p>
          )}
          {points.length > 0 && (
            <PointList
              label={words.points}
              points={points}
              signature={signature}
              rounds={hall.rounds}
              hands={hands}
              weightOf={(point) => {
                const weight = weights?.get(point.id);
                return weight ? { ...weight, notes: weight.notes.length } : null;
              }}
              deeds={(point) => (
                <PointDeeds
                  hall={hall}
                  point={point}
                  plan={plan}
                  at={{ station, notes: notesOf(point).map((note) => note.id) }}
                />
              )}
              notes={(point) =>
                notesOf(point).length > 0 ? (
                  <PointNotes
                    notes={notesOf(point)}
                    rounds={hall.rounds}
                    deed={
                      hands
                        ? {
                            label: words.moveNote,
                            say: words.moveNoteOf,
                            run: (note) => setAsking({ do: 'put', note, from: point }),
                          }
                        : undefined
                    }
                  />
                ) : (
                  <p>{board ? words.noNotesLeft : words.loadingNotes}</p>
                )
              }
              onMerge={(point) => setAsking({ do: 'merge', point })}
            />
          )}
          <SummaryFoot of={id} plan={plan} points={points} hands={hands} draft={draft} />
        </>
      )}
      {hands && <SummaryUndo plan={plan} />}
      {asking && hands && (
        <PointAsk
          title={asking.do === 'put' ? words.ask.put : words.ask.merge}
          quote={asking.do === 'put' ? asking.note.text : asking.point.title || words.unnamed}
          points={points.filter(
            (point) => point.id !== (asking.do === 'put' ? asking.from : asking.point)?.id,
          )}
          fresh={asking.do === 'put'}
          onChoose={choose}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
