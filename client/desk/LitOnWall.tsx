/** What is lit on the station's wall, and the way to put it out; nothing where nothing is. */

import type { StationState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';
import { useDeed } from './useDeed.ts';
import styles from './WallPart.module.css';

export function LitOnWall({ station: { id: stationId, wall } }: { station: StationState }) {
  const words = useText().plan.summary;
  const { fault, act } = useDeed();
  const count = wall.lit?.length ?? 0;
  const putOut = async () => {
    const done = await act('wall:order', { stationId, lit: [] }, words.wallFailed);
    if (!done) return;
    announce(words.wallOff);
    // The button that was pressed goes.
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  return (
    <>
      {count > 0 && (
        <div className={styles.up}>
          <p>{words.lit.onWall(count)}</p>
          <button type="button" className="button" onClick={() => void putOut()}>
            {words.offWall}
          </button>
        </div>
      )}
      <FaultLine text={fault} />
    </>
  );
}
