/** The station's notes in the host's hand: new ones as they come, those that wait, and those that were hidden. */

import { useEffect, useMemo, useRef, useState } from 'react';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import type { HallState, HeldNote, StationState } from '../../shared/protocol/hallEvents.ts';
import { Choice } from '../parts/Choice.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { later } from '../parts/later.tsx';
import { PullDeeds } from '../plan/PullDeeds.tsx';
import { announce } from '../state/announcer.ts';
import { useDeskStore } from '../state/deskStore.ts';
import { getText, useText } from '../text/index.ts';
import { arrivals } from './arrivals.ts';
import type { DeskBoard } from './deskBoard.ts';
import { HideSheet } from './HideSheet.tsx';
import { NoteRow } from './NoteRow.tsx';
import styles from './NotesPart.module.css';
import { closeToast, showToast } from './toast.ts';
import { useDeed } from './useDeed.ts';
import { useTimePassing } from './useTimePassing.ts';

/** Seldom wanted, and then not at once. */
const BringNotes = later(async () => ({
  default: (await import('../organise/BringNotes.tsx')).BringNotes,
}));

interface Props {
  hall: HallState;
  station: StationState;
  board: DeskBoard | null;
}

type Which = 'board' | 'waiting' | 'hidden';
const NONE: readonly HeldNote[] = [];
/** More than anybody reads on a phone; older ones are asked for. */
const SHOWN_AT_FIRST = 30;

export function NotesPart({ hall, station, board }: Props) {
  const { notes: words } = useText().host;
  const waiting = useDeskStore((store) => store.desk?.waiting ?? NONE);
  const hidden = useDeskStore((store) => store.desk?.hidden ?? NONE);
  const [which, setWhich] = useState<Which>('board');
  const heading = useRef<HTMLHeadingElement>(null);
  const deeds = useDeed();
  const stationId = station.id;
  const stay = () => heading.current?.focus({ preventScroll: true });

  const hang = async (id: NoteId, said: string) => {
    const done = await deeds.act('note:return', { stationId, id }, words.rehangFailed);
    if (!done) return;
    // What it offers has been done.
    closeToast();
    announce(said);
    stay();
  };
  const held = which === 'waiting' ? waiting : hidden;
  return (
    <>
      <Choice<Which>
        legend={words.which}
        quiet
        value={which}
        onChoose={setWhich}
        options={[
          { value: 'board', label: words.onBoard },
          { value: 'waiting', label: words.waiting(waiting.length) },
          { value: 'hidden', label: words.hidden(hidden.length) },
        ]}
      />
      <h3 ref={heading} tabIndex={-1} className="sr-only">
        {words.listOf[which]}
      </h3>
      <FaultLine text={deeds.fault} />
      {which === 'board' ? (
        <>
          <Newest hall={hall} station={station} board={board} stay={stay} />
          {hall.endedAt === null && <BringNotes station={station} />}
        </>
      ) : (
        <HeldNotes
          hall={hall}
          which={which}
          notes={held}
          onHang={(id) => void hang(id, which === 'waiting' ? getText().host.later.oneShown : words.rehung)}
        />
      )}
    </>
  );
}

function Newest({ hall, station, board, stay }: Props & { stay: () => void }) {
  const { notes: words, hide: hideWords } = useText().host;
  const deeds = useDeed();
  const now = useTimePassing();
  const [hiding, setHiding] = useState<NoteView | null>(null);
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const top = useRef<HTMLDivElement>(null);
  const [settled, setSettled] = useSettled(top, board);
  const list = useMemo(() => arrivals(board?.notes ?? [], settled), [board, settled]);
  const stationId = station.id;

  const hide = async (note: NoteView, message: string) => {
    setHiding(null);
    const done = await deeds.act(
      'note:hide',
      { stationId, id: note.id, ...(message && { message }) },
      words.hideFailed,
    );
    if (!done) return;
    stay();
    showToast({
      text: words.hung,
      undo: async () => {
        const back = await deeds.act('note:return', { stationId, id: note.id }, words.rehangFailed);
        return { done: back !== null, said: back ? words.rehung : words.rehangFailed };
      },
    });
  };
  const lift = async (id: NoteId) => {
    const { wall } = getText().host;
    const up = station.wall.spotlight === id;
    const done = await deeds.act('wall:order', { stationId, spotlight: up ? null : id }, wall.failed);
    if (done) announce(up ? wall.isDown : wall.lifted);
  };
  if (!board) return <p className="hint">{words.fetching}</p>;
  return (
    <>
      {!board.live && <p className={styles.lost}>{words.noContact}</p>}
      <FaultLine text={deeds.fault} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself on wide screens, by keyboard too */}
      <section className={styles.scroll} tabIndex={0} aria-label={words.listOf.board}>
        <div ref={top} />
        {list.waiting > 0 && (
          <button
            type="button"
            className={`button primary ${styles.fresh}`}
            onClick={() => {
              setSettled(null);
              top.current?.scrollIntoView({ block: 'center' });
              stay();
            }}
          >
            {words.showNew(list.waiting)}
          </button>
        )}
        {board.notes.length === 0 && <p className={styles.none}>{words.none}</p>}
        <ul className={styles.list}>
          {list.shown.slice(0, limit).map((note) => {
            const group = board.groupOf.get(note.id);
            const isUp = station.wall.spotlight === note.id;
            return (
              <NoteRow
                key={note.id}
                rounds={hall.rounds}
                round={note.round}
                text={note.text}
                facts={[
                  ago(now - note.at),
                  group && (group.title ? words.inGroup(group.title) : words.inUnnamed),
                  isUp && words.lifted,
                ]}
              >
                <button
                  type="button"
                  className="button quiet"
                  aria-pressed={isUp}
                  aria-label={words.liftThis(note.text)}
                  onClick={() => void lift(note.id)}
                >
                  {words.lift}
                </button>
                <PullDeeds
                  station={stationId}
                  things={[note.id]}
                  wordsOf={() => note.text}
                  className="button quiet"
                  named
                />
                <button
                  type="button"
                  className="button"
                  aria-label={words.hideThis(note.text)}
                  onClick={() => setHiding(note)}
                >
                  {words.hide}
                </button>
              </NoteRow>
            );
          })}
        </ul>
        {list.shown.length > limit && (
          <button type="button" className="button" onClick={() => setLimit(limit + SHOWN_AT_FIRST)}>
            {words.more(Math.min(SHOWN_AT_FIRST, list.shown.length - limit))}
          </button>
        )}
      </section>
      {hiding && (
        <HideSheet
          text={hiding.text}
          messages={hideWords.messages}
          onHide={(message) => void hide(hiding, message)}
          onClose={() => setHiding(null)}
        />
      )}
    </>
  );
}

interface HeldProps {
  hall: HallState;
  which: 'waiting' | 'hidden';
  notes: readonly HeldNote[];
  onHang: (id: NoteId) => void;
}

function HeldNotes({ hall, which, notes, onHang }: HeldProps) {
  const { notes: words, later } = useText().host;
  const now = useTimePassing();
  const waits = which === 'waiting';
  if (notes.length === 0)
    return <p className={styles.none}>{waits ? words.noneWaiting : words.noneHidden}</p>;
  return (
    <>
      <p className="hint">{waits ? words.waitingHint : words.hiddenHint}</p>
      <ul className={styles.list}>
        {notes.map((note) => (
          <NoteRow
            key={note.id}
            rounds={hall.rounds}
            round={note.round}
            text={note.text}
            facts={[
              ago(now - (note.hiddenAt ?? note.at)),
              note.name && words.by(note.name),
              !waits && (note.message ? words.told(note.message) : words.toldNothing),
            ]}
          >
            <button
              type="button"
              className="button"
              aria-label={waits ? later.oneOf(note.text) : words.rehangThis(note.text)}
              onClick={() => onHang(note.id)}
            >
              {waits ? later.one : words.rehang}
            </button>
          </NoteRow>
        ))}
      </ul>
    </>
  );
}

/** Once one reads further down, what is new waits above: `top` is out of sight then. */
function useSettled(top: React.RefObject<HTMLElement | null>, board: DeskBoard | null) {
  const [settled, setSettled] = useState<ReadonlySet<NoteId> | null>(null);
  const latest = useRef(board);
  latest.current = board;
  const here = board !== null;
  useEffect(() => {
    if (!here || !top.current) return;
    const watching = new IntersectionObserver(
      ([entry]) =>
        setSettled(entry?.isIntersecting ? null : new Set(latest.current?.notes.map(({ id }) => id))),
      // A little further up still counts as the top.
      { rootMargin: '80px 0px 0px' },
    );
    watching.observe(top.current);
    return () => watching.disconnect();
  }, [top, here]);
  return [settled, setSettled] as const;
}

function ago(ms: number): string {
  const { notes: words } = getText().host;
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  return minutes > 60 ? words.longAgo : words.ago(minutes);
}
