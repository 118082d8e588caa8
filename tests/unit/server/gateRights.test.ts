/** Who may change what (G5–G9): every way into somebody else's note, as each role, inside an update and a SyncStep2. */

import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Asker, GateRules } from '../../../server/board/gate/policy.ts';
import { clustersOf, type Fields, metaOf, notesOf, textOf } from '../../../shared/board/boardDoc.ts';
import {
  addNote,
  editText,
  joinCluster,
  makeCluster,
  mergeClusters,
  move,
  nameCluster,
  pullOut,
  removeNotes,
  setLevel,
} from '../../../shared/board/boardOps.ts';
import { type ClusterId, type NoteId, newId } from '../../../shared/domain/ids.ts';
import { STATION_NOTES_MAX } from '../../../shared/domain/note.ts';
import { serverBoard } from '../../harness/attackedBoard.ts';
import { asker, GateBench } from '../../harness/gateBench.ts';
import { deleted, gc, item, map, string, updateBytes, values } from '../../harness/updateBytes.ts';

const NOTE = { pos: [0, 0] as const, round: 1, at: 1_800_000_000_000 };

let gate: GateBench;
let victim: Asker;
let victimClient: number;
let note: NoteId;
let cluster: ClusterId;

/** Somebody's own copy of the board. */
function copy(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(gate.doc));
  return doc;
}

/** What somebody's change would send. */
function change(by: (doc: Y.Doc) => void, doc = copy()): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const updates: Uint8Array[] = [];
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes));
  by(doc);
  return updates.length > 0 ? Y.mergeUpdates(updates) : Y.encodeStateAsUpdate(doc, before);
}

beforeEach(() => {
  gate = new GateBench(serverBoard());
  victim = asker();
  note = newId('n');
  cluster = newId('c');
  const doc = copy();
  victimClient = doc.clientID;
  const bytes = change((mine) => {
    addNote(mine, { id: note, text: 'Min mening 😀', ...NOTE });
    makeCluster(mine, { id: cluster, title: 'Gruppe', pos: [0, 0] }, []);
  }, doc);
  expect(gate.take(victim, bytes).verdict).toBe('apply');
});

const fieldsOf = (doc: Y.Doc) => notesOf(doc).get(note)!;
const idOf = (item: Y.Item): [number, number] => [item.id.client, item.id.clock];

describe.each([
  ['update', false],
  ['SyncStep2', true],
] as const)('inside a %s', (_, whole) => {
  const attacks: [string, string, () => Uint8Array][] = [
    ['01 a maker’s field of another’s note', 'denied', () => change((doc) => fieldsOf(doc).set('at', 1))],
    ['01 the level of another’s note', 'denied', () => change((doc) => setLevel(doc, note, 'local'))],
    [
      '02 letters in another’s text',
      'denied',
      () => change((doc) => editText(doc, note, 'Min usle mening 😀')),
    ],
    [
      '02 letters at the end of another’s text',
      'denied',
      () => change((doc) => textOf(doc, note)!.insert(13, '!')),
    ],
    [
      '03 letters by a right neighbour alone',
      'denied',
      () =>
        updateBytes({
          blocks: [
            {
              client: 9,
              clock: 0,
              structs: [item({ rightOrigin: idOf(textOf(gate.doc, note)!._start!) }, string('x'))],
            },
          ],
        }),
    ],
    [
      '04 another’s note put in another’s place',
      'denied',
      () =>
        updateBytes({
          blocks: [{ client: 9, clock: 0, structs: [item({ parent: 'notes', key: note }, map)] }],
        }),
    ],
    [
      '05 a tombstone on a living note',
      'denied',
      () =>
        updateBytes({
          blocks: [{ client: 9, clock: 0, structs: [item({ parent: 'notes', key: note }, deleted(1))] }],
        }),
    ],
    ['06 another’s note taken down', 'denied', () => change((doc) => removeNotes(doc, [note]))],
    [
      '06 letters of another’s text taken out',
      'denied',
      () => change((doc) => textOf(doc, note)!.delete(0, 4)),
    ],
    [
      '06 a field of another’s note taken out',
      'denied',
      () => change((doc) => fieldsOf(doc).delete('round')),
    ],
    ['06 another’s text, all of it', 'denied', () => change((doc) => fieldsOf(doc).delete('text'))],
    [
      '06 another’s text for one’s own',
      'denied',
      () => change((doc) => fieldsOf(doc).set('text', new Y.Text('Hei'))),
    ],
    [
      '05 a tombstone on a living field',
      'denied',
      () => {
        const at = fieldsOf(gate.doc)._map.get('text')!;
        return updateBytes({
          blocks: [{ client: 9, clock: 0, structs: [item({ origin: idOf(at) }, deleted(1))] }],
        });
      },
    ],
    ['the furniture’s title', 'denied', () => change((doc) => metaOf(doc).set('title', 'Klagebenken'))],
    ['the furniture’s round', 'denied', () => change((doc) => metaOf(doc).set('round', 4))],
    ['the furniture taken out', 'denied', () => change((doc) => metaOf(doc).delete('rounds'))],
    [
      '08 a field that names an author',
      'malformed',
      () => change((doc) => fieldsOf(doc).set('author', 'p_x')),
    ],
    [
      'a note of a round that has not begun',
      'round_ahead',
      () => change((doc) => addNote(doc, { id: newId('n'), text: 'x', ...NOTE, round: 9 })),
    ],
  ];

  it.each(attacks)('%s is refused as %s, and nothing is changed', (_, code, bytes) => {
    const before = Y.encodeStateAsUpdate(gate.doc);
    expect(gate.take(asker(), bytes(), whole)).toMatchObject({ verdict: 'refuse', code });
    expect(Y.encodeStateAsUpdate(gate.doc)).toEqual(before);
  });

  it('07 what was never made can’t be deleted: asked to resync', () => {
    const bytes = updateBytes({ blocks: [], deletes: [[victimClient, [[0, 2 ** 40]]]] });
    expect(gate.take(asker(), bytes, whole).verdict).toBe('gap');
  });

  it('a wall can change nothing at all', () => {
    const bytes = change((doc) => addNote(doc, { id: newId('n'), text: 'x', ...NOTE }));
    expect(gate.take(asker('wall'), bytes, whole)).toMatchObject({ verdict: 'refuse', code: 'denied' });
  });

  it('the station’s host and an organiser moderate; a host of elsewhere is a participant', () => {
    const edit = () => change((doc) => editText(doc, note, 'Rettet av verten'));
    const elsewhere: Asker = { ...asker('host'), actor: { role: 'host', stations: [newId('s')] } };
    expect(gate.take(elsewhere, edit(), whole)).toMatchObject({ verdict: 'refuse', code: 'denied' });
    expect(gate.take(asker('host'), edit(), whole).verdict).toBe('apply');
    expect(
      gate.take(
        asker('organiser'),
        change((doc) => removeNotes(doc, [note])),
        whole,
      ).verdict,
    ).toBe('apply');
  });
});

describe('identity', () => {
  const next = () => Y.getState(gate.doc.store, victimClient);
  const asVictim = () =>
    updateBytes({
      blocks: [
        { client: victimClient, clock: next(), structs: [item({ parent: 'notes', key: newId('n') }, map)] },
      ],
    });
  const burned = () =>
    updateBytes({ blocks: [{ client: victimClient, clock: next(), structs: [gc(1_000_000_000)] }] });

  it('09, 10 another’s id is refused in an update', () => {
    for (const bytes of [asVictim(), burned()]) {
      expect(gate.take(asker(), bytes)).toMatchObject({ verdict: 'refuse', code: 'foreign_client' });
    }
    expect(
      gate.take(
        victim,
        change((doc) => addNote(doc, { id: newId('n'), text: 'Jeg igjen', ...NOTE })),
      ).verdict,
    ).toBe('apply');
  });

  it('09, 10 in a SyncStep2 it is passed over: one’s own goes in, the victim’s clock stands', () => {
    const clock = next();
    expect(gate.take(asker(), burned(), true)).toMatchObject({ verdict: 'nothing' });
    expect(next()).toBe(clock);
    const mine = new Y.Doc();
    Y.applyUpdate(mine, asVictim());
    const own = newId('n');
    addNote(mine, { id: own, text: 'Min egen', ...NOTE });
    expect(gate.take(asker(), Y.encodeStateAsUpdate(mine), true).verdict).toBe('apply');
    expect(next()).toBe(clock);
    expect(notesOf(gate.doc).has(own)).toBe(true);
  });

  it('the server’s own id is nobody’s', () => {
    const clock = Y.getState(gate.doc.store, gate.doc.clientID);
    const bytes = updateBytes({ blocks: [{ client: gate.doc.clientID, clock, structs: [gc(5)] }] });
    expect(gate.take(asker('organiser'), bytes)).toMatchObject({ verdict: 'refuse', code: 'foreign_client' });
  });

  it('a person has at most 64 ids, and old ones stay theirs', () => {
    const me = asker();
    const tabs = Array.from({ length: 64 }, copy);
    for (const tab of tabs) {
      const bytes = change((doc) => addNote(doc, { id: newId('n'), text: 'ny fane', ...NOTE }), tab);
      expect(gate.take(me, bytes).verdict).toBe('apply');
    }
    const one = change((doc) => addNote(doc, { id: newId('n'), text: 'en til', ...NOTE }));
    expect(gate.take(me, one)).toMatchObject({ verdict: 'refuse', code: 'too_many_clients' });
    const old = change((doc) => addNote(doc, { id: newId('n'), text: 'den første fanen', ...NOTE }), tabs[0]);
    expect(gate.take(me, old).verdict).toBe('apply');
  });

  it('G9 a note id stays its first user’s after the note is gone', () => {
    expect(
      gate.take(
        victim,
        change((doc) => removeNotes(doc, [note])),
      ).verdict,
    ).toBe('apply');
    const again = () => change((doc) => addNote(doc, { id: note, text: 'Overtatt', ...NOTE }));
    expect(gate.take(asker(), again())).toMatchObject({ verdict: 'refuse', code: 'taken' });
    expect(gate.take(victim, again()).verdict).toBe('apply');
  });
});

describe('what everybody may, and what a station’s host narrows', () => {
  const grouping: Record<string, (doc: Y.Doc) => void> = {
    group: (doc) => makeCluster(doc, { id: newId('c'), title: '', pos: [1, 1] }, [note]),
    join: (doc) => joinCluster(doc, cluster, [note]),
    name: (doc) => nameCluster(doc, cluster, 'Ny tittel'),
    merge: (doc) => mergeClusters(doc, cluster, newId('c')),
    'group and pull out': (doc) => {
      joinCluster(doc, cluster, [note]);
      pullOut(doc, [{ id: note, pos: [3, 3] }]);
    },
  };

  it.each(Object.keys(grouping))('others’ notes: %s', (what) => {
    expect(gate.judge(asker(), change(grouping[what]!)).verdict).toBe('apply');
    const closed = gate.judge(asker('participant', { groupingClosed: true }), change(grouping[what]!));
    expect(closed).toMatchObject({ verdict: 'refuse', code: 'grouping_closed' });
    expect(gate.judge(asker('host', { groupingClosed: true }), change(grouping[what]!)).verdict).toBe(
      'apply',
    );
  });

  const rule = (who: Asker, rules: Partial<GateRules>): Asker => ({
    ...who,
    rules: { ...who.rules, ...rules },
  });

  it('move only own', () => {
    const moved = () => change((doc) => move(doc, [{ id: note, pos: [50, 60] }]));
    expect(gate.judge(asker(), moved()).verdict).toBe('apply');
    expect(gate.judge(asker('participant', { moveOwn: true }), moved())).toMatchObject({ code: 'denied' });
    expect(gate.judge(rule(victim, { moveOwn: true }), moved()).verdict).toBe('apply');
    expect(gate.judge(asker('host', { moveOwn: true }), moved()).verdict).toBe('apply');
  });

  it('paused: participants nothing, hosts all', () => {
    const written = () => change((doc) => addNote(doc, { id: newId('n'), text: 'x', ...NOTE }));
    expect(gate.judge(rule(victim, { frozen: true }), written())).toMatchObject({
      verdict: 'refuse',
      code: 'frozen',
    });
    expect(gate.judge(asker('host', { frozen: true }), written()).verdict).toBe('apply');
    const nothing = Y.encodeStateAsUpdate(gate.doc, Y.encodeStateVector(gate.doc));
    expect(gate.judge(rule(victim, { frozen: true }), nothing, true)).toMatchObject({ verdict: 'nothing' });
  });

  it('with grouping closed one still makes a note, also in five updates', () => {
    const me = asker('participant', { groupingClosed: true });
    const doc = copy();
    const fields: Fields = new Y.Map();
    const id = newId('n');
    const steps: ((mine: Y.Doc) => void)[] = [
      (mine) => notesOf(mine).set(id, fields),
      () => fields.set('text', new Y.Text('Steg for steg')),
      () => fields.set('pos', [1, 2]),
      () => fields.set('round', 1),
      () => fields.set('at', 1),
    ];
    for (const step of steps) expect(gate.take(me, change(step, doc)).verdict).toBe('apply');
    expect(gate.ownerOf(id)).toBe(me.participant);
  });
});

describe('values', () => {
  const odd: [string, unknown][] = [
    ['pos', [1]],
    ['pos', [1e300, 0]],
    ['pos', 'her'],
    ['cluster', 'ingen'],
    ['order', 'a'.repeat(300)],
    ['level', 'regionalt'],
    ['slot', ['lane', 1]],
    ['round', 1.5],
    ['at', 'i går'],
  ];
  it.each(odd)('%s can’t be %j', (field, value) => {
    const bytes = change((doc) => fieldsOf(doc).set(field, value));
    expect(gate.take(victim, bytes)).toMatchObject({ verdict: 'refuse', code: 'malformed', note, field });
  });

  it('a title of a group has at most 80 characters, a text 2,000', () => {
    expect(
      gate.take(
        victim,
        change((doc) => nameCluster(doc, cluster, 'x'.repeat(81))),
      ),
    ).toMatchObject({ code: 'too_long' });
    const long = (doc: Y.Doc) => editText(doc, note, 'x'.repeat(2_001));
    expect(gate.take(victim, change(long))).toMatchObject({ code: 'too_long', note, field: 'text' });
    expect(
      gate.take(
        victim,
        change((doc) => editText(doc, note, 'x'.repeat(1_900))),
      ).verdict,
    ).toBe('apply');
    expect(
      gate.take(
        victim,
        change((doc) => textOf(doc, note)!.insert(0, 'y'.repeat(101))),
      ),
    ).toMatchObject({ code: 'too_long' });
  });

  it('a cluster holds its own fields alone', () => {
    const bytes = updateBytes({
      blocks: [
        {
          client: 9,
          clock: 0,
          structs: [
            item({ parent: 'clusters', key: newId('c') }, map),
            item({ parent: [9, 0], key: 'round' }, values(1)),
          ],
        },
      ],
    });
    expect(gate.judge(asker(), bytes)).toMatchObject({ verdict: 'refuse', code: 'malformed' });
    expect(clustersOf(gate.doc).size).toBe(1);
  });
});

describe('G8 a station is full', () => {
  const filling: Record<string, (doc: Y.Doc) => void> = {
    notes: (doc) => addNote(doc, { ...NOTE, id: newId('n'), text: 'En lapp' }),
    groups: (doc) => makeCluster(doc, { id: newId('c'), title: '', pos: [0, 0] }, []),
  };
  it.each(Object.keys(filling))(
    'of %s: what fits is taken, and one more is not, all at once or one by one',
    (what) => {
      const many = (count: number) => (doc: Y.Doc) =>
        doc.transact(() => {
          for (let made = 0; made < count; made++) filling[what]!(doc);
        });
      const full = { verdict: 'refuse', code: 'station_full' };
      const there = gate.doc.getMap(what === 'notes' ? 'notes' : 'clusters').size;
      expect(gate.judge(asker(), change(many(STATION_NOTES_MAX - there + 1)))).toMatchObject(full);
      const room = change(many(STATION_NOTES_MAX - there));
      expect(gate.take(asker('host'), room).verdict).toBe('apply');
      expect(gate.judge(asker(), change(many(1)))).toMatchObject(full);
    },
  );
});
