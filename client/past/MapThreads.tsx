/** Threads on the hall's map, for hosts and the organiser. */

import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { useText } from '../text/index.ts';
import Threads from './Threads.tsx';

export default function MapThreads({ hall }: { hall: HallState }) {
  const words = useText().past.threads;
  return (
    <section className="card" aria-labelledby="threads">
      <h2 id="threads">{words.title}</h2>
      <Threads hall={hall} />
    </section>
  );
}
