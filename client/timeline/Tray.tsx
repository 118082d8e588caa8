/** Under the grid: notes without a place, with the tools that always lie at hand. */

import Keyboard from 'lucide-react/icons/keyboard';
import Redo2 from 'lucide-react/icons/redo-2';
import SquarePen from 'lucide-react/icons/square-pen';
import Undo2 from 'lucide-react/icons/undo-2';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Count } from '../parts/Count.tsx';
import { ToolButton } from '../parts/ToolButton.tsx';
import { useText } from '../text/index.ts';
import { GridNote } from './GridNote.tsx';
import styles from './Tray.module.css';
import { isNote, type TimelineShow } from './timelineShow.ts';
import type { Aims } from './useDragging.ts';
import type { GridKeys } from './useGridKeys.ts';
import { WriteHere } from './WriteHere.tsx';

interface Props {
  show: TimelineShow;
  keys: GridKeys;
  aims: Aims;
  question: string;
}

export function Tray({ show, keys, aims, question }: Props) {
  const { years, board } = useText();
  const [helping, setHelping] = useState(false);
  const words = years.tray;
  const { laid, rights, now, deeds, hands } = show;
  const tray = laid.tray.filter(isNote);
  const writing = now.what === 'write' && now.at === null;
  const aimed = [...aims.values()].some((aim) => aim?.to === 'tray');
  const writes = rights.mayWrite && !hands;
  return (
    <section
      className={styles.tray}
      data-tray=""
      data-aimed={aimed || undefined}
      aria-label={words.label(tray.length)}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>
          {words.title} <Count shown={tray.length} said={years.notes(tray.length)} />
        </h2>
        <p className={styles.hint}>
          {tray.length === 0 ? question || words.empty : rights.mayWrite ? words.hint : words.read}
        </p>
        {now.what === 'pick' && (
          <button type="button" className="button" onClick={() => deeds.press(null)}>
            {years.pick.putInTray}
          </button>
        )}
        {rights.mayWrite && <Undo show={show} />}
        {writes && (
          <ToolButton name={board.keys.title} onClick={() => setHelping(!helping)}>
            <Keyboard size={20} aria-hidden="true" />
          </ToolButton>
        )}
        {writes && (
          <button
            type="button"
            className="button primary"
            data-stop="tray"
            onClick={() => deeds.open({ what: 'write', at: null })}
          >
            <SquarePen size={18} aria-hidden="true" />
            {years.write}
          </button>
        )}
      </div>
      {helping && <p className={styles.keys}>{years.keysHint}</p>}
      {writing && (
        <div className={styles.writing}>
          <WriteHere show={show} at={null} />
        </div>
      )}
      {tray.length > 0 && (
        <div className={styles.notes}>
          {tray.map((note) => (
            <GridNote key={note.id} note={note} show={show} keys={keys} month={0} held={aims.has(note.id)} />
          ))}
        </div>
      )}
    </section>
  );
}

/** What takes back what was done here. */
export function Undo({ show }: { show: TimelineShow }) {
  const words = useText().board;
  const { store, actions } = show.board;
  const canUndo = useStore(store, (hand) => hand.canUndo);
  const canRedo = useStore(store, (hand) => hand.canRedo);
  return (
    <div className={styles.undo} role="toolbar" aria-label={words.tools}>
      <ToolButton name={words.undo} off={!canUndo} onClick={() => actions.undo()}>
        <Undo2 size={20} aria-hidden="true" />
      </ToolButton>
      <ToolButton name={words.redo} off={!canRedo} onClick={() => canRedo && actions.redo()}>
        <Redo2 size={20} aria-hidden="true" />
      </ToolButton>
    </div>
  );
}
