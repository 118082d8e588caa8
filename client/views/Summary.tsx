/** Main points of a station or of the hall, each opening its notes. */

import type { HallId, StationId } from '../../shared/domain/ids.ts';

export default function Summary({ hall, station }: { hall: HallId; station: StationId | null }) {
  return (
    <main>
      {hall}
      {station}
    </main>
  );
}
