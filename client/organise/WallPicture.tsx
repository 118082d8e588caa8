/** A station's wall as a picture: SVG from the server, or PNG drawn from it here. */

import Image from 'lucide-react/icons/image';
import { useId, useState } from 'react';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { useHallStore } from '../state/hallStore.ts';
import { wallPicturePath } from '../sync/takingHome.ts';
import { useText } from '../text/index.ts';
import { pngOf } from './pngOf.ts';
import { saveAs } from './saveAs.ts';
import styles from './Take.module.css';

export function WallPicture({ hall }: { hall: HallId }) {
  const { run } = useText();
  const words = run.take;
  const stations = useHallStore((shown) => shown.hall?.stations) ?? [];
  const [chosen, setChosen] = useState<StationId | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const select = useId();
  const station = stations.find(({ id }) => id === chosen) ?? stations[0];
  if (!station) return null;

  const drawPng = async () => {
    setFault(null);
    setBusy(true);
    try {
      const picture = URL.createObjectURL(await pngOf(wallPicturePath(hall, station.id)));
      saveAs(picture, `${station.slug}.png`);
      // The download has begun when this is called; the address may go once it is read.
      setTimeout(() => URL.revokeObjectURL(picture), 60_000);
    } catch {
      setFault(words.wallFailed);
    }
    setBusy(false);
  };
  return (
    <div className={styles.wall}>
      <label className="label" htmlFor={select}>
        {words.walls}
      </label>
      <select
        id={select}
        className="input"
        value={station.id}
        onChange={(event) => setChosen(event.target.value as StationId)}
      >
        {stations.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <div className="row">
        <a className="button" href={wallPicturePath(hall, station.id)} download>
          <Image size={18} aria-hidden="true" />
          {words.svg}
        </a>
        <button type="button" className="button" disabled={busy} onClick={() => void drawPng()}>
          <Image size={18} aria-hidden="true" />
          {words.png}
        </button>
      </div>
      <FaultLine text={fault} />
    </div>
  );
}
