/** A button for what can't be taken back: asks once, in its own place, before it does it. */

import { useRef, useState } from 'react';
import { useText } from '../text/index.ts';
import styles from './TwoStep.module.css';

interface Props {
  label: React.ReactNode;
  /** What will happen, said before the second press. */
  question: string;
  confirm: string;
  onConfirm: () => void;
  className?: string;
  /** For screen readers, where the label alone does not say what it is about. */
  describe?: string;
  danger?: boolean;
  disabled?: boolean;
}

export function TwoStep(props: Props) {
  const { label, question, confirm, onConfirm, className = '', describe, danger = false, disabled } = props;
  const { act } = useText();
  const [asked, setAsked] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAsked(false);
    // The first button is back only after React has drawn it.
    requestAnimationFrame(() => first.current?.focus());
  };
  if (!asked) {
    return (
      <button
        ref={first}
        type="button"
        className={`button ${className}`}
        aria-label={describe}
        disabled={disabled}
        onClick={() => setAsked(true)}
      >
        {label}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce itself as a form's part
    <div
      className={styles.ask}
      role="group"
      aria-label={question}
      onKeyDown={(e) => e.key === 'Escape' && close()}
    >
      <p>{question}</p>
      <div className="row">
        <button
          type="button"
          className={`button ${danger ? 'danger' : 'primary'}`}
          // The person pressed the button that stood here; the focus goes on to what took its place.
          ref={(button) => button?.focus()}
          onClick={() => {
            close();
            onConfirm();
          }}
        >
          {confirm}
        </button>
        <button type="button" className="button" onClick={close}>
          {act.cancel}
        </button>
      </div>
    </div>
  );
}
