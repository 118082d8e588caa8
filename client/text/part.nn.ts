/** What people read of the participant’s side of time, hands and votes, in nynorsk. */

import type { part as shape } from './part.nb.ts';

const num = (n: number) => n.toLocaleString('nb');

export const part: typeof shape = {
  foot: {
    toAccessibility: 'Tilgjenge',
    theme: { label: 'Utsjånad', system: 'Som eininga', light: 'Lys', dark: 'Mørk' },
  },

  map: {
    lead: 'Vel ein stasjon og gå dit. Ver der så lenge du vil, og kom att så ofte du vil.',
    writeAt: (title) => `Skriv lapp på ${title}`,
    board: 'Opne tavla',
    boardAt: (title) => `Opne tavla til ${title}`,
    desk: 'Pulten til verten',
    organise: 'Arrangør',
    stations: 'Stasjonar',
    codeLine: (code) => `Fleire kan bli med: koden er ${code}.`,
    model: (name, remote) =>
      remote
        ? `Arrangøren lèt ein språkmodell (${name}) utanfor tenaren lese lappane, utan namn på kven som skreiv dei.`
        : `Arrangøren lèt språkmodellen til tenaren (${name}) lese lappane, utan namn på kven som skreiv dei.`,
    inHall: (n) => (n === 1 ? '1 person i hallen' : `${num(n)} personar i hallen`),
    notYet: 'Ikkje vitja enno',
    resting: 'Pause',
    restingAll: 'Det er pause. Stasjonane står som dei er, og du er med vidare.',
    roomier: (title) => `Mange her no. ${title} har god plass, om du vil dit først.`,
  },

  own: {
    lostSecret: 'Nettlesaren har ikkje lenger provet på at lappen er din, så han blir hengande som han er.',
    edit: 'Rediger',
    editLabel: 'Rett teksten',
    withdraw: 'Trekk tilbake',
    withdrawQuestion: 'Lappen blir teken bort frå tavla. Det kan ikkje angrast.',
    withdrawConfirm: 'Trekk han tilbake',
    discard: 'Fjern lappen',
    discardQuestion: 'Teksten forsvinn frå denne eininga. Kopier han først om du vil ta vare på han.',
    keepQuestion: 'Lappen blir hengande som han er.',
    keepConfirm: 'La han henge',
    hiddenBy: 'Verten har teke ned denne lappen. Teksten er din: rett han, eller trekk han tilbake.',
    hostSays: 'Frå verten:',
  },

  pad: {
    toHost: 'Til verten',
    hiding: 'Lappane blir viste når verten opnar dei. Til då ser berre du og verten det du skriv.',
    hidingAnonymous: 'Lappane blir viste når verten opnar dei.',
    allowance: (left, of) =>
      of === 1 ? 'Du har éin lapp her, og han er att' : `${left} av ${of} lappar att her`,
    usedUp: (of) =>
      of === 1
        ? 'Du har brukt den eine lappen din her. Trekkjer du han tilbake, kan du skrive ein ny.'
        : `Du har brukt alle ${of} lappane dine her. Trekkjer du tilbake ein, kan du skrive ein ny.`,
  },

  hands: {
    done: 'Ferdig',
    help: 'Treng hjelp',
    doneRaised: 'Verten ser at du er ferdig her.',
    helpRaised: 'Verten ser at du treng hjelp.',
    lowered: 'Beskjeden til verten er teken tilbake.',
  },

  shut: 'Det du har skrive, heng der det hang, og det du har i feltet, blir ikkje borte. Du kan framleis lese alt.',
  ended: {
    thanks: 'Takk for at du var med!',
    told: 'Det du ikkje rakk å sende, ligg på denne eininga.',
    board: 'Les tavla',
    outline: 'Les som liste',
    map: 'Alle stasjonane',
  },

  vote: {
    dotsLeft: (n) => `${n} ${n === 1 ? 'prikk' : 'prikkar'} att`,
    chipDots: (left) => `Røyst: ${left}`,
    chipRating: 'Vurder: effekt og gjennomføring',
    chipClosed: 'Avrøystinga er lukka: sjå kva du gav',
    chipShown: 'Sjå resultatet av avrøystinga',
    began: 'Verten har opna ei avrøysting.',
    titleDots: 'Røyst med prikkar',
    titleRating: 'Vurder framlegga',
    titleShown: 'Resultatet av avrøystinga',
    everywhere: 'Prikkane dine gjeld alle stasjonane.',
    secret: 'Berre du ser kva du gjev. Summen blir vist for alle når verten viser han.',
    change: 'Du kan endre så mykje du vil så lenge avrøystinga er open.',
    closed: 'Avrøystinga er lukka. Du kan sjå kva du gav, men ikkje endre det.',
    close: 'Lukk',
    groups: 'Grupper',
    loose: 'Enkeltlappar',
    unnamed: 'Gruppe utan namn',
    notes: (n) => (n === 1 ? '1 lapp' : `${n} lappar`),
    nothing: 'Det heng ingenting å røyste på her enno.',
    noGroups: 'Det er ingen grupper her enno, så lappane blir vurderte kvar for seg.',
    add: (what) => `Legg ein prikk på ${what}`,
    take: (what) => `Ta bort ein prikk frå ${what}`,
    given: (n) => (n === 1 ? '1 prikk' : `${n} prikkar`),
    said: (given, left) => `${given} her, ${left}.`,
    effect: 'Effekt',
    effectEnds: ['Liten', 'Stor'],
    feasibility: 'Gjennomføring',
    feasibilityEnds: ['Vanskeleg', 'Lett'],
    half: 'Vel på begge linjene, så tel vurderinga.',
    counts: 'Vurderinga er lagra.',
    clear: 'Ta bort vurderinga',
    cleared: 'Vurderinga er teken bort.',
    people: (n) => (n === 1 ? '1 har røysta' : `${n} har røysta`),
    none: 'Ingen har røysta enno.',
    picture: 'Bilete av vurderingane: effekt oppover, gjennomføring mot høgre. Tala står i tabellen under.',
    what: 'Kva',
    rated: 'Tal',
    mine: (given) => `du: ${given}`,
  },

  visit: {
    title: 'Besøket mitt',
    lead: 'Det som står her, er berre for deg. Vertane ser namnet og organisasjonen din.',
    name: 'Namn (valfritt)',
    save: 'Lagre',
    saved: 'Lagra.',
    stations: 'Her har du vore',
    nowhere: 'Du har ikkje vore på nokon stasjon enno. Vel ein og gå dit.',
    notes: (n) => (n === 0 ? 'ingen lappar' : n === 1 ? '1 lapp' : `${n} lappar`),
    notYet: 'ikkje vitja enno',
  },

  belonging: {
    organisation: 'Organisasjon (valfritt)',
    role: 'Rolle (valfritt)',
    pick: 'Ikkje valt',
  },
};
