/** A chosen note: all its words, its place in lists to choose from, and what can be done with it. */

import Minus from 'lucide-react/icons/minus';
import Move from 'lucide-react/icons/move';
import PencilLine from 'lucide-react/icons/pencil-line';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import X from 'lucide-react/icons/x';
import type { Level } from '../../shared/domain/hall.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import { slotIn } from '../../shared/domain/year.ts';
import { NoteField } from '../outline/NoteField.tsx';
import { NoteText } from '../parts/NoteText.tsx';
import paper from '../parts/paper.module.css';
import { RoundBadge } from '../parts/RoundBadge.tsx';
import { roundPaint } from '../parts/roundPaint.ts';
import { PullDeeds } from '../plan/PullDeeds.tsx';
import { draftKey } from '../state/boardDraft.ts';
import { useText } from '../text/index.ts';
import styles from './NotePanel.module.css';
import { SlotFields } from './SlotFields.tsx';
import { slotWords } from './slotWords.ts';
import { lengthened } from './timelineModel.ts';
import type { TimelineShow } from './timelineShow.ts';

const LEVELS: readonly Level[] = ['local', 'national'];

export function NotePanel({ show, id }: { show: TimelineShow; id: NoteId }) {
  const { years, board: words } = useText();
  const { board, year, rounds, rights, now, deeds, station, hands } = show;
  const note = board.surface.model.notes.get(id);
  if (!note) return null;
  const { deeds: named } = years;
  const slot = slotIn(note.slot, year.lanes);
  const movable = rights.mayMove(id);
  const mine = rights.mayEdit(id) && !hands;
  const { style, band } = roundPaint(rounds, note.round);
  const lengthen = (by: number) => slot && deeds.put(id, lengthened(slot, by));
  const length = slot ? slot[2] - slot[1] + 1 : 0;
  return (
    <section className={styles.panel} aria-label={years.chosen}>
      <div className={`${paper.paper} ${styles.note}`} style={style}>
        <span className={band} aria-hidden="true" />
        {now.what === 'edit' ? (
          <div className={styles.edit}>
            <NoteField
              draftKey={draftKey(station, id)}
              base={now.base}
              label={words.editor.note}
              submit={words.editor.saveEdit}
              focusKey={`${id} text`}
              takesFocus
              onSave={(text) => deeds.saveEdit(id, now.base, text)}
              onCancel={deeds.close}
            />
          </div>
        ) : (
          <div className={styles.text}>
            <NoteText text={note.text} />
            <p className={styles.facts}>
              <RoundBadge rounds={rounds} n={note.round} bare />
              {note.level && <span>{words.level[note.level]}</span>}
              <span>{slotWords(years, year, note.slot)}</span>
            </p>
          </div>
        )}
      </div>
      <div className={styles.deeds}>
        {movable && <SlotFields year={year} slot={note.slot} onSlot={(next) => deeds.put(id, next)} />}
        <div className={styles.row}>
          {movable && (
            <button type="button" className="button" onClick={() => deeds.open({ what: 'pick', id })}>
              <Move size={18} aria-hidden="true" />
              {named.move}
            </button>
          )}
          {movable && slot && (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce itself as a form's part
            <div className={styles.length} role="group" aria-label={named.length}>
              <button
                type="button"
                className="button icon"
                aria-label={named.shorter}
                disabled={length === 1}
                onClick={() => lengthen(-1)}
              >
                <Minus size={18} aria-hidden="true" />
              </button>
              <span>{named.months(length)}</span>
              <button
                type="button"
                className="button icon"
                aria-label={named.longer}
                disabled={slot[2] === 11}
                onClick={() => lengthen(1)}
              >
                <Plus size={18} aria-hidden="true" />
              </button>
            </div>
          )}
          {mine && now.what !== 'edit' && (
            <button
              type="button"
              className="button"
              onClick={() => deeds.open({ what: 'edit', id, base: note.text })}
            >
              <PencilLine size={18} aria-hidden="true" />
              {named.edit}
            </button>
          )}
          {movable && slot && (
            <button type="button" className="button" onClick={() => deeds.put(id, undefined)}>
              {named.toTray}
            </button>
          )}
          {mine &&
            rights.levels &&
            LEVELS.map((level) => (
              <button
                key={level}
                type="button"
                className="button"
                aria-pressed={note.level === level}
                onClick={() => board.actions.setLevel(id, note.level === level ? undefined : level)}
              >
                {words.level[level]}
              </button>
            ))}
          <PullDeeds station={station} things={[id]} wordsOf={() => note.text} />
          {mine && (
            <button type="button" className="button danger" onClick={() => deeds.remove(id)}>
              <Trash2 size={18} aria-hidden="true" />
              {rights.moderates ? named.remove : named.removeOwn}
            </button>
          )}
        </div>
      </div>
      <button
        type="button"
        className={`button quiet icon ${styles.close}`}
        aria-label={years.close}
        onClick={deeds.close}
      >
        <X size={20} aria-hidden="true" />
      </button>
    </section>
  );
}
