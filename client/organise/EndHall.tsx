/** The end of the hall, which can be taken back; and a hall that is over, whose notes are to be taken home. */

import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { TwoStep } from '../parts/TwoStep.tsx';
import { announce } from '../state/announcer.ts';
import { useLocale, useText } from '../text/index.ts';
import styles from './Log.module.css';
import { moment } from './moments.ts';
import { Take } from './Take.tsx';
import { useAsking } from './useAsking.ts';

export function EndHall() {
  const { end } = useText().run;
  const asking = useAsking();
  const finish = async () => {
    if (await asking.ask('hall:end', { ended: true }, end.failed)) announce(end.ended);
  };
  return (
    <>
      <p className={styles.soft}>{end.lead}</p>
      <div>
        <TwoStep
          danger
          label={end.button}
          question={end.question}
          confirm={end.confirm}
          onConfirm={() => void finish()}
          disabled={asking.busy}
        />
      </div>
      <FaultLine text={asking.fault} />
    </>
  );
}

export function EndedHall({ hall }: { hall: HallState }) {
  const { end } = useText().run;
  const locale = useLocale();
  const asking = useAsking();
  const reopen = async () => {
    if (await asking.ask('hall:end', { ended: false }, end.reopenFailed)) announce(end.reopened);
  };
  return (
    <>
      <p>{end.endedAt(moment(hall.endedAt ?? 0, locale))}</p>
      <h3>{end.takeFirst}</h3>
      <Take hall={hall.id} />
      <div>
        <TwoStep
          label={end.reopen}
          question={end.reopenQuestion}
          confirm={end.reopenConfirm}
          onConfirm={() => void reopen()}
          disabled={asking.busy}
        />
      </div>
      <FaultLine text={asking.fault} />
    </>
  );
}
