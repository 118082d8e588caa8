/**
 * Under the pad's field, softly: so many have written something alike, with a press to see what. Asked while one writes
 * and rests, and once more for what was just sent. Whatever becomes of it, nothing waits for it.
 */

import { useEffect, useRef, useState } from 'react';
import type { HallId, NoteId, StationId } from '../../shared/domain/ids.ts';
import { cleanText } from '../../shared/domain/note.ts';
import type { Answers, StationState } from '../../shared/protocol/hallEvents.ts';
import { useHallStore, usePresentHall } from '../state/hallStore.ts';
import { useOutboxStore } from '../state/outboxStore.ts';
import { readDraft } from '../state/padDraft.ts';
import { request } from '../sync/hallConnection.ts';
import { useText } from '../text/index.ts';
import styles from './PadAlike.module.css';

/** Less than this says nothing yet. */
const LEAST = 12;
const REST_MS = 700;
/** At most this often. */
const EVERY_MS = 2_000;

interface Props {
  station: StationState;
}

export default function PadAlike({ station }: Props) {
  const { alike: words } = useText().help;
  const hall = usePresentHall().id;
  const [found, setFound] = useState<Answers['note:similar'] | null>(null);
  const connected = useHallStore((store) => store.connection.state === 'connected');
  const last = useRef(Number.NEGATIVE_INFINITY);
  const { typed, sent } = useWritten(hall, station.id);
  // An empty field is about what was just sent.
  const asked = typed === '' ? (sent?.text ?? '') : typed;
  const except = typed === '' ? sent?.id : undefined;
  const off = station.rules.hiding || !connected || asked.length < LEAST;
  useEffect(() => {
    if (off) return setFound(null);
    let gone = false;
    const wait = Math.max(REST_MS, last.current + EVERY_MS - performance.now());
    const timer = setTimeout(async () => {
      last.current = performance.now();
      const outcome = await request('note:similar', {
        stationId: station.id,
        text: asked,
        ...(except ? { except } : {}),
      });
      if (!gone) setFound(outcome.ok ? outcome.data : null);
    }, wait);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [asked, except, off, station.id]);
  const shown = off ? null : found;
  return (
    <div className={styles.alike}>
      {/* There from the start, so that what comes into it is told; and politely: somebody writes. */}
      <p className="sr-only" role="status">
        {shown && shown.count > 0 ? words.count(shown.count) : ''}
      </p>
      {shown && shown.count > 0 && (
        <details>
          <summary className={styles.summary}>{words.count(shown.count)}</summary>
          <p className="hint">{words.lead}</p>
          <ul className={styles.notes} aria-label={words.list}>
            {shown.notes.map(({ id, text: other }) => (
              <li key={id} dir="auto">
                {other}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What stands in the pad's field, as its draft is kept at each key stroke, and what was sent last from it. */
function useWritten(hall: HallId, station: StationId) {
  const [typed, setTyped] = useState('');
  const [sent, setSent] = useState<{ id: NoteId; text: string } | null>(null);
  useEffect(() => {
    const read = () => setTyped(cleanText(readDraft(hall, station)?.text ?? ''));
    const here = () => useOutboxStore.getState().entries.filter(({ stationId }) => stationId === station);
    const known = new Set<NoteId>(here().map(({ id }) => id));
    const stop = useOutboxStore.subscribe(() => {
      for (const { id, text, gone } of here()) {
        if (known.has(id)) continue;
        known.add(id);
        if (!gone) setSent({ id, text });
      }
      // The field is emptied after its text has gone into the outbox.
      queueMicrotask(read);
    });
    // On the window: after the field's own listener, which keeps the draft.
    window.addEventListener('input', read);
    read();
    return () => {
      stop();
      window.removeEventListener('input', read);
    };
  }, [hall, station]);
  return { typed, sent };
}
