/** The built-in templates are valid template files, complete in every language. */
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../shared/domain/hall.ts';
import { cleanText } from '../../../shared/domain/note.ts';
import { builtInTemplate } from '../../../shared/domain/templates/index.ts';
import { templateSchema } from '../../../shared/protocol/rest.ts';

describe.each(LOCALES)('in %s', (locale) => {
  test.each(['vandrehallen', 'blank'] as const)(
    '%s is a valid template file and says nothing twice',
    (name) => {
      const template = builtInTemplate(name, locale);
      expect(templateSchema.parse(template)).toEqual(template);
      // A template file is JSON: nothing may be lost on the way through it.
      expect(JSON.parse(JSON.stringify(template))).toEqual(template);
      const paragraphs = template.stations.flatMap(({ explanation }) => explanation);
      expect(new Set(paragraphs).size).toBe(paragraphs.length);
    },
  );

  test('each station can be read aloud: a question, three to five short clean paragraphs', () => {
    for (const name of ['vandrehallen', 'blank'] as const) {
      for (const { title, question, explanation } of builtInTemplate(name, locale).stations) {
        expect(question.endsWith('?')).toBe(true);
        expect(explanation.length).toBeGreaterThanOrEqual(3);
        expect(explanation.length).toBeLessThanOrEqual(5);
        expect(explanation.join(' ').length).toBeLessThan(900);
        for (const text of [title, question, ...explanation]) {
          expect(text).toBe(cleanText(text));
          expect(text).not.toBe('');
        }
      }
    }
  });

  test('the standard hall has its four stations: levels at two of them, three lanes at the timeline', () => {
    const { stations } = builtInTemplate('vandrehallen', locale);
    expect(stations.map(({ slug, kind, levels, lanes }) => [slug, kind, levels, lanes?.length ?? 0])).toEqual(
      [
        ['idebanken', 'wall', false, 0],
        ['klagemuren', 'wall', true, 0],
        ['suksessterta', 'wall', true, 0],
        ['tidslinja', 'timeline', false, 3],
      ],
    );
    expect(stations[3]?.lanes?.map(({ id }) => id)).toEqual(['national', 'institutions', 'partners']);
  });
});

test('the three languages differ in every question and paragraph', () => {
  for (const name of ['vandrehallen', 'blank'] as const) {
    const texts = LOCALES.map((locale) =>
      builtInTemplate(name, locale).stations.flatMap(({ question, explanation }) => [
        question,
        ...explanation,
      ]),
    );
    const [nb, nn, en] = texts;
    expect(nb?.length).toBe(nn?.length);
    expect(nb?.length).toBe(en?.length);
    expect(new Set(texts.flat()).size).toBe(texts.flat().length);
  }
});

test('a template that was handed out can be changed without changing the next', () => {
  const first = builtInTemplate('vandrehallen', 'nb');
  first.stations[0]!.explanation.length = 0;
  first.stations[3]!.lanes!.pop();
  const second = builtInTemplate('vandrehallen', 'nb');
  expect(second.stations[0]?.explanation.length).toBeGreaterThan(0);
  expect(second.stations[3]?.lanes).toHaveLength(3);
});
