/** What people read of the walls and the foyer’s screen, in bokmål. The shape that the other languages must have. */

const num = (n: number) => n.toLocaleString('nb');
const one = (n: number, single: string, many: string) => (n === 1 ? `1 ${single}` : `${num(n)} ${many}`);

export const walls = {
  notes: 'Lappene på veggen',
  page: (page: number, pages: number) => `${page} / ${pages}`,
  pageLabel: (page: number, pages: number) => `Side ${page} av ${pages}`,
  onlyRound: (round: string) => `Bare ${round}`,
  noneOfRound: 'Ingen lapper fra denne runden ennå',
  loose: 'Enkeltlapper',
  notesIn: (n: number) => one(n, 'lapp', 'lapper'),
  groupsIn: (n: number) => one(n, 'gruppe', 'grupper'),
  hiding: (n: number) =>
    n === 0
      ? 'Skriv først – lappene henges opp samlet'
      : `${one(n, 'lapp', 'lapper')} venter – henges opp samlet`,
  frozen: 'Skrivingen er satt på pause',
  voting: 'Stem på telefonen',
  scan: 'Skann koden eller gå til',
  map: 'Hele tavla',
  spotlight: 'Løftet fram av verten',
  break: { title: 'Pause', until: (clock: string) => `Vi fortsetter kl. ${clock}`, over: 'Vi fortsetter nå' },
  ended: {
    title: 'Takk for i dag!',
    made: 'Dette laget vi sammen',
    here: (station: string) => `Her på ${station}`,
    hall: 'I hele hallen',
  },
  results: {
    title: 'Slik stemte vi',
    none: 'Ingen har stemt ennå',
    dots: (n: number) => one(n, 'prikk', 'prikker'),
    more: (n: number) => `og ${num(n)} til`,
    effect: 'Effekt',
    feasibility: 'Gjennomførbarhet',
    rating: (effect: string, feasibility: string) => `effekt ${effect}, gjennomførbarhet ${feasibility}`,
  },
  hall: {
    title: (hall: string) => `Foajéskjerm: ${hall}`,
    here: (n: number) => (n === 0 ? 'Ingen her nå' : `${num(n)} her`),
    stations: (n: number) => one(n, 'stasjon', 'stasjoner'),
    noNotes: 'Ingen lapper ennå',
    roomHere: 'God plass her',
  },
  touch: {
    title: (station: string) => `Berøringsvegg: ${station}`,
    hint: 'Dra lappene med fingrene. Slipp en lapp på en annen for å gruppere.',
    all: 'Vis alt',
    paused: 'Verten har satt skrivingen på pause',
  },
};
