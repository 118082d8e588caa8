/** What people read of the participant’s side of time, hands and votes, in bokmål. The shape that the other languages must have. */

const num = (n: number) => n.toLocaleString('nb');

export const part = {
  foot: {
    toAccessibility: 'Tilgjengelighet',
    theme: { label: 'Utseende', system: 'Som enheten', light: 'Lyst', dark: 'Mørkt' },
  },

  map: {
    lead: 'Velg en stasjon og gå dit. Bli så lenge du vil, og kom tilbake så ofte du vil.',
    writeAt: (title: string) => `Skriv lapp på ${title}`,
    board: 'Åpne tavla',
    boardAt: (title: string) => `Åpne tavla til ${title}`,
    desk: 'Vertens pult',
    organise: 'Arrangør',
    stations: 'Stasjoner',
    codeLine: (code: string) => `Flere kan bli med: koden er ${code}.`,
    model: (name: string, remote: boolean) =>
      remote
        ? `Arrangøren lar en språkmodell (${name}) utenfor serveren lese lappene, uten navn på hvem som skrev dem.`
        : `Arrangøren lar serverens språkmodell (${name}) lese lappene, uten navn på hvem som skrev dem.`,
    inHall: (n: number) => (n === 1 ? '1 person i hallen' : `${num(n)} personer i hallen`),
    notYet: 'Ikke besøkt ennå',
    resting: 'Pause',
    restingAll: 'Det er pause. Stasjonene står som de er, og du er med videre.',
    roomier: (title: string) => `Mange her nå. ${title} har god plass, om du vil dit først.`,
  },

  own: {
    lostSecret: 'Nettleseren har ikke lenger beviset for at lappen er din, så den blir hengende som den er.',
    edit: 'Rediger',
    editLabel: 'Rett teksten',
    withdraw: 'Trekk tilbake',
    withdrawQuestion: 'Lappen tas bort fra tavla. Det kan ikke angres.',
    withdrawConfirm: 'Trekk den tilbake',
    discard: 'Fjern lappen',
    discardQuestion: 'Teksten forsvinner fra denne enheten. Kopier den først om du vil beholde den.',
    keepQuestion: 'Lappen blir hengende som den er.',
    keepConfirm: 'La den henge',
    hiddenBy: 'Verten har tatt ned denne lappen. Teksten er din: rett den, eller trekk den tilbake.',
    hostSays: 'Fra verten:',
  },

  pad: {
    toHost: 'Til verten',
    hiding: 'Lappene vises når verten åpner dem. Til da ser bare du og verten det du skriver.',
    hidingAnonymous: 'Lappene vises når verten åpner dem.',
    allowance: (left: number, of: number) =>
      of === 1 ? 'Du har én lapp her, og den er igjen' : `${left} av ${of} lapper igjen her`,
    usedUp: (of: number) =>
      of === 1
        ? 'Du har brukt den ene lappen din her. Trekker du den tilbake, kan du skrive en ny.'
        : `Du har brukt alle ${of} lappene dine her. Trekker du tilbake en, kan du skrive en ny.`,
  },

  hands: {
    done: 'Ferdig',
    help: 'Trenger hjelp',
    doneRaised: 'Verten ser at du er ferdig her.',
    helpRaised: 'Verten ser at du trenger hjelp.',
    lowered: 'Beskjeden til verten er tatt tilbake.',
  },

  shut: 'Det du har skrevet, henger der det hang, og det du har i feltet, blir ikke borte. Du kan fortsatt lese alt.',
  ended: {
    thanks: 'Takk for at du var med!',
    told: 'Det du ikke rakk å sende, ligger på denne enheten.',
    board: 'Les tavla',
    outline: 'Les som liste',
    map: 'Alle stasjonene',
  },

  vote: {
    dotsLeft: (n: number) => `${n} ${n === 1 ? 'prikk' : 'prikker'} igjen`,
    chipDots: (left: string) => `Stem: ${left}`,
    chipRating: 'Vurder: effekt og gjennomføring',
    chipClosed: 'Avstemningen er lukket: se hva du ga',
    chipShown: 'Se resultatet av avstemningen',
    began: 'Verten har åpnet en avstemning.',
    titleDots: 'Stem med prikker',
    titleRating: 'Vurder forslagene',
    titleShown: 'Resultatet av avstemningen',
    everywhere: 'Prikkene dine gjelder alle stasjonene.',
    secret: 'Bare du ser hva du gir. Summen vises for alle når verten viser den.',
    change: 'Du kan endre så mye du vil så lenge avstemningen er åpen.',
    closed: 'Avstemningen er lukket. Du kan se hva du ga, men ikke endre det.',
    close: 'Lukk',
    groups: 'Grupper',
    loose: 'Enkeltlapper',
    unnamed: 'Gruppe uten navn',
    notes: (n: number) => (n === 1 ? '1 lapp' : `${n} lapper`),
    nothing: 'Det henger ingenting å stemme på her ennå.',
    noGroups: 'Det er ingen grupper her ennå, så lappene vurderes hver for seg.',
    add: (what: string) => `Legg en prikk på ${what}`,
    take: (what: string) => `Ta bort en prikk fra ${what}`,
    given: (n: number) => (n === 1 ? '1 prikk' : `${n} prikker`),
    said: (given: string, left: string) => `${given} her, ${left}.`,
    effect: 'Effekt',
    effectEnds: ['Liten', 'Stor'],
    feasibility: 'Gjennomføring',
    feasibilityEnds: ['Vanskelig', 'Lett'],
    half: 'Velg på begge linjene, så teller vurderingen.',
    counts: 'Vurderingen er lagret.',
    clear: 'Ta bort vurderingen',
    cleared: 'Vurderingen er tatt bort.',
    people: (n: number) => (n === 1 ? '1 har stemt' : `${n} har stemt`),
    none: 'Ingen har stemt ennå.',
    picture: 'Bilde av vurderingene: effekt oppover, gjennomføring mot høyre. Tallene står i tabellen under.',
    what: 'Hva',
    rated: 'Antall',
    mine: (given: string) => `du: ${given}`,
  },

  visit: {
    title: 'Mitt besøk',
    lead: 'Det som står her, er bare for deg. Vertene ser navnet og organisasjonen din.',
    name: 'Navn (valgfritt)',
    save: 'Lagre',
    saved: 'Lagret.',
    stations: 'Her har du vært',
    nowhere: 'Du har ikke vært på noen stasjon ennå. Velg en og gå dit.',
    notes: (n: number) => (n === 0 ? 'ingen lapper' : n === 1 ? '1 lapp' : `${n} lapper`),
    notYet: 'ikke besøkt ennå',
  },

  belonging: {
    organisation: 'Organisasjon (valgfritt)',
    role: 'Rolle (valgfritt)',
    pick: 'Ikke valgt',
  },
};
