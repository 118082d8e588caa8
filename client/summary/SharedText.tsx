/**
 * A field on a text of the plan that many write in at once. Each letter goes into the document as it is typed; what
 * others write is shown under the fingers, with one's own caret kept. While an input method composes, the field is
 * left alone and both are put together afterwards.
 */

import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type * as Y from 'yjs';
import type { MeasureId, PointId } from '../../shared/domain/ids.ts';
import { editPlanText, type MeasureText, type PointText, planText } from '../../shared/plan/planOps.ts';
import { mergeText } from '../board/deeds/mergeText.ts';
import { caretAfter, type Delta, deltaOf } from './caret.ts';

interface Props {
  doc: Y.Doc;
  id: PointId;
  field: PointText;
  label: string;
  placeholder: string;
  max: number;
  className?: string | undefined;
  /** What it is called by those who move the focus to it. */
  focusKey: string;
  describedBy?: string | undefined;
  onUndo: () => void;
  onRedo: () => void;
}

const GROWS_BY_ITSELF = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

export function SharedText(props: Props) {
  const { doc, id, field, label, placeholder, max, className, focusKey, describedBy, onUndo, onRedo } = props;
  const shared = useSharedText({ doc, root: 'points', id, field, onUndo, onRedo });
  return (
    <textarea
      {...shared}
      className={className}
      aria-label={label}
      aria-describedby={describedBy}
      placeholder={placeholder}
      maxLength={max}
      data-focus={focusKey}
    />
  );
}

type Shared = Pick<Props, 'doc' | 'onUndo' | 'onRedo'> &
  (
    | { root: 'points'; id: PointId; field: PointText }
    | { root: 'measures'; id: MeasureId; field: MeasureText }
  );
type Edit = ['points', PointId, PointText, string];

/** What makes a `textarea` a field on a text of the plan; the text is one line, however long. */
export function useSharedText({ doc, root, id, field, onUndo, onRedo }: Shared) {
  const ref = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const text = planText(doc, root, id, field);
    const element = ref.current;
    return text && element
      ? bindText(element, text, (after) => editPlanText(doc, ...([root, id, field, after] as Edit)))
      : undefined;
  }, [doc, root, id, field]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const key = event.key.toLowerCase();
    const asked = (event.ctrlKey || event.metaKey) && !event.altKey;
    // The browser's own undo knows nothing of what others have written in between.
    if (asked && key === 'z') event.shiftKey ? onRedo() : onUndo();
    else if (asked && key === 'y') onRedo();
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
  return { ref, onKeyDown, rows: 1, dir: 'auto', defaultValue: '' } as const;
}

/** Keeps a field and a shared text alike. @returns what stops it */
export function bindText(
  element: HTMLTextAreaElement,
  text: Y.Text,
  edit: (after: string) => void,
): () => void {
  /** What stood in the field when it was last handed on. */
  let handed = text.toString();
  let composing = false;
  let own = false;

  const show = (after: string, delta: Delta) => {
    handed = after;
    if (element.value === after) return;
    const [start, end] = [element.selectionStart, element.selectionEnd].map((at) => caretAfter(at, delta));
    element.value = after;
    if (document.activeElement === element) element.setSelectionRange(start!, end!);
    grow(element);
  };
  const handOn = () => {
    const typed = element.value.replace(/[\r\n]+/g, ' ');
    const now = text.toString();
    const { text: wanted } = mergeText(handed, typed, now);
    own = true;
    edit(wanted);
    own = false;
    handed = typed;
    if (!composing) show(wanted, deltaOf(element.value, wanted));
    grow(element);
  };
  const begin = () => {
    composing = true;
  };
  const end = () => {
    composing = false;
    handOn();
  };
  const follow = ({ delta }: Y.YTextEvent) => {
    if (!own && !composing) show(text.toString(), delta as Delta);
  };

  element.value = handed;
  grow(element);
  element.addEventListener('input', handOn);
  element.addEventListener('compositionstart', begin);
  element.addEventListener('compositionend', end);
  text.observe(follow);
  return () => {
    element.removeEventListener('input', handOn);
    element.removeEventListener('compositionstart', begin);
    element.removeEventListener('compositionend', end);
    text.unobserve(follow);
  };
}

function grow(element: HTMLTextAreaElement): void {
  if (GROWS_BY_ITSELF) return;
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight}px`;
}
