/** The way in: a code or a link's key, a name for those who want one, and one press. */

import { type FormEvent, useEffect, useId, useState } from 'react';
import { PERSON_NAME_MAX } from '../../shared/domain/hall.ts';
import { CODE_LENGTH, tidyCode } from '../../shared/domain/ids.ts';
import type { JoinForm as Asked, CreatedSession } from '../../shared/protocol/rest.ts';
import { BelongingFields } from '../part/BelongingFields.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { type Belonging, keepBelonging, NOWHERE } from '../state/belonging.ts';
import { rememberKeys } from '../state/knownHalls.ts';
import { call, openSession } from '../sync/session.ts';
import { useText } from '../text/index.ts';
import styles from './JoinForm.module.css';

interface Props {
  /** From the address or from memory; it can be changed. */
  code?: string;
  /** From a link: then no code is asked for. */
  joinKey?: string | null;
  /** The key was exchanged, or refused for good. */
  onKeySpent?: () => void;
  onIn: (session: CreatedSession) => void;
}

export function JoinForm({ code: given = '', joinKey = null, onKeySpent, onIn }: Props) {
  const { join, start, faults } = useText();
  const [code, setCode] = useState(given);
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [belonging, setBelonging] = useState(NOWHERE);
  const asked = useAsked(code, joinKey);
  const ids = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const tidy = tidyCode(code);
    if (!joinKey && !tidy) return setFault(join.needCode);
    setBusy(true);
    setFault(null);
    const outcome = await openSession(
      joinKey ? { key: joinKey } : { code: tidy },
      name.trim(),
      picked(belonging),
    );
    setBusy(false);
    if (outcome.ok) {
      keepBelonging(outcome.data.hallId, belonging);
      if (joinKey && outcome.data.role === 'participant')
        rememberKeys(outcome.data.hallId, { join: joinKey });
      onKeySpent?.();
      return onIn(outcome.data);
    }
    const { code: why } = outcome.error;
    const unknown = ['not_found', 'gone', 'no_session', 'session_ended', 'forbidden', 'malformed'].includes(
      why,
    );
    if (unknown && joinKey) onKeySpent?.();
    setFault(unknown ? (joinKey ? join.badKey : join.badCode) : (faults[why] ?? faults.unknown));
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {!joinKey && (
        <div>
          <label className="label" htmlFor={`${ids}code`}>
            {start.codeLabel}
          </label>
          <input
            id={`${ids}code`}
            className={`input ${styles.code}`}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            maxLength={CODE_LENGTH + 4}
            autoCapitalize="characters"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="go"
            aria-describedby={`${ids}code-hint`}
            aria-invalid={fault ? true : undefined}
          />
          <p className="hint" id={`${ids}code-hint`}>
            {start.codeHint}
          </p>
        </div>
      )}
      <div>
        <label className="label" htmlFor={`${ids}name`}>
          {join.nameLabel}
        </label>
        <input
          id={`${ids}name`}
          className="input"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={PERSON_NAME_MAX}
          autoComplete="name"
          enterKeyHint="go"
          aria-describedby={`${ids}name-hint`}
        />
        <p className="hint" id={`${ids}name-hint`}>
          {join.nameHint}
        </p>
      </div>
      {asked && (
        <BelongingFields
          organisations={asked.organisations}
          roles={asked.roles}
          belonging={belonging}
          onBelonging={setBelonging}
        />
      )}
      <FaultLine text={fault} />
      <button type="submit" className={`button primary ${styles.enter}`} disabled={busy}>
        {busy ? join.entering : join.enter}
      </button>
    </form>
  );
}

/** What was picked: who comes again and picks nothing stays what they were. */
function picked(belonging: Belonging): Partial<Belonging> {
  return Object.fromEntries(Object.entries(belonging).filter(([, pick]) => pick));
}

/** What the hall would like to know, where it can be told before one is in; it is asked for once the code is whole. */
function useAsked(code: string, joinKey: string | null): Asked | null {
  const [asked, setAsked] = useState<Asked | null>(null);
  const tidy = tidyCode(code);
  const whole = tidy.length === CODE_LENGTH ? tidy : '';
  useEffect(() => {
    setAsked(null);
    if (!joinKey && !whole) return;
    let stopped = false;
    // The key is a secret: it stands in no path, which servers write down.
    const answer = joinKey
      ? call<Asked>('GET', '/api/join', undefined, { 'x-join-key': joinKey })
      : call<Asked>('GET', `/api/join/${whole}`);
    void answer.then((outcome) => {
      if (!stopped && outcome.ok) setAsked(outcome.data);
    });
    return () => {
      stopped = true;
    };
  }, [whole, joinKey]);
  return asked;
}
