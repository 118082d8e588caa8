/** A field on a text of a measure that many write in at once; one's own caret stays where it is. */

import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type * as Y from 'yjs';
import type { MeasureId } from '../../shared/domain/ids.ts';
import { editPlanText, type MeasureText as Field, planText } from '../../shared/plan/planOps.ts';
import { bindText } from '../summary/SharedText.tsx';
import styles from './MeasureForm.module.css';

interface Props {
  doc: Y.Doc;
  id: MeasureId;
  field: Field;
  label: string;
  hint?: string;
  max: number;
  onUndo: () => void;
  onRedo: () => void;
}

export function MeasureText({ doc, id, field, label, hint, max, onUndo, onRedo }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const text = planText(doc, 'measures', id, field);
    const element = area.current;
    return text && element
      ? bindText(element, text, (after) => editPlanText(doc, 'measures', id, field, after))
      : undefined;
  }, [doc, id, field]);
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const key = event.key.toLowerCase();
    const asked = (event.ctrlKey || event.metaKey) && !event.altKey;
    // The browser's own undo knows nothing of what others have written in between.
    if (asked && key === 'z') event.shiftKey ? onRedo() : onUndo();
    else if (asked && key === 'y') onRedo();
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
  return (
    <label className={styles.text}>
      <span className="label">{label}</span>
      <textarea
        ref={area}
        className={`input ${styles.area}`}
        data-field={field}
        rows={1}
        dir="auto"
        placeholder={hint}
        maxLength={max}
        defaultValue=""
        onKeyDown={onKey}
      />
    </label>
  );
}
