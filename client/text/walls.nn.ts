/** What people read of the walls and the foyer’s screen, in nynorsk. */

import type { walls as shape } from './walls.nb.ts';

const num = (n: number) => n.toLocaleString('nb');
const one = (n: number, single: string, many: string) => (n === 1 ? `1 ${single}` : `${num(n)} ${many}`);

export const walls: typeof shape = {
  notes: 'Lappane på veggen',
  page: (page, pages) => `${page} / ${pages}`,
  pageLabel: (page, pages) => `Side ${page} av ${pages}`,
  onlyRound: (round) => `Berre ${round}`,
  noneOfRound: 'Ingen lappar frå denne runden enno',
  loose: 'Enkeltlappar',
  notesIn: (n) => one(n, 'lapp', 'lappar'),
  groupsIn: (n) => one(n, 'gruppe', 'grupper'),
  hiding: (n: number) =>
    n === 0
      ? 'Skriv først – lappane blir hengde opp samla'
      : `${one(n, 'lapp', 'lappar')} ventar – blir hengde opp samla`,
  frozen: 'Skrivinga er sett på pause',
  voting: 'Røyst på telefonen',
  scan: 'Skann koden eller gå til',
  map: 'Heile tavla',
  spotlight: 'Løfta fram av verten',
  break: { title: 'Pause', until: (clock) => `Vi held fram kl. ${clock}`, over: 'Vi held fram no' },
  ended: {
    title: 'Takk for i dag!',
    made: 'Dette laga vi saman',
    here: (station) => `Her på ${station}`,
    hall: 'I heile hallen',
  },
  results: {
    title: 'Slik røysta vi',
    none: 'Ingen har røysta enno',
    dots: (n) => one(n, 'prikk', 'prikkar'),
    more: (n) => `og ${num(n)} til`,
    effect: 'Effekt',
    feasibility: 'Gjennomføring',
    rating: (effect, feasibility) => `effekt ${effect}, gjennomføring ${feasibility}`,
  },
  hall: {
    title: (hall) => `Foajéskjerm: ${hall}`,
    stations: (n) => one(n, 'stasjon', 'stasjonar'),
    here: (n) => (n === 0 ? 'Ingen her no' : `${num(n)} her`),
    noNotes: 'Ingen lappar enno',
    roomHere: 'God plass her',
  },
  touch: {
    title: (station) => `Peikevegg: ${station}`,
    hint: 'Dra lappane med fingrane. Slepp ein lapp på ein annan for å gruppere.',
    all: 'Vis alt',
    paused: 'Verten har sett skrivinga på pause',
  },
};
