/** One's own notes, here or at all stations, with how far each has come. */

import { useState } from 'react';
import type { NoteId } from '../../shared/domain/ids.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { Choice } from '../parts/Choice.tsx';
import { FaultLine } from '../parts/FaultLine.tsx';
import { OwnNoteCard } from '../parts/OwnNoteCard.tsx';
import { announce } from '../state/announcer.ts';
import { isPaused, useHallStore } from '../state/hallStore.ts';
import { notesAt, type ShownNote, shownNotes, useOutboxStore } from '../state/outboxStore.ts';
import { tryNow } from '../sync/hallConnection.ts';
import { currentOutbox } from '../sync/ownNotes.ts';
import { useText } from '../text/index.ts';
import styles from './OwnNotes.module.css';

interface Props {
  hall: HallState;
  /** Where one is; without it, all one's own notes are shown. */
  station?: StationState;
}

export function OwnNotes({ hall, station }: Props) {
  const { pad, connection } = useText();
  const outbox = useOutboxStore();
  const connected = useHallStore((store) => store.connection.state === 'connected');
  const [reach, setReach] = useState<'here' | 'all'>(station ? 'here' : 'all');
  const [open, setOpen] = useState<NoteId | null>(null);
  const all = shownNotes(outbox);
  const shown = notesAt(all, reach === 'here' && station ? station.id : null);
  const waiting = outbox.entries.filter((entry) => !entry.refused).length;
  const you = useHallStore((store) => store.you);
  const stations = new Map(hall.stations.map((one) => [one.id, one]));

  return (
    <section className={styles.notes}>
      <div className={styles.head}>
        <h2 className={styles.title}>{reach === 'here' ? pad.here : pad.everywhere}</h2>
        {station && (all.length > shown.length || reach === 'all') && (
          <Choice
            quiet
            legend={pad.show}
            value={reach}
            options={[
              { value: 'here', label: pad.showHere },
              { value: 'all', label: `${pad.showAll} (${all.length})` },
            ]}
            onChoose={setReach}
          />
        )}
      </div>
      <FaultLine text={outbox.kept ? null : pad.notKept} />
      {waiting > 0 && !connected && (
        <p className={`row ${styles.waiting}`}>
          {pad.waitingCount(waiting)}
          <button type="button" className="button" onClick={tryNow}>
            {connection.tryNow}
          </button>
        </p>
      )}
      {shown.length === 0 && outbox.mine !== null && (
        <p className={styles.none}>{reach === 'here' ? pad.noneHere : pad.noneAtAll}</p>
      )}
      <ul className={styles.list}>
        {shown.map((one) => {
          const at = stations.get(one.note.stationId);
          return (
            <li key={one.note.id}>
              <OwnNoteCard
                shown={one}
                rounds={hall.rounds}
                connected={connected}
                locale={hall.locale}
                station={reach === 'all' ? (at?.title ?? null) : null}
                hiding={at?.rules.hiding ?? false}
                paused={at !== undefined && isPaused(at, you)}
                anonymous={at?.anonymous ?? false}
                open={open === one.note.id}
                onOpen={(wanted) => setOpen(wanted ? one.note.id : null)}
                onEdit={(text) => {
                  currentOutbox().edit(wishOf(one), text);
                  announce(pad.saved);
                }}
                onWithdraw={() => {
                  currentOutbox().withdraw(wishOf(one));
                  announce(pad.withdrawn);
                }}
                onRetry={() => currentOutbox().retry(one.note.id)}
                onDiscard={() => currentOutbox().discard(one.note.id)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the outbox goes on from: the wish that waits, or the note as the server has it. */
function wishOf({ entry, note }: ShownNote) {
  return entry ?? note;
}
