/** What hosts and the organiser did, newest first. No note's text stands here. */

import { useState } from 'react';
import type { HallState, LogLine } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { request } from '../sync/hallConnection.ts';
import { useLocale, useText } from '../text/index.ts';
import { deedWords } from './deedWords.ts';
import styles from './Log.module.css';
import { clock } from './moments.ts';
import { faultWords } from './useAsking.ts';
import { usePolled } from './usePolled.ts';

const EVERY_MS = 15_000;
const STEP = 15;

export function Log({ hall, open }: { hall: HallState; open: boolean }) {
  const { run } = useText();
  const words = run.log;
  const { data, fault, look } = usePolled(() => request('log:look', {}), open, EVERY_MS);
  const [shown, setShown] = useState(STEP);
  const lines = data?.lines ?? [];
  return (
    <>
      <p className={styles.soft}>{words.lead}</p>
      <FaultLine text={fault && `${words.failed} ${faultWords(fault)}`} />
      {data && lines.length === 0 && <p>{words.empty}</p>}
      <ol className={styles.lines}>
        {lines.slice(0, shown).map((line) => (
          <Line key={`${line.at} ${line.deed} ${line.about} ${line.stationId}`} line={line} hall={hall} />
        ))}
      </ol>
      <div className="row">
        {lines.length > shown && (
          <button type="button" className="button" onClick={() => setShown(shown + STEP)}>
            {words.more(Math.min(STEP, lines.length - shown))}
          </button>
        )}
        <button type="button" className="button quiet" onClick={() => void look()}>
          {words.refresh}
        </button>
      </div>
    </>
  );
}

function Line({ line, hall }: { line: LogLine; hall: HallState }) {
  const { run, organise } = useText();
  const locale = useLocale();
  const station = hall.stations.find(({ id }) => id === line.stationId);
  return (
    <li className={styles.line}>
      <time className={styles.time} dateTime={new Date(line.at).toISOString()}>
        {clock(line.at, locale)}
      </time>
      <span>
        <strong>{line.name || organise.roles[line.role]}</strong> {deedWords(line, run.log)}
        {station && <span className={styles.soft}> · {station.title}</span>}
      </span>
    </li>
  );
}
