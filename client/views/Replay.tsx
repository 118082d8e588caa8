/** A station's day again, minute by minute. */

import type { HallId, StationId } from '../../shared/domain/ids.ts';

export default function Replay({ hall, station }: { hall: HallId; station: StationId }) {
  return (
    <main>
      {hall}
      {station}
    </main>
  );
}
