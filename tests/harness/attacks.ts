/**
 * Updates that no honest client makes, each aimed at a living board: at its structure, at memory and processor, at
 * what is stored, and at what is the server's alone. One list, for the gate by itself and for a real server.
 */

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { type Fields, metaOf, notesOf, textOf } from '../../shared/board/boardDoc.ts';
import { addNote } from '../../shared/board/boardOps.ts';
import { type NoteId, newId } from '../../shared/domain/ids.ts';
import {
  type At,
  binary,
  type Content,
  deleted,
  embed,
  format,
  gc,
  item,
  map,
  noteStructs,
  odd,
  oldJson,
  type Part,
  rawString,
  rawValues,
  sharedText,
  skip,
  string,
  subDocument,
  type,
  type Updating,
  updateBytes,
  values,
} from './updateBytes.ts';

/** What an attack is aimed at: the board as an attacker knows it, with two notes of other people on it. */
export interface Ground {
  doc: Y.Doc;
  /** Its text is `VICTIM_TEXT`. */
  victim: NoteId;
  other: NoteId;
}

export const VICTIM_TEXT = 'Før 😀 etter';

export interface Attack {
  name: string;
  /** The answer: told off, or asked to come again with what is missing. */
  answer: 'refuse' | 'gap';
  bytes: (ground: Ground) => Uint8Array;
}

/** ClientIDs that nobody has. */
const ME = 4_000_000_001;
const HER = 4_000_000_002;
const KEY = 'n_aaaaaaaaaaaaaaaaaaaa';
const HUGE = 2 ** 53 - 1;

type Build = (ground: Ground) => Updating;
const refused = (name: string, build: Build): Attack => ({
  name,
  answer: 'refuse',
  bytes: (ground) => updateBytes(build(ground)),
});
const gapped = (name: string, build: Build): Attack => ({ ...refused(name, build), answer: 'gap' });
const rawBytes = (name: string, bytes: Attack['bytes']): Attack => ({ name, answer: 'refuse', bytes });

/** One block of a new client. */
const mine = (...structs: Part[]): Updating => ({ blocks: [{ client: ME, clock: 0, structs }] });
/** A note's root entry, and one more thing. */
const inNote = (key: string | undefined, content: Content): Updating =>
  mine(
    item({ parent: 'notes', key: KEY }, map),
    item({ parent: [ME, 0], ...(key === undefined ? {} : { key }) }, content),
  );
const asField = (content: Content): Updating => inNote('pos', content);

const entry = (fields: Y.Map<unknown>, key: string): At => {
  const { client, clock } = fields._map.get(key)!.id;
  return [client, clock];
};
const rootEntry = ({ doc }: Ground, id: NoteId): At => entry(notesOf(doc) as Fields, id);
const field = ({ doc }: Ground, id: NoteId, key: string): At => entry(notesOf(doc).get(id)!, key);
const metaEntry = ({ doc }: Ground, key: string): At => entry(metaOf(doc), key);
/** The `unit`-th UTF-16 unit of a note's text. */
const unit = ({ doc }: Ground, id: NoteId, index: number): At => {
  const { client, clock } = textOf(doc, id)!._start!.id;
  return [client, clock + index];
};
const stateOf = ({ doc }: Ground, client: number): number => Y.getState(doc.store, client);

const any = (value: unknown): Uint8Array => {
  const to = encoding.createEncoder();
  encoding.writeAny(to, value as never);
  return encoding.toUint8Array(to);
};
const varUint = (value: number): Uint8Array => {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, value);
  return encoding.toUint8Array(to);
};
/** `depth` lists of one, each in the one before. */
const nested = (depth: number): Uint8Array => {
  const bytes = new Uint8Array(depth * 2 + 1);
  for (let level = 0; level < depth; level++) bytes.set([117, 1], level * 2);
  bytes[depth * 2] = 120;
  return bytes;
};
/** An honest update of a person who hangs up one note. */
const honest = (): Uint8Array => {
  const doc = new Y.Doc();
  doc.clientID = ME;
  addNote(doc, { id: newId('n'), text: 'Ærlig', pos: [0, 0], round: 1, at: 1_800_000_000_000 });
  return Y.encodeStateAsUpdate(doc);
};

/** What an item inherits from its neighbours is not looked up yet. */

const STRUCTURE: readonly Attack[] = [
  gapped('12 clocks are missing before a block', () => ({
    blocks: [{ client: ME, clock: 5, structs: noteStructs(ME, KEY) }],
  })),
  gapped('12 a hole in a block', () => mine(...noteStructs(ME, KEY), skip(3), gc(1))),
  gapped('13 a left neighbour that nobody made', () => mine(item({ origin: [HER, 7] }, string('x')))),
  gapped('13 a right neighbour that nobody made', () => mine(item({ rightOrigin: [HER, 7] }, string('x')))),
  gapped('13 a parent that nobody made', () => mine(item({ parent: [HER, 7], key: 'pos' }, values(1)))),
  gapped('13 a delete of what nobody made', () => ({ deletes: [[HER, [[0, 5]]]] })),
  gapped('13 a delete far beyond what a client made', (ground) => {
    const [client] = rootEntry(ground, ground.victim);
    return { deletes: [[client, [[0, 2 ** 40]]]] };
  }),
  gapped('14 an item that is its own left neighbour', () => mine(item({ origin: [ME, 0] }, string('x')))),
  gapped('14 an item that is its own right neighbour', () =>
    mine(item({ rightOrigin: [ME, 0] }, string('x'))),
  ),
  gapped('14 an item that is its own parent', () => mine(item({ parent: [ME, 0], key: 'text' }, sharedText))),
  gapped('14 two items, each the neighbour of the other', () => ({
    blocks: [
      { client: ME, clock: 0, structs: [item({ origin: [HER, 0] }, string('x'))] },
      { client: HER, clock: 0, structs: [item({ origin: [ME, 0] }, string('x'))] },
    ],
  })),
  refused('15 two blocks of one client', () => ({
    blocks: [
      { client: ME, clock: 0, structs: noteStructs(ME, KEY) },
      { client: ME, clock: 0, structs: [gc(1)] },
    ],
  })),
  refused('15 two lists of deletes of one client', (ground) => {
    const [client, clock] = rootEntry(ground, ground.victim);
    return {
      deletes: [
        [client, [[clock, 1]]],
        [client, [[clock, 1]]],
      ],
    };
  }),
  refused('15 deletes that overlap', (ground) => {
    const [client, clock] = rootEntry(ground, ground.victim);
    return {
      deletes: [
        [
          client,
          [
            [clock, 2],
            [clock, 1],
          ],
        ],
      ],
    };
  }),
  refused('16 a GC of length zero', () => mine(gc(0))),
  refused('16 a GC of length zero among others', () => mine(...noteStructs(ME, KEY), gc(0), gc(1))),
  refused('17 a deleted item of length zero', () => mine(item({ parent: 'notes', key: KEY }, deleted(0)))),
  refused('17 a block of no structs', () => ({ blocks: [{ client: ME, clock: 0, structs: [] }] })),
  refused('17 an empty string', () =>
    mine(
      item({ parent: 'notes', key: KEY }, map),
      item({ parent: [ME, 0], key: 'text' }, sharedText),
      item({ parent: [ME, 1] }, string('')),
    ),
  ),
  refused('39 values of length zero', () => asField(values())),
  refused('39 old JSON of length zero', () => asField(oldJson())),
  refused('40 a delete range of length zero', (ground) => ({
    deletes: [[rootEntry(ground, ground.victim)[0], [[0, 0]]]],
  })),
  refused('18 a clock beyond 2^53', () => mine(...noteStructs(ME, KEY), gc(HUGE))),
  refused('18 all clocks of a client at once', () => mine(gc(HUGE))),
  refused('18 nearly all clocks of a client at once', () => mine(gc(2 ** 45))),
  refused('18 a deleted run over nearly all clocks', () =>
    mine(item({ parent: 'notes', key: KEY }, deleted(2 ** 50))),
  ),
  refused('18 nearly all clocks of the server itself', (ground) => {
    const [client] = metaEntry(ground, 'title');
    const clock = stateOf(ground, client);
    return { blocks: [{ client, clock, structs: [gc(HUGE - clock)] }] };
  }),
  rawBytes('18 a number of more than 53 bits', () => {
    const whole = updateBytes(mine(gc(1)));
    return Uint8Array.of(whole[0]!, 255, 255, 255, 255, 255, 255, 255, 255, 127, ...whole.subarray(2));
  }),
  refused('18 a clientID of more than 32 bits', () => ({
    blocks: [{ client: 2 ** 40, clock: 0, structs: [gc(1)] }],
  })),
  refused('29 neighbours in two notes', (ground) =>
    mine(
      item(
        { origin: unit(ground, ground.victim, 0), rightOrigin: unit(ground, ground.other, 1) },
        string('x'),
      ),
    ),
  ),
  refused('29 a neighbour among a note’s letters, another among its fields', (ground) =>
    mine(
      item(
        { origin: unit(ground, ground.victim, 0), rightOrigin: field(ground, ground.victim, 'pos') },
        string('x'),
      ),
    ),
  ),
  refused('30 a list item in the root of notes', () => mine(item({ parent: 'notes' }, values(1)))),
  refused('30 a list item in a note', () => inNote(undefined, values(1))),
  refused('30 letters in a note, not in its text', () => inNote(undefined, string('abc'))),
  refused('31 a field of three values', () => asField(values(1, 2, 3))),
  refused('31 a field of three values, by its neighbour', (ground) =>
    mine(item({ origin: field(ground, ground.victim, 'pos') }, values(1, 2, 3))),
  ),
  refused('31 letters in a field, by their neighbour', (ground) =>
    mine(item({ origin: field(ground, ground.victim, 'pos') }, string('abc'))),
  ),
  rawBytes('35 the last byte is missing', () => honest().subarray(0, -1)),
  rawBytes('35 half of it is missing', () => honest().subarray(0, honest().length / 2)),
  rawBytes('36 a byte too many', () => Uint8Array.of(...honest(), 0)),
  rawBytes('36 two updates in one', () => Uint8Array.of(...honest(), ...honest())),
  rawBytes('37 the second format', () => Y.convertUpdateFormatV1ToV2(honest())),
  rawBytes('37 no bytes at all', () => new Uint8Array()),
];

const MEMORY: readonly Attack[] = [
  refused('19 2^25 values in eight bytes', () => asField(rawValues(2 ** 25))),
  refused('19 2^25 old JSON values in eight bytes', () => asField(odd(2, varUint(2 ** 25)))),
  refused('20 2^32 values', () => asField(rawValues(2 ** 32))),
  refused('20 a list of 2^32 in a value', () =>
    asField(rawValues(1, Uint8Array.of(117, ...varUint(2 ** 32)))),
  ),
  refused('20 an object of 2^32 in a value', () =>
    asField(rawValues(1, Uint8Array.of(118, ...varUint(2 ** 32)))),
  ),
  refused('20 a string of 2^32 in a value', () =>
    asField(rawValues(1, Uint8Array.of(119, ...varUint(2 ** 32)))),
  ),
  refused('20 2^32 structs', () => ({
    blocks: [{ client: ME, clock: 0, structs: [gc(1)], claimed: 2 ** 32 }],
  })),
  rawBytes('20 2^32 blocks', () => Uint8Array.of(...varUint(2 ** 32), 0)),
  rawBytes('20 2^32 lists of deletes', () => Uint8Array.of(0, ...varUint(2 ** 32))),
  rawBytes('20 2^53 - 1 deletes of a client', () => Uint8Array.of(0, 1, 5, ...varUint(HUGE))),
  refused('26 a value 5,000 deep', () => asField(rawValues(1, nested(5_000)))),
  refused('27 a value 100,000 deep', () => asField(rawValues(1, nested(100_000)))),
  refused('27 maps 5,000 deep', () =>
    mine(
      item({ parent: 'notes', key: KEY }, map),
      ...Array.from({ length: 5_000 }, (_, depth) => item({ parent: [ME, depth], key: 'text' }, map)),
    ),
  ),
  refused('27 texts 5,000 deep', () =>
    mine(
      item({ parent: 'notes', key: KEY }, map),
      ...Array.from({ length: 5_000 }, (_, depth) => item({ parent: [ME, depth], key: 'text' }, sharedText)),
    ),
  ),
  refused('28 4,000 roots', () =>
    mine(...Array.from({ length: 4_000 }, (_, index) => item({ parent: `root${index}`, key: KEY }, map))),
  ),
  refused('33 a text of 200 kB', () =>
    mine(
      item({ parent: 'notes', key: KEY }, map),
      item({ parent: [ME, 0], key: 'text' }, sharedText),
      item({ parent: [ME, 1] }, string('x'.repeat(200_000))),
    ),
  ),
  refused('33 a field of 200 kB', () => asField(values('x'.repeat(200_000)))),
];

const CONTENT: readonly Attack[] = [
  ...Array.from({ length: 21 }, (_, index) => 11 + index).map((ref) =>
    refused(`21 content of the unknown kind ${ref}`, () => asField(odd(ref, Uint8Array.of(1, 120)))),
  ),
  refused('21 bytes as a value', () => asField(binary(Uint8Array.of(1, 2, 3)))),
  refused('21 bytes within a value', () => asField(values(new Uint8Array(3)))),
  refused('22 JSON that is none', () => asField(oldJson('{"a":'))),
  refused('22 good old JSON, which no board has', () => asField(oldJson('[1,2]'))),
  refused('22 an embed of bad JSON', () => inNote(undefined, embed('{'))),
  refused('23 a document within, to be loaded by itself', () =>
    asField(subDocument('another-station', { autoLoad: true, shouldLoad: true })),
  ),
  refused('24 a BigInt, which no export can write', () => asField(values(10n))),
  refused('25 __proto__ in a value', () =>
    asField(rawValues(1, any(JSON.parse('{"__proto__":{"isHost":true}}')))),
  ),
  refused('25 __proto__ deep in a value', () =>
    asField(rawValues(1, any([JSON.parse('{"a":{"__proto__":{"isHost":true}}}')]))),
  ),
  refused('25 a value that is no number', () => asField(values(Number.NaN))),
  refused('25 a value without end', () => asField(values([Number.POSITIVE_INFINITY, 0]))),
  refused('32 an element named script as a note', () =>
    mine(item({ parent: 'notes', key: KEY }, type(3, 'script'))),
  ),
  ...[0, 4, 6, 7, 99].map((number) =>
    refused(`32 a type of number ${number} as a note`, () =>
      mine(item({ parent: 'notes', key: KEY }, type(number))),
    ),
  ),
  refused('32 a text as a note', () => mine(item({ parent: 'notes', key: KEY }, sharedText))),
  refused('32 a value as a note', () => mine(item({ parent: 'notes', key: KEY }, values({ text: 'hei' })))),
  refused('34 a text that is no UTF-8', () =>
    mine(
      item({ parent: 'notes', key: KEY }, map),
      item({ parent: [ME, 0], key: 'text' }, sharedText),
      item({ parent: [ME, 1] }, rawString(Uint8Array.of(0xc3, 0x28, 0xff))),
    ),
  ),
  refused('34 half a letter', () =>
    mine(
      item({ parent: 'notes', key: KEY }, map),
      item({ parent: [ME, 0], key: 'text' }, sharedText),
      item({ parent: [ME, 1] }, rawString(Uint8Array.of(0xed, 0xa0, 0xbd))),
    ),
  ),
  refused('38 bold type in a text', (ground) =>
    mine(item({ origin: unit(ground, ground.victim, 0) }, format('bold', 'true'))),
  ),
  refused('41 a note named __proto__', () => mine(item({ parent: 'notes', key: '__proto__' }, map))),
  ...[
    'constructor',
    '',
    'n_short',
    `n_${'a'.repeat(33)}`,
    'c_aaaaaaaaaaaaaaaaaaaa',
    'n_aaaaaaaaaaaaaaa\n',
  ].map((key) =>
    refused(`41 a note named ${JSON.stringify(key)}`, () => mine(item({ parent: 'notes', key }, map))),
  ),
  refused('41 a cluster with the id of a note', () => mine(item({ parent: 'clusters', key: KEY }, map))),
  refused('41 a field named __proto__', () => inNote('__proto__', values({ isHost: true }))),
  refused('41 a field that no note has', () => inNote('author', values('the organiser'))),
  refused('41 a root that no board has', () => mine(item({ parent: 'votes', key: KEY }, map))),
  refused('41 a root without a name', () => mine(item({ parent: '', key: KEY }, map))),
  refused('41 a root named __proto__', () => mine(item({ parent: '__proto__', key: KEY }, map))),
  refused('42 a text where a number belongs', () => asField(sharedText)),
  refused('42 a note where a number belongs', () => asField(map)),
  refused('42 a number where a text belongs', () => inNote('text', values(5))),
  refused('42 a text where a number belongs, by its neighbour', (ground) =>
    mine(item({ origin: field(ground, ground.victim, 'pos') }, sharedText)),
  ),
  refused('11 an emoji cut in two by a neighbour', (ground) =>
    mine(item({ origin: unit(ground, ground.victim, 4) }, string('x'))),
  ),
  refused('11 an emoji cut in two by a right neighbour', (ground) =>
    mine(item({ rightOrigin: unit(ground, ground.victim, 5) }, string('x'))),
  ),
  refused('11 half an emoji deleted', (ground) => {
    const [client, clock] = unit(ground, ground.victim, 4);
    return { deletes: [[client, [[clock, 1]]]] };
  }),
];

/** On what is the server's alone. */
const FURNITURE: readonly Attack[] = [
  refused('the title is set', () => mine(item({ parent: 'meta', key: 'title' }, values('Kuppet')))),
  refused('the title is set, by its neighbour', (ground) =>
    mine(item({ origin: metaEntry(ground, 'title') }, values('Kuppet'))),
  ),
  refused('the title is set, by its right neighbour', (ground) =>
    mine(item({ rightOrigin: metaEntry(ground, 'title') }, values('Kuppet'))),
  ),
  refused('the rounds are taken away', (ground) => {
    const [client, clock] = metaEntry(ground, 'rounds');
    return { deletes: [[client, [[clock, 1]]]] };
  }),
  refused('all that the server ever wrote is taken away', (ground) => {
    const [client] = metaEntry(ground, 'rounds');
    return { deletes: [[client, [[0, stateOf(ground, client)]]]] };
  }),
  refused('a list item in the furniture', () => mine(item({ parent: 'meta' }, values(1)))),
  refused('a note among the furniture', () => mine(item({ parent: 'meta', key: KEY }, map))),
];

export const ATTACKS: readonly Attack[] = [...STRUCTURE, ...MEMORY, ...CONTENT, ...FURNITURE];

/** `blocks` clients, each built on the next: whoever goes through them in the wrong order goes through them all each time. */
export function longChain(blocks: number): Uint8Array {
  const first = 100;
  const root = first + blocks;
  return updateBytes({
    blocks: [
      ...Array.from({ length: blocks }, (_, index) => ({
        client: first + index,
        clock: 0,
        structs: [item({ origin: [first + index + 1, index === blocks - 1 ? 2 : 0] }, string('x'))],
      })),
      { client: root, clock: 0, structs: noteStructs(root, KEY, 'x') },
    ],
  });
}

/** `count` letters put in at the beginning of one text by one client, so that Yjs compares each with all before it. */
export function crowdedText(count: number): Uint8Array {
  return updateBytes(
    mine(
      item({ parent: 'notes', key: KEY }, map),
      item({ parent: [ME, 0], key: 'text' }, sharedText),
      item({ parent: [ME, 1] }, string('x'.repeat(2_000))),
      ...Array.from({ length: count }, (_, index) =>
        item({ rightOrigin: [ME, 2 + ((index * 7) % 2_000)] }, string('y')),
      ),
    ),
  );
}
