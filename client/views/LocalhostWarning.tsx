/** A QR code that says "localhost" leads a phone to itself: that is said before somebody prints it. */

import { WarningBox } from '../parts/WarningBox.tsx';
import { useText } from '../text/index.ts';

const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

export function LocalhostWarning() {
  const { organise } = useText();
  return OWN_NAMES.has(location.hostname) ? <WarningBox text={organise.localhost} /> : null;
}
