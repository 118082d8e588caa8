/**
 * As many notes as are wanted, as people at such a hall would write them: first the demo's own, then put together from
 * parts by a seed. Longer than other files because it is words and not a program.
 */

import type { Level } from '../../shared/domain/hall.ts';
import type { Random } from '../crowd/random.ts';
import { DEMO_NOTES, GROUP_TITLES } from '../demo/notes.ts';

export interface ShotNote {
  text: string;
  round: number;
  level?: Level;
  /** Notes of the same group hang together; one without hangs alone. */
  group?: string;
}

/** A theme that people gather about: what they call it, how they begin, and how they go on. */
interface Theme {
  title: string;
  begin: string[];
  end: string[];
}

const THEMES: Theme[] = [
  {
    title: 'Besøk som varer',
    begin: [
      'En dag på jobb med',
      'La niende trinn følge',
      'Jobbskygging hos',
      'Prøv en vakt sammen med',
      'Spør om å få være med',
    ],
    end: [
      'en hjemmesykepleier',
      'en bioingeniør på nattevakt',
      'ambulansen',
      'en barnevernspedagog',
      'tannpleieren på skolen',
      'jordmora',
      'vernepleieren i bofellesskapet',
      'en helsefagarbeider, fra kaffe til rapport',
    ],
  },
  {
    title: 'Lønn og vilkår på bordet',
    begin: [
      'Vis fram',
      'Fortell ærlig om',
      'Skriv i annonsen',
      'La en tillitsvalgt forklare',
      'Lag en plakat om',
    ],
    end: [
      'hva du tjener etter fem år',
      'turnusen, måned for måned',
      'tilleggene for kveld og helg',
      'pensjonen, så en attenåring skjønner den',
      'hvor mange som får hel stilling',
      'hva læretida gir i lomma',
    ],
  },
  {
    title: 'Bo her mens du lærer',
    begin: [
      'Hybel til',
      'Billig rom for',
      'Seng og frokost til',
      'Vertsfamilie for',
      'Ledig omsorgsbolig til',
    ],
    end: [
      'dem som kommer langveisfra',
      'elever på vg1',
      'studenter i praksis',
      'lærlinger den første vinteren',
      'to og to, så ingen bor alene',
      'dem som skal ta fagbrev på kveldstid',
    ],
  },
  {
    title: 'Få fram de unge',
    begin: [
      'Elevrådet bør',
      'La lærlingene',
      'Ungdomsrådet kan',
      'De som sluttet, skulle',
      'Tidligere elever vil gjerne',
    ],
    end: [
      'holde hele åpningen',
      'lese annonsene før de går ut',
      'få betalt for å stå på messa',
      'svare på spørsmål direkte på nett',
      'si hva som gjorde at de ble',
      'velge bildene i brosjyren',
      'lage filmen, uten manus fra oss',
    ],
  },
  {
    title: 'Veier inn for voksne',
    begin: [
      'Fagbrev for',
      'Kveldskurs for',
      'Deltidsstudium for',
      'Norskkurs på jobben for',
      'Én søknad for',
    ],
    end: [
      'assistenter som alt kan jobben',
      'småbarnsforeldre',
      'dem som kom hit i fjor',
      'folk midt i livet',
      'permitterte fra industrien',
      'pårørende som har gjort det i årevis',
    ],
  },
  {
    title: 'Praksis som teller',
    begin: ['Veiledere må', 'Avdelingene skulle', 'Skolen kan', 'Kommunen bør', 'Kontaktlæreren får'],
    end: [
      'ha tid satt av på planen',
      'ringe eleven før første dag',
      'ta imot to om gangen',
      'møtes en gang i måneden',
      'få noe igjen for det',
      'slippe å rapportere det samme tre steder',
    ],
  },
  {
    title: 'Samarbeid på tvers',
    begin: [
      'Felles kalender for',
      'Én kontaktperson for',
      'Delt stilling mellom',
      'Månedlig kaffe med',
      'Felles opptak for',
    ],
    end: [
      'skole og sykehus',
      'tre nabokommuner',
      'fylket og fagforeningene',
      'barnehage og ungdomsskole',
      'Nav og voksenopplæringa',
      'bedriftene langs fjorden',
    ],
  },
  {
    title: 'Reisen til og fra',
    begin: ['Buss til', 'Samkjøring til', 'Gratis ferje til', 'Lånesykkel til', 'Taxi på natta fra'],
    end: [
      'praksisplassen',
      'kveldsvakta',
      'skolen på øya',
      'messa i byen',
      'samlingene hver tredje uke',
      'sykehjemmet i utkanten',
    ],
  },
  {
    title: 'Den første tida',
    begin: [
      'Fadder til',
      'Velkomstbrev til',
      'Samtale etter tre uker med',
      'Mat sammen med',
      'Et nummer å ringe for',
    ],
    end: [
      'alle som begynner',
      'nye på natt',
      'vikarene om sommeren',
      'den som kommer alene',
      'lærlinger i første klasse',
      'dem som vurderer å slutte',
    ],
  },
  {
    title: 'Gutter også',
    begin: [
      'Mannlige lærere i',
      'Guttekveld på',
      'Fotballaget på besøk i',
      'Menn i reklamen for',
      'Egen gruppe for gutter i',
    ],
    end: [
      'barnehagen',
      'førstegangstjenesten',
      'sykehjemmet',
      'sommerjobben',
      'helsefag på vg1',
      'rekrutteringsfilmen',
    ],
  },
];

/** Said once each by somebody who stands alone. */
const ALONE = [
  'Mer kake',
  'Ikke enda en app',
  'Spør dem som sluttet',
  'Hvorfor er rommet så kaldt?',
  'Kortere møter',
  'Heia rådgiverne!',
  'Hva med dem som ikke har bil?',
  'Mindre PowerPoint',
  'Husk nynorsken',
  'Takk for i dag',
];

const TAILS = [
  '',
  '',
  '',
  '',
  ' – allerede i høst',
  ' hele året',
  ', ikke bare i mars',
  ' fra første dag',
  ' i minst tre kommuner',
  '. Det virket hos oss!',
  ' 👍',
  ' uten skjema',
];

/** Titles of groups, by group key. */
export const TITLES: Readonly<Record<string, string>> = {
  ...GROUP_TITLES,
  ...Object.fromEntries(THEMES.map(({ title }, index) => [`theme-${index}`, title])),
};

/** So many notes, each another text. Of the rounds that have begun. */
export function noteTexts(count: number, rounds: number, random: Random): ShotNote[] {
  const own = DEMO_NOTES.filter(({ station, round }) => station !== 'tidslinja' && round <= rounds).map(
    ({ text, round, level, group }): ShotNote => ({
      text,
      round,
      ...(level ? { level } : {}),
      ...(group ? { group } : {}),
    }),
  );
  const notes = random.shuffled(own).slice(0, count);
  const said = new Set(notes.map(({ text }) => text));
  while (notes.length < count) {
    const note = madeUp(rounds, random, notes.length);
    if (said.has(note.text)) continue;
    said.add(note.text);
    notes.push(note);
  }
  return notes;
}

function madeUp(rounds: number, random: Random, index: number): ShotNote {
  const round = random.whole(1, rounds);
  if (random.chance(0.06)) {
    const text = random.pick(ALONE)!;
    return { text: index < 300 ? text : `${text} (${random.whole(2, 40)} til som mener det)`, round };
  }
  const theme = random.whole(0, THEMES.length - 1);
  const { begin, end } = THEMES[theme]!;
  const text = `${random.pick(begin)} ${random.pick(end)}${random.pick(TAILS)}`;
  // The more there are, the more often the same is said once more by somebody else, with a place to it.
  const place = index > 400 ? `, ${random.pick(PLACES)}` : '';
  return { text: text + place, round, ...(random.chance(0.75) ? { group: `theme-${theme}` } : {}) };
}

const PLACES = [
  'Ytre fjord',
  'Nordbygda',
  'sier Vestre skole',
  'innlandet',
  'øyene',
  'Storvik kommune',
  'Lillesund',
  'i hele fylket',
  'også på natt',
  'for eksempel på Elvebakken',
  'slik de gjør i nabofylket',
  'helst før jul',
  'Sørdalen',
  'der vi er færrest',
  'gjerne i samme uke',
];
