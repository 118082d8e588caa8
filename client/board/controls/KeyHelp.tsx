/** The keys of the board, for those who ask: by "?" on the board, or by a button. */

import type { HallId, StationId } from '../../../shared/domain/ids.ts';
import { paths } from '../../../shared/domain/links.ts';
import { Link } from '../../parts/Link.tsx';
import { Modal } from '../../parts/Modal.tsx';
import { useText } from '../../text/index.ts';
import styles from './KeyHelp.module.css';
import { NewsSwitch } from './NewsSwitch.tsx';

interface Props {
  hall: HallId;
  station: StationId;
  onClose: () => void;
}

export function KeyHelp({ hall, station, onClose }: Props) {
  const { keys } = useText().board;
  return (
    <Modal title={keys.title} className={styles.dialog} onClose={onClose}>
      <p className="hint">{keys.lead}</p>
      <dl className={styles.keys}>
        {keys.list.map(([key, does]) => (
          <div key={does} className={styles.row}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <NewsSwitch />
      <div className={styles.foot}>
        <Link className="button" to={paths.outline(hall, station)} onClick={onClose}>
          {keys.toList}
        </Link>
        <button type="button" className="button primary" onClick={onClose}>
          {keys.close}
        </button>
      </div>
    </Modal>
  );
}
