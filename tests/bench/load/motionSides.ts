/**
 * People who drag and people who look, at each kind of server. All do the same: a mover's newest place travels as that
 * server's own clients would send it. Ours sends motion; for Yjs and tldraw the drag is in the document, which is how
 * boards on them work; the floor takes 20 bytes.
 */

import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Pos } from '../../../shared/board/boardDoc.ts';
import { move } from '../../../shared/board/boardOps.ts';
import { FRAME, MOTION } from '../../../shared/protocol/boardFrames.ts';
import {
  HandWriter,
  MotionReader,
  type ViewedArea,
  viewFrame,
} from '../../../shared/protocol/motionFrames.ts';
import type { Who } from '../servers.ts';
import { BoardLink } from './BoardLink.ts';
import { LightSocket } from './LightSocket.ts';
import { hang, hangNotes, makeHall, type OurHall, participants, placeOf, recorded } from './ourHall.ts';
import { TldrawLink } from './TldrawLink.ts';
import { ourWire, peerWire, type YjsPeer } from './wires.ts';

/** Told that a viewer now has what this mover made at this time. */
export type Sees = (mover: number, madeAt: number) => void;

/** One person at the board. */
export interface Person {
  readonly socket: LightSocket;
  /** Sends where the mover's note is now. */
  moveTo(place: Dragged): void;
}

/** A place on a drag's way; `last`: it is let go there. */
export interface Dragged {
  pos: Pos;
  last: boolean;
}

/** The people of one run. */
export interface Side {
  /**
   * Takes a person in. `mover`: the number of the note that is in their hand; `sees`: they look, and tell; `view`: what
   * their screen shows, where the server can be told (ours alone).
   */
  join(person: { mover: number | null; sees: Sees | null; view?: ViewedArea }): Promise<Person>;
  /** Places that came and that nobody had sent. */
  readonly strange: number;
}

/** When each mover made each of its places. */
class Ledger {
  readonly #made: Map<number, number>[] = [];
  strange = 0;

  made(mover: number, mark: number): void {
    let marks = this.#made[mover];
    if (!marks) {
      marks = new Map();
      this.#made[mover] = marks;
    }
    marks.set(mark, performance.now());
  }

  tell(sees: Sees, mover: number, mark: number): void {
    const at = this.#made[mover]?.get(mark);
    if (at === undefined) this.strange++;
    else sees(mover, at);
  }
}

/** A place as one number. */
const markOf = (x: number, y: number) => Math.round(x) * 1_000_003 + Math.round(y);

export interface SideParts {
  base: string;
  people: number;
  movers: number;
  notes: number;
}

export async function openSide(who: Who, parts: SideParts): Promise<Side> {
  switch (who) {
    case 'ours':
      return (await ourSide(parts)).side;
    case 'floor':
      return floorSide(parts);
    case 'tldraw':
      return tldrawSide(parts);
    default:
      return yjsSide(who, parts);
  }
}

/** Ours: each person has a session of their own, since limits are by participant. */
export async function ourSide({ base, people, notes }: SideParts): Promise<{ side: Side; hall: OurHall }> {
  const hall = await makeHall(base);
  const [seeder, ...sessions] = await participants(base, hall, people + 1);
  const wireFor = (token: string) => ourWire({ base, station: hall.station, token });
  const ids = await hangNotes(wireFor(seeder!.token), notes);
  const moverOf = new Map(ids.map((id, index) => [id as string, index]));
  const ledger = new Ledger();
  const side: Side = {
    get strange() {
      return ledger.strange;
    },
    join: async ({ mover, sees, view }) => {
      const { token } = sessions.pop()!;
      const reader = new MotionReader();
      const onOther = (frame: Uint8Array) => {
        const decoder = decoding.createDecoder(frame);
        if (decoding.readVarUint(decoder) !== FRAME.motion) return;
        for (const { id, x, y } of reader.read(decoder)) ledger.tell(sees!, moverOf.get(id)!, markOf(x, y));
      };
      const link = await BoardLink.open(wireFor(token), sees ? { onOther } : { deaf: true });
      if (view) link.send(viewFrame(view));
      const writer = new HandWriter();
      return {
        socket: link.socket,
        moveTo: ({ pos: [x, y], last }) => {
          ledger.made(mover!, markOf(x, y));
          const state = last ? MOTION.dropped : MOTION.held;
          link.send(writer.frame([{ id: ids[mover!]!, state, x, y }]));
        },
      };
    },
  };
  return { side, hall };
}

/** A mover has a document with a note of its own, and sets its place; who looks reads how far each mover has come. */
async function yjsSide(peer: YjsPeer, { base, movers, notes }: SideParts): Promise<Side> {
  const seeder = await BoardLink.open(peerWire(peer, base));
  const rest = recorded((bytes) => seeder.update(bytes), null);
  rest.transact(() => {
    for (let index = movers; index < notes; index++) hang(rest, index);
  });
  const ledger = new Ledger();
  const moverOf = new Map<number, number>();
  return {
    get strange() {
      return ledger.strange;
    },
    join: async ({ mover, sees }) => {
      const doc: Y.Doc = recorded((bytes) => link.update(bytes), null);
      const onUpdate = (bytes: Uint8Array) => {
        for (const [client, clock] of Y.parseUpdateMeta(bytes).to) {
          const from = moverOf.get(client);
          if (from !== undefined) ledger.tell(sees!, from, clock);
        }
      };
      const link: BoardLink = await BoardLink.open(
        peerWire(peer, base),
        sees ? { onUpdate } : { deaf: true },
      );
      if (mover === null) return { socket: link.socket, moveTo: () => {} };
      moverOf.set(doc.clientID, mover);
      const id = hang(doc, mover);
      ledger.made(mover, Y.getState(doc.store, doc.clientID));
      return {
        socket: link.socket,
        moveTo: ({ pos }) => {
          move(doc, [{ id, pos }]);
          // Made before it is sent by less than it takes to encode it.
          ledger.made(mover, Y.getState(doc.store, doc.clientID));
        },
      };
    },
  };
}

async function tldrawSide({ base }: SideParts): Promise<Side> {
  const schema = await TldrawLink.schemaOf(base);
  const ledger = new Ledger();
  // A patch may tell one coordinate alone.
  const join: Side['join'] = async ({ mover, sees }) => {
    const last = new Map<number, [number, number]>();
    const onDiff = (diff: Record<string, unknown[]>) => {
      for (const [id, [kind, patch]] of Object.entries(diff)) {
        if (kind !== 'patch') continue;
        const from = Number(id.slice('shape:note-'.length));
        const place = last.get(from) ?? placeOf(from);
        const { x, y } = patch as { x?: [string, number]; y?: [string, number] };
        if (x) place[0] = x[1];
        if (y) place[1] = y[1];
        last.set(from, place);
        ledger.tell(sees!, from, markOf(...place));
      }
    };
    const link = new TldrawLink(base, { schema, ...(sees ? { onDiff } : {}) });
    await link.synced;
    return {
      socket: link.socket,
      moveTo: ({ pos: [x, y] }) => {
        ledger.made(mover!, markOf(x, y));
        link.push({ [`shape:note-${mover}`]: ['patch', { x: ['put', x], y: ['put', y] }] });
      },
    };
  };
  return {
    get strange() {
      return ledger.strange;
    },
    join,
  };
}

/** Twenty bytes: note, x, y, and when it was made. */
function floorSide({ base }: SideParts): Side {
  const POSITION_BYTES = 20;
  return {
    strange: 0,
    join: async ({ mover, sees }) => {
      const message = (data: Uint8Array) => {
        const positions = Buffer.from(data.buffer, data.byteOffset, data.length);
        for (let at = 0; at < positions.length; at += POSITION_BYTES) {
          sees!(positions.readUInt32LE(at), positions.readDoubleLE(at + 12));
        }
      };
      const socket = await LightSocket.open(base.replace(/^http/, 'ws'), sees ? { message } : {});
      return {
        socket,
        moveTo: ({ pos: [x, y] }) => {
          const bytes = Buffer.allocUnsafe(POSITION_BYTES);
          bytes.writeUInt32LE(mover!, 0);
          bytes.writeInt32LE(x, 4);
          bytes.writeInt32LE(y, 8);
          bytes.writeDoubleLE(performance.now(), 12);
          socket.send(bytes);
        },
      };
    },
  };
}
