/** What can be done with what is chosen, each by a tap: everything that a drag does has its button here. */

import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import BringToFront from 'lucide-react/icons/bring-to-front';
import Combine from 'lucide-react/icons/combine';
import FoldVertical from 'lucide-react/icons/fold-vertical';
import Grid2x2Check from 'lucide-react/icons/grid-2x2-check';
import Group from 'lucide-react/icons/group';
import ListPlus from 'lucide-react/icons/list-plus';
import Move from 'lucide-react/icons/move';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import UnfoldVertical from 'lucide-react/icons/unfold-vertical';
import Ungroup from 'lucide-react/icons/ungroup';
import X from 'lucide-react/icons/x';
import { type ComponentType, type RefObject, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import type { Level } from '../../../shared/domain/hall.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import ThreadLinks from '../../past/ThreadLinks.tsx';
import { PullDeeds } from '../../plan/PullDeeds.tsx';
import { useText } from '../../text/index.ts';
import type { Chosen } from '../hand/handStore.ts';
import { barsMove } from '../model/stationRules.ts';
import { useBoardChanges } from '../model/useBoardChanges.ts';
import type { OpenBoard } from '../openBoard.ts';
import styles from './ChosenMenu.module.css';

interface Props {
  board: OpenBoard;
  levels: boolean;
  isMine: (note: NoteId) => boolean;
  /** Whether this person may take down what others wrote. */
  moderates: boolean;
  ref: RefObject<HTMLDivElement | null>;
}

export function ChosenMenu(props: Props) {
  const { store } = props.board;
  const chosen = useStore(store, (hand) => hand.chosen);
  const busy = useStore(store, (hand) => hand.editing !== null || hand.pick !== null || hand.carrying);
  return chosen && !busy ? <Menu {...props} chosen={chosen} /> : null;
}

function Menu({ board, chosen, levels, isMine, moderates, ref }: Props & { chosen: Chosen }) {
  const words = useText().board;
  useBoardChanges(board.surface);
  // While it still stands in the page: with it would go the focus of who pressed a button in it by key.
  useLayoutEffect(() => {
    const menu = ref.current;
    return () => {
      if (menu?.contains(document.activeElement)) board.surface.element.focus({ preventScroll: true });
    };
  }, [ref, board]);
  const close = () => {
    board.store.setState({ chosen: null });
    board.surface.element.focus({ preventScroll: true });
  };
  const title =
    chosen.kind === 'cluster'
      ? words.menu.cluster(board.surface.model.clusters.get(chosen.cluster)?.title ?? '')
      : chosen.notes.length === 1
        ? words.menu.note
        : words.menu.notes(chosen.notes.length);
  return (
    <div
      ref={ref}
      className={styles.menu}
      role="toolbar"
      aria-label={title}
      data-control=""
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <p className={styles.title}>{title}</p>
      <div className={styles.deeds}>
        {chosen.kind === 'cluster' ? (
          <ClusterDeeds board={board} cluster={chosen.cluster} />
        ) : (
          <NoteDeeds
            board={board}
            notes={chosen.notes}
            levels={levels}
            isMine={isMine}
            moderates={moderates}
          />
        )}
      </div>
      <button type="button" className={styles.close} aria-label={words.menu.close} onClick={close}>
        <X size={20} aria-hidden="true" />
      </button>
    </div>
  );
}

interface NoteDeedsProps extends Omit<Props, 'ref'> {
  notes: NoteId[];
}

function NoteDeeds({ board, notes, levels, isMine, moderates }: NoteDeedsProps) {
  const { menu, level } = useText().board;
  const { actions, store, surface, hand } = board;
  const [first] = notes as [NoteId];
  const single = notes.length === 1;
  const grouped = notes.some((id) => surface.model.view.notes.get(id)?.cluster);
  const mine = notes.every(isMine);
  const rules = board.rules();
  const groups = !rules.groupingClosed;
  const moves = !notes.some((id) => barsMove(rules, id, isMine));
  const home = surface.model.view.notes.get(first)?.cluster;
  const members = (home && surface.model.view.clusters.get(home)?.members) || [];
  const together = grouped && notes.every((id) => surface.model.view.notes.get(id)?.cluster === home);
  const present = surface.model.notes.get(first)?.level;
  const group = () => {
    const made = actions.groupWith(notes.slice(1), first);
    store.setState({ chosen: null });
    hand.made(made);
  };
  const split = () => {
    const made = actions.split(notes);
    store.setState({ chosen: null });
    hand.made(made);
  };
  return (
    <>
      {single && mine && (
        <Deed
          sign={Pencil}
          label={menu.edit}
          run={() => store.setState({ editing: { kind: 'note', id: first }, chosen: null })}
        />
      )}
      {moves && (groups || !grouped) && (
        <Deed
          sign={Move}
          label={menu.move}
          run={() => store.setState({ pick: { kind: 'placeNotes', notes } })}
        />
      )}
      {groups && !single && !together && <Deed sign={Group} label={menu.groupThese} run={group} />}
      {groups && !single && together && notes.length < members.length && (
        <Deed sign={BringToFront} label={menu.split} run={split} />
      )}
      {groups && (
        <Deed
          sign={Combine}
          label={menu.group}
          run={() => store.setState({ pick: { kind: 'partner', notes } })}
        />
      )}
      {groups && moves && grouped && (
        <Deed sign={Ungroup} label={menu.takeOut} run={() => actions.takeOut(notes)} />
      )}
      {groups && single && members.length > 1 && (
        <>
          <Deed
            sign={ArrowLeft}
            label={menu.earlier}
            run={() => actions.shift(first, -1)}
            disabled={members[0] === first}
          />
          <Deed
            sign={ArrowRight}
            label={menu.later}
            run={() => actions.shift(first, 1)}
            disabled={members.at(-1) === first}
          />
        </>
      )}
      {!single && <Deed sign={Grid2x2Check} label={menu.tidy} run={() => board.tidy()} />}
      <Deed sign={ListPlus} label={menu.more} run={() => store.setState({ pick: { kind: 'more' } })} />
      {levels &&
        single &&
        mine &&
        (['local', 'national'] as Level[]).map((one) => (
          <button
            key={one}
            type="button"
            className={styles.deed}
            aria-pressed={present === one}
            onClick={() => actions.setLevel(first, present === one ? undefined : one)}
          >
            <span className={styles.tick} aria-hidden="true">
              {present === one ? '●' : '○'}
            </span>
            {level[one]}
          </button>
        ))}
      <PullDeeds
        station={board.station}
        things={notes}
        wordsOf={() => surface.model.notes.get(first)?.text ?? ''}
        className={styles.deed}
      />
      {single && <ThreadLinks note={first} cluster={home} className={styles.deed} />}
      {mine && (
        <Deed
          sign={Trash2}
          label={moderates ? menu.remove : menu.removeOwn}
          run={() => board.remove()}
          danger
        />
      )}
    </>
  );
}

function ClusterDeeds({ board, cluster }: { board: OpenBoard; cluster: ClusterId }) {
  const { menu } = useText().board;
  const { store, folds } = board;
  const folded = folds.has(cluster);
  const groups = !board.rules().groupingClosed;
  return (
    <>
      <Deed
        sign={folded ? UnfoldVertical : FoldVertical}
        label={folded ? menu.unfold : menu.fold}
        run={() => folds.toggle(cluster)}
      />
      {groups && (
        <>
          <Deed
            sign={Pencil}
            label={menu.name}
            run={() => store.setState({ editing: { kind: 'title', id: cluster }, chosen: null })}
          />
          <Deed
            sign={Move}
            label={menu.move}
            run={() => store.setState({ pick: { kind: 'placeCluster', cluster } })}
          />
          <Deed
            sign={Combine}
            label={menu.merge}
            run={() => store.setState({ pick: { kind: 'merge', cluster } })}
          />
        </>
      )}
      <PullDeeds
        station={board.station}
        things={[cluster]}
        wordsOf={() => groupWords(board, cluster)}
        className={styles.deed}
        proposes
      />
    </>
  );
}

/** A group's name, or where it has none its first note. */
function groupWords({ surface: { model } }: OpenBoard, cluster: ClusterId): string {
  const first = model.view.clusters.get(cluster)?.members[0];
  return model.clusters.get(cluster)?.title || (first && model.notes.get(first)?.text) || '';
}

interface DeedProps {
  sign: ComponentType<{ size: number; 'aria-hidden': 'true' }>;
  label: string;
  run: () => void;
  danger?: boolean;
  disabled?: boolean;
}

function Deed({ sign: Sign, label, run, danger = false, disabled }: DeedProps) {
  return (
    <button
      type="button"
      className={styles.deed}
      data-danger={danger || undefined}
      // Never `disabled`: a button that turns so under the finger would throw the focus away.
      aria-disabled={disabled}
      onClick={disabled ? undefined : run}
    >
      <Sign size={20} aria-hidden="true" />
      {label}
    </button>
  );
}
