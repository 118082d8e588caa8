/** One note of one's own: the paper, how far it has come, and on a tap what can be done with it. */

import Check from 'lucide-react/icons/check';
import CheckCheck from 'lucide-react/icons/check-check';
import Clock3 from 'lucide-react/icons/clock-3';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useId } from 'react';
import type { Locale } from '../../shared/domain/hall.ts';
import { useLocale, useText } from '../text/index.ts';
import { tagOf } from '../text/tagOf.ts';
import { LaterSlot } from './LaterSlot.tsx';
import { later } from './later.tsx';
import { NoteText } from './NoteText.tsx';
import styles from './OwnNoteCard.module.css';
import type { OwnNoteProps } from './ownNote.ts';
import paper from './paper.module.css';
import { roundName, roundPaint } from './roundPaint.ts';

const OwnNoteDeeds = later(() => import('./OwnNoteDeeds.tsx'));

const SIGNS = {
  waiting: Clock3,
  leaving: Clock3,
  refused: TriangleAlert,
  server: Check,
  board: CheckCheck,
  hidden: Check,
};

export function OwnNoteCard(props: OwnNoteProps) {
  const { shown, rounds, connected, locale, station, paused, hiding, open, onOpen } = props;
  const { note, progress, entry } = shown;
  const { pad, round } = useText();
  const shownLocale = useLocale();
  const ids = useId();
  const { style, band } = roundPaint(rounds, note.round);
  const Sign = SIGNS[progress];
  const said = {
    waiting: connected ? (paused ? pad.held : pad.sending) : pad.waiting,
    leaving: pad.leaving,
    refused: entry?.gone ? pad.refusedLeave : pad.refused,
    server: hiding ? pad.toBeShown : pad.server,
    hidden: pad.hidden,
    board: pad.onBoard,
  }[progress];
  const level = note.level && (note.level === 'local' ? pad.levelLocal : pad.levelNational);
  // What asks for an answer lies open by itself.
  const asks = progress === 'refused' || progress === 'hidden';
  const facts = [station, round.full(note.round, roundName(rounds, note.round)), level].filter(Boolean);
  return (
    <article className={`${paper.paper} ${styles.card}`} style={style} data-progress={progress}>
      <span className={band} aria-hidden="true" />
      <button
        type="button"
        className={styles.face}
        aria-expanded={open}
        aria-controls={`${ids}do`}
        onClick={() => onOpen(!open)}
      >
        <span lang={locale}>
          <NoteText text={note.text} />
        </span>
        <span className={styles.facts}>
          <span>{facts.join(' · ')}</span>
          {note.slot && <LaterSlot station={note.stationId} slot={note.slot} />}
          <span className={styles.progress}>
            <time dateTime={new Date(note.at).toISOString()}>{clock(note.at, shownLocale)}</time>
            <Sign size={16} strokeWidth={2.6} aria-hidden="true" />
            {said}
          </span>
        </span>
      </button>
      <div id={`${ids}do`} className={styles.doing} hidden={!open && !asks}>
        {(open || asks) && <OwnNoteDeeds {...props} />}
      </div>
    </article>
  );
}

function clock(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf(locale), { hour: '2-digit', minute: '2-digit' }).format(at);
}
