/** What a person must be told at a board, whether it is shown as a wall or as a list. */

import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { HallId } from '../../../shared/domain/ids.ts';
import { getText } from '../../text/index.ts';
import type { OpenBoard } from '../openBoard.ts';
import { BoardBanner } from './BoardBanner.tsx';
import { NewsAnnouncer } from './NewsAnnouncer.tsx';
import { Notice } from './Notice.tsx';
import { ReturnedTexts } from './ReturnedTexts.tsx';

interface Props {
  board: OpenBoard;
  hall: HallId;
  mayWrite: boolean;
  /** Texts that came back have a place of their own in this view. */
  textsElsewhere?: boolean;
}

export function OverBoard({ board, hall, mayWrite, textsElsewhere = false }: Props) {
  const state = useStore(board.connection.state);
  useEffect(() => {
    if (!state.refused) return;
    const { refused } = getText().board;
    board.actions.warn(refused[state.refused.code as keyof typeof refused] ?? refused.other);
  }, [board, state.refused]);
  return (
    <>
      <BoardBanner state={state} hall={hall} />
      {!textsElsewhere && <ReturnedTexts board={board} mayWrite={mayWrite} />}
      <Notice board={board} />
      <NewsAnnouncer board={board} />
    </>
  );
}
