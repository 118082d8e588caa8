/** Puts a board together on an element: connection, surface, hand and keys. Whoever opens it closes it. */

import { NOTE_SIZE } from '../../shared/board/boardView.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import type { BoardConnection } from '../sync/boardConnection.ts';
import type { Text } from '../text/index.ts';
import { BoardActions } from './BoardActions.ts';
import { BoardHand } from './BoardHand.ts';
import { BoardKeys } from './BoardKeys.ts';
import { BoardSurface, type SurfaceWords } from './BoardSurface.ts';
import { toWorld } from './camera.ts';
import { freePlace } from './freePlace.ts';
import type { Pen } from './hallPen.ts';
import { chosenNotes, createHandStore, type HandStore } from './handStore.ts';
import { OwnMotion } from './motion.ts';
import { tellView } from './tellView.ts';

/** What the board asks of the view around it, each time anew: it changes without the board being opened again. */
export interface BoardSurroundings {
  words(): Text['board'];
  round(): number;
  roundName(n: number): string;
  mayWrite(): boolean;
  isMine(note: NoteId): boolean;
  /** What writes for this person where notes do not go into the document. */
  pen(): Pen | null;
  /** Moves the focus to the menu of what is chosen. */
  toMenu(): void;
}

export interface OpenBoard {
  surface: BoardSurface;
  connection: BoardConnection;
  actions: BoardActions;
  hand: BoardHand;
  store: HandStore;
  /** Opens a new note on open wall in the middle of the view. */
  write(): void;
  /** Takes down what is chosen, as far as this person may. */
  remove(): void;
  close(): void;
}

export function openBoard(
  host: HTMLElement,
  connection: BoardConnection,
  around: BoardSurroundings,
): OpenBoard {
  const { words } = around;
  const surface = new BoardSurface(host, surfaceWords(words()));
  const store = createHandStore();
  const isMine = (note: NoteId) => around.isMine(note) || actions.written.has(note);
  const actions: BoardActions = new BoardActions({
    doc: () => connection.doc,
    model: surface.model,
    store,
    words,
    round: around.round,
    isHeld: (id) => surface.remote.isHeld(id),
    pen: around.pen,
  });
  const hand = new BoardHand({
    surface,
    actions,
    store,
    motion: new OwnMotion((moves) => connection.sendMoves(moves)),
    mayWrite: around.mayWrite,
    isMine,
    words: () => ({ ...words().hint, ...words().notices }),
  });

  const write = () => {
    if (!around.mayWrite()) return;
    const { size, insets } = surface.viewport;
    const middle = {
      x: (insets.left + size.w - insets.right) / 2,
      y: (insets.top + size.h - insets.bottom) / 2,
    };
    const { x, y } = toWorld(surface.viewport.camera, middle);
    const pos = freePlace(surface.model.spatial, { x: x - NOTE_SIZE / 2, y: y - NOTE_SIZE / 2 });
    store.setState({ editing: { kind: 'new', pos }, chosen: null });
  };
  const remove = () => {
    const mine = chosenNotes(store.getState()).filter(isMine);
    if (mine.length > 0) actions.remove(mine);
  };
  const keys = new BoardKeys({
    surface,
    hand,
    actions,
    store,
    mayWrite: around.mayWrite,
    words,
    roundName: around.roundName,
    write,
    remove,
    toMenu: around.toMenu,
  });

  const stopDoc = connection.onDoc((doc) => surface.bind(doc));
  const stopView = tellView(surface, connection);
  const stopMotion = connection.onMotion((moves) => surface.takeMoves(moves));
  const stopState = connection.state.subscribe((now, before) => {
    // What others held when the line went dead will not be told of again.
    if (now.status !== 'live' && before.status === 'live') surface.letGoOfRemote();
    if (now.synced && !before.synced) surface.viewport.frameOnce();
  });
  surface.onFlush.add(({ notes, clusters }) => forgetGone(store, surface, notes.size + clusters.size > 0));

  return {
    surface,
    connection,
    actions,
    hand,
    store,
    write,
    remove,
    close() {
      stopDoc();
      stopMotion();
      stopView();
      stopState();
      keys.stop();
      hand.stop();
      surface.destroy();
      connection.close();
    },
  };
}

export function surfaceWords(words: Text['board'], readOnly = false): SurfaceWords {
  return { unnamed: readOnly ? words.unnamedRead : words.unnamed, level: words.level };
}

/** What is no longer there can't be chosen, focused or edited. */
function forgetGone(store: HandStore, { model }: BoardSurface, changed: boolean): void {
  if (!changed) return;
  const { chosen, focused, editing } = store.getState();
  const there = (id: string) => model.view.notes.has(id as never) || model.view.clusters.has(id as never);
  if (chosen?.kind === 'notes') {
    const notes = chosen.notes.filter(there);
    if (notes.length < chosen.notes.length) {
      store.setState({ chosen: notes.length > 0 ? { kind: 'notes', notes } : null });
    }
  } else if (chosen && !there(chosen.cluster)) {
    store.setState({ chosen: null });
  }
  if (focused && !there(focused)) store.setState({ focused: null });
  if (editing?.kind === 'title' && !there(editing.id)) store.setState({ editing: null });
}
