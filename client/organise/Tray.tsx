/** The tray: stations that were taken away, with their notes. They come back, or their notes hang at another station. */

import { useCallback, useEffect, useId, useState } from 'react';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import type { HallState, TrayStation } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { announce } from '../state/announcer.ts';
import { request } from '../sync/hallConnection.ts';
import { useText } from '../text/index.ts';
import styles from './Stations.module.css';
import { faultWords, useAsking } from './useAsking.ts';

/** Notes shown at a time. */
const STEP = 50;

interface Props {
  hall: HallState;
  /** Takes the focus when a station has come here, or has gone back. */
  heading: React.RefObject<HTMLHeadingElement | null>;
}

export function Tray({ hall, heading }: Props) {
  const { run } = useText();
  const words = run.tray;
  const { stations, fault, look } = useTray(hall);
  const returning = useAsking();

  const bringBack = async ({ id: stationId, title }: TrayStation) => {
    const reasons = { too_many: run.stations.full };
    if (!(await returning.ask('tray:return', { stationId }, words.returnFailed, reasons))) return;
    announce(words.returned(title));
    await look();
    heading.current?.focus();
  };
  return (
    <section className={styles.tray} aria-labelledby="tray">
      <h3 id="tray" ref={heading} tabIndex={-1}>
        {words.title}
      </h3>
      <p className={styles.soft}>{stations?.length === 0 ? words.empty : words.lead}</p>
      <FaultLine text={returning.fault ?? fault} />
      <ul className={styles.trayList}>
        {(stations ?? []).map((station) => (
          <li key={station.id} className={styles.drawer}>
            <div className={styles.drawerHead}>
              <div>
                <h4>{station.title}</h4>
                <p className="hint">
                  {words.notes(station.notes.length)}
                  {station.held > 0 && ` ${words.held(station.held)}`}
                </p>
              </div>
              <button
                type="button"
                className="button"
                aria-label={words.returnOf(station.title)}
                disabled={returning.busy}
                onClick={() => void bringBack(station)}
              >
                {words.return}
              </button>
            </div>
            {station.notes.length > 0 && <Hang from={station} hall={hall} onHung={look} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What lies in the tray, looked at anew whenever the hall's stations are others. */
function useTray(hall: HallState) {
  const { run } = useText();
  const [stations, setStations] = useState<TrayStation[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const look = useCallback(async () => {
    const outcome = await request('tray:look', {});
    if (outcome.ok) setStations(outcome.data.stations);
    setFault(outcome.ok ? null : `${run.tray.failed} ${faultWords(outcome.error.code)}`);
  }, [run]);
  const present = hall.stations.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a station that is gone lies in the tray
  useEffect(() => void look(), [look, present]);
  return { stations, fault, look };
}

interface HangProps {
  from: TrayStation;
  hall: HallState;
  onHung: () => Promise<void>;
}

/** Hangs notes of the tray at a station that is there: all, or those that are chosen. */
function Hang({ from, hall, onHung }: HangProps) {
  const { run } = useText();
  const words = run.tray;
  const ids = useId();
  const [picked, setTo] = useState<StationId | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<NoteId>>(new Set());
  const [shown, setShown] = useState(STEP);
  const hanging = useAsking();
  const target = hall.stations.find(({ id }) => id === picked) ?? hall.stations[0];
  const notes = from.notes.filter(({ id }) => chosen.has(id)).map(({ id }) => id);

  const toggle = (id: NoteId) => {
    const now = new Set(chosen);
    if (!now.delete(id)) now.add(id);
    setChosen(now);
  };
  const hang = async () => {
    if (!target) return;
    const payload = { from: from.id, to: target.id, ...(notes.length > 0 && { notes }) };
    const done = await hanging.ask('tray:hang', payload, words.hangFailed);
    if (!done) return;
    setChosen(new Set());
    announce(words.hung(done.hung, target.title));
    await onHung();
  };
  return (
    <details>
      <summary className={styles.summary}>{words.hangTitle}</summary>
      <div className={styles.hang}>
        <div>
          <label className="label" htmlFor={`${ids}to`}>
            {words.to}
          </label>
          <select
            id={`${ids}to`}
            className="input"
            value={target?.id}
            onChange={(event) => setTo(event.target.value as StationId)}
          >
            {hall.stations.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <fieldset>
          <legend className="label">{words.choose}</legend>
          <p className="hint">{words.chooseHint}</p>
          <ul className={styles.notes}>
            {from.notes.slice(0, shown).map(({ id, text }) => (
              <li key={id}>
                <label className={styles.note}>
                  <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
                  <span>{text}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        {from.notes.length > shown && (
          <div>
            <button type="button" className="button quiet" onClick={() => setShown(shown + STEP)}>
              {words.more(Math.min(STEP, from.notes.length - shown))}
            </button>
          </div>
        )}
        <FaultLine text={hanging.fault} />
        <div>
          <button
            type="button"
            className="button primary"
            disabled={hanging.busy}
            onClick={() => void hang()}
          >
            {notes.length > 0 ? words.hangChosen(notes.length) : words.hangAll(from.notes.length)}
          </button>
        </div>
      </div>
    </details>
  );
}
