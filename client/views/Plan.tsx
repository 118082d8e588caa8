/** The measures: the picture of effect and feasibility, the order of action, the first 90 days. */

import type { HallId } from '../../shared/domain/ids.ts';

export default function Plan({ hall }: { hall: HallId }) {
  return <main>{hall}</main>;
}
