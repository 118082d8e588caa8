/** Says which notes stand out on this board and why, goes from one to the next, and lets all be seen as before. */

import ChevronDown from 'lucide-react/icons/chevron-down';
import X from 'lucide-react/icons/x';
import { useEffect, useRef, useState } from 'react';
import type { HallId, NoteId, StationId } from '../../../shared/domain/ids.ts';
import { paths } from '../../../shared/domain/links.ts';
import { Link } from '../../parts/Link.tsx';
import { announce } from '../../state/announcer.ts';
import { type Lit, putOutNotes, useLitAt } from '../../state/litNotes.ts';
import { getText, useText } from '../../text/index.ts';
import type { OpenBoard } from '../openBoard.ts';
import { goToLit, lightUp } from '../surface/lightUp.ts';
import styles from './LitBar.module.css';

interface Props {
  board: OpenBoard;
  hall: HallId;
  station: StationId;
  outline: boolean;
}

export function LitBar(props: Props) {
  const lit = useLitAt(props.station);
  // What is lit belongs to this visit of the board; what has just been lit for the next one stays.
  useEffect(() => () => putOutNotes(props.station), [props.station]);
  return lit && <Bar {...props} lit={lit} />;
}

function Bar({ board, hall, station, outline, lit }: Props & { lit: Lit }) {
  const words = useText().plan.summary.lit;
  const [there, setThere] = useState<readonly NoteId[] | null>(null);
  const last = useRef<NoteId | null>(null);

  useEffect(() => lightUp(board, lit.notes, setThere), [board, lit]);
  const known = there !== null;
  useEffect(() => {
    if (known) announce(getText().plan.summary.lit.said(lit.notes.length));
  }, [known, lit]);
  const first = there?.[0];
  // In the list they are brought into view one by one; on the board all were.
  useEffect(() => {
    if (!outline || !first) return;
    const timer = requestAnimationFrame(() =>
      document.querySelector(`[data-row="${first}"]`)?.scrollIntoView({ block: 'center' }),
    );
    return () => cancelAnimationFrame(timer);
  }, [outline, first]);

  const next = () => {
    if (!there || there.length === 0) return;
    const at = last.current ? there.indexOf(last.current) : -1;
    last.current = there[(at + 1) % there.length]!;
    goToLit(board, last.current, outline);
  };
  const close = () => {
    putOutNotes();
    announce(words.closed);
    if (outline) document.getElementById('main')?.focus({ preventScroll: true });
    else board.surface.element.focus({ preventScroll: true });
  };
  const text = !there || there.length > 0 ? said(words, (there ?? lit.notes).length, lit.title) : words.gone;
  return (
    <section className={styles.bar} aria-label={text} data-lit-bar={there?.length ?? ''}>
      <p>{text}</p>
      <div className={styles.deeds}>
        <Link to={paths.summary(hall, station)}>{words.back}</Link>
        {there && there.length > 1 && (
          <button type="button" className={styles.button} onClick={next}>
            <ChevronDown size={18} aria-hidden="true" />
            {words.next}
          </button>
        )}
        <button type="button" className={styles.button} onClick={close}>
          <X size={18} aria-hidden="true" />
          {words.close}
        </button>
      </div>
    </section>
  );
}

const said = (
  words: ReturnType<typeof getText>['plan']['summary']['lit'],
  count: number,
  title: string,
): string => (title ? words.bar(count, title) : words.bare(count));
