/** Sets a station, or one note of it, back to a time; and takes the last of it back, as long as the view is open. */

import { useRef, useState } from 'react';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import { Presses } from '../desk/presses.ts';
import { announce } from '../state/announcer.ts';
import { passes } from '../sync/fault.ts';
import { request } from '../sync/hallConnection.ts';
import { getText } from '../text/index.ts';

/** What was set back last and can be taken back. */
interface SetBack {
  press: string;
  at: number;
  /** Null: the whole station. */
  note: NoteId | null;
}

export interface Restoring {
  busy: boolean;
  done: SetBack | null;
  /** What came of the last press, in words. */
  said: string;
  fault: string | null;
  /** @param clock the time, as people read it */
  restore: (at: number, clock: string, note?: NoteId) => Promise<void>;
  undo: () => Promise<void>;
}

export function useRestoring(station: StationId): Restoring {
  const presses = useRef(new Presses());
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [done, setDone] = useState<SetBack | null>(null);

  const say = (text: string) => {
    setSaid(text);
    announce(text);
  };
  const restore = async (at: number, clock: string, note: NoteId | null = null) => {
    const button = `restore ${at} ${note ?? ''}`;
    const press = presses.current.of(button);
    setBusy(true);
    setFault(null);
    const asked = { stationId: station, at, press, ...(note && { notes: [note] }) };
    const outcome = await request('station:restore', asked);
    setBusy(false);
    const { past, faults } = getText();
    const words = past.restore;
    if (!outcome.ok) {
      if (passes(outcome.error.code)) presses.current.doubted(button, press);
      const failed = note ? words.note.failed : words.failed;
      return setFault(`${failed} ${faults[outcome.error.code] ?? faults.unknown}`);
    }
    const { restored } = outcome.data;
    if (restored === 0) return say(note ? words.note.same : words.same);
    setDone({ press, at, note });
    say(note ? words.note.done(clock) : words.done(clock, restored));
  };
  const undo = async () => {
    if (!done) return;
    setBusy(true);
    setFault(null);
    const outcome = await request('station:restore-undo', { stationId: station, press: done.press });
    setBusy(false);
    const { past, faults } = getText();
    const words = past.restore;
    if (!outcome.ok) {
      const { code } = outcome.error;
      if (code === 'gone') setDone(null);
      const why = code === 'gone' ? words.gone : (faults[code] ?? faults.unknown);
      return setFault(`${words.undoFailed} ${why}`);
    }
    setDone(null);
    if (!outcome.data.whole) return say(words.undonePartly);
    say(done.note ? words.note.undone : words.undone);
  };
  return { busy, done, said, fault, restore, undo };
}
