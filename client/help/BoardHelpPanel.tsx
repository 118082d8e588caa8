/** The grouping help beside a board: suggestions in a panel, and their notes outlined on the board. */

import X from 'lucide-react/icons/x';
import { useCallback, useEffect, useId, useMemo, useRef } from 'react';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import type { Suggestion } from '../../shared/domain/suggestion.ts';
import type { OpenBoard } from '../board/openBoard.ts';
import { visibleBox } from '../board/surface/camera.ts';
import { lookAt } from '../board/surface/lookAt.ts';
import { contains } from '../board/surface/Viewport.ts';
import { ToolButton } from '../parts/ToolButton.tsx';
import { useText } from '../text/index.ts';
import styles from './BoardHelp.module.css';
import { groundOf, useBoardHands, useBoardVersion } from './boardGround.ts';
import { DottedOutlines } from './DottedOutlines.ts';
import Suggestions from './Suggestions.tsx';

interface Props {
  board: OpenBoard;
  station: StationId;
  onClose: () => void;
}

/** Air round what is looked at, in world units. */
const AROUND = 60;

export default function BoardHelpPanel({ board, station, onClose }: Props) {
  const { help: words } = useText();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const outlines = useRef<DottedOutlines | null>(null);
  const id = useId();
  const hands = useBoardHands(board);
  const version = useBoardVersion(board);
  const ground = useMemo(() => groundOf(board), [board]);
  const { surface } = board;

  useEffect(() => {
    heading.current?.focus();
    const made = new DottedOutlines(surface);
    outlines.current = made;
    const { viewport, model } = surface;
    const { insets } = viewport;
    const { offsetWidth: w, offsetHeight: h } = panel.current!;
    // All that is shown from now on is shown where the panel does not cover it.
    const below = w > viewport.size.w * 0.7;
    viewport.insets = below ? { ...insets, bottom: h + 8 } : { ...insets, left: w + 26 };
    if (model.bounds && contains(visibleBox(viewport.camera, viewport.size), model.bounds)) {
      viewport.travel(viewport.fitted());
    }
    return () => {
      viewport.insets = insets;
      made.remove();
      outlines.current = null;
    };
  }, [surface]);

  const onShown = useCallback((shown: readonly Suggestion[], out: ReadonlySet<NoteId>) => {
    outlines.current?.show(shown, out);
  }, []);
  const find = (notes: readonly NoteId[]) => lookAt(surface, notes, AROUND);

  return (
    <section
      ref={panel}
      className={styles.panel}
      aria-labelledby={id}
      data-control=""
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={styles.head}>
        <h2 ref={heading} id={id} tabIndex={-1} className={styles.title}>
          {words.title}
        </h2>
        <ToolButton name={words.close} onClick={onClose}>
          <X size={22} aria-hidden="true" />
        </ToolButton>
      </div>
      <div className={styles.body}>
        <Suggestions
          station={station}
          ground={ground}
          version={version}
          hands={hands}
          onFind={find}
          onShown={onShown}
        />
      </div>
    </section>
  );
}
