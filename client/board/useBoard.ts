/** Opens a station's board for a view, with all that it asks of the hall around it. */

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import { roundName } from '../parts/roundPaint.ts';
import { boardCopies } from '../state/boardCopies.ts';
import { deviceStorage } from '../state/deviceStorage.ts';
import { useHallStore, usePresentHall } from '../state/hallStore.ts';
import { lastVisit } from '../state/lastVisit.ts';
import { useOutboxStore } from '../state/outboxStore.ts';
import { BoardConnection, boardBase, canWrite } from '../sync/boardConnection.ts';
import { takesAhead } from '../sync/lineAhead.ts';
import { getText } from '../text/index.ts';
import { hallPen, penForNew } from './deeds/hallPen.ts';
import type { Me } from './model/useMe.ts';
import { type OpenBoard, openBoard } from './openBoard.ts';
import { glowFresh } from './surface/freshGlow.ts';
import { showPresence } from './surface/presence.ts';

/** Opens the board on the element, and closes it with the view. */
export function useBoard(
  host: RefObject<HTMLDivElement | null>,
  menu: RefObject<HTMLDivElement | null>,
  me: Me,
  station: StationId,
  isMine: (note: NoteId) => boolean,
  paused: boolean,
  help: () => void,
): OpenBoard | null {
  const [board, setBoard] = useState<OpenBoard | null>(null);
  const mine = useRef(isMine);
  mine.current = isMine;
  const isFrozen = useRef(paused);
  isFrozen.current = paused;
  const { participant, role } = me;
  const hallId = usePresentHall().id;
  useEffect(() => {
    if (!host.current) return;
    const connection = new BoardConnection({
      base: boardBase(),
      station,
      role,
      writer: role === 'wall' ? null : { participant, storage: deviceStorage },
      copy: { hall: hallId, copies: boardCopies },
      socket: takesAhead(WebSocket),
    });
    const hall = () => useHallStore.getState().hall!;
    const pen = hallPen(station);
    const newNotes = penForNew(pen);
    const moderates = () => {
      const stations = useHallStore.getState().you?.stations ?? [];
      return may({ role, stations }, 'note:moderate', station);
    };
    const since = lastVisit(deviceStorage, station);
    const wrote = (note: NoteId) => useOutboxStore.getState().mine?.some(({ id }) => id === note) ?? false;
    const opened = openBoard(host.current, connection, {
      station,
      words: () => getText().board,
      round: () => hall().round,
      roundName: (n) => getText().round.full(n, roundName(hall().rounds, n)),
      mayWrite: () => canWrite(connection.state.getState()) && !isFrozen.current,
      isMine: (note) => mine.current(note),
      wrote,
      rules: () => {
        const rules = hall().stations.find(({ id }) => id === station)?.rules;
        return rules && !moderates() ? rules : { moveOwn: false, groupingClosed: false };
      },
      pen: () => {
        const at = hall().stations.find(({ id }) => id === station);
        if (at?.anonymous) return pen;
        return at?.rules.hiding && !moderates() ? newNotes : null;
      },
      help,
      // The menu may be on its way: it is there in the next frame.
      toMenu: () => requestAnimationFrame(() => menu.current?.querySelector('button')?.focus()),
    });
    const { element } = opened.surface;
    element.tabIndex = 0;
    element.setAttribute('role', 'application');
    opened.surface.viewport.insets = { top: 12, right: 12, bottom: 84, left: 12 };
    const label = () => {
      const title = hall().stations.find(({ id }) => id === station)?.title ?? '';
      element.setAttribute('aria-label', getText().board.area(title));
      element.setAttribute('aria-description', getText().board.areaHelp);
    };
    label();
    const unlabel = useHallStore.subscribe(label);
    setBoard(opened);
    const here = () => hall().stations.find(({ id }) => id === station);
    const stopGlow = glowFresh({
      ...opened,
      since,
      wrote: (note) => wrote(note) || opened.actions.written.has(note),
      ready: () => connection.state.getState().synced && useOutboxStore.getState().mine !== null,
      say: (count) => opened.actions.warn(getText().count.fresh(count)),
    });
    const stopPresence = showPresence({
      ...opened,
      people: () => here()?.people ?? 0,
      anonymous: () => here()?.anonymous === true,
    });
    return () => {
      unlabel();
      stopPresence();
      stopGlow();
      opened.close();
      setBoard(null);
    };
  }, [host, menu, participant, role, hallId, station, help]);
  return board;
}
