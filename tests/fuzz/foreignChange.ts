/** The permission table once more, told by what has changed on the board, and not by how. */

import type { Asker } from '../../server/board/gate/policy.ts';
import type { NoteId, ParticipantId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import { type Board, json, type Shown } from './shownBoard.ts';

type Fields = Record<string, unknown>;

/** What has changed that this person may not change, told in the words of the permission table; null: nothing. */
export function foreignChange({ shown: before, gate }: Board, after: Shown, who: Asker): string | null {
  const { actor, station, participant, rules } = who;
  if (after.meta !== before.meta) return 'the furniture';
  const moderates = may(actor, 'note:moderate', station);
  const mayWrite = may(actor, 'board:write', station) && (moderates || !rules.frozen);
  const notes = new Set([...changed(before.notes, after.notes), ...changed(before.made, after.made)]);
  const clusters = changed(before.clusters, after.clusters);
  if (!mayWrite) return notes.size + clusters.length > 0 ? 'anything at all' : null;
  if (clusters.length > 0 && rules.groupingClosed && !moderates) return 'clusters, which are closed';
  for (const id of notes) {
    const [old, now] = [fieldsOf(before.notes.get(id)), fieldsOf(after.notes.get(id))];
    const remade = before.made.get(id) !== after.made.get(id);
    const owner = gate.ownerOf(id as NoteId);
    const wrong = foreignNote(old, now, { owner, participant, moderates, rules, remade });
    if (wrong) return `${wrong} of ${id}`;
  }
  return null;
}

function foreignNote(
  old: Fields | null,
  now: Fields | null,
  {
    owner,
    participant,
    moderates,
    rules,
    remade,
  }: {
    owner: ParticipantId | null | undefined;
    participant: ParticipantId;
    moderates: boolean;
    rules: Asker['rules'];
    remade: boolean;
  },
): string | null {
  const differs = (key: string) => json(old?.[key]) !== json(now?.[key]);
  if (now && differs('round') && typeof now.round === 'number' && now.round > rules.round)
    return 'a round that has not begun';
  if (moderates) return null;
  if (!old && now && rules.anonymous) return 'a note that tells its writer';
  if (owner === undefined && !old) return null;
  const own = owner === participant;
  const grouped = differs('cluster') || differs('order');
  if (own)
    return !remade && old && now && whole(old) && grouped && rules.groupingClosed
      ? 'grouping, which is closed'
      : null;
  if (!old || !now || remade) return 'the being there';
  for (const key of ['text', 'round', 'at', 'level']) if (differs(key)) return key;
  if (rules.moveOwn && (differs('pos') || differs('slot'))) return 'the place, which is its writer’s';
  return rules.groupingClosed && grouped ? 'grouping, which is closed' : null;
}

const whole = ({ text, pos, round, at }: Fields) =>
  typeof text === 'string' && Array.isArray(pos) && typeof round === 'number' && typeof at === 'number';

const fieldsOf = (value: string | undefined): Fields | null =>
  value === undefined ? null : (JSON.parse(value) as Fields);

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const keys = [...before.keys()].filter((key) => after.get(key) !== before.get(key));
  for (const key of after.keys()) if (!before.has(key)) keys.push(key);
  return keys;
}
