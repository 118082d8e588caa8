/** What the host lets participants do at this station. The switches show what the server says, not what was pressed. */

import { useState } from 'react';
import type { ShownRules, StationState } from '../../shared/protocol/hallEvents.ts';
import { Choice } from '../parts/Choice.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { Switch } from '../parts/Switch.tsx';
import { announce } from '../state/announcer.ts';
import { request } from '../sync/hallConnection.ts';
import { useText } from '../text/index.ts';
import { ShowLater } from './ShowLater.tsx';
import styles from './StationRules.module.css';

const RULES = ['frozen', 'groupingClosed', 'moveOwn'] as const satisfies (keyof ShownRules)[];
type Rule = (typeof RULES)[number];
const ALLOWANCES = [null, 1, 2, 3, 5, 10];

export function StationRules({ station }: { station: StationState }) {
  const { desk, host, faults } = useText();
  const [asking, setAsking] = useState<Rule | null>(null);
  const [fault, setFault] = useState<string | null>(null);
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

  const allow = async (allowance: number | null) => {
    setFault(null);
    const outcome = await request('station:rule', { stationId, allowance });
    if (outcome.ok) announce(saidOf(outcome.data.rules.allowance));
    else setFault(`${desk.rules.failed} ${faults[outcome.error.code] ?? faults.unknown}`);
  };
  const saidOf = (allowance: number | null) =>
    allowance === null ? host.allowance.free : host.allowance.set(allowance);
  const { allowance } = rules;
  const allowances = ALLOWANCES.includes(allowance) ? ALLOWANCES : [...ALLOWANCES, allowance];

  return (
    <section className="card stack">
      <h2 className={styles.title}>{desk.rules.title}</h2>
      <ShowLater station={station} />
      <ul className={styles.rules}>
        {RULES.map((rule) => (
          <li key={rule}>
            <Switch
              label={words(rule).label}
              on={rules[rule]}
              status={`${rules[rule] ? words(rule).on : words(rule).off}${rule === 'frozen' ? ` ${host.grace}` : ''}`}
              busy={asking === rule}
              onSwitch={(on) => void set(rule, on)}
            />
          </li>
        ))}
      </ul>
      <Choice
        legend={host.allowance.label}
        value={String(allowance)}
        onChoose={(chosen) => void allow(chosen === 'null' ? null : Number(chosen))}
        options={allowances.map((n) => ({
          value: String(n),
          label: n === null ? host.allowance.none : String(n),
        }))}
      />
      <p className="hint">{saidOf(allowance)}</p>
      <FaultLine text={fault} />
    </section>
  );
}
