/** The grouping help in the outline, for those who host the station: a section that is opened at will. */

import { useMemo, useState } from 'react';
import type { StationId } from '../../shared/domain/ids.ts';
import type { OpenBoard } from '../board/openBoard.ts';
import { later } from '../parts/later.tsx';
import { useText } from '../text/index.ts';
import { groundOf, useBoardHands, useBoardVersion } from './boardGround.ts';
import styles from './OutlineHelp.module.css';

const Suggestions = later(
  () => import('./Suggestions.tsx'),
  () => null,
);

export function OutlineHelp({ board, station }: { board: OpenBoard; station: StationId }) {
  const { help: words } = useText();
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.help} aria-labelledby="grouping-help">
      <h2 id="grouping-help" className={styles.title}>
        <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.title}
        </button>
      </h2>
      {open && <Opened board={board} station={station} />}
    </section>
  );
}

function Opened({ board, station }: { board: OpenBoard; station: StationId }) {
  const hands = useBoardHands(board);
  const version = useBoardVersion(board);
  const ground = useMemo(() => groundOf(board), [board]);
  return <Suggestions station={station} ground={ground} version={version} hands={hands} />;
}
