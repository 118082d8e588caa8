/** Last year's results: a station's main points and what became of each measure, beside this year's board. */

import History from 'lucide-react/icons/history';
import { useEffect, useState } from 'react';
import type { HallBefore } from '../../shared/domain/hall.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { Modal } from '../parts/Modal.tsx';
import { hallBefore } from '../sync/past.ts';
import { useText } from '../text/index.ts';
import styles from './LastYear.module.css';

/** What came of last year's hall; null while it is on its way, or there was none. */
export function useBefore(hall: HallState): { before: HallBefore | null; failed: boolean } {
  const [before, setBefore] = useState<HallBefore | null>(null);
  const [failed, setFailed] = useState(false);
  const { id, before: isCopy } = hall;
  useEffect(() => {
    if (!isCopy) return;
    let left = false;
    void hallBefore(id).then((outcome) => {
      if (left) return;
      if (outcome.ok) setBefore(outcome.data.before);
      setFailed(!outcome.ok);
    });
    return () => {
      left = true;
    };
  }, [id, isCopy]);
  return { before, failed };
}

/** A button that opens last year's results of a station; nothing in a hall that is no copy. */
export default function LastYear({ hall, station }: { hall: HallState; station: StationState }) {
  const words = useText().past.before;
  const [open, setOpen] = useState(false);
  if (!hall.before) return null;
  return (
    <>
      <button
        type="button"
        className={`button ${styles.open}`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <History size={18} aria-hidden="true" />
        {words.button}
      </button>
      {open && <Panel hall={hall} station={station} onClose={() => setOpen(false)} />}
    </>
  );
}

function Panel({ hall, station, onClose }: { hall: HallState; station: StationState; onClose: () => void }) {
  const words = useText().past.before;
  const { before, failed } = useBefore(hall);
  const points = (before && Object.hasOwn(before.points, station.slug) && before.points[station.slug]) || [];
  return (
    <Modal
      sheet
      title={before ? words.title(before.title) : words.button}
      className={styles.panel}
      onClose={onClose}
    >
      {failed && <FaultLine text={words.failed} />}
      {before && (
        <>
          <section>
            <h3>{words.points}</h3>
            {points.length === 0 && <p className="hint">{words.noPoints}</p>}
            <ul className={styles.points}>
              {points.map(({ title, line, notes }) => (
                <li key={title}>
                  <strong>{title}</strong> <span className={styles.count}>{words.from(notes)}</span>
                  {line && <p>{line}</p>}
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3>{words.measures}</h3>
            <LastMeasures before={before} />
          </section>
        </>
      )}
      <div>
        <button type="button" className="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </Modal>
  );
}

/** Last year's measures, each with what became of it. */
export function LastMeasures({ before }: { before: HallBefore }) {
  const words = useText().past.before;
  if (before.measures.length === 0) return <p className="hint">{words.noMeasures}</p>;
  return (
    <ul className={styles.measures}>
      {before.measures.map(({ title, owner, status, said }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two may have one title
        <li key={index}>
          <strong>{title}</strong>{' '}
          <span className={styles.status} data-status={status ?? undefined}>
            {status ? words.status[status] : words.unknown}
          </span>
          {owner && <p className={styles.owner}>{words.owner(owner)}</p>}
          {said && <p>{said}</p>}
        </li>
      ))}
    </ul>
  );
}
