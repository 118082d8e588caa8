/** Sets the station back to the time that the replay shows: told before what will happen, and taken back with one press. */

import { useRef, useState } from 'react';
import type { StationId } from '../../shared/domain/ids.ts';
import { Presses } from '../desk/presses.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { announce } from '../state/announcer.ts';
import { passes } from '../sync/fault.ts';
import { request } from '../sync/hallConnection.ts';
import { useText } from '../text/index.ts';
import styles from './Replay.module.css';

interface Props {
  station: StationId;
  at: number;
  clock: string;
}

export function RestoreHere({ station, at, clock }: Props) {
  const { past, faults } = useText();
  const words = past.restore;
  const presses = useRef(new Presses());
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  /** What can be taken back. */
  const [done, setDone] = useState<string | null>(null);

  const say = (text: string) => {
    setSaid(text);
    announce(text);
  };
  const restore = async () => {
    const button = `restore ${at}`;
    const press = presses.current.of(button);
    setBusy(true);
    setFault(null);
    const outcome = await request('station:restore', { stationId: station, at, press });
    setBusy(false);
    if (!outcome.ok) {
      if (passes(outcome.error.code)) presses.current.doubted(button, press);
      return setFault(`${words.failed} ${faults[outcome.error.code] ?? faults.unknown}`);
    }
    const { restored } = outcome.data;
    setDone(restored > 0 ? press : null);
    say(restored > 0 ? words.done(clock, restored) : words.same);
  };
  const undo = async (press: string) => {
    setBusy(true);
    setFault(null);
    const outcome = await request('station:restore-undo', { stationId: station, press });
    setBusy(false);
    if (!outcome.ok) {
      const { code } = outcome.error;
      if (code === 'gone') setDone(null);
      return setFault(
        `${words.undoFailed} ${code === 'gone' ? words.gone : (faults[code] ?? faults.unknown)}`,
      );
    }
    setDone(null);
    say(outcome.data.whole ? words.undone : words.undonePartly);
  };
  return (
    <div className={styles.restore}>
      <TwoStep
        label={words.button}
        question={words.question(clock)}
        confirm={words.confirm}
        onConfirm={() => void restore()}
        disabled={busy}
      />
      {said && (
        <p className={styles.said}>
          {said}{' '}
          {done && (
            <button type="button" className="button" disabled={busy} onClick={() => void undo(done)}>
              {words.undo}
            </button>
          )}
        </p>
      )}
      <FaultLine text={fault} />
    </div>
  );
}
