/** The few tools that always lie at hand: write, undo, and the view. */

import Grid2x2Check from 'lucide-react/icons/grid-2x2-check';
import Keyboard from 'lucide-react/icons/keyboard';
import Maximize from 'lucide-react/icons/maximize';
import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import Redo2 from 'lucide-react/icons/redo-2';
import Search from 'lucide-react/icons/search';
import SquarePen from 'lucide-react/icons/square-pen';
import Undo2 from 'lucide-react/icons/undo-2';
import { useStore } from 'zustand';
import { ToolButton } from '../../parts/ToolButton.tsx';
import { useText } from '../../text/index.ts';
import type { OpenBoard } from '../openBoard.ts';
import styles from './BoardTools.module.css';

export function BoardTools({ board, mayWrite }: { board: OpenBoard; mayWrite: boolean }) {
  const words = useText().board;
  const canUndo = useStore(board.store, (hand) => hand.canUndo);
  const canRedo = useStore(board.store, (hand) => hand.canRedo);
  const { surface, actions } = board;
  const zoom = (factor: number) =>
    surface.viewport.zoom({ x: surface.viewport.size.w / 2, y: surface.viewport.size.h / 2 }, factor);
  return (
    <>
      {mayWrite && (
        <div className={styles.deeds} role="toolbar" aria-label={words.tools} data-control="">
          <ToolButton name={words.undo} off={!canUndo} onClick={() => actions.undo()}>
            <Undo2 size={21} aria-hidden="true" />
          </ToolButton>
          <ToolButton name={words.redo} off={!canRedo} onClick={() => canRedo && actions.redo()}>
            <Redo2 size={21} aria-hidden="true" />
          </ToolButton>
          <ToolButton name={words.tidy} hint={words.tidyHint} onClick={() => board.tidy()}>
            <Grid2x2Check size={21} aria-hidden="true" />
          </ToolButton>
          <button type="button" className={styles.write} onClick={() => board.write()}>
            <SquarePen size={20} aria-hidden="true" />
            {words.write}
          </button>
        </div>
      )}
      <div className={styles.view} role="toolbar" aria-label={words.view} data-control="">
        <ToolButton name={words.findOpen} keys="Control+F" onClick={() => board.finder.open()}>
          <Search size={20} aria-hidden="true" />
        </ToolButton>
        <ToolButton name={words.zoomIn} onClick={() => zoom(1.35)}>
          <Plus size={21} aria-hidden="true" />
        </ToolButton>
        <ToolButton name={words.zoomOut} onClick={() => zoom(1 / 1.35)}>
          <Minus size={21} aria-hidden="true" />
        </ToolButton>
        <ToolButton name={words.fit} onClick={() => surface.viewport.travel(surface.viewport.fitted())}>
          <Maximize size={19} aria-hidden="true" />
        </ToolButton>
        <ToolButton className={styles.keys} name={words.keys.title} keys="?" onClick={() => board.help()}>
          <Keyboard size={20} aria-hidden="true" />
        </ToolButton>
      </div>
    </>
  );
}
