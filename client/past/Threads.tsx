/** Threads across stations: those that are linked, and to hosts and the organiser suggestions to link or refuse. */

import { useEffect, useState } from 'react';
import type { HallState, ShownThread } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { Link } from '../parts/Link.tsx';
import { announce } from '../state/announcer.ts';
import { useHallStore } from '../state/hallStore.ts';
import { request } from '../sync/hallConnection.ts';
import { useText } from '../text/index.ts';
import { boardPath } from './boardPath.ts';
import { lightThing } from './lightThing.ts';
import styles from './Threads.module.css';
import { lookForThreads, useThreadStore } from './threadStore.ts';

export default function Threads({ hall }: { hall: HallState }) {
  const { past, faults } = useText();
  const words = past.threads;
  const role = useHallStore((store) => store.you?.role);
  const judges = (role === 'organiser' || role === 'host') && hall.endedAt === null;
  const { threads, fault: lookFault, looked } = useThreadStore();
  const [fault, setFault] = useState<string | null>(null);
  /** What was refused last, so that one press brings it back. */
  const [refused, setRefused] = useState<ShownThread | null>(null);
  useEffect(() => void lookForThreads(hall.id), [hall.id]);

  const set = async (thread: ShownThread, as: 'linked' | 'refused' | null) => {
    setFault(null);
    const items = thread.items.map(({ stationId, note, cluster }) => ({
      stationId,
      thing: (note ?? cluster)!,
    }));
    const outcome = await request('thread:set', { key: thread.key, as, ...(as === null ? {} : { items }) });
    if (!outcome.ok) {
      return setFault(`${words.failed} ${faults[outcome.error.code] ?? faults.unknown}`);
    }
    setRefused(as === 'refused' ? thread : null);
    announce(as === 'linked' ? words.linkedNow : as === 'refused' ? words.refusedNow : words.unlinkedNow);
    await lookForThreads(hall.id);
  };
  const linked = threads.filter(({ state }) => state === 'linked');
  const suggested = threads.filter(({ state }) => state === 'suggested');
  const row = (thread: ShownThread) => (
    <li key={thread.key} className={styles.thread}>
      <ul className={styles.items}>
        {thread.items.map((item) => {
          const { stationId, note, cluster, title } = item;
          const station = hall.stations.find(({ id }) => id === stationId);
          return (
            <li key={`${stationId} ${note ?? cluster}`}>
              <Link to={boardPath(hall, stationId)} onClick={() => void lightThing(hall.id, item)}>
                {title || station?.title}
              </Link>{' '}
              {station && <span className={styles.at}>{words.at(station.title)}</span>}
            </li>
          );
        })}
      </ul>
      {thread.why.length > 0 && <p className="hint">{words.why(thread.why.join(', '))}</p>}
      {judges && (
        <div className="row">
          {thread.state === 'suggested' ? (
            <>
              <Judge thread={thread} label={words.link} run={() => void set(thread, 'linked')} />
              <Judge thread={thread} label={words.refuse} run={() => void set(thread, 'refused')} />
            </>
          ) : (
            <Judge thread={thread} label={words.unlink} run={() => void set(thread, null)} />
          )}
        </div>
      )}
    </li>
  );
  return (
    <div className={styles.threads}>
      <p className="hint">{words.lead}</p>
      {looked && threads.length === 0 && !lookFault && <p>{words.none}</p>}
      {linked.length > 0 && (
        <section>
          <h3>{words.linked}</h3>
          <ul className={styles.list}>{linked.map(row)}</ul>
        </section>
      )}
      {suggested.length > 0 && (
        <section>
          <h3>{words.suggested}</h3>
          <ul className={styles.list}>{suggested.map(row)}</ul>
        </section>
      )}
      {refused && (
        <p>
          {words.refusedNow}{' '}
          <button type="button" className="button" onClick={() => void set(refused, null)}>
            {words.undo}
          </button>
        </p>
      )}
      <FaultLine text={fault ?? (lookFault && words.lookFailed)} />
      <div>
        <button type="button" className="button quiet" onClick={() => void lookForThreads(hall.id)}>
          {words.look}
        </button>
      </div>
    </div>
  );
}

function Judge({ thread, label, run }: { thread: ShownThread; label: string; run: () => void }) {
  const words = useText().past.threads;
  return (
    <button
      type="button"
      className="button"
      aria-label={`${label}: ${words.of(thread.items[0]?.title ?? '')}`}
      onClick={run}
    >
      {label}
    </button>
  );
}
