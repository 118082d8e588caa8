/** One's own rating of one thing: two lines from 1 to 5. It counts once something is chosen on both. */

import { useId, useState } from 'react';
import { RATING_MAX } from '../../shared/domain/hall.ts';
import { useText } from '../text/index.ts';
import type { Rating, Thing } from './ballot.ts';
import styles from './RatingGiven.module.css';
import type { PollHand } from './usePoll.ts';

interface Props {
  thing: Thing;
  hand: PollHand;
  open: boolean;
}

const STEPS = Array.from({ length: RATING_MAX }, (_, index) => index + 1);

export function RatingGiven({ thing, hand, open }: Props) {
  const { vote } = useText().part;
  const rating = hand.mine?.ratings[thing.id];
  /** Half a rating is nobody's but this screen's. */
  const [half, setHalf] = useState<[effect: number | null, feasibility: number | null]>([null, null]);
  const shown = rating ?? half;
  const choose = (axis: 0 | 1, value: number) => {
    const next: [number | null, number | null] = [shown[0], shown[1]];
    next[axis] = value;
    const [effect, feasibility] = next;
    setHalf(next);
    if (effect !== null && feasibility !== null) hand.rate(thing, [effect, feasibility] satisfies Rating);
  };
  const begun = !rating && (half[0] !== null) !== (half[1] !== null);
  return (
    <div className={styles.rating}>
      <Line
        name={vote.effect}
        ends={vote.effectEnds}
        of={thing.text || vote.unnamed}
        value={shown[0]}
        open={open}
        onChoose={(value) => choose(0, value)}
      />
      <Line
        name={vote.feasibility}
        ends={vote.feasibilityEnds}
        of={thing.text || vote.unnamed}
        value={shown[1]}
        open={open}
        onChoose={(value) => choose(1, value)}
      />
      {begun && <p className="hint">{vote.half}</p>}
      {rating && open && (
        <button
          type="button"
          className={`button quiet ${styles.clear}`}
          onClick={() => {
            setHalf([null, null]);
            hand.rate(thing, null);
          }}
        >
          {vote.clear}
        </button>
      )}
    </div>
  );
}

interface LineProps {
  name: string;
  ends: readonly string[];
  /** What is rated, for those who only hear the line. */
  of: string;
  value: number | null;
  open: boolean;
  onChoose: (value: number) => void;
}

function Line({ name, ends, of, value, open, onChoose }: LineProps) {
  const group = useId();
  const [low, high] = ends;
  return (
    <fieldset className={styles.line} disabled={!open} aria-label={`${name}: ${of}`}>
      <legend className={styles.name}>{name}</legend>
      <div className={styles.steps}>
        <span className={styles.end} aria-hidden="true">
          {low}
        </span>
        {STEPS.map((step) => (
          <label key={step} className={styles.step}>
            <input
              type="radio"
              name={group}
              checked={value === step}
              onChange={() => onChoose(step)}
              aria-label={step === 1 ? `1, ${low}` : step === RATING_MAX ? `${step}, ${high}` : `${step}`}
            />
            <span aria-hidden="true">{step}</span>
          </label>
        ))}
        <span className={styles.end} aria-hidden="true">
          {high}
        </span>
      </div>
    </fieldset>
  );
}
