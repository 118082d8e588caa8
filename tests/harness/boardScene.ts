/** A board on which several people stand, each in a browser of their own; notes are hung over the board channel. */

import type { Browser, Locator, Page, WebSocketRoute } from 'playwright-core';
import type { Pos } from '../../shared/board/boardDoc.ts';
import { type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { BoardClient } from './boardClient.ts';
import { HOST, openBrowser, openScreen, type Screen, type Size } from './browser.ts';
import { makeHall, sessionOf } from './hall.ts';
import { HallClient } from './hallClient.ts';
import { letIn } from './letIn.ts';
import { type ServerProcess, startServer, tempFolder } from './serverProcess.ts';
import { until } from './until.ts';

export interface Spot {
  x: number;
  y: number;
}

/** Halls of the standard template, one after the other, on a server and in a browser of their own. */
export class BoardScene {
  readonly server: ServerProcess;
  readonly browser: Browser;
  made: CreatedHall;
  readonly #remove: () => void;
  #clients: BoardClient[] = [];
  #screens: Screen[] = [];

  private constructor(server: ServerProcess, browser: Browser, made: CreatedHall, remove: () => void) {
    this.server = server;
    this.browser = browser;
    this.made = made;
    this.#remove = remove;
  }

  static async open(): Promise<BoardScene> {
    const folder = tempFolder();
    const server = await startServer({ dataDir: folder.path });
    return new BoardScene(server, await openBrowser(), await makeHall(server.base), folder.remove);
  }

  async close(): Promise<void> {
    await this.#empty();
    await this.browser.close();
    await this.server.kill();
    this.#remove();
  }

  /** Everybody leaves, and the next test has a hall of its own. @returns what went wrong on the pages */
  async anew(): Promise<string[]> {
    const errors = this.#screens.flatMap((screen) => screen.errors);
    await this.#empty();
    this.made = await makeHall(this.server.base);
    return errors;
  }

  async #empty(): Promise<void> {
    for (const client of this.#clients.splice(0)) client.leave();
    for (const { context } of this.#screens.splice(0)) await context.close();
  }

  /** The address as phones meet it. */
  get base(): string {
    return `http://${HOST}:${this.server.port}`;
  }

  /** The station that everybody stands at. */
  get station(): StationId {
    return this.made.hall.stations[0]!.id;
  }

  /** A hand-driven client with an organiser's rights. */
  async client(role: 'organiser' | 'participant' = 'organiser'): Promise<BoardClient> {
    const { token } = await sessionOf(this.server.base, this.made, role);
    const client = await BoardClient.joined({ base: this.server.base, station: this.station, token });
    this.#clients.push(client);
    return client;
  }

  /** Hangs notes as an organiser does. @returns the client that hung them, and their ids by text */
  async hang(notes: Record<string, Pos>): Promise<{ client: BoardClient; ids: Record<string, NoteId> }> {
    const client = await this.client();
    const ids: Record<string, NoteId> = {};
    for (const [text, pos] of Object.entries(notes)) ids[text] = client.add({ id: newId('n'), text, pos });
    await client.allSaved();
    return { client, ids };
  }

  /** The host narrows what participants may do here. */
  async rule(rules: { moveOwn?: boolean; groupingClosed?: boolean; frozen?: boolean }): Promise<void> {
    const host = await HallClient.joined(
      this.server.base,
      await sessionOf(this.server.base, this.made, 'organiser'),
    );
    const answer = await host.ask('station:rule', { stationId: this.station, ...rules });
    host.leave();
    if (!answer.ok) throw new Error(`the rule was not taken: ${JSON.stringify(answer)}`);
  }

  /** Somebody who has joined, and opened the board. */
  async person(size: Size = 'laptop', options: PersonOptions = {}): Promise<BoardPerson> {
    const screen = await openScreen(this.browser, size, { colorScheme: options.colorScheme ?? 'light' });
    this.#screens.push(screen);
    const { page } = screen;
    // Without motion a place is final as soon as it is drawn.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const wire = new Wire();
    await page.routeWebSocket(/\/board\/s_/, (socket) => wire.take(socket));
    await letIn(screen.context, { base: this.server.base, pages: this.base, made: this.made });
    await page.goto(this.base + paths.board(this.made.hall.id, this.station));
    await page.locator('[data-doing]').first().waitFor({ state: 'attached' });
    return new BoardPerson(screen, wire);
  }
}

interface PersonOptions {
  colorScheme?: 'light' | 'dark';
}

/** A person's line to the board channel, in the test's hands: it decides what goes through, and when. */
export class Wire {
  /** Keeps back what the page sends, or what it is sent. */
  #held: { up: boolean; down: boolean } = { up: false, down: false };
  #waiting: { up: (() => void)[]; down: (() => void)[] } = { up: [], down: [] };
  #socket: WebSocketRoute | null = null;
  /** Messages that came through from the server. */
  arrived = 0;

  take(socket: WebSocketRoute): void {
    this.#socket = socket;
    const server = socket.connectToServer();
    socket.onMessage((message) => this.#pass('up', () => server.send(message)));
    server.onMessage((message) =>
      this.#pass('down', () => {
        this.arrived++;
        socket.send(message);
      }),
    );
  }

  hold(way: 'up' | 'down'): void {
    this.#held[way] = true;
  }

  release(way: 'up' | 'down'): void {
    this.#held[way] = false;
    for (const pass of this.#waiting[way].splice(0)) pass();
  }

  /** What waits is lost, as when a line is cut. */
  lose(way: 'up' | 'down'): void {
    this.#held[way] = false;
    this.#waiting[way] = [];
  }

  /** The page is told this as if the server had said it. */
  say(frame: Uint8Array): void {
    this.#socket!.send(Buffer.from(frame));
  }

  cut(): Promise<void> {
    return this.#socket!.close({ code: 4999 });
  }

  #pass(way: 'up' | 'down', pass: () => void): void {
    if (this.#held[way]) this.#waiting[way].push(pass);
    else pass();
  }
}

/** What a person at a board sees and does. */
export class BoardPerson {
  readonly screen: Screen;
  readonly page: Page;
  readonly wire: Wire;

  constructor(screen: Screen, wire: Wire) {
    this.screen = screen;
    this.page = screen.page;
    this.wire = wire;
  }

  /** Waits until these hang on this person's board, in view. */
  async sees(...texts: string[]): Promise<this> {
    for (const text of texts) await this.note(text).waitFor();
    await this.nextFrames();
    return this;
  }

  note(text: string): Locator {
    return this.page.locator('[data-note-id]').filter({ hasText: text }).first();
  }

  group(title?: string): Locator {
    const groups = this.page.locator('[data-cluster-id]');
    return (title ? groups.filter({ hasText: title }) : groups).first();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** The middle of a thing on the screen, once it lies still: what glides to its place would be missed. */
  async middle(thing: string | Locator): Promise<Spot> {
    const locator = typeof thing === 'string' ? this.note(thing) : thing;
    let before = '';
    const look = async () => {
      const now = await locator.boundingBox();
      const still = now !== null && JSON.stringify(now) === before;
      before = JSON.stringify(now);
      await this.nextFrames();
      return still ? now : null;
    };
    const box = await until(look, { what: `${thing} to lie still on the board` });
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Presses the mouse on a thing, and moves it so far that it is lifted. */
  async lift(thing: string | Locator): Promise<Spot> {
    const from = await this.middle(thing);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 8, from.y + 8, { steps: 2 });
    return from;
  }

  /** Drags with the mouse, and rests long enough at the end that a target lights up. */
  async drag(thing: string | Locator, to: Spot): Promise<void> {
    await this.lift(thing);
    await this.page.mouse.move(to.x, to.y, { steps: 6 });
    await this.nextFrames();
    await this.page.mouse.up();
  }

  async tap(thing: string | Locator): Promise<void> {
    const { x, y } = await this.middle(thing);
    if (this.page.viewportSize()!.width < 600) await this.page.touchscreen.tap(x, y);
    else await this.page.mouse.click(x, y);
  }

  /** Waits until the board has drawn what it was told. */
  async nextFrames(): Promise<void> {
    await this.page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }

  /** Chooses notes as with shift held. */
  async choose(...texts: string[]): Promise<void> {
    for (const text of texts) {
      const { x, y } = await this.middle(text);
      await this.page.keyboard.down('Shift');
      await this.page.mouse.click(x, y);
      await this.page.keyboard.up('Shift');
    }
  }

  /** Writes a note by double-click on open wall. */
  async write(text: string, at: Spot): Promise<void> {
    await this.page.mouse.dblclick(at.x, at.y);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Control+Enter');
    await this.note(text).waitFor();
  }

  /** Pastes text as if it had been copied elsewhere. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const board = document.querySelector('[data-doing]')!;
      board.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  /** The texts on the board as one reads them. */
  async texts(): Promise<string[]> {
    const found = await this.page.locator('[data-note-id]').evaluateAll((notes) =>
      notes.map((note) => {
        const { left, top } = note.getBoundingClientRect();
        return { text: note.querySelector('p')?.textContent ?? '', left, top };
      }),
    );
    return found.sort((a, b) => Math.round((a.top - b.top) / 20) || a.left - b.left).map(({ text }) => text);
  }

  /** What the board's gesture machine is doing. */
  doing(): Promise<string | null> {
    return this.page.locator('[data-doing]').first().getAttribute('data-doing');
  }

  /** The sentence that is shown for a while. */
  async warned(text: string | RegExp): Promise<void> {
    await this.page.locator('p[aria-hidden="true"]').filter({ hasText: text }).first().waitFor();
  }

  async fingers(): Promise<Fingers> {
    return new Fingers(await this.screen.context.newCDPSession(this.page));
  }
}

type Cdp = Awaited<ReturnType<Screen['context']['newCDPSession']>>;

/** Real touch, as the browser itself makes it. */
export class Fingers {
  #session: Cdp;

  constructor(session: Cdp) {
    this.#session = session;
  }

  down(...points: Spot[]): Promise<unknown> {
    return this.#send('touchStart', points);
  }

  move(...points: Spot[]): Promise<unknown> {
    return this.#send('touchMove', points);
  }

  up(...left: Spot[]): Promise<unknown> {
    return this.#send('touchEnd', left);
  }

  cancel(): Promise<unknown> {
    return this.#send('touchCancel', []);
  }

  #send(type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', points: Spot[]): Promise<unknown> {
    return this.#session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
    });
  }
}
