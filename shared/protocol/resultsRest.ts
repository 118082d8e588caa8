/** The HTTP contract of the results page: bodies of requests as schemas. Answers are in `domain/results.ts`. */

import { z } from 'zod';
import { MEASURE_STATUSES } from '../domain/hall.ts';
import { MEASURE_ID, type MeasureId } from '../domain/ids.ts';
import {
  FOREWORD_MAX,
  NEWS_MAX,
  PAGE_PARTS,
  PAGE_SLUG,
  SIGNUP_CONTACT_MAX,
  SIGNUP_MESSAGE_MAX,
  SIGNUP_ORGANISATION_MAX,
  STATUS_SAID_MAX,
} from '../domain/results.ts';

const measureId = z
  .string()
  .regex(MEASURE_ID)
  .transform((id) => id as MeasureId);
const ownerKey = z.string().min(20).max(100);

export const publishSchema = z.strictObject({
  parts: z.array(z.enum(PAGE_PARTS)).min(1).max(PAGE_PARTS.length),
  foreword: z.string().max(FOREWORD_MAX),
  address: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('secret') }),
    z.strictObject({ kind: z.literal('public'), slug: z.string().regex(PAGE_SLUG) }),
  ]),
});

export const newsSchema = z.strictObject({ text: z.string().min(1).max(NEWS_MAX) });

export const signupSchema = z.strictObject({
  /** Of one press: the same again makes no second one. */
  press: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/),
  measure: measureId,
  organisation: z.string().min(1).max(SIGNUP_ORGANISATION_MAX),
  contact: z.string().max(SIGNUP_CONTACT_MAX).optional(),
  message: z.string().max(SIGNUP_MESSAGE_MAX).optional(),
  /** A field that people don't see: who fills it in is no person. */
  website: z.string().max(200).optional(),
});

/** `forget`: contact and message are taken away, the organisation stays. */
export const moderateSchema = z.strictObject({
  state: z.enum(['waiting', 'shown', 'refused']).optional(),
  forget: z.literal(true).optional(),
});

export const ownerKeySchema = z.strictObject({ key: ownerKey });
export const statusSchema = z.strictObject({
  key: ownerKey,
  check: z.union([z.literal(30), z.literal(60), z.literal(90)]),
  status: z.enum(MEASURE_STATUSES),
  said: z.string().max(STATUS_SAID_MAX),
});
