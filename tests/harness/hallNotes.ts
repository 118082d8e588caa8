/**
 * A believable hall of 230 notes, for the walk from raw notes to a published report: the demo's notes, and eighty more
 * as people wrote them late in the day. Two of them are said by one person alone, and must never vanish.
 */

import { DEMO_NOTES, type DemoStation } from '../demo/notes.ts';

export interface HallNote {
  station: DemoStation;
  text: string;
  round: number;
}

/** Nobody else says anything like these; wherever points are made of the notes, they must be found. */
export const LONE_NOTES: readonly HallNote[] = [
  { station: 'klagemuren', round: 3, text: 'Parkeringsautomaten tar bare mynt' },
  { station: 'idebanken', round: 4, text: 'Strikkekafé med garn fra nedlagte butikker' },
];

const LATE: Record<DemoStation, string> = {
  idebanken: `
La elevene teste heis, seng og forflytning på ekte utstyr
Utstyrslab på hjul som kjører rundt til ungdomsskolene
En buss med sykesenger og dukker, så alle får kjenne på yrket
Gi elever på hybel middag på skolen tre dager i uka
Felles kjøkken for hybelboere, med en voksen til stede
Vertsfamilie for den som flytter hjemmefra på videregående
Betal busskortet for elever i praksis
Gratis buss til praksis og til første vikariat
Skyss til distriktet, så praksisen ikke blir umulig uten bil
Eigen leiebil for praksisstudentar i utkanten
La pensjonerte sykepleiere lære bort en dag i uka
Pensjonistar kan vere mentorar i den første turnusen
Bruk de eldste i kollegiet som rettleiere, med betalt tid
Et spill om en natt på legevakta
Lag et dataspill der du er den som må velge først
VR-briller på utdanningsmessa
Helgeskole for voksne som vil ta fagbrev
Kveldsundervisning på nett for den som har barn
Fagbrev på jobb uten å gå ned i lønn
La assistenter få gå på kurs i arbeidstida
En app der du kan prøve vakter før du søker
Vaktbytte i en app, så det går an å ha et liv
Språkpraksis på sjukeheim frå første veke
Norskkurs på arbeidsplassen, med fagord
Tospråklige elever som guider for nye kolleger
`,
  klagemuren: `
Det tar to timer hver vei til praksisplassen
Ingen buss som passer med kveldsvakta
Bussen går klokka 16, vakta slutter 22
Reiseutgifter i praksis må du betale selv
For få veiledere med tid til veiledning
Veilederen har åtte elever og full turnus
Rettleiar er på jobb når eg er fri, og omvendt
Utstyret på skolen er fra nittitallet
Vi øver på senger som ingen bruker lenger
Øvingsrommet er stengt fordi det ikke finnes vikar
Dataprogrammet i kommunen lærer vi aldri på skolen
Fire ulike journalsystemer på fire praksisplasser
Å logge inn tar en halv vakt
Vikarbyrået får mer enn vi som er ansatt
Byråvikarer koster det tredobbelte
Vi leier inn folk i stedet for å ansette dem
Nyutdannede går ut i vikariat på tre måneder
Man får bare stilling på 43 prosent
Helgestillinger på 12 prosent, ti av dem
Ingen snakker med dem som slutter
Vi vet ikke hvorfor folk slutter, ingen spør
Sluttsamtale finnes bare på papiret
Godkjenning av utenlandsk utdanning tar to år
Sykepleier fra Syria, assistent i Norge
Språkkravet er likt om du skal snakke eller bare vaske
`,
  suksessterta: `
Fadderuke for nye i hjemmetjenesten, alle ble værende
Ny på jobb? Fadder i åtte uker. Ingen har sluttet siden
Rettleiarane fekk ein dag i månaden fri til å rettleie
Veilederteam på tvers av avdelinger gjorde praksisen rolig
Kommunen betaler bussen i praksis
Minibuss fra skolen til praksis hver tirsdag
Fagbrev på jobb: fjorten assistenter besto
Voksne med barn fikk undervisning på nett og besto
Hele stillinger i en avdeling ga halvert sykefravær
Heltidskulturen kom da lederen turte
Vi spurte dem som sluttet, og endret turnusen
Sluttsamtaler førte til at to kom tilbake
Språkvenn på avdelingen
Kollega som språkvenn en time i uka
Elevrådet inviterte ordføreren på nattevakt
`,
  tidslinja: `
Utstyrsbussen på ungdomsskolene før jul
Fylket varsler praksisplasser innen mai
Kommunene melder veiledere i april
Fagforeningene inviterer til lærlingkveld
Elevorganisasjonen spør elevene i november
Høgskolen åpner kveldsstudiet
Evaluering av praksis før sommeren
Oppstart av fadderordning i august
Nasjonal kampanje før søknadsfristen
Skyssordningen avtales i juni
Rettleiarkurs i september
Ny runde i hallen om ett år
Felles praksisdag for alle fylkene
`,
};

const DEMO: readonly HallNote[] = DEMO_NOTES.map(({ station, round, text }) => ({ station, round, text }));
const MORE: readonly HallNote[] = (Object.entries(LATE) as [DemoStation, string][]).flatMap(
  ([station, texts]) =>
    texts
      .trim()
      .split('\n')
      .map((text, index) => ({ station, round: (index % 4) + 1, text })),
);

export const HALL_NOTES: readonly HallNote[] = [...DEMO, ...MORE, ...LONE_NOTES];
