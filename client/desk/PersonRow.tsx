/** A person at the desk: what is known of them, and, folded away, what keeps order where kindness did not. */

import { useState } from 'react';
import type { StationId } from '../../shared/domain/ids.ts';
import type { DeskPerson } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';
import styles from './People.module.css';
import { useDeed } from './useDeed.ts';

interface Props {
  station: StationId;
  person: DeskPerson;
  /** Who holds the desk: nobody curbs themselves. */
  isYou: boolean;
}

export function PersonRow({ station, person, isYou }: Props) {
  const { people: words, noName } = useText().host;
  const { fault, act, press } = useDeed();
  const [undone, setUndone] = useState<string | null>(null);
  const name = person.name || noName;
  const { participantId } = person;
  const undo = async () => {
    setUndone(null);
    const payload = { stationId: station, participantId };
    const done = await press('person:undo', participantId, payload, words.undoFailed);
    if (!done) return;
    const said = words.undone(done.hidden, done.restored);
    setUndone(said);
    announce(said);
  };
  const shut = async (out: boolean) => {
    const done = await act('person:shut', { participantId, out }, words.shutFailed);
    if (done) announce(out ? words.isShut(name) : words.isIn(name));
  };
  const facts = (
    <>
      <span className={styles.name}>
        {name}
        {isYou && ` (${words.you})`}
      </span>
      <span className={styles.facts}>
        {[
          person.personRole,
          person.organisation,
          words.notes(person.notes),
          person.shutOut && words.onlyLooks,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
  if (isYou) return <li className={styles.person}>{facts}</li>;
  return (
    <li>
      <details>
        <summary className={styles.person}>{facts}</summary>
        <div className={styles.curb}>
          <TwoStep
            label={words.undo}
            describe={words.undoOf(name)}
            question={words.undoQuestion(name)}
            confirm={words.undoConfirm}
            onConfirm={() => void undo()}
          />
          {person.shutOut ? (
            <button
              type="button"
              className="button"
              aria-label={words.letInOf(name)}
              onClick={() => void shut(false)}
            >
              {words.letIn}
            </button>
          ) : (
            <TwoStep
              label={words.shut}
              describe={words.shutOf(name)}
              question={words.shutQuestion(name)}
              confirm={words.shutConfirm}
              onConfirm={() => void shut(true)}
            />
          )}
          {undone && <p className={styles.undone}>{undone}</p>}
          <FaultLine text={fault} />
        </div>
      </details>
    </li>
  );
}
