/** A Yjs update taken apart so that anything in it can be made wrong, and put together again. */

import * as Y from 'yjs';
import {
  type At,
  type Content,
  deleted,
  gc,
  item,
  map,
  type Part,
  sharedText,
  skip,
  string,
  updateBytes,
  values,
  type Where,
} from '../harness/updateBytes.ts';

/** A struct with its neighbours or parent, and what it holds. */
export type LooseStruct =
  | { is: 'item'; where: Where; content: Content }
  | { is: 'gc' | 'skip'; length: number };

export interface LooseBlock {
  client: number;
  clock: number;
  structs: LooseStruct[];
}

export interface LooseUpdate {
  blocks: LooseBlock[];
  deletes: { client: number; ranges: [clock: number, length: number][] }[];
}

/** Takes apart what Yjs itself can read. */
export function takeApart(bytes: Uint8Array): LooseUpdate {
  const { structs, ds } = Y.decodeUpdate(bytes);
  const blocks = new Map<number, LooseBlock>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const block = blocks.get(client) ?? { client, clock, structs: [] };
    blocks.set(client, block);
    block.structs.push(loose(struct));
  }
  const deletes = [...ds.clients].map(([client, items]) => ({
    client,
    ranges: items.map(({ clock, len }): [number, number] => [clock, len]),
  }));
  return { blocks: [...blocks.values()], deletes };
}

/** The bytes, however wrong. */
export function putTogether({ blocks, deletes }: LooseUpdate): Uint8Array {
  return updateBytes({
    blocks: blocks.map(({ client, clock, structs }) => ({ client, clock, structs: structs.map(part) })),
    deletes: deletes.map(({ client, ranges }) => [client, ranges]),
  });
}

function loose(struct: Y.Item | Y.GC | Y.AbstractStruct): LooseStruct {
  if (!(struct instanceof Y.Item))
    return { is: struct instanceof Y.GC ? 'gc' : 'skip', length: struct.length };
  const where: Where = {};
  if (struct.origin) where.origin = at(struct.origin);
  if (struct.rightOrigin) where.rightOrigin = at(struct.rightOrigin);
  const parent: unknown = struct.parent;
  if (typeof parent === 'string') where.parent = parent;
  else if (parent instanceof Y.ID) where.parent = at(parent);
  if (struct.parentSub !== null) where.key = struct.parentSub;
  return { is: 'item', where, content: contentOf(struct.content) };
}

function contentOf(content: Y.Item['content']): Content {
  if (content instanceof Y.ContentString) return string(content.str);
  if (content instanceof Y.ContentType) return content.type instanceof Y.Text ? sharedText : map;
  if (content instanceof Y.ContentAny) return values(...content.arr);
  return deleted(content.getLength());
}

function part(struct: LooseStruct): Part {
  if (struct.is === 'item') return item(struct.where, struct.content);
  return struct.is === 'gc' ? gc(struct.length) : skip(struct.length);
}

const at = ({ client, clock }: Y.ID): At => [client, clock];
