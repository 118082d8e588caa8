/** Stands where a hall's view would: one is not in, or not any longer. What was not sent is kept, and can be copied. */

import { useEffect, useState } from 'react';
import type { HallId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { NoteText } from '../parts/NoteText.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { navigate } from '../router.ts';
import { boardCopies } from '../state/boardCopies.ts';
import { pageStorage } from '../state/deviceStorage.ts';
import { lastSeenHall } from '../state/knownHalls.ts';
import { unsentTexts } from '../sync/unsent.ts';
import { useText } from '../text/index.ts';
import styles from './Ended.module.css';
import { JoinForm } from './JoinForm.tsx';
import { Page } from './Page.tsx';

interface Props {
  hall: HallId;
  why: 'ended' | 'not_yet' | 'bad_key';
  /** One is in again. */
  onBack: () => void;
}

export default function Ended({ hall, why, onBack }: Props) {
  const { ended, join, act } = useText();
  const [texts] = useState(() => unsentTexts(pageStorage, hall));
  // Boards are not this browser's to show any more; what was written here and not sent is.
  useEffect(() => void boardCopies.forget(hall), [hall]);
  const title = why === 'ended' ? ended.title : join.title;
  const lead = { ended: ended.lead, not_yet: join.notYet, bad_key: join.badKey }[why];
  return (
    <Page>
      <div className={styles.ended}>
        <ViewTitle name={title} />
        <p>{lead}</p>
        {texts.length > 0 && (
          <section className="card stack">
            <h2>{ended.unsent(texts.length)}</h2>
            <p className="hint">{ended.unsentHint}</p>
            <ul className={styles.texts}>
              {texts.map((text, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two notes may say the same, and the list never changes
                <li key={index}>
                  <NoteText text={text} />
                </li>
              ))}
            </ul>
            <div>
              <CopyButton text={texts.join('\n\n')} label={texts.length > 1 ? ended.copyAll : act.copy} />
            </div>
          </section>
        )}
        <JoinForm
          code={lastSeenHall(hall)?.code ?? ''}
          onIn={({ hallId }) =>
            hallId === hall ? onBack() : navigate(paths.hall(hallId), { replace: true })
          }
        />
      </div>
    </Page>
  );
}
