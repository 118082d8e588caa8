/** The replay's controls: play, step, speed, and a bar with the rounds' colours and the pauses. */

import Maximize from 'lucide-react/icons/maximize';
import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import SkipBack from 'lucide-react/icons/skip-back';
import SkipForward from 'lucide-react/icons/skip-forward';
import { type CSSProperties, type RefObject, useState } from 'react';
import { type Round, roundLook } from '../../shared/domain/round.ts';
import { useText } from '../text/index.ts';
import type { Stretch } from './playTime.ts';
import styles from './Replay.module.css';
import type { Playing, ReplayPlayer } from './ReplayPlayer.ts';

interface Props {
  player: ReplayPlayer;
  playing: Playing;
  rounds: readonly Round[];
  /** What the bar says of the second that is shown. */
  said: string;
  /** What fills the screen in the plenum. */
  film: RefObject<HTMLElement | null>;
}

const SPEEDS = { half: 0.5, one: 1, two: 2 } as const;
type Speed = keyof typeof SPEEDS;

export function ReplayBar({ player, playing: { second, playing }, rounds, said, film }: Props) {
  const words = useText().past.replay;
  const [speed, setSpeed] = useState<Speed>('one');
  const { length, pauses, rounds: stretches } = player.time;
  const across = ({ from, to }: Stretch): CSSProperties => ({
    left: `${(from / length) * 100}%`,
    width: `${((to - from) / length) * 100}%`,
  });
  return (
    <div className={styles.bar}>
      <div className={styles.track}>
        <div className={styles.stretches} aria-hidden="true">
          {stretches.map((stretch) => {
            const { fill, border } = roundLook(rounds, stretch.n);
            return (
              <span
                key={`${stretch.n} ${stretch.from}`}
                className={styles.round}
                style={{ ...across(stretch), background: fill, borderColor: border }}
              >
                {stretch.n}
              </span>
            );
          })}
          {pauses.map((stretch) => (
            <span key={stretch.from} className={styles.pause} style={across(stretch)} />
          ))}
        </div>
        <input
          type="range"
          className={styles.range}
          min={0}
          max={length}
          step={0.1}
          value={second}
          aria-label={words.scrub}
          aria-valuetext={said}
          onChange={({ target }) => player.seek(target.valueAsNumber)}
        />
      </div>
      <div className={styles.buttons}>
        <button type="button" className="button icon" aria-label={words.back} onClick={() => player.step(-1)}>
          <SkipBack size={22} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="button primary"
          onClick={() => (playing ? player.pause() : player.play())}
        >
          {playing ? <Pause size={22} aria-hidden="true" /> : <Play size={22} aria-hidden="true" />}
          {playing ? words.pause : words.play}
        </button>
        <button
          type="button"
          className="button icon"
          aria-label={words.forward}
          onClick={() => player.step(1)}
        >
          <SkipForward size={22} aria-hidden="true" />
        </button>
        <label className={styles.speed}>
          <span>{words.speed}</span>
          <select
            className="input"
            value={speed}
            onChange={({ target }) => {
              const next = target.value as Speed;
              setSpeed(next);
              player.setSpeed(SPEEDS[next]);
            }}
          >
            {(Object.keys(SPEEDS) as Speed[]).map((name) => (
              <option key={name} value={name}>
                {words.speeds[name]}
              </option>
            ))}
          </select>
        </label>
        {document.fullscreenEnabled && (
          <button
            type="button"
            className="button"
            onClick={() => {
              const filling = document.fullscreenElement
                ? document.exitFullscreen()
                : film.current?.requestFullscreen();
              // A browser that will not has said so by doing nothing.
              filling?.catch(() => {});
            }}
          >
            <Maximize size={20} aria-hidden="true" />
            {words.full}
          </button>
        )}
      </div>
      {pauses.length > 0 && <p className="hint">{words.pauses}</p>}
    </div>
  );
}
