/** Words of the timeline, in bokmål. */

const notes = (n: number) => (n === 0 ? 'ingen lapper' : n === 1 ? '1 lapp' : `${n} lapper`);

export const years = {
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
    options: (title: string) => `Valg for tiltaket: ${title}`,
    heading: 'Tiltak',
    name: (title: string) => `Tiltak: ${title}`,
    chosen: 'Tiltaket som er valgt',
    owner: (owner: string) => `Ansvarlig: ${owner}`,
    off: 'Tiltaket er tatt av tidslinja. Det står fortsatt i planen.',
    toPlan: 'Åpne planen',
    undo: 'Angre i planen',
  },
  tray: {
    title: 'Uten plass',
    label: (n: number) => `Uten plass på tidslinja, ${notes(n)}`,
    hint: 'Dra en lapp til et område og en måned, eller velg den og trykk «Flytt».',
    read: 'Disse lappene har ingen plass på tidslinja.',
    empty: 'Alle lapper har en plass.',
  },
  keysHint:
    'Piltastene går mellom måneder, områder og lapper. Enter skriver eller åpner, mellomrom løfter og legger, Shift med pil endrer lengden, M åpner valgene.',
  noLanes: 'Tidslinja har ingen områder ennå. Verten kan legge til områder fra pulten.',
  write: 'Ny lapp',
  writeIn: (place: string) => `Ny lapp: ${place}`,
  hang: 'Heng opp',
  more: (n: number) => `+${n}`,
  moreLabel: (n: number, lane: string, month: string) =>
    n === 1 ? `Vis 1 lapp til i ${month}, ${lane}` : `Vis ${n} lapper til i ${month}, ${lane}`,
  fewer: 'Vis færre',
  fewerLabel: (lane: string) => `Vis færre rader: ${lane}`,
  chosen: 'Lappen som er valgt',
  close: 'Lukk',
  deeds: {
    move: 'Flytt',
    toTray: 'Ta av tidslinja',
    longer: 'En måned lengre',
    shorter: 'En måned kortere',
    length: 'Lengde',
    months: (n: number) => (n === 1 ? '1 måned' : `${n} måneder`),
    edit: 'Rett',
    remove: 'Ta ned',
    removeOwn: 'Trekk lappen',
  },
  fields: {
    legend: 'Plass på tidslinja',
    lane: 'Område',
    none: 'Uten plass',
    from: 'Fra',
    to: 'Til',
  },
  pick: {
    ask: 'Trykk der lappen skal ligge.',
    cancel: 'Avbryt',
    put: (place: string) => `Legg lappen her: ${place}`,
    putInTray: 'Legg lappen uten plass',
  },
  carry: {
    up: (place: string) =>
      `Løftet fra ${place}. Flytt med piltastene, legg med mellomrom, avbryt med Escape.`,
    over: (place: string) => place,
    back: 'Lagt tilbake.',
  },
  said: {
    put: (place: string) => `Lagt i ${place}.`,
    toTray: 'Lappen er tatt av tidslinja og ligger uten plass.',
    span: (span: string) => `Varer nå ${span}.`,
  },
  pad: {
    hint: 'Du kan la den stå tom. Da havner lappen uten plass, og kan flyttes siden.',
  },
  wall: {
    label: 'Tidslinja med antall lapper i hver måned',
    tray: (n: number) => (n === 1 ? '1 lapp uten plass' : `${n} lapper uten plass`),
  },
  outline: {
    counts: (n: number, lanes: number) => `${notes(n)} i ${lanes === 1 ? '1 område' : `${lanes} områder`}`,
    empty: 'Ingen lapper her ennå.',
    tray: 'Uten plass',
  },
  lanes: {
    title: 'Områder og år',
    lead: 'Hvert område er en rad på tidslinja. Alle ser endringen når du lagrer.',
    legend: 'Områder',
    name: (n: number) => `Område ${n}`,
    count: notes,
    add: 'Legg til et område',
    added: (n: number) => `Område ${n} er lagt til. Det er ikke lagret ennå.`,
    full: 'Tidslinja har 12 områder, som er så mange den kan ha.',
    up: (title: string) => `Flytt ${title} opp`,
    down: (title: string) => `Flytt ${title} ned`,
    movedTo: (title: string, n: number, all: number) => `${title} er nå nummer ${n} av ${all}.`,
    remove: 'Ta bort',
    removeOf: (title: string) => `Ta bort ${title}`,
    removeQuestion: (title: string, n: number | null) =>
      n === null
        ? `Lappene i ${title} blir liggende uten plass. Ingen lapp går tapt.`
        : n === 0
          ? `${title} har ingen lapper.`
          : n === 1
            ? `${title} har 1 lapp. Den blir liggende uten plass, og kan flyttes siden.`
            : `${title} har ${n} lapper. De blir liggende uten plass, og kan flyttes siden.`,
    removeConfirm: 'Ta bort området',
    removed: (title: string) => `${title} er tatt bort. Det er ikke lagret ennå.`,
    last: 'Tidslinja må ha minst ett område.',
    year: 'Året begynner i',
    kinds: { school: 'August (skoleår)', calendar: 'Januar (kalenderår)' },
    yearMoves: (was: string, is: string) =>
      `Lappene blir stående i samme kolonne: det som sto i ${was}, står da i ${is}.`,
    save: 'Lagre tidslinja',
    saved: 'Tidslinja er lagret.',
    failed: 'Tidslinja ble ikke lagret.',
    unsaved: 'Ikke lagret ennå.',
    discard: 'Forkast endringene',
    noTitle: (n: number) => `Gi område ${n} et navn.`,
    tab: 'Tidslinja',
  },
};
