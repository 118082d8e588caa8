/** The colours a round can have, as small papers: fill, border, pattern and the round's number, one of them chosen. */

import { useId } from 'react';
import { ROUND_COLOURS, type RoundColour } from '../../shared/domain/round.ts';
import paper from '../parts/paper.module.css';
import { roundPaint } from '../parts/roundPaint.ts';
import { useText } from '../text/index.ts';
import styles from './Rounds.module.css';

interface Props {
  /** The round's number. */
  n: number;
  value: RoundColour;
  onChoose: (colour: RoundColour) => void;
}

export function ColourSwatches({ n, value, onChoose }: Props) {
  const { run } = useText();
  const name = useId();
  return (
    <fieldset>
      <legend className="label">
        <span aria-hidden="true">{run.rounds.colours[value]}</span>
        <span className="sr-only">{run.rounds.colour(n)}</span>
      </legend>
      <div className={styles.swatches}>
        {ROUND_COLOURS.map((colour) => {
          const { style, band } = roundPaint([{ n, name: '', colour }], n);
          return (
            <label key={colour} className={`${paper.paper} ${styles.swatch}`} style={style}>
              <input
                type="radio"
                name={name}
                value={colour}
                checked={colour === value}
                aria-label={run.rounds.colours[colour]}
                onChange={() => onChoose(colour)}
              />
              <span className={band} aria-hidden="true" />
              <span className={styles.swatchN} aria-hidden="true">
                {n}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
