/**
 * A real server under attack, with honest people in the hall: after each blow they check that the process lives, the
 * board is the same to the byte, and that what they write is still saved and seen.
 */

import { expect } from 'vitest';
import { move } from '../../shared/board/boardOps.ts';
import { ROLES, type Role } from '../../shared/domain/hall.ts';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';
import { type Ground, VICTIM_TEXT } from './attacks.ts';
import { BoardClient, type BoardClientOptions } from './boardClient.ts';
import { makeHall, sessionOf } from './hall.ts';
import { type ServerProcess, startServer, tempFolder } from './serverProcess.ts';
import { until } from './until.ts';

/** Whoever comes to the door oftener than this has to wait there. */
const JOINS_A_TOKEN = 40;

export class Siege {
  readonly server: ServerProcess;
  readonly made: CreatedHall;
  readonly station: StationId;
  /** Sessions of those who attack. */
  readonly sessions: Record<Role, CreatedSession>;
  readonly #writer: BoardClient;
  readonly #reader: BoardClient;
  readonly #victim: NoteId;
  readonly #other: NoteId;
  readonly #remove: () => void;
  #expected: Uint8Array = new Uint8Array();
  #step = 0;
  #token = '';
  #tokenLeft = 0;

  private constructor(parts: {
    server: ServerProcess;
    made: CreatedHall;
    sessions: Record<Role, CreatedSession>;
    writer: BoardClient;
    reader: BoardClient;
    notes: [NoteId, NoteId];
    remove: () => void;
  }) {
    this.server = parts.server;
    this.made = parts.made;
    this.station = parts.made.hall.stations[0]!.id;
    this.sessions = parts.sessions;
    this.#writer = parts.writer;
    this.#reader = parts.reader;
    [this.#victim, this.#other] = parts.notes;
    this.#remove = parts.remove;
  }

  static async begin(): Promise<Siege> {
    const folder = tempFolder();
    const server = await startServer({ dataDir: folder.path });
    const { base } = server;
    const made = await makeHall(base);
    const station = made.hall.stations[0]!.id;
    const honest = await sessionOf(base, made, 'participant');
    const writer = await BoardClient.joined({ base, station, token: honest.token });
    const reader = await BoardClient.joined({
      base,
      station,
      token: (await sessionOf(base, made, 'wall')).token,
    });
    const notes: [NoteId, NoteId] = [
      writer.add({ text: VICTIM_TEXT }),
      writer.add({ text: 'En annen lapp' }),
    ];
    await writer.allSaved();
    const sessions = {} as Record<Role, CreatedSession>;
    for (const role of ROLES) sessions[role] = await sessionOf(base, made, role);
    const siege = new Siege({ server, made, sessions, writer, reader, notes, remove: folder.remove });
    siege.#expected = await reader.ask();
    return siege;
  }

  /** The board as an attacker knows it. */
  get ground(): Ground {
    return { doc: this.#reader.doc, victim: this.#victim, other: this.#other };
  }

  /** A new person's connection, with the board's state asked for once. Limits are by person: each has their own. */
  async attacker(role: Role, options: Partial<BoardClientOptions> = {}): Promise<BoardClient> {
    const { base } = this.server;
    const { token } = await sessionOf(base, this.made, role);
    return BoardClient.joined({ base, station: this.station, token, mute: true, ...options });
  }

  /** A participant's token that has not been at the door too often. */
  async token(): Promise<string> {
    if (this.#tokenLeft === 0) {
      this.#token = (await sessionOf(this.server.base, this.made, 'participant')).token;
      this.#tokenLeft = JOINS_A_TOKEN;
    }
    this.#tokenLeft--;
    return this.#token;
  }

  /** Nothing has happened to the server, the board, or those who use it. */
  async assertUnhurt(after: string): Promise<void> {
    expect(this.server.alive(), `the process after ${after}`).toBe(true);
    expect(this.#writer.closed, `an honest writer after ${after}`).toBe(null);
    expect(this.#reader.closed, `an honest reader after ${after}`).toBe(null);
    const now = await this.#reader.ask();
    expect(Buffer.from(now).equals(Buffer.from(this.#expected)), `the board after ${after}`).toBe(true);
    // The document must not only look alive: one that no longer emits would take this in and tell nobody.
    const pos = [++this.#step, 0] as const;
    move(this.#writer.doc, [{ id: this.#other, pos }]);
    await this.#writer.allSaved();
    expect(this.#writer.refusals, `honest writing after ${after}`).toEqual([]);
    await until(() => this.#reader.notes.some(({ id, pos: [x] }) => id === this.#other && x === pos[0]), {
      what: `honest news to arrive after ${after}`,
    });
    this.#expected = await this.#reader.ask();
  }

  /** Takes the board as it is now for what it shall be: after something honest was done on it. */
  async settle(): Promise<void> {
    this.#expected = await this.#reader.ask();
  }

  /** What is on disk is what was seen, after one more start. */
  async assertReloads(): Promise<void> {
    const { dataDir } = this.server;
    expect(await this.server.stop()).toBe(0);
    const again = await startServer({ dataDir });
    try {
      const { token } = this.sessions.wall;
      const reader = await BoardClient.joined({ base: again.base, station: this.station, token });
      expect(reader.welcome?.mode).toBe('read');
      expect(reader.notes).toEqual(this.#reader.notes);
      reader.leave();
      const writer = await BoardClient.joined({
        base: again.base,
        station: this.station,
        token: this.sessions.participant.token,
      });
      expect(writer.welcome?.mode).toBe('write');
      writer.leave();
    } finally {
      await again.stop();
    }
  }

  async end(): Promise<void> {
    this.#writer.leave();
    this.#reader.leave();
    if (this.server.alive()) await this.server.stop();
    this.#remove();
  }
}
