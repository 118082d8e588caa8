/** One station in the organiser's list: what it asks, how it goes, and what can be done with it. */

import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Hand from 'lucide-react/icons/hand';
import { useRef, useState } from 'react';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { StationFacts } from '../parts/StationFacts.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';
import { LaneFields } from '../timeline/LaneFields.tsx';
import { useLaneCounts } from '../timeline/laneCounts.ts';
import { changedYear, namelessLane, type YearDraft } from '../timeline/laneDraft.ts';
import { yearOf } from '../timeline/slotWords.ts';
import { BringNotes } from './BringNotes.tsx';
import { StationForm } from './StationForm.tsx';
import styles from './Stations.module.css';
import {
  changedWords,
  draftFault,
  draftOf,
  type StationDraft,
  type StationWords,
  wordsOf,
} from './stationWords.ts';
import { useAsking } from './useAsking.ts';

interface Props {
  station: StationState;
  /** Its place among all. */
  n: number;
  all: number;
  onMove: (by: -1 | 1) => void;
  onRemoved: () => void;
}

export function StationRow({ station, n, all, onMove, onRemoved }: Props) {
  const { run } = useText();
  const words = run.stations;
  const { id: stationId, title } = station;
  const removing = useAsking();

  const remove = async () => {
    if (!(await removing.ask('station:remove', { stationId }, words.removeFailed))) return;
    announce(words.removed(title));
    onRemoved();
  };
  const question = words.removeQuestion(station.notes);
  const there = station.people > 0 ? `${words.removePeople(station.people)} ` : '';
  return (
    <li className={styles.station} data-station={stationId}>
      <div className={styles.what}>
        <div className={styles.words}>
          <h3 className={styles.name}>{title}</h3>
          <p className={styles.kind}>
            {words.kinds[station.kind]}
            {station.anonymous && ` · ${words.anonymous}`}
          </p>
        </div>
        <div className={styles.steps}>
          {([-1, 1] as const).map((by) => (
            <button
              key={by}
              type="button"
              className="button quiet icon"
              data-step={by}
              aria-label={by < 0 ? words.up(title) : words.down(title)}
              disabled={by < 0 ? n === 1 : n === all}
              onClick={() => onMove(by)}
            >
              {by < 0 ? <ArrowUp size={20} aria-hidden="true" /> : <ArrowDown size={20} aria-hidden="true" />}
            </button>
          ))}
        </div>
      </div>
      {station.calling && (
        <p className={styles.calling}>
          <Hand size={20} aria-hidden="true" />
          {run.calls.of(title)}
        </p>
      )}
      <Words station={station}>
        {all > 1 ? (
          <TwoStep
            danger
            label={words.remove}
            describe={words.removeOf(title)}
            question={there + question}
            confirm={words.removeConfirm}
            onConfirm={() => void remove()}
            disabled={removing.busy}
          />
        ) : (
          <p className="hint">{words.last}</p>
        )}
      </Words>
      <FaultLine text={removing.fault} />
      <BringNotes station={station} />
    </li>
  );
}

/** The station's words: to read, with a way to rewrite them in their place. */
function Words({ station, children }: { station: StationState; children: React.ReactNode }) {
  const { run, years } = useText();
  const words = run.stations;
  const { id: stationId, title, question } = station;
  const [draft, setDraft] = useState<StationDraft | null>(null);
  const [year, setYear] = useState<YearDraft>(() => yearOf(station));
  /** As they were when the form was opened. */
  const before = useRef<StationWords & YearDraft>({ ...station, ...yearOf(station) });
  const editing = useAsking();
  const edit = useRef<HTMLButtonElement>(null);
  const timeline = station.kind === 'timeline';

  const close = () => {
    setDraft(null);
    editing.setFault(null);
    // The button is back only after React has drawn it.
    requestAnimationFrame(() => edit.current?.focus());
  };
  const save = async () => {
    if (!draft) return;
    const fault = draftFault(draft);
    if (fault) return editing.setFault(words.draft[fault]);
    const nameless = timeline ? namelessLane(year.lanes) : null;
    if (nameless !== null) return editing.setFault(years.lanes.noTitle(nameless));
    const wanted = {
      ...changedWords(before.current, draft),
      ...(timeline && changedYear(before.current, year)),
    };
    const changed = Object.keys(wanted).length > 0 && wanted;
    if (changed && !(await editing.ask('station:edit', { stationId, ...changed }, words.failed))) return;
    announce(words.savedOf(wordsOf(draft).title));
    close();
  };

  if (draft) {
    return (
      <StationForm
        label={words.formOf(title)}
        draft={draft}
        onDraft={setDraft}
        fault={editing.fault && `${editing.fault} ${run.kept}`}
        busy={editing.busy}
        submit={words.save}
        onSubmit={() => void save()}
        onCancel={close}
      >
        {timeline && <Lanes station={station} year={year} onYear={setYear} />}
      </StationForm>
    );
  }
  return (
    <>
      <p className={styles.question}>{question || words.noQuestion}</p>
      <div className={styles.actions}>
        <div className={styles.facts}>
          <StationFacts people={station.people} notes={station.notes} status={station.status} />
        </div>
        <button
          ref={edit}
          type="button"
          className="button"
          aria-label={words.editOf(title)}
          onClick={() => {
            before.current = { ...station, ...yearOf(station) };
            setDraft(draftOf(station));
            setYear(yearOf(station));
          }}
        >
          {words.edit}
        </button>
        {children}
      </div>
    </>
  );
}

/** The rows of a timeline, with how many notes each has: the board is read while they are edited. */
function Lanes(props: { station: StationState; year: YearDraft; onYear: (year: YearDraft) => void }) {
  const { station, year, onYear } = props;
  const counts = useLaneCounts(station.id, 'organiser');
  return <LaneFields draft={year} onDraft={onYear} saved={station.year ?? 'school'} counts={counts} />;
}
