/** What is shown of a note of one's own, and what can be asked of it: of the card, and of the deeds that come after it. */

import type { Locale } from '../../shared/domain/hall.ts';
import type { Round } from '../../shared/domain/round.ts';
import type { ShownNote } from '../state/outboxStore.ts';

export interface OwnNoteProps {
  shown: ShownNote;
  rounds: readonly Round[];
  connected: boolean;
  /** The hall's language, which most notes are in. */
  locale: Locale;
  /** Its station's title, where that is not plain from the place. */
  station: string | null;
  /** The host there has paused writing. */
  paused: boolean;
  /** The station hides what is written until the host shows it. */
  hiding: boolean;
  /** Only this browser's secret shows whose it is. */
  anonymous: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  onEdit: (text: string) => void;
  onWithdraw: () => void;
  onRetry: () => void;
  onDiscard: () => void;
}
