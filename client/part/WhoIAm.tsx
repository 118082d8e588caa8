/** Who one is to the hosts: name, and the organisation and role that can be picked here. None of it is asked for. */

import { type FormEvent, useId, useState } from 'react';
import { PERSON_NAME_MAX } from '../../shared/domain/hall.ts';
import type { HallState, You } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { announce } from '../state/announcer.ts';
import { keepBelonging, keptBelonging } from '../state/belonging.ts';
import { useHallStore } from '../state/hallStore.ts';
import type { Outcome } from '../sync/fault.ts';
import { request } from '../sync/hallConnection.ts';
import { openSession } from '../sync/session.ts';
import { useText } from '../text/index.ts';
import { BelongingFields } from './BelongingFields.tsx';

interface Props {
  hall: HallState;
  you: You;
}

export function WhoIAm({ hall, you }: Props) {
  const { part, faults } = useText();
  const { visit } = part;
  const [name, setName] = useState(you.name);
  const [belonging, setBelonging] = useState(() => keptBelonging(hall.id));
  const [fault, setFault] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const id = useId();
  // A code opens a participant's session: hosts and organisers are named by their own.
  const picks = you.role === 'participant';
  const { organisations, roles } = hall.settings;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    setSaved(false);
    let outcome: Outcome<unknown> = await request('person:rename', { name: name.trim() });
    if (outcome.ok && picks && JSON.stringify(belonging) !== JSON.stringify(keptBelonging(hall.id))) {
      outcome = await openSession({ code: hall.code }, undefined, belonging);
      if (outcome.ok) keepBelonging(hall.id, belonging);
    }
    if (!outcome.ok) return setFault(faults[outcome.error.code] ?? faults.unknown);
    const now = useHallStore.getState().you;
    if (now) useHallStore.setState({ you: { ...now, name: name.trim() } });
    setSaved(true);
    announce(visit.saved);
  };

  return (
    <form className="card stack" onSubmit={save} onChange={() => setSaved(false)}>
      <p className="hint">{visit.lead}</p>
      <div>
        <label className="label" htmlFor={id}>
          {visit.name}
        </label>
        <input
          id={id}
          className="input"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={PERSON_NAME_MAX}
          autoComplete="name"
          enterKeyHint="done"
        />
      </div>
      {picks && (
        <BelongingFields
          organisations={organisations}
          roles={roles}
          belonging={belonging}
          onBelonging={setBelonging}
        />
      )}
      <FaultLine text={fault} />
      <div className="row">
        <button type="submit" className="button">
          {visit.save}
        </button>
        {saved && <span className="hint">{visit.saved}</span>}
      </div>
    </form>
  );
}
