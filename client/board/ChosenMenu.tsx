/** What can be done with what is chosen, each by a tap: everything that a drag does has its button here. */

import Combine from 'lucide-react/icons/combine';
import Group from 'lucide-react/icons/group';
import Move from 'lucide-react/icons/move';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import Ungroup from 'lucide-react/icons/ungroup';
import X from 'lucide-react/icons/x';
import type { ComponentType, RefObject } from 'react';
import { useStore } from 'zustand';
import type { Level } from '../../shared/domain/hall.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import { useText } from '../text/index.ts';
import styles from './ChosenMenu.module.css';
import type { OpenBoard } from './openBoard.ts';
import { useBoardChanges } from './useBoardChanges.ts';

interface Props {
  board: OpenBoard;
  levels: boolean;
  isMine: (note: NoteId) => boolean;
  /** Whether this person may take down what others wrote. */
  moderates: boolean;
  ref: RefObject<HTMLDivElement | null>;
}

export function ChosenMenu({ board, levels, isMine, moderates, ref }: Props) {
  const words = useText().board;
  const chosen = useStore(board.store, (hand) => hand.chosen);
  const busy = useStore(board.store, (hand) => hand.editing !== null || hand.pick !== null || hand.carrying);
  useBoardChanges(board.surface);
  if (!chosen || busy) return null;
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
  const { actions, store, surface } = board;
  const [first] = notes as [NoteId];
  const single = notes.length === 1;
  const grouped = notes.some((id) => surface.model.view.notes.get(id)?.cluster);
  const mine = notes.every(isMine);
  const present = surface.model.notes.get(first)?.level;
  const group = () => {
    const made = actions.groupWith(notes.slice(1), first);
    store.setState(made ? { chosen: null, editing: { kind: 'title', id: made } } : { chosen: null });
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
      <Deed
        sign={Move}
        label={menu.move}
        run={() => store.setState({ pick: { kind: 'placeNotes', notes } })}
      />
      {!single && <Deed sign={Group} label={menu.groupThese} run={group} />}
      <Deed
        sign={Combine}
        label={menu.group}
        run={() => store.setState({ pick: { kind: 'partner', notes } })}
      />
      {grouped && <Deed sign={Ungroup} label={menu.takeOut} run={() => actions.takeOut(notes)} />}
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
  const { store } = board;
  return (
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
  );
}

interface DeedProps {
  sign: ComponentType<{ size: number; 'aria-hidden': 'true' }>;
  label: string;
  run: () => void;
  danger?: boolean;
}

function Deed({ sign: Sign, label, run, danger = false }: DeedProps) {
  return (
    <button type="button" className={styles.deed} data-danger={danger || undefined} onClick={run}>
      <Sign size={20} aria-hidden="true" />
      {label}
    </button>
  );
}
