/** The hall's timer in the host's hand: one tap starts it, and while it runs it is lengthened, held and taken away. */

import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import { useEffect, useId, useReducer, useRef, useState } from 'react';
import { TIMER_MAX_MS } from '../../shared/domain/hall.ts';
import type { HallState, ShownTimer } from '../../shared/protocol/hallEvents.ts';
import { Choice } from '../parts/Choice.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { TimerFace } from '../parts/TimerFace.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { announce } from '../state/announcer.ts';
import { clockAt, useCountdown } from '../state/countdown.ts';
import { useSteers } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import styles from './TimerControl.module.css';
import { type Deeds, useDeed } from './useDeed.ts';

const MINUTE = 60_000;
const MINUTES = { work: [3, 5, 10, 15], break: [10, 15, 20, 30] } as const;
const MINUTES_MAX = TIMER_MAX_MS / MINUTE;

type Kind = ShownTimer['kind'];

export function TimerControl({ hall }: { hall: HallState }) {
  const { timer: words } = useText().host;
  const steers = useSteers(hall);
  const deeds = useDeed();
  const heading = useRef<HTMLHeadingElement>(null);
  // The buttons that were pressed go with what they began or ended; the focus stays where they were.
  const stay = () => heading.current?.focus({ preventScroll: true });
  return (
    <section className="card stack">
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {words.title}
      </h2>
      {hall.timer && <TimerFace timer={hall.timer} size="large" quiet />}
      {steers &&
        (hall.timer ? (
          <Running timer={hall.timer} deeds={deeds} stay={stay} />
        ) : (
          <Starting deeds={deeds} stay={stay} />
        ))}
      {!steers && <p className="hint">{words.notYours}</p>}
      <FaultLine text={deeds.fault} />
    </section>
  );
}

interface PartProps {
  deeds: Deeds;
  stay: () => void;
}

function Starting({ deeds, stay }: PartProps) {
  const { timer: words } = useText().host;
  const [kind, setKind] = useState<Kind>('work');
  const [own, setOwn] = useState('');
  const field = useId();
  useMinutePassing(kind === 'break');
  const start = async (minutes: number) => {
    const payload = { kind, ms: minutes * MINUTE };
    const started = await deeds.press('timer:start', `${kind} ${minutes}`, payload, words.failed);
    if (!started) return;
    announce(words.started(minutes));
    stay();
  };
  const ownMinutes = Number(own);
  const ownIsGood = Number.isInteger(ownMinutes) && ownMinutes >= 1 && ownMinutes <= MINUTES_MAX;
  return (
    <>
      <Choice<Kind>
        legend={words.kind}
        quiet
        value={kind}
        onChoose={setKind}
        options={[
          { value: 'work', label: words.work },
          { value: 'break', label: words.rest },
        ]}
      />
      <div className={styles.minutes}>
        {MINUTES[kind].map((minutes) => {
          const clock = clockAt(Date.now() + minutes * MINUTE);
          return (
            <button
              key={minutes}
              type="button"
              className={`button ${styles.start}`}
              aria-label={kind === 'break' ? words.startBreak(minutes, clock) : words.start(minutes)}
              onClick={() => void start(minutes)}
            >
              <span>{words.short(minutes)}</span>{' '}
              {kind === 'break' && <span className={styles.clock}>{words.until(clock)}</span>}
            </button>
          );
        })}
      </div>
      <form
        className={styles.own}
        onSubmit={(event) => {
          event.preventDefault();
          if (ownIsGood) void start(ownMinutes);
        }}
      >
        <label htmlFor={field} className={styles.ownLabel}>
          {words.own}
        </label>
        <input
          id={field}
          className={`input ${styles.ownField}`}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={own}
          onChange={(event) => setOwn(event.target.value.replace(/\D/g, ''))}
        />
        <button type="submit" className="button" disabled={!ownIsGood}>
          {words.startOwn}
        </button>
      </form>
      <p className="hint">{words.hint}</p>
    </>
  );
}

function Running({ timer, deeds, stay }: PartProps & { timer: ShownTimer }) {
  const { timer: words } = useText().host;
  const over = useCountdown(timer)?.over === true;
  const add = (minutes: number) =>
    void deeds.press('timer:add', String(minutes), { ms: minutes * MINUTE }, words.failed);
  const hold = async (paused: boolean) => {
    const held = await deeds.act('timer:pause', { paused }, words.failed);
    if (held) announce(paused ? words.nowPaused : words.goesOn);
  };
  const stop = async () => {
    const stopped = await deeds.act('timer:stop', {}, words.failed);
    if (!stopped) return;
    announce(words.stopped);
    stay();
  };
  return (
    <>
      <div className={styles.running}>
        <button
          type="button"
          className="button"
          aria-label={words.takeOne}
          disabled={over}
          onClick={() => add(-1)}
        >
          −1
        </button>
        <button type="button" className="button" aria-label={words.addOne} onClick={() => add(1)}>
          +1
        </button>
        <button type="button" className="button" aria-label={words.addFive} onClick={() => add(5)}>
          +5
        </button>
        {!over && (
          <button type="button" className={`button ${styles.hold}`} onClick={() => void hold(timer.running)}>
            {timer.running ? <Pause size={18} aria-hidden="true" /> : <Play size={18} aria-hidden="true" />}
            {timer.running ? words.pause : words.resume}
          </button>
        )}
      </div>
      {over ? (
        // Nothing is lost with a timer that is over.
        <button type="button" className="button" onClick={() => void stop()}>
          {words.remove}
        </button>
      ) : (
        <TwoStep
          label={words.stop}
          question={words.stopQuestion}
          confirm={words.stopConfirm}
          onConfirm={() => void stop()}
        />
      )}
    </>
  );
}

/** Draws anew now and then: "until ten past" must not be of when the page was opened. */
function useMinutePassing(shown: boolean): void {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => {
    if (!shown) return;
    const timer = setInterval(redraw, 15_000);
    return () => clearInterval(timer);
  }, [shown]);
}
