/** The desk's parts under the thumb, each with what waits there. */

import CalendarRange from 'lucide-react/icons/calendar-range';
import Clock from 'lucide-react/icons/clock';
import Lightbulb from 'lucide-react/icons/lightbulb';
import Presentation from 'lucide-react/icons/presentation';
import StickyNote from 'lucide-react/icons/sticky-note';
import Users from 'lucide-react/icons/users';
import type { CSSProperties } from 'react';
import { useText } from '../text/index.ts';
import styles from './DeskBar.module.css';

export const PARTS = ['now', 'notes', 'help', 'people', 'wall', 'timeline'] as const;
export type DeskPart = (typeof PARTS)[number];

const ICONS = {
  now: Clock,
  notes: StickyNote,
  help: Lightbulb,
  people: Users,
  wall: Presentation,
  timeline: CalendarRange,
};

export interface Badge {
  count: number;
  /** What is counted, in words. */
  label: string;
  /** Somebody waits for the host. */
  urgent?: boolean;
}

interface Props {
  /** Those that this station has. */
  parts: readonly DeskPart[];
  part: DeskPart;
  badges: Partial<Record<DeskPart, Badge>>;
  onChoose: (part: DeskPart) => void;
}

export function DeskBar({ parts, part, badges, onChoose }: Props) {
  const names = usePartNames();
  const { tabs } = useText().host;
  return (
    <nav className={styles.bar} aria-label={tabs.label}>
      <ul className={styles.list} style={{ '--parts': parts.length } as CSSProperties}>
        {parts.map((name) => {
          const Icon = ICONS[name];
          const badge = badges[name];
          return (
            <li key={name}>
              <button
                type="button"
                className={styles.part}
                aria-current={name === part ? 'true' : undefined}
                onClick={() => onChoose(name)}
              >
                <span className={styles.icon}>
                  <Icon size={24} aria-hidden="true" />
                  {badge && badge.count > 0 && (
                    <span className={styles.badge} data-urgent={badge.urgent || undefined} aria-hidden="true">
                      {badge.count > 99 ? '99+' : badge.count}
                    </span>
                  )}
                </span>
                {names[name]}
                {badge && badge.count > 0 && <span className="sr-only"> {badge.label}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** What the parts are called. */
export function usePartNames(): Record<DeskPart, string> {
  const { help, host, years } = useText();
  return { ...host.tabs, help: help.part, timeline: years.lanes.tab };
}
