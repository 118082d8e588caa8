/** Asks which point: for a note that is put in one, or for another to merge with. */

import type { PointId } from '../../shared/domain/ids.ts';
import type { PointView } from '../../shared/plan/planDoc.ts';
import { Modal } from '../parts/Modal.tsx';
import { useText } from '../text/index.ts';
import styles from './PointAsk.module.css';
import type { PutInto } from './pointDeeds.ts';

interface Props {
  title: string;
  /** What is asked about. */
  quote: string;
  points: readonly PointView[];
  /** It may also get a point of its own. */
  fresh?: boolean;
  onChoose: (into: PutInto) => void;
  onClose: () => void;
}

export function PointAsk({ title, quote, points, fresh = false, onChoose, onClose }: Props) {
  const { ask, unnamed, singles } = useText().plan.summary;
  const list = (some: readonly PointView[]) =>
    some.map(({ id, title: name }) => (
      <li key={id}>
        <button type="button" className={styles.choice} dir="auto" onClick={() => onChoose(id as PointId)}>
          {name || unnamed}
        </button>
      </li>
    ));
  const voices = points.filter(({ single }) => single);
  return (
    <Modal title={title} className={styles.ask} onClose={onClose}>
      <p className={styles.quote} dir="auto">
        {quote}
      </p>
      <ul className={styles.list}>
        {list(points.filter(({ single }) => !single))}
        {fresh && (
          <>
            <li>
              <button type="button" className={styles.choice} data-own="" onClick={() => onChoose('fresh')}>
                {ask.fresh}
              </button>
            </li>
            <li>
              <button type="button" className={styles.choice} data-own="" onClick={() => onChoose('alone')}>
                {ask.alone}
              </button>
            </li>
          </>
        )}
      </ul>
      {voices.length > 0 && (
        <>
          <h3 className={styles.kind}>{singles}</h3>
          <ul className={styles.list}>{list(voices)}</ul>
        </>
      )}
      <div className={styles.foot}>
        <button type="button" className="button" onClick={onClose}>
          {ask.cancel}
        </button>
      </div>
    </Modal>
  );
}
