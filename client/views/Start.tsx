/** The server's front page: join by code, go back to a hall, or make one. */

import { type FormEvent, useId, useState } from 'react';
import { CODE_LENGTH, tidyCode } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { BrandMark } from '../parts/BrandMark.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { navigate } from '../router.ts';
import { useText } from '../text/index.ts';
import { CreateHall } from './CreateHall.tsx';
import { Page } from './Page.tsx';
import { RecentHalls } from './RecentHalls.tsx';
import styles from './Start.module.css';
import { Steps } from './Steps.tsx';

export default function Start() {
  const { product, start } = useText();
  return (
    <Page width="wide" unnamed>
      <div className={styles.start}>
        <div className={styles.welcome}>
          <div className={styles.name}>
            <BrandMark size={56} />
            <ViewTitle name={product} className={styles.title} />
          </div>
          <p className={styles.lead}>{start.lead}</p>
          <EnterCode />
          <RecentHalls />
          <Steps />
        </div>
        <CreateHall />
      </div>
    </Page>
  );
}

function EnterCode() {
  const { start, join } = useText();
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  const go = (event: FormEvent) => {
    event.preventDefault();
    const tidy = tidyCode(code);
    if (tidy) navigate(paths.joinByCode(tidy));
    else setFault(join.needCode);
  };
  return (
    <form className={styles.code} onSubmit={go} noValidate>
      <label className="label" htmlFor={id}>
        {start.codeLabel}
      </label>
      <div className={styles.codeRow}>
        <input
          id={id}
          className={`input ${styles.codeField}`}
          value={code}
          onChange={(event) => {
            setCode(event.target.value);
            setFault(null);
          }}
          maxLength={CODE_LENGTH + 4}
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          aria-describedby={`${id}hint`}
        />
        <button type="submit" className={`button primary ${styles.join}`}>
          {start.join}
        </button>
      </div>
      <p className="hint" id={`${id}hint`}>
        {start.codeHint}
      </p>
      <FaultLine text={fault} />
    </form>
  );
}
