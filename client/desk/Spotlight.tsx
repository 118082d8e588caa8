/** One note or group lifted out on the wall: what is up, and a list with a search to choose another from. */

import { useId, useRef, useState } from 'react';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';
import type { DeskBoard } from './deskBoard.ts';
import { useDeed } from './useDeed.ts';
import styles from './WallPart.module.css';

interface Props {
  station: StationState;
  board: DeskBoard | null;
}

/** So many at a time; the search finds the rest. */
const SHOWN = 25;

interface Thing {
  id: NoteId | ClusterId;
  text: string;
  what: string;
}

export function Spotlight({ station, board }: Props) {
  const { wall: words } = useText().host;
  const { fault, act } = useDeed();
  const [sought, setSought] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useId();
  const { id: stationId, wall } = station;
  const things: Thing[] = [
    ...(board?.groups ?? []).map(({ id, title, count }) => ({
      id,
      text: title || words.unnamed,
      what: words.group(count),
    })),
    ...(board?.notes ?? []).map(({ id, text }) => ({ id, text, what: '' })),
  ];
  const up = wall.spotlight && things.find(({ id }) => id === wall.spotlight);
  const wanted = sought.trim().toLocaleLowerCase();
  const found = things.filter(({ text }) => text.toLocaleLowerCase().includes(wanted));
  const lift = async (id: Thing['id'] | null) => {
    const done = await act('wall:order', { stationId, spotlight: id }, words.failed);
    if (!done) return;
    announce(id ? words.lifted : words.isDown);
    if (!id) heading.current?.focus({ preventScroll: true });
  };
  return (
    <div className="stack">
      <h4 ref={heading} tabIndex={-1} className={styles.title}>
        {words.spotlight}
      </h4>
      {wall.spotlight ? (
        <div className={styles.up}>
          <p>{words.isUp}</p>
          <p className={styles.quote} dir="auto">
            {up ? up.text : words.isUpUnknown}
          </p>
          <button type="button" className="button" onClick={() => void lift(null)}>
            {words.down}
          </button>
        </div>
      ) : (
        <p className="hint">{words.nothing}</p>
      )}
      <FaultLine text={fault} />
      <details>
        <summary className={styles.summary}>{words.choose}</summary>
        <label htmlFor={field} className="label">
          {words.find}
        </label>
        <input
          id={field}
          type="search"
          className="input"
          autoComplete="off"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <p className={wanted ? 'hint' : 'sr-only'} role="status">
          {wanted ? words.found(found.length) : ''}
        </p>
        <ul className={styles.choices}>
          {found.slice(0, SHOWN).map(({ id, text, what }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.choice}
                aria-pressed={id === wall.spotlight}
                onClick={() => void lift(id === wall.spotlight ? null : id)}
              >
                <span dir="auto">{text}</span>
                {what && <span className={styles.what}>{what}</span>}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
