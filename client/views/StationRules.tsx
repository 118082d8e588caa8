/** What the host lets participants do at this station: three switches. They show what the server says, not what was pressed. */

import { useId, useState } from 'react';
import type { ShownRules, StationState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { announce } from '../state/announcer.ts';
import { request } from '../sync/hallConnection.ts';
import { useText } from '../text/index.ts';
import styles from './StationRules.module.css';

const RULES = ['frozen', 'groupingClosed', 'moveOwn'] as const satisfies (keyof ShownRules)[];
type Rule = (typeof RULES)[number];

export function StationRules({ station }: { station: StationState }) {
  const { desk, faults } = useText();
  const [asking, setAsking] = useState<Rule | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const ids = useId();
  const { id: stationId, anonymous, rules } = station;
  const words = (rule: Rule) =>
    rule === 'moveOwn' && anonymous ? { ...desk.rules.moveOwn, on: desk.rules.moveNone } : desk.rules[rule];

  const set = async (rule: Rule, on: boolean) => {
    setFault(null);
    setAsking(rule);
    // What is wanted is sent, not a change of it: two hosts who press at once want the same and get it.
    const outcome = await request('station:rule', { stationId, [rule]: on });
    setAsking(null);
    if (outcome.ok) announce(outcome.data.rules[rule] ? words(rule).on : words(rule).off);
    else setFault(`${desk.rules.failed} ${faults[outcome.error.code] ?? faults.unknown}`);
  };

  return (
    <section className="card stack">
      <h2 className={styles.title}>{desk.rules.title}</h2>
      <ul className={styles.rules}>
        {RULES.map((rule) => (
          <li key={rule}>
            <label className={styles.rule} aria-busy={asking === rule}>
              <input
                type="checkbox"
                role="switch"
                checked={rules[rule]}
                aria-checked={rules[rule]}
                aria-describedby={`${ids}${rule}`}
                onChange={(event) => void set(rule, event.target.checked)}
              />
              <span>{words(rule).label}</span>
            </label>
            <p id={`${ids}${rule}`} className={styles.status} data-on={rules[rule] || undefined}>
              {rules[rule] ? words(rule).on : words(rule).off}
            </p>
          </li>
        ))}
      </ul>
      <FaultLine text={fault} />
    </section>
  );
}
