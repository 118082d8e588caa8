/** The picture itself: axes, thirds, the field of what to begin with, and the measures as numbers or small cards. */

import Zap from 'lucide-react/icons/zap';
import {
  type ButtonHTMLAttributes,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import type { Pos } from '../../shared/board/boardDoc.ts';
import type { MeasureId } from '../../shared/domain/ids.ts';
import { useText } from '../text/index.ts';
import styles from './Picture.module.css';
import { spread, THIRDS, type Third } from './pictureModel.ts';

export interface PictureItem {
  id: MeasureId;
  place: Pos;
  n: number;
  title: string;
  prioritised: boolean;
  quick: boolean;
  held?: boolean;
  /** Where it lies, in words. */
  said?: string;
}

interface Props {
  ref: RefObject<HTMLDivElement | null>;
  items: readonly PictureItem[];
  /** What each measure does when pressed; absent: they are only shown. */
  mark?: (id: MeasureId) => ButtonHTMLAttributes<HTMLButtonElement>;
  /** Something is in the hand, and a field takes it. */
  onField?: ((event: MouseEvent, feasibility: Third, effect: Third) => void) | undefined;
  /** For the back of a room. */
  big?: boolean;
}

/** The room that a card, or a number alone, takes on the screen; numbers may overlap a little. */
const CARD = { w: 156, h: 50 };
const NUMBER = { w: 34, h: 34 };
const BIG_NUMBER = { w: 64, h: 64 };
/** So wide, and with so few measures, that their titles can be read in it. */
const WIDE = 420;
const MOST_CARDS = 16;

export function PictureFrame({ ref, items, mark, onField, big = false }: Props) {
  const words = useText().plan.actions.picture;
  const size = useSizeOf(ref);
  const titled = !big && size.w >= WIDE && items.length <= MOST_CARDS;
  const room = big ? BIG_NUMBER : titled ? CARD : NUMBER;
  const lying = JSON.stringify(items.map(({ id, place }) => ({ id, place })));
  // A drag draws this anew at each move, and moves nothing until it ends.
  const places = useMemo(
    () =>
      size.w > 0
        ? spread<MeasureId>(JSON.parse(lying), { w: (room.w / size.w) * 100, h: (room.h / size.h) * 100 })
        : new Map<MeasureId, Pos>(),
    [lying, size, room],
  );
  return (
    <figure className={styles.figure} data-big={big || undefined} aria-label={words.label}>
      <p className={styles.effect} aria-hidden="true">
        {words.effect} →
      </p>
      <ol className={styles.upTicks} aria-hidden="true">
        {THIRDS.map((third) => (
          <li key={third}>{words.thirds[third]}</li>
        ))}
      </ol>
      <div className={styles.frame} data-titled={titled || undefined} data-picking={onField ? '' : undefined}>
        <div ref={ref} className={styles.plane}>
          <span className={styles.begin}>
            <span>{words.begin}</span>
          </span>
          <span className={styles.lines} aria-hidden="true" />
          {items.map(({ id, n, title, place, prioritised, quick, held, said }) => {
            const [x, y] = places.get(id) ?? place;
            const at = { left: `${x}%`, bottom: `${y}%` };
            const face = (
              <>
                <span className={styles.number}>{n}</span>{' '}
                <span className={titled ? styles.title : 'sr-only'} dir="auto">
                  {title}
                </span>
                {said && (
                  <span className="sr-only">
                    : {said}
                    {prioritised && `, ${words.prioritised.toLowerCase()}`}
                  </span>
                )}
                {quick && <Zap className={styles.quick} size={big ? 26 : 14} aria-hidden="true" />}
              </>
            );
            const shown = {
              className: styles.mark,
              style: at,
              'data-measure': id,
              'data-prioritised': prioritised || undefined,
              'data-held': held || undefined,
            };
            return mark ? (
              <button key={id} type="button" title={titled ? undefined : title} {...shown} {...mark(id)}>
                {face}
              </button>
            ) : (
              <span key={id} {...shown}>
                {face}
              </span>
            );
          })}
          {onField && (
            <div className={styles.fields}>
              {[...THIRDS]
                .reverse()
                .map((effect) =>
                  THIRDS.map((feasibility) => (
                    <button
                      key={`${effect} ${feasibility}`}
                      type="button"
                      data-field={`${effect} ${feasibility}`}
                      aria-label={words.here(
                        words.thirds[effect].toLowerCase(),
                        words.thirds[feasibility].toLowerCase(),
                      )}
                      onClick={(event) => onField(event, feasibility, effect)}
                    />
                  )),
                )}
            </div>
          )}
        </div>
      </div>
      <ol className={styles.rightTicks} aria-hidden="true">
        {THIRDS.map((third) => (
          <li key={third}>{words.thirds[third]}</li>
        ))}
      </ol>
      <p className={styles.feasibility} aria-hidden="true">
        {words.feasibility} →
      </p>
    </figure>
  );
}

function useSizeOf(ref: RefObject<HTMLElement | null>): { w: number; h: number } {
  const [size, setSize] = useState({ w: 0, h: 0 });
  useLayoutEffect(() => {
    const element = ref.current!;
    const look = () => {
      const { clientWidth: w, clientHeight: h } = element;
      setSize((before) => (before.w === w && before.h === h ? before : { w, h }));
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, [ref]);
  return size;
}
