/** Words of the timeline, in nynorsk. */

import type { years as shape } from './years.nb.ts';

const notes = (n: number) => (n === 0 ? 'ingen lappar' : n === 1 ? '1 lapp' : `${n} lappar`);

export const years: typeof shape = {
  months: [
    'januar',
    'februar',
    'mars',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'desember',
  ],
  short: ['jan', 'feb', 'mars', 'apr', 'mai', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'des'],
  span: (from: string, to: string) => `${from} til ${to}`,
  place: (lane: string, span: string) => `${lane}, ${span}`,
  cell: (lane: string, month: string, n: number) => `${lane}, ${month}, ${notes(n)}`,
  notes,
  label: 'Tidslinja',
  measure: {
    options: (title: string) => `Val for tiltaket: ${title}`,
    heading: 'Tiltak',
    name: (title: string) => `Tiltak: ${title}`,
    chosen: 'Tiltaket som er valt',
    owner: (owner: string) => `Ansvarleg: ${owner}`,
    off: 'Tiltaket er teke av tidslinja. Det står framleis i planen.',
    toPlan: 'Opne planen',
    undo: 'Angre i planen',
  },
  tray: {
    title: 'Utan plass',
    label: (n: number) => `Utan plass på tidslinja, ${notes(n)}`,
    hint: 'Dra ein lapp til eit område og ein månad, eller vel han og trykk «Flytt».',
    read: 'Desse lappane har ingen plass på tidslinja.',
    empty: 'Alle lappar har ein plass.',
  },
  keysHint:
    'Piltastane går mellom månader, område og lappar. Enter skriv eller opnar, mellomrom løftar og legg, Shift med pil endrar lengda, M opnar vala.',
  noLanes: 'Tidslinja har ingen område enno. Verten kan leggje til område frå pulten.',
  write: 'Ny lapp',
  writeIn: (place: string) => `Ny lapp: ${place}`,
  hang: 'Heng opp',
  more: (n: number) => `+${n}`,
  moreLabel: (n: number, lane: string, month: string) =>
    n === 1 ? `Vis 1 lapp til i ${month}, ${lane}` : `Vis ${n} lappar til i ${month}, ${lane}`,
  fewer: 'Vis færre',
  fewerLabel: (lane: string) => `Vis færre rader: ${lane}`,
  chosen: 'Lappen som er vald',
  close: 'Lukk',
  deeds: {
    move: 'Flytt',
    toTray: 'Ta av tidslinja',
    longer: 'Ein månad lengre',
    shorter: 'Ein månad kortare',
    length: 'Lengd',
    months: (n: number) => (n === 1 ? '1 månad' : `${n} månader`),
    edit: 'Rett',
    remove: 'Ta ned',
    removeOwn: 'Trekk lappen',
  },
  fields: {
    legend: 'Plass på tidslinja',
    lane: 'Område',
    none: 'Utan plass',
    from: 'Frå',
    to: 'Til',
  },
  pick: {
    ask: 'Trykk der lappen skal liggje.',
    cancel: 'Avbryt',
    put: (place: string) => `Legg lappen her: ${place}`,
    putInTray: 'Legg lappen utan plass',
  },
  carry: {
    up: (place: string) => `Løfta frå ${place}. Flytt med piltastane, legg med mellomrom, avbryt med Escape.`,
    over: (place: string) => place,
    back: 'Lagd tilbake.',
  },
  said: {
    put: (place: string) => `Lagd i ${place}.`,
    toTray: 'Lappen er teken av tidslinja og ligg utan plass.',
    span: (span: string) => `Varer no ${span}.`,
  },
  pad: {
    hint: 'Du kan la det stå tomt. Då hamnar lappen utan plass, og kan flyttast sidan.',
  },
  wall: {
    label: 'Tidslinja med talet på lappar i kvar månad',
    tray: (n: number) => (n === 1 ? '1 lapp utan plass' : `${n} lappar utan plass`),
  },
  outline: {
    counts: (n: number, lanes: number) => `${notes(n)} i ${lanes === 1 ? '1 område' : `${lanes} område`}`,
    empty: 'Ingen lappar her enno.',
    tray: 'Utan plass',
  },
  lanes: {
    title: 'Område og år',
    lead: 'Kvart område er ei rad på tidslinja. Alle ser endringa når du lagrar.',
    legend: 'Område',
    name: (n: number) => `Område ${n}`,
    count: notes,
    add: 'Legg til eit område',
    added: (n: number) => `Område ${n} er lagt til. Det er ikkje lagra enno.`,
    full: 'Tidslinja har 12 område, som er så mange ho kan ha.',
    up: (title: string) => `Flytt ${title} opp`,
    down: (title: string) => `Flytt ${title} ned`,
    movedTo: (title: string, n: number, all: number) => `${title} er no nummer ${n} av ${all}.`,
    remove: 'Ta bort',
    removeOf: (title: string) => `Ta bort ${title}`,
    removeQuestion: (title: string, n: number | null) =>
      n === null
        ? `Lappane i ${title} blir liggjande utan plass. Ingen lapp går tapt.`
        : n === 0
          ? `${title} har ingen lappar.`
          : n === 1
            ? `${title} har 1 lapp. Han blir liggjande utan plass, og kan flyttast sidan.`
            : `${title} har ${n} lappar. Dei blir liggjande utan plass, og kan flyttast sidan.`,
    removeConfirm: 'Ta bort området',
    removed: (title: string) => `${title} er teke bort. Det er ikkje lagra enno.`,
    last: 'Tidslinja må ha minst eitt område.',
    year: 'Året byrjar i',
    kinds: { school: 'August (skuleår)', calendar: 'Januar (kalenderår)' },
    yearMoves: (was: string, is: string) =>
      `Lappane blir ståande i same kolonne: det som stod i ${was}, står då i ${is}.`,
    save: 'Lagre tidslinja',
    saved: 'Tidslinja er lagra.',
    failed: 'Tidslinja blei ikkje lagra.',
    unsaved: 'Ikkje lagra enno.',
    discard: 'Forkast endringane',
    noTitle: (n: number) => `Gi område ${n} eit namn.`,
    tab: 'Tidslinja',
  },
};
