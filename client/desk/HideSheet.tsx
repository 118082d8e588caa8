/** Asks what the writer of a note shall be told when it is taken down. One tap on kind words does it; it can be undone. */

import { useId, useState } from 'react';
import { Modal } from '../parts/Modal.tsx';
import { useText } from '../text/index.ts';
import styles from './HideSheet.module.css';

interface Props {
  /** The note's own words. */
  text: string;
  messages: readonly string[];
  /** An empty message: none. */
  onHide: (message: string) => void;
  onClose: () => void;
}

const MESSAGE_MAX = 300;

export function HideSheet({ text, messages, onHide, onClose }: Props) {
  const { host, act } = useText();
  const words = host.hide;
  const [own, setOwn] = useState('');
  const id = useId();
  return (
    <Modal title={words.title} sheet className={styles.sheet} onClose={onClose}>
      <p className={styles.quote} dir="auto">
        {text}
      </p>
      <p className="hint">{words.lead}</p>
      <div className={styles.messages}>
        {messages.map((message) => (
          <button
            key={message}
            type="button"
            className={`button ${styles.message}`}
            onClick={() => onHide(message)}
          >
            {message}
          </button>
        ))}
      </div>
      <details>
        <summary className={styles.summary}>{words.own}</summary>
        <form
          className={styles.own}
          onSubmit={(event) => {
            event.preventDefault();
            if (own.trim()) onHide(own.trim());
          }}
        >
          <label htmlFor={`${id}own`} className="label">
            {words.ownLabel}
          </label>
          <textarea
            id={`${id}own`}
            className="input"
            rows={2}
            maxLength={MESSAGE_MAX}
            value={own}
            onChange={(event) => setOwn(event.target.value)}
          />
          <button type="submit" className="button primary" disabled={!own.trim()}>
            {words.ownSend}
          </button>
        </form>
      </details>
      <div className={styles.foot}>
        <button type="button" className="button quiet" onClick={() => onHide('')}>
          {words.silent}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {act.cancel}
        </button>
      </div>
    </Modal>
  );
}
