/**
 * Results pages: what anybody may fetch at `/api/results/:address`, without a session, and what the organiser does with
 * the page at `/api/halls/:hallId/results`. An address that is wrong, withdrawn or never was gets the same answer.
 */

import { type Request, Router } from 'express';
import type { HallId } from '../../shared/domain/ids.ts';
import { planOf } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { PublishState } from '../../shared/domain/results.ts';
import { readMeasures, readPoints } from '../../shared/plan/planDoc.ts';
import {
  moderateSchema,
  newsSchema,
  publishSchema,
  signupSchema,
} from '../../shared/protocol/resultsRest.ts';
import { FaultError } from '../fault.ts';
import type { HallRoom } from '../hall/HallRoom.ts';
import { type Rate, RateLimit } from '../rateLimit.ts';
import type { FileShelf } from '../results/FileShelf.ts';
import { hasLink, statusesOf } from '../results/owners.ts';
import { newsOf, signupsOf, stateOf } from '../results/pageItems.ts';
import type { ResultsPages } from '../results/ResultsPages.ts';
import { recordDeed } from './deeds.ts';
import { callerOf, type HttpParts, readBody } from './requests.ts';

export interface ResultsParts extends HttpParts {
  pages: ResultsPages;
  shelf: FileShelf;
}

/** By page, never by address of the caller: a hall's eighty phones share one. */
const READS: Rate = { perSecond: 60, burst: 600 };
const SIGNUPS: Rate = { perSecond: 1, burst: 120 };

export function resultsRoutes(parts: ResultsParts): Router {
  const { pages, credentials, log } = parts;
  const routes = Router();
  const reads = limits(parts, READS);
  const signups = limits(parts, SIGNUPS);

  routes.get('/results/:address', async (request, response) => {
    const { room } = await pages.at(request.params.address);
    reads(room.hall.id);
    // Asked for anew each time, so that a page that is withdrawn is gone from caches too.
    response.setHeader('Cache-Control', 'no-cache');
    response.json(await pages.read(request.params.address));
  });

  routes.post('/results/:address/signups', async (request, response) => {
    const { website, contact = '', message = '', ...signup } = readBody(signupSchema, request);
    const { room } = await pages.at(request.params.address);
    signups(room.hall.id);
    // A program that fills in all there is learns nothing from the answer.
    if (!website) {
      await pages.signUp(request.params.address, { ...signup, contact, message });
      log.info('results.signed_up', { hall: room.hall.id });
    }
    response.status(201).json({});
  });

  routes.get('/halls/:hallId/results', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:organise');
    response.setHeader('Cache-Control', 'no-store');
    response.json(await publishState(room, request));
  });

  routes.post('/halls/:hallId/results/preview', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:organise');
    const { address: _, ...chosen } = readBody(publishSchema, request);
    response.json(await pages.preview(room, chosen));
  });

  routes.post('/halls/:hallId/results', async (request, response) => {
    const caller = await callerOf(parts, request, 'hall:organise');
    const { address, ...chosen } = readBody(publishSchema, request);
    const state = await pages.publish(caller.room, chosen, address);
    await recordDeed(parts, caller, 'results:publish', state.secret ? 'secret' : 'public');
    response.json(await publishState(caller.room, request));
  });

  routes.delete('/halls/:hallId/results', async (request, response) => {
    const caller = await callerOf(parts, request, 'hall:organise');
    if (await pages.withdraw(caller.room)) await recordDeed(parts, caller, 'results:withdraw');
    response.json(await publishState(caller.room, request));
  });

  routes.post('/halls/:hallId/results/news', async (request, response) => {
    const caller = await callerOf(parts, request, 'hall:organise');
    const news = await pages.addNews(caller.room, readBody(newsSchema, request).text);
    await recordDeed(parts, caller, 'results:news', 'on');
    response.status(201).json(news);
  });

  routes.delete('/halls/:hallId/results/news/:newsId', async (request, response) => {
    const caller = await callerOf(parts, request, 'hall:organise');
    await pages.removeNews(caller.room, request.params.newsId);
    await recordDeed(parts, caller, 'results:news', 'off');
    response.json({});
  });

  routes.post('/halls/:hallId/results/signups/:signupId', async (request, response) => {
    const caller = await callerOf(parts, request, 'hall:organise');
    const { state, forget } = readBody(moderateSchema, request);
    await pages.moderate(caller.room, request.params.signupId, {
      ...(state ? { state } : {}),
      ...(forget ? { forget } : {}),
    });
    await recordDeed(parts, caller, 'results:signup', state ?? 'forget');
    response.json({});
  });

  routes.delete('/halls/:hallId/results/signups/:signupId', async (request, response) => {
    const caller = await callerOf(parts, request, 'hall:organise');
    await pages.removeSignup(caller.room, request.params.signupId);
    await recordDeed(parts, caller, 'results:signup', 'off');
    response.json({});
  });

  async function publishState(room: HallRoom, request: Request): Promise<PublishState> {
    const state = stateOf(room);
    const statuses = statusesOf(room.items);
    const plan = await parts.boards.get(planOf(room.hall.id));
    const { measures, points } = await plan.read((doc) => ({
      measures: readMeasures(doc),
      points: readPoints(doc),
    }));
    return {
      published:
        state?.publishedAt == null
          ? null
          : {
              address: state.address,
              link: credentials.baseUrl(request) + paths.results(state.address),
              secret: state.secret,
              at: state.publishedAt,
            },
      parts: state?.parts ?? [],
      foreword: state?.foreword ?? '',
      slug: state && !state.secret ? state.address : '',
      toCheck: points.filter(({ check }) => check).length,
      news: newsOf(room),
      files: await parts.shelf.list(room.hall.id),
      signups: signupsOf(room),
      measures: measures.map(({ id, title, owner = '' }) => ({
        id,
        title,
        owner,
        link: hasLink(room.items, id),
        statuses: statuses[id] ?? [],
      })),
    };
  }

  return routes;
}

/** A limit a hall, made when it is first needed. @returns what takes one, and throws where none is left */
export function limits({ clock }: HttpParts, rate: Rate): (hall: HallId) => void {
  const byHall = new Map<HallId, RateLimit>();
  return (hall) => {
    const limit = byHall.get(hall) ?? new RateLimit(rate, clock);
    byHall.set(hall, limit);
    if (!limit.take()) throw new FaultError('too_many', 'too much at once; wait a moment');
  };
}
