/**
 * The station as headings and lists, live on the board's own connection: all that can be read and done on the board,
 * for the keyboard, for screen readers, for small screens, and for paper.
 */

import Printer from 'lucide-react/icons/printer';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';
import { NewsSwitch } from '../board/controls/NewsSwitch.tsx';
import { OverBoard } from '../board/controls/OverBoard.tsx';
import { ReturnedTexts } from '../board/controls/ReturnedTexts.tsx';
import { useBoardChanges } from '../board/model/useBoardChanges.ts';
import type { OpenBoard } from '../board/openBoard.ts';
import { OutlineHelp } from '../help/OutlineHelp.tsx';
import { Count } from '../parts/Count.tsx';
import paper from '../parts/paper.module.css';
import { roundPaint } from '../parts/roundPaint.ts';
import { UndoBar } from '../parts/UndoBar.tsx';
import { PullDeeds } from '../plan/PullDeeds.tsx';
import { draftKey } from '../state/boardDraft.ts';
import { useLitAt } from '../state/litNotes.ts';
import { canWrite, isShown } from '../sync/boardConnection.ts';
import { useText } from '../text/index.ts';
import { OutlineLanes } from '../timeline/OutlineLanes.tsx';
import { SlotFields } from '../timeline/SlotFields.tsx';
import { spanOf, yearOf } from '../timeline/slotWords.ts';
import { NoteField } from './NoteField.tsx';
import styles from './Outline.module.css';
import { OutlineGroup } from './OutlineGroup.tsx';
import { OutlineNote } from './OutlineNote.tsx';
import { noteRights, type StationRights } from './outlineDeeds.ts';
import { type Outline as Lists, outlineOf } from './outlineOf.ts';
import { type Choices, PartnerDialog } from './PartnerDialog.tsx';
import { SteadyGround } from './SteadyGround.tsx';
import { type Asking, type OutlineHands, useOutline } from './useOutline.ts';

interface Props {
  board: OpenBoard;
  hall: HallState;
  station: StationState;
  /** The host has paused writing for this person. */
  paused: boolean;
  isMine: (note: NoteId) => boolean;
  moderates: boolean;
}

export function Outline({ board, hall, station, paused, isMine, moderates }: Props) {
  const { board: words, count: counted, years } = useText();
  const year = station.kind === 'timeline' ? yearOf(station) : null;
  const { outline, editor } = words;
  const state = useStore(board.connection.state);
  const shown = isShown(state);
  const rights: StationRights = {
    mayWrite: canWrite(state) && !paused,
    moderates,
    groupingClosed: station.rules.groupingClosed,
    moveOwn: station.rules.moveOwn,
    levels: station.levels,
    anonymous: station.anonymous === true,
    timeline: station.kind === 'timeline',
  };
  const isOwn = (note: NoteId) => isMine(note) || board.actions.written.has(note);
  useBoardChanges(board.surface);
  const hands = useOutline(board, station.id);
  const lit = useLitAt(station.id);
  const lists = outlineOf(board.surface.model.view);
  const { groups, loose } = lists;
  const count = board.surface.model.view.notes.size;
  const { style, band } = roundPaint(hall.rounds, hall.round);

  // What was chosen, picked or open on the board belongs to the board; what was being written is kept as a draft.
  useEffect(() => board.store.setState({ chosen: null, pick: null, focused: null, editing: null }), [board]);

  const list = (notes: readonly NoteView[], grouped: boolean) => (
    <ul className={styles.notes}>
      {notes.map((note, index) => (
        <OutlineNote
          key={note.id}
          note={note}
          grouped={grouped}
          earlier={grouped && index > 0}
          later={grouped && index < notes.length - 1}
          rounds={hall.rounds}
          rights={noteRights(rights, isOwn(note.id), grouped)}
          open={hands.open?.id === note.id ? (hands.open.what as 'menu' | 'edit') : null}
          draftKey={draftKey(station.id, note.id)}
          deeds={hands.notes}
          lit={lit ? lit.notes.includes(note.id) : undefined}
          // How long it lasts: where it begins is told by its headings.
          place={year ? spanOf(years, year, note.slot) : undefined}
          pull={
            hands.open?.id === note.id ? (
              <PullDeeds station={station.id} things={[note.id]} wordsOf={() => note.text} />
            ) : undefined
          }
          places={
            year && hands.open?.id === note.id ? (
              <SlotFields
                year={year}
                slot={note.slot}
                focusKey={`${note.id} place`}
                onSlot={(slot) => hands.place(note.id, slot)}
              />
            ) : undefined
          }
        />
      ))}
    </ul>
  );
  const mayGroup = rights.mayWrite && (rights.moderates || !rights.groupingClosed);

  return (
    <div className={styles.outline}>
      <p className={styles.question}>{station.question}</p>
      <p className={styles.counts}>
        {shown
          ? year
            ? years.outline.counts(count, year.lanes.length)
            : outline.counts(count, groups.length)
          : words.state.connecting}
      </p>
      <ReturnedTexts board={board} mayWrite={rights.mayWrite} inFlow />
      {rights.mayWrite && (
        <div className={`${paper.paper} ${styles.new}`} style={style}>
          <span className={band} aria-hidden="true" />
          <div className={styles.field}>
            <NoteField
              draftKey={draftKey(station.id, 'new')}
              label={outline.write}
              labelled
              submit={editor.save}
              focusKey="new"
              onSave={hands.write}
            />
          </div>
        </div>
      )}
      {rights.mayWrite && moderates && !year && count > 1 && (
        <OutlineHelp board={board} station={station.id} />
      )}
      {shown && !rights.mayWrite && <p className="hint">{outline.readOnly}</p>}
      {shown && count === 0 && <p className={styles.empty}>{words.empty}</p>}
      <SteadyGround className={styles.ground} onLost={hands.lost}>
        {year && (
          <OutlineLanes
            hall={hall.id}
            year={year}
            notes={board.surface.model.notes.values()}
            list={(notes) => list(notes, false)}
          />
        )}
        {!year &&
          groups.map((group) => (
            <OutlineGroup
              key={group.id}
              group={group}
              mayGroup={mayGroup}
              mayMerge={groups.length > 1}
              open={hands.open?.id === group.id ? (hands.open.what as 'menu' | 'title') : null}
              draftKey={draftKey(station.id, group.id)}
              deeds={hands.groups}
              pull={
                <PullDeeds
                  station={station.id}
                  things={[group.id]}
                  wordsOf={() => group.title || group.notes[0]?.text || ''}
                  proposes
                />
              }
            >
              {list(group.notes, true)}
            </OutlineGroup>
          ))}
        {!year && loose.length > 0 && (
          <section className={styles.loose} aria-labelledby="loose">
            <h2 id="loose" className={styles.heading}>
              {outline.loose}{' '}
              <Count shown={counted.number(loose.length)} said={outline.count(loose.length)} />
            </h2>
            {list(loose, false)}
          </section>
        )}
      </SteadyGround>
      <div className={styles.settings}>
        <NewsSwitch />
        <button type="button" className="button" onClick={() => window.print()}>
          <Printer size={18} aria-hidden="true" />
          {outline.print}
        </button>
      </div>
      {rights.mayWrite && <Tools board={board} />}
      <div className={styles.over}>
        <OverBoard board={board} hall={hall.id} mayWrite={rights.mayWrite} textsElsewhere />
      </div>
      {hands.asking && <Ask asking={hands.asking} lists={lists} hall={hall} hands={hands} board={board} />}
    </div>
  );
}

/** What takes back what was done here, at the foot of the screen once there is something to take back. */
function Tools({ board }: { board: OpenBoard }) {
  const words = useText().board;
  const canUndo = useStore(board.store, (hand) => hand.canUndo);
  const canRedo = useStore(board.store, (hand) => hand.canRedo);
  return (
    <UndoBar
      words={words}
      label={words.outline.tools}
      canUndo={canUndo}
      canRedo={canRedo}
      onUndo={() => board.actions.undo()}
      onRedo={() => board.actions.redo()}
    />
  );
}

interface AskProps {
  asking: NonNullable<Asking>;
  lists: Lists;
  hall: HallState;
  hands: OutlineHands;
  board: OpenBoard;
}

function Ask({ asking, lists, hall, hands, board }: AskProps) {
  const { outline } = useText().board;
  const { view } = board.surface.model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it was when the question was asked
  const choices = useMemo(
    () => choicesFor(asking, lists, view.notes.get(noteIn(asking)!)?.cluster),
    [asking],
  );
  const title =
    asking.kind === 'partner' ? outline.partnerTitle : outline.mergeTitle(titleOf(asking.group, lists));
  const quote = asking.kind === 'partner' ? view.notes.get(asking.note)?.note.text : undefined;
  return (
    <PartnerDialog
      title={title}
      {...(quote === undefined ? {} : { quote })}
      choices={choices}
      rounds={hall.rounds}
      onChoose={hands.answer}
      onClose={hands.stopAsking}
    />
  );
}

const noteIn = (asking: NonNullable<Asking>) => (asking.kind === 'partner' ? asking.note : undefined);
const titleOf = (group: string, { groups }: Lists) => groups.find(({ id }) => id === group)?.title ?? '';

/** All but the thing itself and the group that it is in. */
function choicesFor(
  asking: NonNullable<Asking>,
  { groups, loose }: Lists,
  within: string | undefined,
): Choices {
  const own = asking.kind === 'merge' ? asking.group : within;
  return {
    groups: groups
      .filter(({ id }) => id !== own)
      .map(({ id, title, notes }) => ({ id, title, count: notes.length })),
    notes: asking.kind === 'merge' ? [] : loose.filter(({ id }) => id !== asking.note),
  };
}
