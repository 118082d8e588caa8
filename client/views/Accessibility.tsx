/** The statement on accessibility, which Norwegian public bodies must have: what is met, and what is not. */

import { ViewTitle } from '../parts/ViewTitle.tsx';
import { useText } from '../text/index.ts';
import styles from './Accessibility.module.css';
import { Page } from './Page.tsx';

export default function Accessibility() {
  const { accessibility: words } = useText();
  return (
    <Page>
      <article className={styles.article}>
        <ViewTitle name={words.title} />
        <p className={styles.lead}>{words.lead}</p>
        <h2>{words.metTitle}</h2>
        <Points points={words.met} />
        <h2>{words.notMetTitle}</h2>
        <Points points={words.notMet} />
        <h2>{words.contactTitle}</h2>
        <p>{words.contact}</p>
      </article>
    </Page>
  );
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
