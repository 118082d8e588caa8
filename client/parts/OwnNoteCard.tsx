/** One note of one's own: the paper, how far it has come, and on a tap what can be done with it. */

import Check from 'lucide-react/icons/check';
import CheckCheck from 'lucide-react/icons/check-check';
import Clock3 from 'lucide-react/icons/clock-3';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useId, useState } from 'react';
import type { Locale } from '../../shared/domain/hall.ts';
import type { Round } from '../../shared/domain/round.ts';
import type { ShownNote } from '../state/outboxStore.ts';
import { useLocale, useText } from '../text/index.ts';
import { CopyButton } from './CopyButton.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteText } from './NoteText.tsx';
import styles from './OwnNoteCard.module.css';
import paper from './paper.module.css';
import { roundName, roundPaint } from './roundPaint.ts';
import { TwoStep } from './TwoStep.tsx';

interface Props {
  shown: ShownNote;
  rounds: readonly Round[];
  connected: boolean;
  /** The hall's language, which most notes are in. */
  locale: Locale;
  /** Its station's title, where that is not plain from the place. */
  station: string | null;
  /** The host there has paused writing. */
  paused: boolean;
  /** Only this browser's secret shows whose it is. */
  anonymous: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  onEdit: (text: string) => void;
  onWithdraw: () => void;
  onRetry: () => void;
  onDiscard: () => void;
}

const SIGNS = { waiting: Clock3, leaving: Clock3, refused: TriangleAlert, server: Check, board: CheckCheck };

export function OwnNoteCard(props: Props) {
  const { shown, rounds, connected, locale, station, paused, open, onOpen } = props;
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
    server: pad.server,
    board: pad.onBoard,
  }[progress];
  const level = note.level && (note.level === 'local' ? pad.levelLocal : pad.levelNational);
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
          <span className={styles.progress}>
            <time dateTime={new Date(note.at).toISOString()}>{clock(note.at, shownLocale)}</time>
            <Sign size={16} strokeWidth={2.6} aria-hidden="true" />
            {said}
          </span>
        </span>
      </button>
      <div id={`${ids}do`} className={styles.doing} hidden={!open && progress !== 'refused'}>
        {(open || progress === 'refused') && <Doing {...props} />}
      </div>
    </article>
  );
}

function Doing({ shown, anonymous, onOpen, onEdit, onWithdraw, onRetry, onDiscard }: Props) {
  const { note, progress, entry } = shown;
  const { pad, act, faults } = useText();
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <NoteEditor
        text={note.text}
        onCancel={() => setEditing(false)}
        onSave={(text) => {
          setEditing(false);
          onOpen(false);
          if (text !== note.text) onEdit(text);
        }}
      />
    );
  }
  return (
    <>
      {entry?.refused && (
        <p className={styles.reason}>
          {anonymous && entry.refused === 'forbidden'
            ? pad.lostSecret
            : (faults[entry.refused] ?? faults.unknown)}
        </p>
      )}
      <div className={styles.actions}>
        {progress === 'refused' && (
          <button type="button" className="button primary" onClick={onRetry}>
            {act.retry}
          </button>
        )}
        {progress !== 'leaving' && !entry?.gone && (
          <button type="button" className="button" onClick={() => setEditing(true)}>
            {pad.edit}
          </button>
        )}
        <CopyButton text={note.text} label={act.copy} />
        {progress === 'refused' ? (
          <TwoStep
            label={entry?.gone ? act.cancel : pad.discard}
            question={entry?.gone ? pad.keepQuestion : pad.discardQuestion}
            confirm={entry?.gone ? pad.keepConfirm : pad.discard}
            onConfirm={onDiscard}
            danger={!entry?.gone}
          />
        ) : (
          progress !== 'leaving' && (
            <TwoStep
              label={pad.withdraw}
              question={pad.withdrawQuestion}
              confirm={pad.withdrawConfirm}
              onConfirm={onWithdraw}
              danger
            />
          )
        )}
      </div>
    </>
  );
}

function clock(at: number, locale: Locale): string {
  const tag = locale === 'en' ? 'en-GB' : locale;
  return new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' }).format(at);
}
