/** What else can be done with a point, each by one press: its place, its kind, merging, removing. */

import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Combine from 'lucide-react/icons/combine';
import Ellipsis from 'lucide-react/icons/ellipsis';
import MessageCircle from 'lucide-react/icons/message-circle';
import Trash2 from 'lucide-react/icons/trash-2';
import X from 'lucide-react/icons/x';
import { useId, useState } from 'react';
import type { PointView } from '../../shared/plan/planDoc.ts';
import { Deed } from '../outline/Deed.tsx';
import { useText } from '../text/index.ts';
import styles from './PointCard.module.css';
import type { SummaryHands } from './useSummaryHands.ts';

interface Props {
  point: PointView;
  kind: readonly PointView[];
  title: string;
  hands: SummaryHands;
  onMerge: (point: PointView) => void;
}

export function PointMenu({ point, kind, title, hands, onMerge }: Props) {
  const words = useText().plan.summary;
  const [open, setOpen] = useState(false);
  const panel = useId();
  const { id, single = false } = point;
  const at = kind.findIndex((one) => one.id === id);
  const then = (deed: () => void) => () => {
    setOpen(false);
    deed();
  };
  return (
    <>
      <button
        type="button"
        className={styles.more}
        data-focus={`${id} menu`}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        aria-label={words.more(title)}
        onClick={() => setOpen(!open)}
      >
        {open ? <X size={22} aria-hidden="true" /> : <Ellipsis size={22} aria-hidden="true" />}
      </button>
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from any of its buttons
        <div
          id={panel}
          className={styles.menu}
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        >
          {at > 0 && (
            <Deed
              sign={ArrowUp}
              label={words.up}
              focusKey={`${id} up`}
              run={then(() => hands.shift(id, -1, kind))}
            />
          )}
          {at < kind.length - 1 && (
            <Deed
              sign={ArrowDown}
              label={words.down}
              focusKey={`${id} down`}
              run={then(() => hands.shift(id, 1, kind))}
            />
          )}
          <Deed
            sign={Combine}
            label={words.merge}
            focusKey={`${id} merge`}
            run={then(() => onMerge(point))}
          />
          <Deed
            sign={MessageCircle}
            label={single ? words.toPoint : words.toSingle}
            focusKey={`${id} single`}
            run={then(() => hands.setSingle(id, !single))}
          />
          <Deed
            sign={Trash2}
            label={words.remove}
            focusKey={`${id} remove`}
            danger
            run={then(() => hands.remove(point))}
          />
        </div>
      )}
    </>
  );
}
