/** Halls as they are read for files: a believable one, and random ones, without a server. */

import type { HallAtRest } from '../../server/export/hallAtRest.ts';
import type { ClusterView, NoteView, Slot } from '../../shared/board/boardDoc.ts';
import { clusterBox, NOTE_SIZE } from '../../shared/board/boardView.ts';
import type { Hall, Level, Station } from '../../shared/domain/hall.ts';
import {
  type ClusterId,
  type HallId,
  type MeasureId,
  type NoteId,
  newId,
  type PointId,
} from '../../shared/domain/ids.ts';
import type { Locale } from '../../shared/domain/locale.ts';
import { defaultRounds } from '../../shared/domain/round.ts';
import { builtInTemplate } from '../../shared/domain/templates/index.ts';
import { hashOf, type MeasureView, type PointView } from '../../shared/plan/planDoc.ts';
import { sourceOf } from '../../shared/plan/source.ts';

const START = Date.UTC(2026, 10, 19, 9, 0);

const SAID: Record<string, string[]> = {
  'Plass til praksis': [
    'For få praksisplasser i kommunen, særlig på våren.',
    'Praksisstedene får vite for sent hvor mange som kommer.',
    'Vi må ha veiledere som har tid. I dag gjøres det på toppen av alt annet.',
    'Hver virksomhet burde ta imot én elev i året.',
  ],
  'Rådgiverne når ikke alle': [
    'Elevene spør vennene sine, ikke rådgiveren.',
    'Én rådgiver på 400 elever er for lite.',
    'Vis fram yrkene der elevene er: på kjøpesenteret, på kampen, på nett.',
  ],
  'Foreldrene avgjør mer enn vi tror': [
    'Foreldremøtet i niende handler bare om karakterer.',
    'Foreldre kjenner ikke de nye fagene.',
  ],
};
const ALONE = [
  'Bussen går ikke etter kl. 16.',
  'Hva med dem som vil bytte etter et halvt år?',
  'Æresdrosje for ådselsgraver på Øvre Årdal: prøv å si det fort.',
  'Spør lærlingene!',
];
export const MEASURES = [
  ['Praksisplasser varsles i august', 'Rekrutteringsenheten', 'w2'],
  ['Alle niendeklasser får besøk av en lærling', 'Opplæringskontoret', 'm1'],
  ['Foreldremøte med yrker, ikke bare karakterer', 'Skolen', 'm3'],
  ['Felles påmelding for hospitering', '', undefined],
] as const;

const SLOTS: Slot[] = [
  ['nasjonalt', 1, 3],
  ['utdanning', 0, 0],
];

/** A hall of the standard template on which people have written, grouped, summed up and planned. */
export function believableHall(locale: Locale = 'nb', more: readonly string[] = []): HallAtRest {
  const stations: Station[] = builtInTemplate('vandrehallen', locale).stations.map((station) => ({
    id: newId('s'),
    ...station,
    explanation: station.explanation ?? [],
    levels: station.levels ?? false,
  }));
  const hall: Hall = {
    id: newId('h') as HallId,
    code: 'K7PMQ2',
    title: 'Rekruttering til helsefagene 2026',
    locale,
    createdAt: START,
    version: 1,
    rounds: defaultRounds(locale),
    round: 3,
    stations,
    more: {
      settings: {
        hostsSteer: true,
        notesPerPerson: 5_000,
        organisations: [
          { name: 'Elevorganisasjonen', kind: 'interesseorganisasjon' },
          { name: 'Øvre Årdal kommune', kind: 'kommune' },
        ],
        roles: ['Lærer'],
        model: false,
      },
    },
  };
  const at: HallAtRest = {
    hall,
    boards: {},
    plan: { points: [], measures: [], signatures: {} },
    threads: {},
    people: 58,
    organisations: ['Elevorganisasjonen', 'Øvre Årdal kommune', 'Et sted til'],
    madeAt: START + 7 * 3_600_000,
  };
  for (const [s, station] of stations.entries()) hang(at, station, s, more);
  const points = at.plan.points.filter(({ of }) => of === stations[1]!.id);
  at.plan.signatures[stations[1]!.id] = { by: 'Kari Nes', at: START + 3_600_000, hash: hashOf(points) };
  at.plan.points.push({
    id: newId('q'),
    of: 'hall',
    title: 'Praksis er nøkkelen',
    line: 'Alle stasjonene peker mot plass, tid og veiledere.',
    order: 'a0',
    sources: points.slice(0, 1).map(({ id }) => id),
  });
  at.plan.measures = MEASURES.map(
    ([title, owner, period], index): MeasureView => ({
      id: newId('m') as MeasureId,
      title,
      why: 'Praksis er det som gjør at folk blir. I dag får stedene vite for sent hvor mange som kommer.',
      firstStep: 'Ring de fem største og avtal en dato.',
      at: START + index,
      ...(index < 3 ? { place: [60 + index * 10, 90 - index * 25] as const } : {}),
      ...(index === 0 ? { quick: true } : {}),
      level: index % 2 ? 'national' : 'local',
      ...(owner ? { owner } : {}),
      ...(period ? { period } : {}),
      order: `a${index}`,
      ...(index === 1 ? { slot: [stations[3]!.lanes![0]!.id, 2, 5] as const } : {}),
      sources: index === 0 ? [points[0]!.id] : [],
    }),
  );
  return at;
}

function hang(at: HallAtRest, station: Station, s: number, more: readonly string[]): void {
  const notes: NoteView[] = [];
  const clusters: ClusterView[] = [];
  let x = 0;
  for (const [g, [title, texts]] of Object.entries(SAID).entries()) {
    const id = newId('c') as ClusterId;
    clusters.push({ id, title, pos: [x, 0] });
    x += clusterBox([0, 0], texts.length).w + 60;
    texts.forEach((text, index) => {
      notes.push({ ...note(text, notes.length), cluster: id, order: `a${index}` });
    });
    const point: PointView = {
      id: newId('q') as PointId,
      of: station.id,
      title,
      line: `${texts.length} lapper peker på det samme, fra flere runder og flere slags folk.`,
      order: `a${g}`,
      sources: [sourceOf(station.id, id)],
    };
    if (s < 2) at.plan.points.push(g === 2 ? { ...point, check: true } : point);
  }
  for (const [index, text] of [...ALONE, ...more].entries()) {
    notes.push({ ...note(text, notes.length), pos: [index * (NOTE_SIZE + 24), 700] });
  }
  if (s < 2) {
    const lone = notes.find(({ text }) => text === ALONE[0])!;
    at.plan.points.push({
      id: newId('q') as PointId,
      of: station.id,
      title: ALONE[0]!,
      line: '',
      order: 'a9',
      sources: [sourceOf(station.id, lone.id)],
      single: true,
    });
  }
  at.boards[station.id] = { notes, clusters };

  function note(text: string, n: number): NoteView {
    const level: Level = n % 2 ? 'local' : 'national';
    const lane = station.lanes?.[n % (station.lanes.length || 1)]?.id;
    return {
      id: newId('n') as NoteId,
      text,
      pos: [0, 0],
      round: 1 + (n % 3),
      at: START + n * 60_000,
      ...(station.levels ? { level } : {}),
      ...(lane ? { slot: [lane, SLOTS[n % 2]![1], SLOTS[n % 2]![2]] as const } : {}),
    };
  }
}
