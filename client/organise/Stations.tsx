/** The hall's stations: rewritten, put in another order, taken away and added, while the hall runs. */

import { useEffect, useRef, useState } from 'react';
import type { StationId } from '../../shared/domain/ids.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { announce } from '../state/announcer.ts';
import { useHallStore } from '../state/hallStore.ts';
import { request } from '../sync/hallConnection.ts';
import { useText } from '../text/index.ts';
import { NewStation } from './NewStation.tsx';
import { arranged, stepped } from './order.ts';
import { StationRow } from './StationRow.tsx';
import styles from './Stations.module.css';
import { Tray } from './Tray.tsx';
import { faultWords } from './useAsking.ts';

export function Stations({ hall, onKeys }: { hall: HallState; onKeys: () => void }) {
  const { run } = useText();
  const list = useRef<HTMLOListElement>(null);
  const tray = useRef<HTMLHeadingElement>(null);
  const { order, fault, move } = useOrder(hall, list);
  const stations = arranged(hall.stations, order);

  return (
    <>
      <p className={styles.soft}>{run.stations.lead}</p>
      <ol ref={list} className={styles.stations}>
        {stations.map((station, index) => (
          <StationRow
            key={station.id}
            station={station}
            n={index + 1}
            all={stations.length}
            onMove={(by) => void move(station.id, station.title, by)}
            onRemoved={() => tray.current?.focus()}
          />
        ))}
      </ol>
      <FaultLine text={fault} />
      <NewStation hall={hall} onKeys={onKeys} />
      <Tray hall={hall} heading={tray} />
    </>
  );
}

/**
 * The order that is wanted, shown at once and sent as a whole, so that quick presses add up. When the hall's own order
 * changes, that is what holds.
 */
function useOrder(hall: HallState, list: React.RefObject<HTMLOListElement | null>) {
  const { run } = useText();
  const own = hall.stations.map(({ id }) => id);
  const [wanted, setWanted] = useState<readonly StationId[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const asking = useRef(0);
  const order = wanted ?? own;

  const asTold = own.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the hall tells is newer than what was wanted before
  useEffect(() => {
    if (asking.current === 0) setWanted(null);
  }, [asTold]);

  const move = async (id: StationId, title: string, by: -1 | 1) => {
    const next = stepped(order, id, by);
    if (next === order) return;
    setWanted(next);
    setFault(null);
    announce(run.stations.movedTo(title, next.indexOf(id) + 1, next.length));
    keepFocus(list.current, id, by);
    asking.current++;
    const outcome = await request('station:order', { stations: [...next] });
    asking.current--;
    if (outcome.ok) {
      const told = useHallStore.getState().hall?.stations.map((one) => one.id);
      if (asking.current === 0 && told?.join() === next.join()) setWanted(null);
      return;
    }
    setWanted(null);
    setFault(`${run.stations.orderFailed} ${faultWords(outcome.error.code)}`);
  };
  return { order, fault, move };
}

/** A row that moves in the page loses the focus; at the end of its way the other button takes it. */
function keepFocus(list: HTMLElement | null, id: StationId, by: -1 | 1): void {
  requestAnimationFrame(() => {
    const row = list?.querySelector(`[data-station="${id}"]`);
    const buttons = [by, -by].map((way) => row?.querySelector<HTMLButtonElement>(`[data-step="${way}"]`));
    buttons.find((button) => button && !button.disabled)?.focus();
  });
}
