/** Summaries and measures, where the server writes them: drafts, signatures, measures pulled at a press. */

import { createHash } from 'node:crypto';
import { moreOf } from '../../shared/domain/hall.ts';
import type { MeasureId, ParticipantId } from '../../shared/domain/ids.ts';
import { cleanLine, isBlank } from '../../shared/domain/note.ts';
import { may } from '../../shared/domain/permission.ts';
import {
  hashOf,
  MEASURE_TITLE_MAX,
  measuresOf,
  readPoints,
  readSignature,
  type Signature,
  signaturesOf,
} from '../../shared/plan/planDoc.ts';
import { addMeasure } from '../../shared/plan/planOps.ts';
import { signedPoints } from '../../shared/plan/signed.ts';
import { readSource, type Source, type SummaryOf } from '../../shared/plan/source.ts';
import type { SummaryFigures } from '../../shared/protocol/hallEvents.ts';
import { SERVER } from '../board/writeContext.ts';
import { FaultError } from '../fault.ts';
import type { HallCall, Handlers } from './hallCalls.ts';
import { proposeMeasures } from './measureDrafts.ts';
import { mustLive } from './stationEdits.ts';
import { draftSummary } from './summaryDraft.ts';
import { planBoard, readMaterial } from './summaryMaterial.ts';

type Names = 'summary:draft' | 'summary:sign' | 'summary:look' | 'measure:pull' | 'measure:propose';

export const planHandlers: Pick<Handlers, Names> = {
  'summary:draft': async (call, { of, press, replace = false }) => {
    mustWrite(call, of);
    const { room, session } = call;
    return room.presses.once(`summary:draft ${session.participant} ${press}`, async () => {
      const answer = await draftSummary(call, of, replace, () => mustWrite(call, of));
      await call.record('summary:draft', stationOf(of), answer.by);
      return answer;
    });
  },

  'summary:sign': async (call, { of, signed }) => {
    mustWrite(call, of);
    const { store, session, clock } = call;
    const name = (await store.person(session.participant))?.name ?? '';
    const plan = await planBoard(call);
    const { signature, changed } = await plan.write(({ doc }) => {
      mustWrite(call, of);
      const now = readSignature(doc, of);
      if (!signed) {
        if (signaturesOf(doc).has(of)) signaturesOf(doc).delete(of);
        return { signature: null, changed: now !== null };
      }
      const points = readPoints(doc, of);
      if (points.length === 0) throw new FaultError('empty', 'there is nothing to sign yet', 'of');
      const hash = hashOf(points);
      // Pressed again, its answer having been lost.
      if (now?.hash === hash && now.by === name) return { signature: now, changed: false };
      const fresh: Signature = { by: name, at: clock.now(), hash, points: signedPoints(points) };
      signaturesOf(doc).set(of, fresh);
      return { signature: fresh, changed: true };
    });
    if (changed) await call.record('summary:sign', stationOf(of), signed ? 'on' : 'off');
    return { signature };
  },

  'summary:look': async (call, { of }) => {
    if (!may(call.session.actor, 'plan:read')) throw new FaultError('forbidden', 'you may not read the plan');
    const { room, boards } = call;
    const ids = of === 'hall' ? room.hall.stations.map(({ id }) => id) : [of];
    const figures: SummaryFigures = { notes: 0, writers: 0, clusters: {} };
    const people = new Set<ParticipantId>();
    for (const id of ids) {
      const { notes, groups, writers, roundsOf } = await readMaterial(room, boards, id);
      figures.notes += notes.length;
      // Where one station's writers are unknown, so is how many there are in all.
      if (writers === null) figures.writers = null;
      for (const person of writers ?? []) people.add(person);
      for (const group of groups) {
        figures.clusters[group.id] = {
          notes: group.notes.length,
          writers: group.writers,
          rounds: roundsOf.get(group.id) ?? [],
          votes: group.votes,
        };
      }
    }
    if (figures.writers !== null) figures.writers = people.size;
    return { figures };
  },

  'measure:pull': async (call, { press, title, sources }) => {
    mustPlan(call);
    const { room, clock } = call;
    const line = cleanLine(title);
    if (isBlank(line)) throw new FaultError('empty', 'a measure needs a title', 'title');
    if (line.length > MEASURE_TITLE_MAX) throw new FaultError('too_long', 'the title is too long', 'title');
    mustBeHere(call, sources);
    return room.presses.once(`measure:pull ${press}`, async () => {
      const id = measureByPress(room.hall.id, press);
      const plan = await planBoard(call);
      const added = await plan.write(({ doc }) => {
        mustPlan(call);
        // The server was started anew between the press and its repetition.
        if (measuresOf(doc).has(id)) return false;
        const measure = { id, title: line, at: clock.now(), sources: [...sources] };
        if (addMeasure(doc, measure, SERVER) === null) {
          throw new FaultError('plan_full', 'the plan has no room for more measures');
        }
        return true;
      });
      if (added) await call.record('measure:pull', undefined, id);
      return { id };
    });
  },

  'measure:propose': async (call, { sources }) => {
    mustPlan(call);
    mustBeHere(call, sources);
    return proposeMeasures(call, sources);
  },
};

/** @throws {FaultError} session_ended, forbidden, not_found, ended, shut_out */
function mustWrite(call: HallCall, of: SummaryOf): void {
  if (of === 'hall') {
    mustPlan(call);
  } else {
    call.room.station(of);
    mustMay(call, may(call.session.actor, 'summary:write', of));
  }
}

function mustPlan(call: HallCall): void {
  mustMay(call, may(call.session.actor, 'plan:write'));
}

function mustMay({ room, session }: HallCall, allowed: boolean): void {
  if (session.ended) throw new FaultError('session_ended', 'this session is over');
  if (!allowed) throw new FaultError('forbidden', 'only hosts and the organiser write here');
  mustLive(room.hall);
  if (moreOf(room.hall).shutOut.includes(session.participant)) {
    throw new FaultError('shut_out', 'you may only look');
  }
}

/** @throws {FaultError} not_found: a source of another hall */
function mustBeHere({ room }: HallCall, sources: readonly Source[]): void {
  for (const source of sources) {
    const read = readSource(source);
    if (read !== null && typeof read !== 'string') room.stationOrRemoved(read.station);
  }
}

function measureByPress(hallId: string, press: string): MeasureId {
  const hash = createHash('sha256').update(`${hallId} measure ${press}`).digest('base64url');
  return `m_${hash.slice(0, 20)}` as MeasureId;
}

const stationOf = (of: SummaryOf) => (of === 'hall' ? undefined : of);
