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
    </li>
  );
}

/** The station's words: to read, with a way to rewrite them in their place. */
function Words({ station, children }: { station: StationState; children: React.ReactNode }) {
  const { run } = useText();
  const words = run.stations;
  const { id: stationId, title, question } = station;
  const [draft, setDraft] = useState<StationDraft | null>(null);
  /** As they were when the form was opened. */
  const before = useRef<StationWords>(station);
  const editing = useAsking();
  const edit = useRef<HTMLButtonElement>(null);

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
    const changed = changedWords(before.current, draft);
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
      />
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
            before.current = station;
            setDraft(draftOf(station));
          }}
        >
          {words.edit}
        </button>
        {children}
      </div>
    </>
  );
}
