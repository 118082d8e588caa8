/** In words, what is wrong with a station; nothing where nothing is. */

import type { StationStatus } from '../../shared/protocol/hallEvents.ts';
import { useText } from '../text/index.ts';
import { WarningBox } from './WarningBox.tsx';

export function StationWarning({ status }: { status: StationStatus }) {
  const { station } = useText();
  return status === 'ok' ? null : <WarningBox text={station[status]} />;
}
