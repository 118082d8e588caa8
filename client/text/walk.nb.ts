/** What people read on the way through a hall, in bokmål. In the first load; the shape that the other languages must have. */

const num = (n: number) => n.toLocaleString('nb');

export const walk = {
  product: 'Vandrehallen',
  skip: 'Hopp til innholdet',
  loading: 'Henter …',

  language: { label: 'Språk', nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },

  act: {
    cancel: 'Avbryt',
    copy: 'Kopier',
    copied: 'Kopiert',
    cannotCopy: 'Kopier selv: teksten er merket',
    retry: 'Prøv igjen',
    save: 'Lagre',
    reload: 'Last siden på nytt',
    toStart: 'Til forsiden',
    toHall: 'Hallen',
  },

  connection: {
    connected: 'Tilkoblet',
    trying: 'Kobler til …',
    offline: 'Uten nett',
    ended: 'Ikke med lenger',
    idle: 'Ikke tilkoblet',
    tryNow: 'Prøv nå',
  },

  round: {
    full: (n: number, name: string) => `Runde ${n} · ${name}`,
    label: (n: number, name: string) => `Runde ${n}, farge ${name}`,
  },

  count: {
    number: num,
    people: (n: number) => (n === 0 ? 'Ingen her nå' : n === 1 ? '1 her nå' : `${num(n)} her nå`),
    notes: (n: number) => (n === 0 ? 'Ingen lapper ennå' : n === 1 ? '1 lapp' : `${num(n)} lapper`),
    fresh: (n: number) => (n === 1 ? '1 ny siden sist' : `${num(n)} nye siden sist`),
    freshShort: (n: number) => (n === 1 ? '1 ny' : `${num(n)} nye`),
  },

  station: {
    damaged: 'En del av det som er lagret her, lar seg ikke lese. Stasjonen kan leses, men ikke skrives på.',
    unavailable: 'Stasjonen lar seg ikke åpne akkurat nå. Serveren prøver igjen av seg selv.',
    unknown: 'Denne stasjonen finnes ikke i hallen.',
    anonymous:
      'Anonym stasjon: ingen kan se hvem som skrev hva. Bare denne nettleseren kan rette eller trekke tilbake lappen.',
  },

  faults: {
    malformed: 'Serveren forsto ikke det som ble sendt. Last siden på nytt og prøv igjen.',
    forbidden: 'Du har ikke lov til dette her.',
    not_found: 'Det finnes ikke lenger.',
    taken: 'Det finnes allerede en lapp med samme nummer.',
    gone: 'Lappen er tatt bort fra tavla.',
    empty: 'Lappen er tom.',
    too_long: 'Teksten er for lang for en lapp. Del den i flere.',
    station_full: 'Stasjonen er full og tar ikke imot flere lapper.',
    person_full: 'Du har nådd så mange lapper som hallen tillater. Teksten er tatt vare på.',
    allowance_used: 'Du har brukt opp lappene dine her. Teksten er tatt vare på.',
    shut_out: 'Du kan se på, men ikke skrive lenger. Spør en vert.',
    ended: 'Vandrehallen er avsluttet. Alt kan leses, ikke endres.',
    closed: 'Avstemningen er lukket.',
    budget_used: 'Du har brukt opp prikkene dine.',
    read_only: 'Stasjonen tar ikke imot lapper akkurat nå.',
    frozen: 'Verten har satt skrivingen på pause. Det du sender, venter her så lenge.',
    unavailable: 'Serveren får ikke svart akkurat nå.',
    not_saved: 'Serveren fikk ikke lagret. Det blir prøvd igjen.',
    session_ended: 'Du er ikke med i hallen lenger.',
    too_many: 'Det kom for mye på en gang. Vent litt.',
    internal: 'Noe gikk galt på serveren.',
    offline: 'Enheten er uten nett.',
    no_answer: 'Serveren svarer ikke. Sjekk nettet.',
    create_key_required: 'Denne serveren krever en nøkkel for å lage haller.',
    no_session: 'Du er ikke med i noen hall i denne nettleseren.',
    unknown: 'Noe uventet gikk galt.',
  },

  hall: {
    write: 'Skriv lapp',
  },

  pad: {
    title: (station: string) => `Blokk · ${station}`,
    fieldLabel: 'Skriv ett punkt',
    placeholder: 'Ett punkt per lapp …',
    send: 'Send lappen',
    board: 'Åpne tavla',
    boardShort: 'Tavla',
    left: (n: number) => (n === 1 ? '1 tegn igjen' : `${n} tegn igjen`),
    over: (n: number) => (n === 1 ? '1 tegn for mye' : `${n} tegn for mye`),
    splitTitle: (n: number) => `Dette ser ut som ${n} punkter.`,
    splitSend: (n: number) => `Send som ${n} lapper`,
    splitKeep: 'Behold som én',
    splitTooLong: (n: number) => `Teksten er for lang for én lapp. Den kan deles i ${n}.`,
    levelLegend: 'Gjelder dette lokalt eller nasjonalt?',
    levelNone: 'Ikke valgt',
    levelLocal: 'Lokalt',
    levelNational: 'Nasjonalt',
    lateDraft: (n: number, name: string) => `Denne lappen ble begynt i runde ${n} (${name}).`,
    toPresent: (n: number, name: string) => `Flytt til runde ${n} (${name})`,
    stations: 'Stasjoner',
    here: 'Mine lapper her',
    everywhere: 'Alle mine lapper',
    show: 'Vis lapper fra',
    showHere: 'Denne stasjonen',
    showAll: 'Alle stasjoner',
    noneHere: 'Du har ikke skrevet noe her ennå.',
    noneAtAll: 'Du har ikke skrevet noe ennå.',
    waiting: 'Venter på nett',
    held: 'Venter på verten',
    sending: 'Sendes',
    leaving: 'Trekkes tilbake',
    server: 'På serveren',
    toBeShown: 'Venter på å bli vist',
    onBoard: 'På tavla',
    hidden: 'Tatt ned av verten',
    refused: 'Ikke tatt imot',
    refusedLeave: 'Ble ikke trukket tilbake',
    sent: 'Lappen er sendt.',
    sentMany: (n: number) => `${n} lapper er sendt.`,
    stored: 'Lappen er lagret på denne enheten og sendes når nettet er tilbake.',
    saved: 'Endringen sendes.',
    withdrawn: 'Lappen trekkes tilbake.',
    notKept: 'Denne enheten kan ikke ta vare på lapper. Ikke lukk siden før de er sendt.',
    waitingCount: (n: number) =>
      n === 1 ? '1 lapp venter på å bli sendt' : `${n} lapper venter på å bli sendt`,
    readOnly: 'Du kan lese her, men ikke skrive.',
    shortcut: 'Ctrl + Enter sender',
  },

  gate: {
    exchanging: 'Åpner lenken …',
    entering: 'Går inn i hallen …',
    slow: 'Det tar lenger tid enn vanlig. Siden prøver av seg selv.',
  },

  broken: {
    title: 'Noe gikk galt i denne visningen',
    lead: 'Det du har skrevet, ligger trygt på denne enheten. Last siden på nytt for å gå videre.',
    notFetched: 'Denne siden lot seg ikke hente. Nettet kan være borte, eller det har kommet en ny utgave.',
  },
};

/** What each language must have. */
export type Walk = typeof walk;
