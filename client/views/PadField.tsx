/** The writing itself: one note in the round's colour. What is typed is kept at each key stroke. */

import SendHorizontal from 'lucide-react/icons/send-horizontal';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Level } from '../../shared/domain/hall.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import { cleanText, isBlank, NOTE_MAX, splitPoints } from '../../shared/domain/note.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { Choice } from '../parts/Choice.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { LaterSlot } from '../parts/LaterSlot.tsx';
import paper from '../parts/paper.module.css';
import { roundName, roundPaint } from '../parts/roundPaint.ts';
import { announce } from '../state/announcer.ts';
import { isBound, isPaused, useHallStore } from '../state/hallStore.ts';
import { notesLeft, useOutboxStore } from '../state/outboxStore.ts';
import { type Draft, keepDraft, readDraft } from '../state/padDraft.ts';
import { currentOutbox } from '../sync/ownNotes.ts';
import { useText } from '../text/index.ts';
import { useGrowingField } from './growingField.ts';
import styles from './PadField.module.css';

/** From here on the writer is told how much is left. */
const NEAR_LIMIT = 40;

interface Props {
  hall: HallState;
  station: StationState;
  /** Why nothing is written any more. What has been begun is kept, and can be read and copied. */
  closed: 'ended' | 'shut_out' | null;
}

export function PadField({ hall, station, closed }: Props) {
  const { pad, round: roundWords, faults } = useText();
  const [draft, setDraft] = useState<Draft>(
    () => readDraft(hall.id, station.id) ?? { text: '', round: hall.round },
  );
  const [keptWhole, setKeptWhole] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [kept, setKept] = useState(true);
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const told = useTellWhenSaved(station);
  const ids = useId();
  useGrowingField(field, form, draft.text);

  const begun = draft.text !== '';
  // A note belongs to the round it was begun in, though the hall has gone on; an empty field is of the present one.
  const round = begun ? Math.min(draft.round, hall.round) : hall.round;
  const { style, band } = roundPaint(hall.rounds, round);
  const name = roundName(hall.rounds, round);
  const length = cleanText(draft.text).length;
  const points = splitPoints(draft.text);
  const several = points.length > 1 && (!keptWhole || length > NOTE_MAX);

  const change = (next: Draft) => {
    setDraft(next);
    setFault(null);
    setKept(keepDraft(hall.id, station.id, next));
  };
  const type = (text: string) => {
    if (text === '') setKeptWhole(false);
    change({ ...draft, text, round });
  };
  const send = (texts: string[]) => {
    field.current?.focus();
    if (texts.length === 0 || texts.every(isBlank)) return setFault(begun ? faults.empty : null);
    if (texts.some((text) => text.length > NOTE_MAX)) return setFault(faults.too_long);
    if (closed) return setFault(faults[closed]);
    const left = notesLeft(station, useOutboxStore.getState());
    if (left !== null && left < texts.length && isBound(station, useHallStore.getState().you)) {
      return setFault(faults.allowance_used);
    }
    const { level, slot } = draft;
    const sent = texts.map((text) =>
      currentOutbox().write({ stationId: station.id, text, round, level, slot }),
    );
    told(sent);
    setKeptWhole(false);
    change({ text: '', round: hall.round });
  };
  const sendWhole = () => send([cleanText(draft.text)]);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    sendWhole();
  };

  if (closed && !begun) return null;
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        sendWhole();
      }}
    >
      <div className={`${paper.paper} ${styles.sheet}`} style={style}>
        <span className={band} aria-hidden="true" />
        <div className={styles.top}>
          <label htmlFor={`${ids}field`} className="sr-only">
            {pad.fieldLabel}
          </label>
          <span className={styles.round} id={`${ids}round`}>
            {roundWords.full(round, name)}
          </span>
        </div>
        <textarea
          ref={field}
          id={`${ids}field`}
          className={styles.field}
          rows={3}
          dir="auto"
          value={draft.text}
          placeholder={pad.placeholder}
          aria-describedby={`${ids}round ${ids}left`}
          autoCapitalize="sentences"
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKey}
        />
        <p className={styles.left} id={`${ids}left`}>
          {length > NOTE_MAX
            ? pad.over(length - NOTE_MAX)
            : length > NOTE_MAX - NEAR_LIMIT && pad.left(NOTE_MAX - length)}
        </p>
      </div>

      {begun && round !== hall.round && (
        <div className={styles.offer}>
          <p>{pad.lateDraft(round, name)}</p>
          <button type="button" className="button" onClick={() => change({ ...draft, round: hall.round })}>
            {pad.toPresent(hall.round, roundName(hall.rounds, hall.round))}
          </button>
        </div>
      )}

      {station.levels && (
        <Choice<Level | 'none'>
          quiet
          legend={pad.levelLegend}
          value={draft.level ?? 'none'}
          options={[
            { value: 'none', label: pad.levelNone },
            { value: 'local', label: pad.levelLocal },
            { value: 'national', label: pad.levelNational },
          ]}
          onChoose={(level) => change({ ...draft, round, level: level === 'none' ? undefined : level })}
        />
      )}

      {station.lanes && (
        <LaterSlot
          station={station.id}
          slot={draft.slot}
          onSlot={(slot) => change({ ...draft, round, slot })}
        />
      )}

      {several && (
        <div className={styles.offer}>
          <p aria-live="polite">
            {length > NOTE_MAX ? pad.splitTooLong(points.length) : pad.splitTitle(points.length)}
          </p>
          <button type="button" className="button" onClick={() => send(points)}>
            {pad.splitSend(points.length)}
          </button>
          {length <= NOTE_MAX && (
            <button type="button" className="button quiet" onClick={() => setKeptWhole(true)}>
              {pad.splitKeep}
            </button>
          )}
        </div>
      )}

      <FaultLine text={fault ?? (kept ? null : pad.notKept)} />
      {!closed && (
        <div className={styles.send}>
          <button
            type="submit"
            className={`button primary ${styles.button}`}
            // The field keeps the focus, and with it the phone's keyboard.
            onPointerDown={(event) => event.preventDefault()}
          >
            {pad.send}
            <SendHorizontal size={20} aria-hidden="true" />
          </button>
          <span className={`hint ${styles.shortcut}`}>{pad.shortcut}</span>
        </div>
      )}
    </form>
  );
}

/** Tells, once the server has them on disk, that notes are sent; or at once that they wait on the device, or for the host. */
function useTellWhenSaved(station: StationState): (ids: NoteId[]) => void {
  const { pad, faults } = useText();
  const awaited = useRef<NoteId[]>([]);
  const mine = useOutboxStore((store) => store.mine);
  useEffect(() => {
    const saved = awaited.current.filter((id) => mine?.some((note) => note.id === id));
    if (awaited.current.length === 0 || saved.length < awaited.current.length) return;
    awaited.current = [];
    announce(saved.length === 1 ? pad.sent : pad.sentMany(saved.length));
  }, [mine, pad]);
  return (ids) => {
    const { connection, you } = useHallStore.getState();
    if (connection.state !== 'connected') return announce(pad.stored);
    awaited.current = ids;
    if (isPaused(station, you)) announce(faults.frozen);
  };
}
