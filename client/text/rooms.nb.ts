/** What people read in views that are fetched when they are opened, in bokmål. The shape that the other languages must have. */

import { board } from './board.nb.ts';
import { help } from './help.nb.ts';
import { host } from './host.nb.ts';
import { page } from './page.nb.ts';
import { part } from './part.nb.ts';
import { past } from './past.nb.ts';
import { plan } from './plan.nb.ts';
import { run } from './run.nb.ts';
import { walls } from './walls.nb.ts';
import { years } from './years.nb.ts';

export const rooms = {
  start: {
    lead: 'Alle går rundt, skriver det de mener på lapper, og går hjem med tiltak noen har tatt ansvar for.',
    stepsTitle: 'Slik går det for seg',
    steps: [
      'Gå dit du vil, og bli så lenge du vil.',
      'Skriv ett punkt på hver lapp.',
      'Heng sammen det som ligner.',
      'Gå hjem med tiltak noen eier.',
    ],
    codeLabel: 'Kode',
    codeHint: 'Seks tegn. Koden står på veggen eller på plakaten.',
    join: 'Bli med',
    recentTitle: 'Haller i denne nettleseren',
    organiser: 'Arrangør',
    forget: (title: string) => `Glem ${title} i denne nettleseren`,
    forgetQuestion: 'Hallen tas bort fra denne listen. Koden slipper deg inn igjen.',
    forgetOrganiser:
      'Arrangørlenken finnes bare her. Glemmer du hallen, må du ha lenken et annet sted for å komme inn igjen.',
    forgetConfirm: 'Glem hallen',
    createTitle: 'Lag en hall',
    createLead: 'Du får lenker og QR-koder til deltakere, verter og vegger. Ingen trenger konto.',
    titleLabel: 'Hva heter hallen?',
    titleHint: 'For eksempel «Rekruttering til helsefagene 2026».',
    templateLabel: 'Stasjoner',
    templateStandard: 'Vandrehallen',
    templateStandardHint: 'Idébanken, Klagemuren, Suksessterta og Tidslinja, ferdig med forklaringer.',
    templateBlank: 'Tom',
    templateBlankHint: 'Én tom vegg å begynne med.',
    localeLabel: 'Språk i hallen',
    createKeyLabel: 'Nøkkel for å lage haller',
    createKeyHint: 'Den som driver serveren, har den.',
    create: 'Lag hallen',
    creating: 'Lager hallen …',
    needTitle: 'Gi hallen et navn først.',
    created: 'Hallen er laget.',
    notKept: 'Denne nettleseren kunne ikke ta vare på lenkene. Kopier dem nå, før du lukker siden.',
    copyLinks: 'Kopier alle lenkene',
  },

  join: {
    title: 'Bli med i vandrehallen',
    nameLabel: 'Navn (valgfritt)',
    nameHint:
      'Du kan la det stå tomt. Ikke skriv andres navn eller helseopplysninger, verken her eller på lapper.',
    enter: 'Gå inn',
    entering: 'Går inn …',
    badCode: 'Ingen hall har denne koden nå. Se etter på veggen, koden kan være byttet.',
    badKey: 'Lenken virker ikke lenger. Be om en ny, eller skriv koden som står på veggen.',
    notYet: 'For å komme inn hit må du først bli med. Skriv koden som står på veggen.',
    needCode: 'Skriv koden først.',
  },

  ended: {
    title: 'Du er ikke med lenger',
    lead: 'Arrangøren har avsluttet tilgangen, eller den har gått ut. Det du har sendt, henger der det hang.',
    unsent: (n: number) => (n === 1 ? '1 lapp ble ikke sendt' : `${n} lapper ble ikke sendt`),
    unsentHint:
      'Teksten ligger trygt på denne enheten. Kopier den, eller bli med igjen og gå videre der du slapp.',
    copyAll: 'Kopier alle',
  },

  desk: {
    title: (station: string) => `Vertens pult · ${station}`,
    say: 'Nå sier du',
    sayHint: 'Les høyt, eller si det med egne ord.',
    noScript: 'Denne stasjonen har ingen forklaring å lese opp.',
    roundTitle: 'Runden i hallen',
    nextRound: (n: number, name: string) => `Start runde ${n} (${name})`,
    nextQuestion: (n: number, name: string) =>
      `Nye lapper i hele hallen blir nå runde ${n} (${name}). Det som er skrevet, står som det står.`,
    nextConfirm: (n: number) => `Start runde ${n} for alle`,
    lastRound: 'Dette er den siste runden.',
    roundStarted: (n: number, name: string) => `Runde ${n} (${name}) er i gang.`,
    roundFailed: 'Runden ble ikke startet.',
    rules: {
      title: 'Regler her',
      failed: 'Regelen ble ikke endret.',
      frozen: {
        label: 'Skrivingen på pause',
        on: 'På pause: bare vert og arrangør kan skrive og flytte.',
        off: 'Alle kan skrive.',
      },
      groupingClosed: {
        label: 'Grupperingen stengt',
        on: 'Stengt: bare vert og arrangør kan gruppere og gi navn.',
        off: 'Alle kan gruppere og gi navn.',
      },
      moveOwn: {
        label: 'Bare flytte egne',
        on: 'Deltakerne kan bare flytte lappene sine.',
        off: 'Alle kan flytte alle lapper.',
      },
      moveNone: 'Ingen vet hvem som skrev hva her, så bare vert og arrangør kan flytte lapper.',
    },
    allTitle: 'Alle stasjoner',
    board: 'Åpne tavla',
    wall: 'Åpne veggen',
    joinTitle: 'Bli med',
    joinHint: 'Skann, eller skriv koden på forsiden.',
    notYours: 'Du er vert et annet sted. Her kan du se og lese opp, men ikke rette andres lapper.',
    kind: 'Vertens pult',
    needHost: 'Denne siden er for verter. Åpne vertslenken du har fått av arrangøren.',
  },

  organise: {
    title: 'Arrangør',
    lead: 'Lenkene gir rettigheter. Gi hver av dem bare til den den er laget for; alle kan trekkes tilbake her.',
    joinTitle: 'Deltakere',
    joinHint: 'Heng opp koden, eller vis den på veggen. Alle som har den, kan skrive lapper.',
    joinClosed: 'Ingen kan bli med nå: koden og lenken er trukket tilbake.',
    code: 'Kode',
    linksTitle: 'Lenker',
    hostTitle: 'Verter',
    hostHint:
      'En lenke for hver stasjon. Verten kan starte runder, og rette og fjerne lapper på sin stasjon.',
    wallTitle: 'Vegger',
    wallHint: 'Åpnes på maskinen ved projektoren. Kan bare vise, ikke skrive.',
    organiserTitle: 'Arrangør og deltakere',
    organiserHint: 'Arrangørlenken gir alle rettigheter. Ta vare på den: serveren har den ikke.',
    qrFor: (what: string) => `QR-kode: ${what}`,
    qr: 'QR-kode',
    copyLink: 'Kopier lenke',
    copyLinkFor: (what: string) => `Kopier lenke: ${what}`,
    open: 'Åpne',
    openFor: (what: string) => `Åpne: ${what}`,
    secretUnknown: 'Denne nettleseren kjenner ikke lenken.',
    newLink: 'Lag ny lenke',
    newLinkFor: (what: string) => `Lag ny lenke: ${what}`,
    newLinkFailed: 'Det ble ingen ny lenke.',
    newLinkMade: 'Ny lenke er laget. Den gamle virker til du trekker den tilbake.',
    localhost:
      'Adressen virker bare på denne maskinen. Åpne siden med maskinens nettadresse før du deler lenker og QR-koder.',
    keysTitle: 'Nøkler som er i bruk',
    keysHint: 'Trekker du tilbake en nøkkel, mister alle som kom inn med den, tilgangen med det samme.',
    keysFailed: 'Listen kunne ikke hentes.',
    createdAt: (when: string) => `Laget ${when}`,
    sessions: (n: number) => (n === 1 ? '1 har tilgang' : `${n} har tilgang`),
    withdraw: 'Trekk tilbake',
    withdrawKey: (name: string) => `Trekk tilbake nøkkelen: ${name}`,
    withdrawQuestion: (n: number) =>
      n === 0
        ? 'Ingen har tilgang gjennom den nå. Den kan ikke tas i bruk igjen.'
        : n === 1
          ? '1 mister tilgangen med det samme. Nøkkelen kan ikke tas i bruk igjen.'
          : `${n} mister tilgangen med det samme. Nøkkelen kan ikke tas i bruk igjen.`,
    withdrawOwn: 'Kom du selv inn med den, er du ute.',
    lastOrganiser: 'Den siste arrangørnøkkelen kan ikke trekkes tilbake. Lag en ny arrangørlenke først.',
    withdrawConfirm: 'Trekk den tilbake',
    withdrawn: 'Nøkkelen er trukket tilbake.',
    withdrawnTitle: (n: number) => `Trukket tilbake (${n})`,
    withdrawnAt: (when: string) => `Trukket tilbake ${when}`,
    needOrganiser: 'Denne siden er for arrangøren. Åpne arrangørlenken, som ble vist da hallen ble laget.',
    roles: { organiser: 'Arrangør', host: 'Vert', participant: 'Deltaker', wall: 'Vegg' },
    hostOf: (station: string) => `Vert · ${station}`,
    wallOf: (station: string) => `Vegg · ${station}`,
    printAll: 'Skriv ut med alle QR-koder',
  },

  accessibility: {
    title: 'Tilgjengelighet',
    lead: 'Vandrehallen skal kunne brukes av alle i rommet. Målet er WCAG 2.2 på nivå AA. Her står det hva som er på plass, og hva som ikke er det.',
    metTitle: 'På plass',
    met: [
      'Alt på blokka, hallkartet, vertens pult og arrangørsiden kan gjøres med tastatur, med skjermleser og med ett trykk.',
      'Hver stasjon finnes som tavle og som liste. Listen har overskrifter og punkter, oppdateres mens andre skriver, og lar deg skrive, gruppere, gi navn, flytte, ta ned og angre. Den kan skrives ut.',
      'Tavla kan brukes med tastatur; spørsmålstegn viser tastene. Alt som kan dras, kan også gjøres med enkle trykk: velg, trykk «Flytt» eller «Grupper med …», og trykk på målet.',
      'Farge står aldri alene: hver runde har også nummer, navn og mønster.',
      'Tekst har minst 4,5 : 1 i kontrast, kanter og ikoner minst 3 : 1, i lyst og mørkt utseende.',
      'Knapper er minst 44 piksler høye. Sidene flyter om ned til 320 piksler uten å rulle sidelengs.',
      'Egne handlinger meldes med en gang til skjermlesere. Det andre gjør, meldes samlet og kan slås av. Fokus og siden blir stående når listen endres.',
      'Ingenting blinker, og bevegelse følger enhetens valg.',
      'Hver side prøves automatisk mot WCAG 2.2 A og AA, på tre språk, i lyst og mørkt utseende, på telefon og datamaskin.',
      'Det du skriver, lagres for hvert tastetrykk, og ingenting har tidsfrist.',
      'Språket på siden er merket, også når du bytter.',
    ],
    notMetTitle: 'Ikke på plass, eller ikke prøvd',
    notMet: [
      'Tavla og veggen er frie flater og flyter ikke om. Listen viser det samme og flyter om.',
      'Automatiske prøver finner ikke alt. Sidene er ikke prøvd av brukere med funksjonsnedsettelser, og ikke for hånd med alle skjermlesere.',
      'Lapper er skrevet av deltakerne. Språket i den enkelte lappen er ikke merket.',
    ],
    contactTitle: 'Si fra',
    contact: 'Finner du et hinder, si fra til arrangøren av hallen eller til den som driver serveren.',
  },

  notFound: {
    title: 'Her er det ingenting',
    lead: 'Adressen finnes ikke. Den kan være skrevet feil, eller lenken er ikke hel.',
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

/** What each language must have. */
export type Rooms = typeof rooms;
