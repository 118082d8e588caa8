/** Joining: by the code in the address, by the key that a QR code carried, or by typing the code. */

import { useEffect, useState } from 'react';
import { tidyCode } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { dropKey, keyInAddress, navigate } from '../router.ts';
import { knownHalls, knownKeys } from '../state/knownHalls.ts';
import { liveSessions } from '../sync/session.ts';
import { useText } from '../text/index.ts';
import styles from './Join.module.css';
import { JoinForm } from './JoinForm.tsx';
import { Loading } from './Loading.tsx';
import { Page } from './Page.tsx';

export default function Join({ code = '' }: { code?: string | undefined }) {
  const { join } = useText();
  const [joinKey, setJoinKey] = useState(keyInAddress);
  const [asking, setAsking] = useState(() => mayBeIn(code, joinKey));

  useEffect(() => {
    let stopped = false;
    const halls = hallsOf(code, joinKey);
    if (halls.length === 0) return;
    void liveSessions().then((outcome) => {
      if (stopped) return;
      const session = outcome.ok && outcome.data.find(({ hallId }) => halls.includes(hallId));
      if (session) {
        dropKey();
        navigate(paths.hall(session.hallId), { replace: true });
      } else setAsking(false);
    });
    return () => {
      stopped = true;
    };
  }, [code, joinKey]);

  if (asking) return <Loading />;
  return (
    <Page>
      <div className={styles.join}>
        <ViewTitle name={join.title} />
        <JoinForm
          key={code}
          code={code}
          joinKey={joinKey}
          onKeySpent={() => {
            dropKey();
            setJoinKey(null);
          }}
          onIn={({ hallId }) => navigate(paths.hall(hallId), { replace: true })}
        />
      </div>
    </Page>
  );
}

const mayBeIn = (code: string, key: string | null) => hallsOf(code, key).length > 0;

/** The halls that this browser knows by this code or key, which it may well still be in. */
function hallsOf(code: string, key: string | null): string[] {
  const halls = knownHalls();
  const found = halls.filter((hall) =>
    key ? knownKeys(hall.id).join === key : hall.code === tidyCode(code),
  );
  return found.map(({ id }) => id);
}
