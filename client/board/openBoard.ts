/** Puts a board together on an element: connection, surface, hand and keys. Whoever opens it closes it. */

import { NOTE_SIZE, type PlacedNote } from '../../shared/board/boardView.ts';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import { announce } from '../state/announcer.ts';
import { giveAsDraft } from '../state/boardDraft.ts';
import { deviceStorage, draftStorage } from '../state/deviceStorage.ts';
import { lastVisit, leaveVisit } from '../state/lastVisit.ts';
import { type BoardConnection, isShown } from '../sync/boardConnection.ts';
import type { Text } from '../text/index.ts';
import { BoardActions } from './deeds/BoardActions.ts';
import { freePlace } from './deeds/freePlace.ts';
import type { Pen } from './deeds/hallPen.ts';
import { listenToPaste } from './deeds/pasteNotes.ts';
import { BoardHand } from './hand/BoardHand.ts';
import { BoardKeys } from './hand/BoardKeys.ts';
import { chosenNotes, createHandStore, type HandStore } from './hand/handStore.ts';
import { BoardFinder } from './model/BoardFinder.ts';
import { Folds } from './model/folds.ts';
import type { BoardRules } from './model/stationRules.ts';
import { BoardSurface, type SurfaceWords } from './surface/BoardSurface.ts';
import { type Point, toWorld, visibleBox } from './surface/camera.ts';
import { OwnMotion } from './surface/motion.ts';
import { tellView } from './surface/tellView.ts';
import { contains } from './surface/Viewport.ts';

/** What the board asks of the view around it, each time anew: it changes without the board being opened again. */
export interface BoardSurroundings {
  station: StationId;
  words(): Text['board'];
  round(): number;
  roundName(n: number): string;
  mayWrite(): boolean;
  /** Whether this person may change the text of the note: they wrote it, or moderate here. */
  isMine(note: NoteId): boolean;
  /** Whether they wrote it, by the server's word. */
  wrote(note: NoteId): boolean;
  /** What the station's rules keep from this person. */
  rules(): BoardRules;
  /** What writes for this person where notes do not go into the document. */
  pen(): Pen | null;
  /** Moves the focus to the menu of what is chosen. */
  toMenu(): void;
  /** Shows the keys. */
  help(): void;
}

export interface OpenBoard {
  station: StationId;
  surface: BoardSurface;
  connection: BoardConnection;
  actions: BoardActions;
  hand: BoardHand;
  store: HandStore;
  folds: Folds;
  finder: BoardFinder;
  /** What the station's rules keep from this person just now. */
  rules(): BoardRules;
  /** Opens a new note on open wall in the middle of the view. */
  write(): void;
  /** Tidies the board, or what is chosen of it; who saw all of it before sees all of it afterwards. */
  tidy(): void;
  /** Takes down what is chosen, as far as this person may. */
  remove(): void;
  /** Shows the keys. */
  help(): void;
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
  const { station } = around;
  const folds = new Folds(surface.model, deviceStorage, station, (cluster, folded) => {
    const title = surface.model.clusters.get(cluster)?.title ?? '';
    announce(folded ? words().said.folded(title) : words().said.unfolded(title));
  });
  const isMine = (note: NoteId) => around.isMine(note) || actions.written.has(note);
  const actions: BoardActions = new BoardActions({
    doc: () => connection.doc,
    model: surface.model,
    store,
    words,
    round: around.round,
    isHeld: (id) => surface.remote.isHeld(id),
    isMine,
    rules: around.rules,
    isUnsaved: () => connection.state.getState().unsaved > 0,
    isWhole: () => isShown(connection.state.getState()),
    keepDraft: (text) => giveAsDraft(draftStorage, station, text),
    pen: around.pen,
  });
  const hand = new BoardHand({
    surface,
    actions,
    store,
    motion: new OwnMotion((moves) => connection.sendMoves(moves)),
    mayWrite: around.mayWrite,
    isMine,
    rules: around.rules,
    folds,
    words,
  });
  const finder = new BoardFinder({
    surface,
    store,
    folds,
    wrote: (note) => around.wrote(note) || actions.written.has(note),
    lastVisit: lastVisit(deviceStorage, station),
    words,
  });
  const stopPaste = listenToPaste({ surface, actions, store, mayWrite: around.mayWrite, words });
  const stopVisit = noteVisits(station);

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
  const tidy = () => {
    const { viewport, model } = surface;
    const chosen = chosenNotes(store.getState());
    const seen = visibleBox(viewport.camera, viewport.size);
    const sawAll = model.bounds !== null && contains(seen, model.bounds);
    // To tidy a single note would only nudge it.
    actions.tidyUp(chosen.length > 1 ? chosen : []);
    requestAnimationFrame(() => {
      if (sawAll && model.bounds && !contains(seen, model.bounds)) viewport.travel(viewport.fitted());
    });
  };
  const remove = () => {
    const mine = chosenNotes(store.getState()).filter(isMine);
    if (mine.length === 0) return;
    // Or it would be told that somebody else took it from the hand.
    hand.abort();
    actions.remove(mine);
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
    help: around.help,
  });

  surface.viewport.beginAt = () => newest(surface, around.wrote);

  const stopDoc = connection.onDoc((doc) => {
    surface.bind(doc);
    actions.resynced();
  });
  const stopView = tellView(surface, connection);
  const stopMotion = connection.onMotion((moves) => surface.takeMoves(moves));
  const stopState = connection.state.subscribe((now, before) => {
    // What others held when the line went dead will not be told of again.
    if (now.status !== 'live' && before.status === 'live') surface.letGoOfRemote();
    if (isShown(now) && !isShown(before)) surface.viewport.frameOnce();
    // Without contact one goes on, and all is sent later; but what may no longer be written can't be held either.
    if (!around.mayWrite()) hand.abort();
  });
  surface.onFlush.add(({ notes, clusters }) => {
    forgetGone(store, surface, notes.size + clusters.size > 0);
    actions.gone([...notes.keys()].filter((id) => !surface.model.notes.has(id)));
  });

  return {
    station,
    surface,
    connection,
    actions,
    hand,
    store,
    folds,
    finder,
    rules: around.rules,
    write,
    tidy,
    remove,
    help: around.help,
    close() {
      stopDoc();
      stopMotion();
      stopView();
      stopState();
      stopPaste();
      stopVisit();
      finder.stop();
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

/** The middle of the note that was written last: by this person, if they have written any. */
function newest({ model }: BoardSurface, wrote: (note: NoteId) => boolean): Point | null {
  let best: PlacedNote | null = null;
  let bestIsOwn = false;
  for (const placed of model.view.notes.values()) {
    const own = wrote(placed.note.id);
    if (best && (own === bestIsOwn ? placed.note.at <= best.note.at : bestIsOwn)) continue;
    best = placed;
    bestIsOwn = own;
  }
  return best && { x: best.x + NOTE_SIZE / 2, y: best.y + NOTE_SIZE / 2 };
}

/** Remembers on this device when the board was last looked at. @returns what stops it; that is a leaving too */
function noteVisits(station: StationId): () => void {
  const leave = () => leaveVisit(deviceStorage, station);
  const onHide = () => document.hidden && leave();
  document.addEventListener('visibilitychange', onHide);
  window.addEventListener('pagehide', leave);
  return () => {
    document.removeEventListener('visibilitychange', onHide);
    window.removeEventListener('pagehide', leave);
    leave();
  };
}

/** What is no longer there can't be chosen, focused or edited. */
function forgetGone(store: HandStore, { model }: BoardSurface, changed: boolean): void {
  if (!changed) return;
  const { chosen, focused, editing, pick } = store.getState();
  const there = (id: string) => model.view.notes.has(id as never) || model.view.clusters.has(id as never);
  if (chosen?.kind === 'notes') {
    // What is folded away must not be moved or taken down unseen.
    const notes = chosen.notes.filter((id) => there(id) && !model.view.notes.get(id)?.folded);
    if (notes.length < chosen.notes.length) {
      store.setState({ chosen: notes.length > 0 ? { kind: 'notes', notes } : null });
    }
  } else if (chosen && !there(chosen.cluster)) {
    store.setState({ chosen: null });
  }
  if (pick && 'notes' in pick) {
    const notes = pick.notes.filter(there);
    if (notes.length < pick.notes.length) {
      store.setState({ pick: notes.length > 0 ? { ...pick, notes } : null });
    }
  } else if (pick && 'cluster' in pick && !there(pick.cluster)) {
    store.setState({ pick: null });
  }
  if (focused && !there(focused)) store.setState({ focused: null });
  // Somebody may have put it into a group that is folded here: the ring stands on that, and what keys do is seen.
  const placed = focused && model.view.notes.get(focused as NoteId);
  if (placed?.folded) store.setState({ focused: placed.cluster! });
  if (editing?.kind === 'title' && !there(editing.id)) store.setState({ editing: null });
}
