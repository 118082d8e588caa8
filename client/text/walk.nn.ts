/** What people read on the way through a hall, in nynorsk. */

import type { Walk } from './walk.nb.ts';

const num = (n: number) => n.toLocaleString('nb');

export const walk: Walk = {
  product: 'Vandrehallen',
  skip: 'Hopp til innhaldet',
  loading: 'Hentar …',

  language: { label: 'Språk', nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },

  act: {
    cancel: 'Avbryt',
    copy: 'Kopier',
    copied: 'Kopiert',
    cannotCopy: 'Kopier sjølv: teksten er merkt',
    retry: 'Prøv igjen',
    save: 'Lagre',
    reload: 'Last sida på nytt',
    toStart: 'Til framsida',
    toHall: 'Hallen',
  },

  connection: {
    connected: 'Tilkopla',
    trying: 'Koplar til …',
    offline: 'Utan nett',
    ended: 'Ikkje med lenger',
    idle: 'Ikkje tilkopla',
    tryNow: 'Prøv no',
  },

  round: {
    full: (n: number, name: string) => `Runde ${n} · ${name}`,
    label: (n: number, name: string) => `Runde ${n}, farge ${name}`,
  },

  count: {
    number: num,
    people: (n: number) => (n === 0 ? 'Ingen her no' : n === 1 ? '1 her no' : `${num(n)} her no`),
    notes: (n: number) => (n === 0 ? 'Ingen lappar enno' : n === 1 ? '1 lapp' : `${num(n)} lappar`),
    fresh: (n: number) => (n === 1 ? '1 ny sidan sist' : `${num(n)} nye sidan sist`),
    freshShort: (n: number) => (n === 1 ? '1 ny' : `${num(n)} nye`),
  },

  station: {
    damaged:
      'Ein del av det som er lagra her, lèt seg ikkje lese. Stasjonen kan lesast, men ikkje skrivast på.',
    unavailable: 'Stasjonen lèt seg ikkje opne akkurat no. Tenaren prøver igjen av seg sjølv.',
    unknown: 'Denne stasjonen finst ikkje i hallen.',
    anonymous:
      'Anonym stasjon: ingen kan sjå kven som skreiv kva. Berre denne nettlesaren kan rette eller trekkje tilbake lappen.',
  },

  faults: {
    malformed: 'Tenaren forstod ikkje det som vart sendt. Last sida på nytt og prøv igjen.',
    forbidden: 'Du har ikkje lov til dette her.',
    not_found: 'Det finst ikkje lenger.',
    taken: 'Det finst alt ein lapp med same nummer.',
    gone: 'Lappen er teken bort frå tavla.',
    empty: 'Lappen er tom.',
    too_long: 'Teksten er for lang for ein lapp. Del han i fleire.',
    station_full: 'Stasjonen er full og tek ikkje imot fleire lappar.',
    person_full: 'Du har nådd så mange lappar som hallen tillèt. Teksten er teken vare på.',
    allowance_used: 'Du har brukt opp lappane dine her. Teksten er teken vare på.',
    shut_out: 'Du kan sjå på, men ikkje skrive lenger. Spør ein vert.',
    ended: 'Vandrehallen er avslutta. Alt kan lesast, ikkje endrast.',
    closed: 'Avrøystinga er lukka.',
    budget_used: 'Du har brukt opp prikkane dine.',
    read_only: 'Stasjonen tek ikkje imot lappar akkurat no.',
    frozen: 'Verten har sett skrivinga på pause. Det du sender, ventar her så lenge.',
    unavailable: 'Tenaren får ikkje svart akkurat no.',
    not_saved: 'Tenaren fekk ikkje lagra. Det blir prøvd igjen.',
    session_ended: 'Du er ikkje med i hallen lenger.',
    too_many: 'Det kom for mykje på éin gong. Vent litt.',
    internal: 'Noko gjekk gale på tenaren.',
    offline: 'Eininga er utan nett.',
    no_answer: 'Tenaren svarar ikkje. Sjekk nettet.',
    create_key_required: 'Denne tenaren krev ein nøkkel for å lage hallar.',
    no_session: 'Du er ikkje med i nokon hall i denne nettlesaren.',
    unknown: 'Noko uventa gjekk gale.',
  },

  hall: {
    write: 'Skriv lapp',
  },

  pad: {
    title: (station: string) => `Blokk · ${station}`,
    fieldLabel: 'Skriv eitt punkt',
    placeholder: 'Eitt punkt per lapp …',
    send: 'Send lappen',
    board: 'Opne tavla',
    boardShort: 'Tavla',
    left: (n: number) => (n === 1 ? '1 teikn att' : `${n} teikn att`),
    over: (n: number) => (n === 1 ? '1 teikn for mykje' : `${n} teikn for mykje`),
    splitTitle: (n: number) => `Dette ser ut som ${n} punkt.`,
    splitSend: (n: number) => `Send som ${n} lappar`,
    splitKeep: 'Behald som éin',
    splitTooLong: (n: number) => `Teksten er for lang for éin lapp. Han kan delast i ${n}.`,
    levelLegend: 'Gjeld dette lokalt eller nasjonalt?',
    levelNone: 'Ikkje valt',
    levelLocal: 'Lokalt',
    levelNational: 'Nasjonalt',
    lateDraft: (n: number, name: string) => `Denne lappen vart byrja på i runde ${n} (${name}).`,
    toPresent: (n: number, name: string) => `Flytt til runde ${n} (${name})`,
    stations: 'Stasjonar',
    here: 'Lappane mine her',
    everywhere: 'Alle lappane mine',
    show: 'Vis lappar frå',
    showHere: 'Denne stasjonen',
    showAll: 'Alle stasjonar',
    noneHere: 'Du har ikkje skrive noko her enno.',
    noneAtAll: 'Du har ikkje skrive noko enno.',
    waiting: 'Ventar på nett',
    held: 'Ventar på verten',
    sending: 'Blir send',
    leaving: 'Blir trekt tilbake',
    server: 'På tenaren',
    toBeShown: 'Ventar på å bli vist',
    onBoard: 'På tavla',
    hidden: 'Teken ned av verten',
    refused: 'Ikkje teken imot',
    refusedLeave: 'Vart ikkje trekt tilbake',
    sent: 'Lappen er send.',
    sentMany: (n: number) => `${n} lappar er sende.`,
    stored: 'Lappen er lagra på denne eininga og blir send når nettet er tilbake.',
    saved: 'Endringa blir send.',
    withdrawn: 'Lappen blir trekt tilbake.',
    notKept: 'Denne eininga kan ikkje ta vare på lappar. Ikkje lukk sida før dei er sende.',
    waitingCount: (n: number) =>
      n === 1 ? '1 lapp ventar på å bli send' : `${n} lappar ventar på å bli sende`,
    readOnly: 'Du kan lese her, men ikkje skrive.',
    shortcut: 'Ctrl + Enter sender',
  },

  gate: {
    exchanging: 'Opnar lenkja …',
    entering: 'Går inn i hallen …',
    slow: 'Det tek lengre tid enn vanleg. Sida prøver av seg sjølv.',
  },

  broken: {
    title: 'Noko gjekk gale i denne visinga',
    lead: 'Det du har skrive, ligg trygt på denne eininga. Last sida på nytt for å gå vidare.',
    notFetched: 'Denne sida lét seg ikkje hente. Nettet kan vere borte, eller det har kome ei ny utgåve.',
  },
};
