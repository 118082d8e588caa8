/** One suggestion: its name, why, its notes to take out or leave in, and yes or no. */

import Check from 'lucide-react/icons/check';
import Crosshair from 'lucide-react/icons/crosshair';
import { useId, useState } from 'react';
import type { NoteId } from '../../shared/domain/ids.ts';
import { CLUSTER_TITLE_MAX } from '../../shared/domain/note.ts';
import type { Suggestion } from '../../shared/domain/suggestion.ts';
import { useText } from '../text/index.ts';
import styles from './SuggestionCard.module.css';
import { type Ground, piecesOf } from './standing.ts';

interface Props {
  /** Its number, as on the board. */
  n: number;
  suggestion: Suggestion;
  ground: Ground;
  busy: boolean;
  onAccept: (notes: NoteId[], title: string) => void;
  onRefuse: () => void;
  /** Shows its notes on the board, where there is one. */
  onFind?: ((notes: NoteId[]) => void) | undefined;
  /** What the host has left out of it. */
  onLeftOut?: ((out: ReadonlySet<NoteId>) => void) | undefined;
}

export function SuggestionCard({
  n,
  suggestion,
  ground,
  busy,
  onAccept,
  onRefuse,
  onFind,
  onLeftOut,
}: Props) {
  const { help: words } = useText();
  const [out, setOut] = useState<ReadonlySet<NoteId>>(new Set());
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const ids = useId();
  const { kind, notes, why } = suggestion;
  const adds = kind === 'add';
  const title = adds ? (ground.title(suggestion.cluster) ?? '') : (typed ?? suggestion.title);
  const chosen = notes.filter((id) => !out.has(id));
  const toggle = (id: NoteId) => {
    const next = new Set(out);
    if (!next.delete(id)) next.add(id);
    setOut(next);
    setFault(null);
    onLeftOut?.(next);
  };
  const accept = () => {
    if (chosen.length < (adds ? 1 : 2)) return setFault(adds ? words.tooFewAdd : words.tooFew);
    onAccept(chosen, title);
  };
  const name = title || words.unnamed;
  const what = adds ? words.add(notes.length, name) : words[kind](notes.length);
  return (
    <article className={styles.card} aria-labelledby={`${ids}what`} data-suggestion={n}>
      <h3 id={`${ids}what`} className={styles.what}>
        <span className={styles.number} aria-hidden="true">
          {n}
        </span>
        <span className="sr-only">{words.ofSuggestion(n)}: </span>
        <span>{what}</span>
      </h3>
      {!adds && (
        <label className={styles.name}>
          <span className="label">{words.name}</span>
          <input
            className="input"
            dir="auto"
            value={title}
            maxLength={CLUSTER_TITLE_MAX}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
      )}
      {why.length > 0 && (
        <p className={styles.why}>
          {words.why} <b dir="auto">{wordsOnce(why).join(', ')}</b>
        </p>
      )}
      <fieldset className={styles.notes}>
        <legend className="sr-only">{words.notes}</legend>
        {notes.map((id) => (
          <label key={id} className={styles.note}>
            <input type="checkbox" checked={!out.has(id)} onChange={() => toggle(id)} />
            <span dir="auto">
              {piecesOf(ground.text(id) ?? '', why).map(({ text, shared }, index) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
                shared ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
              )}
            </span>
          </label>
        ))}
      </fieldset>
      {fault && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <div className={styles.deeds}>
        <button
          type="button"
          className="button primary"
          aria-label={words.named(adds ? words.acceptAdd : words.accept, n, name)}
          aria-disabled={busy}
          onClick={() => !busy && accept()}
        >
          <Check size={18} aria-hidden="true" />
          {adds ? words.acceptAdd : words.accept}
        </button>
        <button
          type="button"
          className="button"
          aria-label={words.named(words.refuse, n, name)}
          aria-disabled={busy}
          onClick={() => !busy && onRefuse()}
        >
          {words.refuse}
        </button>
        {onFind && (
          <button
            type="button"
            className={`button quiet ${styles.find}`}
            aria-label={words.named(words.find, n, name)}
            title={words.find}
            onClick={() => onFind(chosen)}
          >
            <Crosshair size={18} aria-hidden="true" />
          </button>
        )}
      </div>
    </article>
  );
}

/** Each word once, though some notes begin with it. */
function wordsOnce(words: readonly string[]): string[] {
  return [
    ...new Map([...words].reverse().map((word) => [word.toLocaleLowerCase(), word])).values(),
  ].reverse();
}
