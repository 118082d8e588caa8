/** The station's vote: begun, closed and opened, and shown when the host says so. */

import { useRef, useState } from 'react';
import type { Poll } from '../../shared/domain/hall.ts';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import { Choice } from '../parts/Choice.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { announce } from '../state/announcer.ts';
import { useDeskStore } from '../state/deskStore.ts';
import { useHallStore } from '../state/hallStore.ts';
import { useLocale, useText } from '../text/index.ts';
import { tagOf } from '../text/tagOf.ts';
import type { DeskBoard } from './deskBoard.ts';
import { type Deeds, useDeed } from './useDeed.ts';
import { tallyOf } from './voteTally.ts';
import styles from './WallPart.module.css';

interface Props {
  station: StationState;
  board: DeskBoard | null;
}

const BUDGETS = [1, 3, 5, 10] as const;

export function VoteControl({ station, board }: Props) {
  const { vote: words } = useText().host;
  const deeds = useDeed();
  // A new one is set up while the last one stands, and takes its place when it begins.
  const [anew, setAnew] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const stay = () => heading.current?.focus({ preventScroll: true });
  return (
    <section className="card stack">
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        {words.title}
      </h3>
      {station.poll && !anew ? (
        <Held
          station={station}
          poll={station.poll}
          board={board}
          deeds={deeds}
          onAnew={() => {
            setAnew(true);
            stay();
          }}
        />
      ) : (
        <Begin
          station={station}
          deeds={deeds}
          onBegun={() => {
            setAnew(false);
            stay();
          }}
          {...(anew && { onCancel: () => setAnew(false) })}
        />
      )}
      <FaultLine text={deeds.fault} />
    </section>
  );
}

interface BeginProps {
  station: StationState;
  deeds: Deeds;
  onBegun: () => void;
  onCancel?: () => void;
}

function Begin({ station, deeds, onBegun, onCancel }: BeginProps) {
  const { host, act: actWords } = useText();
  const words = host.vote;
  const [kind, setKind] = useState<Poll['kind']>('dots');
  const [budget, setBudget] = useState(3);
  const [scope, setScope] = useState<'station' | 'hall'>('station');
  const organises = useHallStore((store) => store.you?.role === 'organiser');
  const begin = async () => {
    const hall = organises && scope === 'hall';
    const payload = { stationId: station.id, kind, budget, ...(hall && { hall }) };
    const begun = await deeds.press('vote:begin', `${kind} ${budget} ${scope}`, payload, words.failed);
    if (!begun) return;
    announce(words.begun);
    onBegun();
  };
  return (
    <>
      <p className="hint">{words.lead}</p>
      <Choice<Poll['kind']>
        legend={words.kind}
        quiet
        tall
        value={kind}
        onChoose={setKind}
        options={[
          { value: 'dots', label: words.dots, hint: words.dotsHint },
          { value: 'rating', label: words.rating, hint: words.ratingHint },
        ]}
      />
      {kind === 'dots' && (
        <Choice
          legend={words.budget}
          value={String(budget)}
          onChoose={(chosen) => setBudget(Number(chosen))}
          options={BUDGETS.map((n) => ({ value: String(n), label: String(n) }))}
        />
      )}
      {organises && (
        <Choice<'station' | 'hall'>
          legend={words.scope}
          quiet
          value={scope}
          onChoose={setScope}
          options={[
            { value: 'station', label: words.here },
            { value: 'hall', label: words.everywhere },
          ]}
        />
      )}
      <div className="row">
        <button type="button" className="button primary" onClick={() => void begin()}>
          {words.begin}
        </button>
        {onCancel && (
          <button type="button" className="button" onClick={onCancel}>
            {actWords.cancel}
          </button>
        )}
      </div>
    </>
  );
}

interface HeldProps extends Props {
  poll: Poll;
  deeds: Deeds;
  onAnew: () => void;
}

function Held({ station, poll, board, deeds, onAnew }: HeldProps) {
  const { vote: words } = useText().host;
  const voted = useDeskStore((store) => store.desk?.voted ?? 0);
  const organises = useHallStore((store) => store.you?.role === 'organiser');
  const set = async (change: { open?: boolean; shown?: boolean }, said: string) => {
    // What the organiser began everywhere, they close and show everywhere.
    const hall = organises && poll.series !== undefined;
    const payload = { stationId: station.id, poll: poll.id, ...change, ...(hall && { hall }) };
    const done = await deeds.act('vote:set', payload, words.failed);
    if (done) announce(said);
  };
  return (
    <>
      <div>
        <p className={styles.state}>{poll.open ? words.open : words.closed}</p>
        <p>
          {poll.kind === 'dots' ? words.kindOf.dots(poll.budget) : words.kindOf.rating}
          {poll.series && ` ${words.inHall}`} · {words.voted(voted)}
        </p>
      </div>
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => void set({ open: !poll.open }, poll.open ? words.isClosed : words.isOpen)}
        >
          {poll.open ? words.close : words.reopen}
        </button>
        {poll.shown ? (
          <button type="button" className="button" onClick={() => void set({ shown: false }, words.isHidden)}>
            {words.unshow}
          </button>
        ) : (
          <TwoStep
            label={words.show}
            question={words.showQuestion}
            confirm={words.showConfirm}
            onConfirm={() => void set({ shown: true }, words.isShown)}
          />
        )}
        {!poll.open && (
          <TwoStep
            label={words.again}
            question={words.againQuestion}
            confirm={words.againConfirm}
            onConfirm={onAnew}
          />
        )}
      </div>
      {poll.shown && <Results station={station} poll={poll} board={board} />}
    </>
  );
}

function Results({ station, poll, board }: Props & { poll: Poll }) {
  const { vote: words, wall: wallWords } = useText().host;
  const locale = useLocale();
  const lines = station.results ? tallyOf(poll.kind, station.results, board) : [];
  const most = Math.max(1, ...lines.map(({ dots }) => dots));
  const one = (n: number) => n.toLocaleString(tagOf(locale), { maximumFractionDigits: 1 });
  return (
    <div className="stack">
      <h4 className={styles.title}>{words.results}</h4>
      {lines.length === 0 && <p className="hint">{words.noResults}</p>}
      <ol className={styles.results}>
        {lines.map(({ id, text, dots, rating }) => (
          <li key={id} className={styles.result}>
            <span dir="auto">{text === null ? words.gone : text || wallWords.unnamed}</span>
            {poll.kind === 'dots' && (
              <span className={styles.track} aria-hidden="true">
                <span
                  className={styles.filled}
                  style={{ width: `${(100 * dots) / most}%`, display: 'block' }}
                />
              </span>
            )}
            <span className={styles.score}>
              {rating
                ? words.rated(one(rating.effect), one(rating.feasibility), rating.count)
                : words.dotsOn(dots)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
