/** "We'll take part": an organisation signs up to a measure, without an account. */

import { useId, useRef, useState } from 'react';
import { randomText } from '../../shared/domain/ids.ts';
import {
  type PageMeasure,
  SIGNUP_CONTACT_MAX,
  SIGNUP_MESSAGE_MAX,
  SIGNUP_ORGANISATION_MAX,
} from '../../shared/domain/results.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { Modal } from '../parts/Modal.tsx';
import { signUp } from '../sync/results.ts';
import { useText } from '../text/index.ts';
import styles from './results.module.css';

interface Props {
  address: string;
  measure: Pick<PageMeasure, 'id' | 'title'>;
}

const EMPTY = { organisation: '', contact: '', message: '', website: '' };

export function SignUp({ address, measure }: Props) {
  const { page, act, faults } = useText();
  const words = page.signup;
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<'closed' | 'open' | 'sending' | 'sent'>('closed');
  const [form, setForm] = useState(EMPTY);
  const [press, setPress] = useState(() => randomText(20));
  const [fault, setFault] = useState<string | null>(null);
  const set = (field: keyof typeof EMPTY) => (event: { target: { value: string } }) => {
    setFault(null);
    setForm({ ...form, [field]: event.target.value });
  };

  const close = () => {
    setState(state === 'sent' ? 'sent' : 'closed');
    opener.current?.focus();
  };
  const send = async (event: React.FormEvent) => {
    event.preventDefault();
    if (!form.organisation.trim()) return setFault(words.empty);
    setFault(null);
    setState('sending');
    const outcome = await signUp(address, { press, measure: measure.id, ...form });
    if (outcome.ok) {
      setForm(EMPTY);
      setPress(randomText(20));
      setState('sent');
      opener.current?.focus();
      return;
    }
    const { code } = outcome.error;
    setFault(`${words.failed} ${code === 'station_full' ? words.full : (faults[code] ?? faults.unknown)}`);
    setState('open');
  };

  return (
    <div className={styles.signup}>
      <button
        ref={opener}
        type="button"
        className="button"
        aria-label={words.openFor(measure.title)}
        onClick={() => setState('open')}
      >
        {words.open}
      </button>
      <p role="status">{state === 'sent' && words.sent}</p>
      {(state === 'open' || state === 'sending') && (
        <Modal title={words.title} className={styles.dialog} sheet onClose={close}>
          <p>
            <strong>{measure.title}</strong>
          </p>
          <form className="stack" noValidate onSubmit={(event) => void send(event)}>
            <Field id={`${id}o`} label={words.organisation}>
              <input
                id={`${id}o`}
                className="input"
                required
                maxLength={SIGNUP_ORGANISATION_MAX}
                autoComplete="organization"
                value={form.organisation}
                onChange={set('organisation')}
              />
            </Field>
            <Field id={`${id}c`} label={words.contact} hint={words.contactHint}>
              <input
                id={`${id}c`}
                className="input"
                aria-describedby={`${id}c-hint`}
                maxLength={SIGNUP_CONTACT_MAX}
                autoComplete="email"
                value={form.contact}
                onChange={set('contact')}
              />
            </Field>
            <Field id={`${id}m`} label={words.message}>
              <textarea
                id={`${id}m`}
                className="input"
                rows={3}
                maxLength={SIGNUP_MESSAGE_MAX}
                value={form.message}
                onChange={set('message')}
              />
            </Field>
            <div className={styles.trap} aria-hidden="true">
              <label>
                {words.trap}
                <input
                  tabIndex={-1}
                  autoComplete="off"
                  name="website"
                  value={form.website}
                  onChange={set('website')}
                />
              </label>
            </div>
            <p className="hint">{words.privacy}</p>
            <FaultLine text={fault} />
            <div className="row">
              <button type="submit" className="button primary" disabled={state === 'sending'}>
                {words.send}
              </button>
              <button type="button" className="button" onClick={close}>
                {act.cancel}
              </button>
            </div>
          </form>
        </Modal>
      )}
    </div>
  );
}

function Field(props: { id: string; label: string; hint?: string; children: React.ReactNode }) {
  const { id, label, hint, children } = props;
  return (
    <div className={styles.field}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
