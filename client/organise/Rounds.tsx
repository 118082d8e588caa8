/** The hall's rounds: names and colours, one more at the end or one less, saved together. */

import { type FormEvent, useId, useRef, useState } from 'react';
import { ROUND_COUNT_MAX, ROUND_NAME_MAX } from '../../shared/domain/round.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';
import { ColourSwatches } from './ColourSwatches.tsx';
import { PreviewNote } from './PreviewNote.tsx';
import styles from './Rounds.module.css';
import {
  canDropLast,
  draftRounds,
  numbered,
  type RoundDraft,
  roundsDiffer,
  roundsFault,
  roundsOf,
  sharedColours,
  withOneMore,
  withoutLast,
  withRound,
} from './roundDraft.ts';
import { SaveRow } from './SaveRow.tsx';
import { useAsking } from './useAsking.ts';

export function Rounds({ hall }: { hall: HallState }) {
  const { run } = useText();
  const words = run.rounds;
  /** Null: as the hall has them. What was changed here stays, whatever the hall tells meanwhile. */
  const [changed, setChanged] = useState<readonly RoundDraft[] | null>(null);
  const asking = useAsking();
  const form = useRef<HTMLFormElement>(null);
  const ids = useId();
  const draft = changed ?? draftRounds(hall.rounds);
  const unsaved = changed !== null && roundsDiffer(changed, hall.rounds);
  const shared = sharedColours(draft);

  const change = (next: readonly RoundDraft[]) => {
    asking.setFault(null);
    setChanged(next);
  };
  const focusName = (n: number) =>
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLInputElement>(`[data-round="${n}"]`)?.focus(),
    );
  const add = () => {
    const next = withOneMore(draft, words.colours);
    change(next);
    announce(words.added(next.length));
    focusName(next.length);
  };
  const drop = () => {
    change(withoutLast(draft, hall.furthest));
    announce(words.dropped(draft.length));
    focusName(draft.length - 1);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (asking.busy) return;
    const wrong = roundsFault(draft);
    if (wrong) {
      asking.setFault(words[wrong.fault](wrong.n));
      return focusName(wrong.n);
    }
    const reasons = { forbidden: words.started };
    if (!(await asking.ask('rounds:set', { rounds: roundsOf(draft) }, words.failed, reasons))) return;
    // The hall tells them itself; until then what was sent is shown.
    setChanged(roundsOf(draft));
    announce(words.saved);
  };

  return (
    <form ref={form} className={styles.rounds} onSubmit={save} noValidate>
      <p className={styles.soft}>{words.lead}</p>
      <ol className={styles.list}>
        {numbered(draft).map((round, index) => (
          <li key={round.n} className={styles.round}>
            <PreviewNote rounds={numbered(draft)} n={round.n} />
            <div className={styles.fields}>
              <h3 className={styles.name}>
                {words.of(round.n)}
                {round.n === hall.round && <span className={styles.running}>{words.running}</span>}
              </h3>
              <div>
                <label className="label" htmlFor={`${ids}${round.n}`}>
                  {words.name}
                  <span className="sr-only"> {words.of(round.n)}</span>
                </label>
                <input
                  id={`${ids}${round.n}`}
                  className={`input ${styles.field}`}
                  data-round={round.n}
                  value={round.name}
                  maxLength={ROUND_NAME_MAX}
                  autoComplete="off"
                  onChange={(event) => change(withRound(draft, index, { name: event.target.value }))}
                />
              </div>
              <ColourSwatches
                n={round.n}
                value={draft[index]!.colour}
                onChoose={(colour) => change(withRound(draft, index, { colour }))}
              />
            </div>
          </li>
        ))}
      </ol>
      {shared.length > 0 && <p className={styles.note}>{words.shared(shared.join(', '))}</p>}
      <div className="row">
        {draft.length < ROUND_COUNT_MAX && (
          <button type="button" className="button" onClick={add}>
            {words.add}
          </button>
        )}
        {canDropLast(draft, hall.furthest) && (
          <button type="button" className="button" onClick={drop}>
            {words.drop(draft.length)}
          </button>
        )}
      </div>
      {!canDropLast(draft, hall.furthest) && (
        <p className="hint">{draft.length === 1 ? words.lastStays : words.stays(hall.furthest)}</p>
      )}
      <SaveRow
        save={words.save}
        unsaved={unsaved}
        busy={asking.busy}
        fault={asking.fault}
        onDrop={() => setChanged(null)}
      />
    </form>
  );
}
