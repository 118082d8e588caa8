/** Organisations that want to take part: shown on the page or refused, and forgotten when somebody asks for it. */

import type { HallId } from '../../shared/domain/ids.ts';
import type { PublishState, Signup, SignupState } from '../../shared/domain/results.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { moderate, removeSignup } from '../sync/results.ts';
import { useLocale, useText } from '../text/index.ts';
import { moment } from './moments.ts';
import styles from './Publish.module.css';
import { type Deed, useDeed } from './useDeed.ts';

interface Props {
  hall: HallId;
  state: PublishState;
  onChange: () => Promise<void>;
}

export function PublishSignups({ hall, state: { signups, measures }, onChange }: Props) {
  const words = useText().page.publish;
  const deed = useDeed();
  const waiting = signups.filter(({ state }) => state === 'waiting').length;
  return (
    <div className={styles.part}>
      <h3>{words.signups(waiting)}</h3>
      <FaultLine text={deed.fault} />
      {signups.length === 0 ? (
        <p className="hint">{words.signupsNone}</p>
      ) : (
        <ul className={styles.list}>
          {signups.map((signup) => (
            <One
              key={signup.id}
              hall={hall}
              signup={signup}
              measure={measures.find(({ id }) => id === signup.measure)?.title ?? words.unknownMeasure}
              deed={deed}
              onChange={onChange}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface OneProps {
  hall: HallId;
  signup: Signup;
  measure: string;
  deed: Deed;
  onChange: () => Promise<void>;
}

function One({ hall, signup, measure, deed, onChange }: OneProps) {
  const words = useText().page.publish;
  const locale = useLocale();
  const { id, organisation, contact, message, state, at } = signup;
  const change = async (wanted: { state?: SignupState; forget?: true }) => {
    if (await deed.run(() => moderate(hall, id, wanted), words.changeFailed)) await onChange();
  };
  const remove = async () => {
    if (await deed.run(() => removeSignup(hall, id), words.changeFailed)) await onChange();
  };
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <p>
          <strong>{organisation}</strong> · {words.states[state]}
        </p>
        <p>{words.wants(measure)}</p>
        {contact && <p>{words.contact(contact)}</p>}
        {message && <p className={styles.words}>{message}</p>}
        <p className="hint">{moment(at, locale)}</p>
      </div>
      <div className="row">
        {state !== 'shown' && (
          <button
            type="button"
            className="button"
            aria-label={words.showOne(organisation)}
            disabled={deed.busy}
            onClick={() => void change({ state: 'shown' })}
          >
            {words.show}
          </button>
        )}
        {state !== 'refused' && (
          <button
            type="button"
            className="button"
            aria-label={words.refuseOne(organisation)}
            disabled={deed.busy}
            onClick={() => void change({ state: 'refused' })}
          >
            {words.refuse}
          </button>
        )}
        {(contact || message) && (
          <button
            type="button"
            className="button"
            aria-label={words.forgetOne(organisation)}
            disabled={deed.busy}
            onClick={() => void change({ forget: true })}
          >
            {words.forget}
          </button>
        )}
        <TwoStep
          label={words.remove}
          describe={words.removeOne(organisation)}
          question={words.removeSignupQuestion}
          confirm={words.removeOne(organisation)}
          danger
          onConfirm={() => void remove()}
          disabled={deed.busy}
        />
      </div>
    </li>
  );
}
