/** The plan for the back of the room: the picture with its measures by number, and the 90 days. Over the whole screen. */

import X from 'lucide-react/icons/x';
import { useEffect, useRef, useState } from 'react';
import { isPrioritised, type MeasureView, type Period } from '../../shared/plan/planDoc.ts';
import { useText } from '../text/index.ts';
import { PictureFrame } from './PictureFrame.tsx';
import styles from './Projected.module.css';
import { byMonth } from './periodModel.ts';
import { byPlace } from './pictureModel.ts';

type Look = 'picture' | 'days';
/** As many lines as can be read from six metres; the rest is counted. */
const LINES = 9;
const CARDS = 6;

interface Props {
  hallTitle: string;
  measures: readonly MeasureView[];
  /** Absent where this is all there is: on a wall. */
  onClose?: (() => void) | undefined;
}

export function Projected({ hallTitle, measures, onClose }: Props) {
  const words = useText().plan.actions;
  const [look, setLook] = useState<Look>('picture');
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const element = dialog.current!;
    element.showModal();
    // Nobody has come to a wall by keyboard: none of its buttons is marked.
    if (!close.current) (document.activeElement as HTMLElement | null)?.blur();
    // Where the browser will; nothing depends on it.
    void element.requestFullscreen?.().catch(() => {});
    const left = () => document.fullscreenElement === null && close.current?.();
    document.addEventListener('fullscreenchange', left);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      if (document.fullscreenElement === element) void document.exitFullscreen().catch(() => {});
      element.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.screen}
      aria-label={words.title(hallTitle)}
      onCancel={(event) => (onClose ? onClose() : event.preventDefault())}
    >
      <header className={styles.head}>
        <h2>{look === 'picture' ? words.picture.title : words.days.title}</h2>
        <span className={styles.switch}>
          {(['picture', 'days'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="button"
              aria-pressed={look === one}
              onClick={() => setLook(one)}
            >
              {words.looks[one]}
            </button>
          ))}
          {onClose && (
            <button type="button" className="button quiet icon" aria-label={words.bigClose} onClick={onClose}>
              <X size={24} aria-hidden="true" />
            </button>
          )}
        </span>
      </header>
      {look === 'picture' ? <BigPicture measures={measures} /> : <BigDays measures={measures} />}
    </dialog>
  );
}

function BigPicture({ measures }: { measures: readonly MeasureView[] }) {
  const words = useText().plan.actions;
  const plane = useRef<HTMLDivElement>(null);
  const { placed } = byPlace(measures);
  const numberOf = new Map(measures.map(({ id }, index) => [id, index + 1]));
  const legend = [...placed].sort((a, b) => Number(isPrioritised(b)) - Number(isPrioritised(a)));
  return (
    <div className={styles.picture}>
      <PictureFrame
        ref={plane}
        big
        items={placed.map((measure) => ({
          id: measure.id,
          place: measure.place,
          n: numberOf.get(measure.id)!,
          title: measure.title || words.unnamed,
          prioritised: isPrioritised(measure),
          quick: measure.quick === true,
        }))}
      />
      <ul className={styles.legend}>
        {legend.slice(0, LINES).map((measure) => (
          <li key={measure.id} data-prioritised={isPrioritised(measure) || undefined}>
            <span className={styles.number}>{numberOf.get(measure.id)}</span>
            <span className={styles.words} dir="auto">
              {measure.title || words.unnamed}
            </span>
          </li>
        ))}
        {legend.length > LINES && <li>{words.days.more(legend.length - LINES)}</li>}
        {measures.length === 0 && <li>{words.none}</li>}
      </ul>
    </div>
  );
}

function BigDays({ measures }: { measures: readonly MeasureView[] }) {
  const words = useText().plan.actions;
  const { months, of } = byMonth(measures);
  return (
    <div className={styles.months}>
      {months.map((month, index) => {
        const cards = of[index]!.flatMap(({ period, measures: some }) =>
          some.map((measure) => ({ period, measure })),
        );
        return (
          <section key={month} className={styles.month}>
            <h3>{month === 'weeks' ? words.days.weeks : words.days.names[month]}</h3>
            <ul>
              {cards.slice(0, CARDS).map(({ period, measure }) => (
                <li key={measure.id} data-prioritised={isPrioritised(measure) || undefined}>
                  {month === 'weeks' && (
                    <span className={styles.week}>{words.days.names[period as Period]}</span>
                  )}
                  <span className={styles.words} dir="auto">
                    {measure.title || words.unnamed}
                  </span>
                </li>
              ))}
              {cards.length > CARDS && (
                <li className={styles.more}>{words.days.more(cards.length - CARDS)}</li>
              )}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
