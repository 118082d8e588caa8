/** A hall as a template file: its rounds and stations, to begin another hall with. No notes, nothing of the day. */

import type { Hall } from '../../shared/domain/hall.ts';
import { type Template, templateSchema } from '../../shared/protocol/rest.ts';

export function templateOf({ rounds, stations }: Hall): Template {
  return templateSchema.parse({
    v: 1,
    rounds: rounds.map(({ name, colour }) => ({ name, colour })),
    // Named one by one: what hosts narrowed, asked of walls or voted on for the moment stays behind.
    stations: stations.map(
      ({ slug, title, kind, question, explanation, levels, anonymous, lanes, year }) => ({
        slug,
        title,
        kind,
        question,
        explanation,
        levels,
        ...(anonymous === undefined ? {} : { anonymous }),
        ...(lanes === undefined ? {} : { lanes }),
        ...(year === undefined ? {} : { year }),
      }),
    ),
  });
}
