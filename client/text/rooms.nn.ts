/** What people read in views that are fetched when they are opened, in nynorsk. */

import { board } from './board.nn.ts';
import { help } from './help.nn.ts';
import { host } from './host.nn.ts';
import { page } from './page.nn.ts';
import { part } from './part.nn.ts';
import { past } from './past.nn.ts';
import { plan } from './plan.nn.ts';
import type { Rooms } from './rooms.nb.ts';
import { run } from './run.nn.ts';
import { walls } from './walls.nn.ts';
import { years } from './years.nn.ts';

export const rooms: Rooms = {
  start: {
    lead: 'Alle går rundt, skriv det dei meiner på lappar, og går heim med tiltak nokon har teke ansvar for.',
    stepsTitle: 'Slik går det føre seg',
    steps: [
      'Gå dit du vil, og ver der så lenge du vil.',
      'Skriv eitt punkt på kvar lapp.',
      'Heng saman det som liknar.',
      'Gå heim med tiltak nokon eig.',
    ],
    codeLabel: 'Kode',
    codeHint: 'Seks teikn. Koden står på veggen eller på plakaten.',
    join: 'Bli med',
    recentTitle: 'Hallar i denne nettlesaren',
    organiser: 'Arrangør',
    forget: (title: string) => `Gløym ${title} i denne nettlesaren`,
    forgetQuestion: 'Hallen blir teken bort frå denne lista. Koden slepper deg inn igjen.',
    forgetOrganiser:
      'Arrangørlenkja finst berre her. Gløymer du hallen, må du ha lenkja ein annan stad for å kome inn igjen.',
    forgetConfirm: 'Gløym hallen',
    createTitle: 'Lag ein hall',
    createLead: 'Du får lenkjer og QR-kodar til deltakarar, vertar og veggar. Ingen treng konto.',
    titleLabel: 'Kva heiter hallen?',
    titleHint: 'Til dømes «Rekruttering til helsefaga 2026».',
    templateLabel: 'Stasjonar',
    templateStandard: 'Vandrehallen',
    templateStandardHint: 'Idébanken, Klagemuren, Suksessterta og Tidslinja, ferdige med forklaringar.',
    templateBlank: 'Tom',
    templateBlankHint: 'Éin tom vegg å byrje med.',
    localeLabel: 'Språk i hallen',
    createKeyLabel: 'Nøkkel for å lage hallar',
    createKeyHint: 'Den som driv tenaren, har han.',
    create: 'Lag hallen',
    creating: 'Lagar hallen …',
    needTitle: 'Gje hallen eit namn først.',
    created: 'Hallen er laga.',
    notKept: 'Denne nettlesaren kunne ikkje ta vare på lenkjene. Kopier dei no, før du lukkar sida.',
    copyLinks: 'Kopier alle lenkjene',
  },

  join: {
    title: 'Bli med i vandrehallen',
    nameLabel: 'Namn (valfritt)',
    nameHint:
      'Du kan la det stå tomt. Ikkje skriv namn på andre eller helseopplysningar, verken her eller på lappar.',
    enter: 'Gå inn',
    entering: 'Går inn …',
    badCode: 'Ingen hall har denne koden no. Sjå etter på veggen, koden kan vere bytt.',
    badKey: 'Lenkja verkar ikkje lenger. Be om ei ny, eller skriv koden som står på veggen.',
    notYet: 'For å kome inn hit må du først bli med. Skriv koden som står på veggen.',
    needCode: 'Skriv koden først.',
  },

  ended: {
    title: 'Du er ikkje med lenger',
    lead: 'Arrangøren har avslutta tilgangen, eller han har gått ut. Det du har sendt, heng der det hang.',
    unsent: (n: number) => (n === 1 ? '1 lapp vart ikkje send' : `${n} lappar vart ikkje sende`),
    unsentHint:
      'Teksten ligg trygt på denne eininga. Kopier han, eller bli med igjen og gå vidare der du slapp.',
    copyAll: 'Kopier alle',
  },

  desk: {
    title: (station: string) => `Pulten til verten · ${station}`,
    say: 'No seier du',
    sayHint: 'Les høgt, eller sei det med eigne ord.',
    noScript: 'Denne stasjonen har inga forklaring å lese opp.',
    roundTitle: 'Runden i hallen',
    nextRound: (n: number, name: string) => `Start runde ${n} (${name})`,
    nextQuestion: (n: number, name: string) =>
      `Nye lappar i heile hallen blir no runde ${n} (${name}). Det som er skrive, står som det står.`,
    nextConfirm: (n: number) => `Start runde ${n} for alle`,
    lastRound: 'Dette er den siste runden.',
    roundStarted: (n: number, name: string) => `Runde ${n} (${name}) er i gang.`,
    roundFailed: 'Runden vart ikkje starta.',
    rules: {
      title: 'Reglar her',
      failed: 'Regelen vart ikkje endra.',
      frozen: {
        label: 'Skrivinga på pause',
        on: 'På pause: berre vert og arrangør kan skrive og flytte.',
        off: 'Alle kan skrive.',
      },
      groupingClosed: {
        label: 'Grupperinga stengd',
        on: 'Stengd: berre vert og arrangør kan gruppere og gi namn.',
        off: 'Alle kan gruppere og gi namn.',
      },
      moveOwn: {
        label: 'Berre flytte eigne',
        on: 'Deltakarane kan berre flytte lappane sine.',
        off: 'Alle kan flytte alle lappar.',
      },
      moveNone: 'Ingen veit kven som skreiv kva her, så berre vert og arrangør kan flytte lappar.',
    },
    allTitle: 'Alle stasjonar',
    board: 'Opne tavla',
    wall: 'Opne veggen',
    joinTitle: 'Bli med',
    joinHint: 'Skann, eller skriv koden på framsida.',
    notYours: 'Du er vert ein annan stad. Her kan du sjå og lese opp, men ikkje rette lappane til andre.',
    kind: 'Pulten til verten',
    needHost: 'Denne sida er for vertar. Opne vertslenkja du har fått av arrangøren.',
  },

  organise: {
    title: 'Arrangør',
    lead: 'Lenkjene gjev rettar. Gje kvar av dei berre til den ho er laga for; alle kan trekkjast tilbake her.',
    joinTitle: 'Deltakarar',
    joinHint: 'Heng opp koden, eller vis han på veggen. Alle som har han, kan skrive lappar.',
    joinClosed: 'Ingen kan bli med no: koden og lenkja er trekte tilbake.',
    code: 'Kode',
    linksTitle: 'Lenkjer',
    hostTitle: 'Vertar',
    hostHint:
      'Ei lenkje for kvar stasjon. Verten kan starte rundar, og rette og fjerne lappar på stasjonen sin.',
    wallTitle: 'Veggar',
    wallHint: 'Blir opna på maskina ved projektoren. Kan berre vise, ikkje skrive.',
    organiserTitle: 'Arrangør og deltakarar',
    organiserHint: 'Arrangørlenkja gjev alle rettar. Ta vare på ho: tenaren har ho ikkje.',
    qrFor: (what: string) => `QR-kode: ${what}`,
    qr: 'QR-kode',
    copyLink: 'Kopier lenkje',
    copyLinkFor: (what: string) => `Kopier lenkje: ${what}`,
    open: 'Opne',
    openFor: (what: string) => `Opne: ${what}`,
    secretUnknown: 'Denne nettlesaren kjenner ikkje lenkja.',
    newLink: 'Lag ny lenkje',
    newLinkFor: (what: string) => `Lag ny lenkje: ${what}`,
    newLinkFailed: 'Det vart inga ny lenkje.',
    newLinkMade: 'Ny lenkje er laga. Den gamle verkar til du trekkjer ho tilbake.',
    localhost:
      'Adressa verkar berre på denne maskina. Opne sida med nettadressa til maskina før du deler lenkjer og QR-kodar.',
    keysTitle: 'Nøklar som er i bruk',
    keysHint: 'Trekkjer du tilbake ein nøkkel, mistar alle som kom inn med han, tilgangen med det same.',
    keysFailed: 'Lista kunne ikkje hentast.',
    createdAt: (when: string) => `Laga ${when}`,
    sessions: (n: number) => (n === 1 ? '1 har tilgang' : `${n} har tilgang`),
    withdraw: 'Trekk tilbake',
    withdrawKey: (name: string) => `Trekk tilbake nøkkelen: ${name}`,
    withdrawQuestion: (n: number) =>
      n === 0
        ? 'Ingen har tilgang gjennom han no. Han kan ikkje takast i bruk igjen.'
        : n === 1
          ? '1 mistar tilgangen med det same. Nøkkelen kan ikkje takast i bruk igjen.'
          : `${n} mistar tilgangen med det same. Nøkkelen kan ikkje takast i bruk igjen.`,
    withdrawOwn: 'Kom du sjølv inn med han, er du ute.',
    lastOrganiser: 'Den siste arrangørnøkkelen kan ikkje trekkjast tilbake. Lag ei ny arrangørlenkje først.',
    withdrawConfirm: 'Trekk han tilbake',
    withdrawn: 'Nøkkelen er trekt tilbake.',
    withdrawnTitle: (n: number) => `Trekte tilbake (${n})`,
    withdrawnAt: (when: string) => `Trekt tilbake ${when}`,
    needOrganiser: 'Denne sida er for arrangøren. Opne arrangørlenkja, som vart vist då hallen vart laga.',
    roles: { organiser: 'Arrangør', host: 'Vert', participant: 'Deltakar', wall: 'Vegg' },
    hostOf: (station: string) => `Vert · ${station}`,
    wallOf: (station: string) => `Vegg · ${station}`,
    printAll: 'Skriv ut med alle QR-kodar',
  },

  accessibility: {
    title: 'Tilgjenge',
    lead: 'Vandrehallen skal kunne brukast av alle i rommet. Målet er WCAG 2.2 på nivå AA. Her står det kva som er på plass, og kva som ikkje er det.',
    metTitle: 'På plass',
    met: [
      'Alt på blokka, hallkartet, pulten til verten og arrangørsida kan gjerast med tastatur, med skjermlesar og med eitt trykk.',
      'Kvar stasjon finst som tavle og som liste. Lista har overskrifter og punkt, blir oppdatert medan andre skriv, og lèt deg skrive, gruppere, gi namn, flytte, ta ned og angre. Ho kan skrivast ut.',
      'Tavla kan brukast med tastatur; spørjeteikn viser tastane. Alt som kan dragast, kan òg gjerast med enkle trykk: vel, trykk «Flytt» eller «Grupper med …», og trykk på målet.',
      'Farge står aldri åleine: kvar runde har òg nummer, namn og mønster.',
      'Tekst har minst 4,5 : 1 i kontrast, kantar og ikon minst 3 : 1, i lys og mørk utsjånad.',
      'Knappar er minst 44 pikslar høge. Sidene flyt om ned til 320 pikslar utan å rulle sidelengs.',
      'Eigne handlingar blir melde med ein gong til skjermlesarar. Det andre gjer, blir meldt samla og kan slåast av. Fokus og sida blir ståande når lista endrar seg.',
      'Ingenting blinkar, og rørsle følgjer valet på eininga.',
      'Kvar side blir prøvd automatisk mot WCAG 2.2 A og AA, på tre språk, i lys og mørk utsjånad, på telefon og datamaskin.',
      'Det du skriv, blir lagra for kvart tastetrykk, og ingenting har tidsfrist.',
      'Språket på sida er merkt, òg når du byter.',
    ],
    notMetTitle: 'Ikkje på plass, eller ikkje prøvd',
    notMet: [
      'Tavla og veggen er frie flater og flyt ikkje om. Lista viser det same og flyt om.',
      'Automatiske prøver finn ikkje alt. Sidene er ikkje prøvde av brukarar med funksjonsnedsetjingar, og ikkje for hand med alle skjermlesarar.',
      'Lappar er skrivne av deltakarane. Språket i den einskilde lappen er ikkje merkt.',
    ],
    contactTitle: 'Sei frå',
    contact: 'Finn du eit hinder, sei frå til arrangøren av hallen eller til den som driv tenaren.',
  },

  notFound: {
    title: 'Her er det ingenting',
    lead: 'Adressa finst ikkje. Ho kan vere feilskriven, eller lenkja er ikkje heil.',
  },

  board,
  host,
  part,
  run,
  help,
  past,
  page,
  plan,
  years,
  walls,
};
