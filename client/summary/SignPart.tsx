/** Who signed a summary and when, and whether it has changed since; and the way to sign it. */

import BadgeCheck from 'lucide-react/icons/badge-check';
import PenLine from 'lucide-react/icons/pen-line';
import { hashOf, type PointView, type Signature } from '../../shared/plan/planDoc.ts';
import { changesSince } from '../../shared/plan/signed.ts';
import type { SummaryOf } from '../../shared/plan/source.ts';
import { useDeed } from '../desk/useDeed.ts';
import { moment } from '../organise/moments.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { announce } from '../state/announcer.ts';
import { useLocale, useText } from '../text/index.ts';
import styles from './Summary.module.css';

interface SignedProps {
  points: readonly PointView[];
  signature: Signature | null;
}

const hasChanged = ({ points, signature }: SignedProps) =>
  signature !== null && signature.hash !== hashOf(points);

/** How the signature stands; nothing where there is none. */
export function Signed({ points, signature }: SignedProps) {
  const words = useText().plan.summary.sign;
  const locale = useLocale();
  if (!signature) return null;
  const changed = hasChanged({ points, signature });
  const { removed } = changesSince(points, signature);
  return (
    <div className={styles.sign} data-changed={changed || undefined}>
      <p className={styles.signed}>
        <BadgeCheck size={20} aria-hidden="true" />
        <span>{signedBy(words, signature, moment(signature.at, locale))}</span>
      </p>
      {changed && (
        <p className={styles.changed}>
          <strong>{words.changed}.</strong> {signature.points ? words.changedPoints : words.changedHint}
          {removed > 0 && ` ${words.removed(removed)}`}
        </p>
      )}
    </div>
  );
}

interface Props extends SignedProps {
  of: SummaryOf;
  /** All that was written here is on the server's disk. */
  saved: boolean;
}

/** For who may sign. */
export function SignPart({ of, points, signature, saved }: Props) {
  const words = useText().plan.summary.sign;
  const { fault, act } = useDeed();
  const sign = async (signed: boolean) => {
    // What is signed is what the server has.
    if (signed && !saved) return announce(words.unsaved);
    const done = await act('summary:sign', { of, signed }, words.failed);
    if (done) announce(signed ? words.signed : words.withdrawn);
  };
  if (points.length === 0 && !signature) return null;
  const open = points.length > 0 && (!signature || hasChanged({ points, signature }));
  return (
    <section className={styles.signing} aria-label={words.title}>
      {!signature && <p className="hint">{words.unsigned}</p>}
      <div className="row">
        {open && (
          <button
            type="button"
            className="button primary"
            aria-disabled={!saved || undefined}
            onClick={() => void sign(true)}
          >
            <PenLine size={18} aria-hidden="true" />
            {signature ? words.again : words.sign}
          </button>
        )}
        {signature && (
          <button type="button" className="button quiet" onClick={() => void sign(false)}>
            {words.withdraw}
          </button>
        )}
      </div>
      <FaultLine text={fault} />
    </section>
  );
}

type SignWords = ReturnType<typeof useText>['plan']['summary']['sign'];

/** Who signed and when, as a sentence; the name may be unknown. */
export function signedBy(words: SignWords, { by }: Signature, when: string): string {
  return by ? words.by(by, when) : words.nameless(when);
}
