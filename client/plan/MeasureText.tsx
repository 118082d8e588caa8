/** A field on a text of a measure that many write in at once; one's own caret stays where it is. */

import type * as Y from 'yjs';
import type { MeasureId } from '../../shared/domain/ids.ts';
import type { MeasureText as Field } from '../../shared/plan/planOps.ts';
import { useSharedText } from '../summary/SharedText.tsx';
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
  const shared = useSharedText({ doc, root: 'measures', id, field, onUndo, onRedo });
  return (
    <label className={styles.text}>
      <span className="label">{label}</span>
      <textarea
        {...shared}
        className={`input ${styles.area}`}
        data-field={field}
        placeholder={hint}
        maxLength={max}
      />
    </label>
  );
}
