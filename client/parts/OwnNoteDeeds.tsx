/** What can be done with a note of one's own, and why it came no further. Fetched after the pad itself. */

import { useState } from 'react';
import { draftKey } from '../state/boardDraft.ts';
import { useText } from '../text/index.ts';
import { CopyButton } from './CopyButton.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import styles from './OwnNoteDeeds.module.css';
import type { OwnNoteProps } from './ownNote.ts';
import { TwoStep } from './TwoStep.tsx';

export default function OwnNoteDeeds(props: OwnNoteProps) {
  const { shown, onOpen, onEdit, onWithdraw, onRetry, onDiscard } = props;
  const { note, progress, entry } = shown;
  const { part, act } = useText();
  const { own } = part;
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <NoteEditor
        text={note.text}
        draftKey={draftKey(note.stationId, note.id)}
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
      <Reason {...props} />
      <div className={styles.actions}>
        {progress === 'refused' && (
          <button type="button" className="button primary" onClick={onRetry}>
            {act.retry}
          </button>
        )}
        {progress !== 'leaving' && !entry?.gone && (
          <button type="button" className="button" onClick={() => setEditing(true)}>
            {own.edit}
          </button>
        )}
        <CopyButton text={note.text} label={act.copy} />
        {progress === 'refused' ? (
          <TwoStep
            label={entry?.gone ? act.cancel : own.discard}
            question={entry?.gone ? own.keepQuestion : own.discardQuestion}
            confirm={entry?.gone ? own.keepConfirm : own.discard}
            onConfirm={onDiscard}
            danger={!entry?.gone}
          />
        ) : (
          progress !== 'leaving' && (
            <TwoStep
              label={own.withdraw}
              question={own.withdrawQuestion}
              confirm={own.withdrawConfirm}
              onConfirm={onWithdraw}
              danger
            />
          )
        )}
      </div>
    </>
  );
}

/** Why the note came no further: what the server would not have, or what the host says of it. */
function Reason({ shown: { note, progress, entry }, anonymous, locale }: OwnNoteProps) {
  const { part, faults } = useText();
  if (entry?.refused) {
    const lost = anonymous && entry.refused === 'forbidden';
    return (
      <p className={styles.reason}>
        {lost ? part.own.lostSecret : (faults[entry.refused] ?? faults.unknown)}
      </p>
    );
  }
  if (progress !== 'hidden') return null;
  return (
    <div className={styles.reason}>
      <p>{part.own.hiddenBy}</p>
      {note.hidden?.message && (
        <p className={styles.message}>
          {part.own.hostSays} <q lang={locale}>{note.hidden.message}</q>
        </p>
      )}
    </div>
  );
}
