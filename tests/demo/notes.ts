/**
 * The demo's notes: an invented hall about recruiting young people to health and care work in a Norwegian county.
 * One line a note, so that the whole hall can be read here: round | group | mark | text. The mark is a level
 * (L local, N national) or, on the timeline, `lane from–to` in months of the year. Longer than other files because
 * it is a text and not a program.
 */

import type { Slot } from '../../shared/board/boardDoc.ts';
import type { Level } from '../../shared/domain/hall.ts';

export const DEMO_TITLE = 'Hvem tar vakta i 2040? Flere unge inn i helse og oppvekst';
export const DEMO_STATIONS = ['idebanken', 'klagemuren', 'suksessterta', 'tidslinja'] as const;
export type DemoStation = (typeof DEMO_STATIONS)[number];

export interface DemoNote {
  station: DemoStation;
  round: number;
  text: string;
  level?: Level;
  slot?: Slot;
  /** Notes of the same group say much the same; a note without one is a lone voice. */
  group?: string;
}

/** What people in the demo call the groups they make, by group key. */
export const GROUP_TITLES: Readonly<Record<string, string>> = {
  smakebit: 'Prøv yrket før du velger',
  film: 'De unge forteller selv, på film',
  foreldre: 'Få med foreldrene',
  hybel: 'Et sted å bo',
  stipend: 'Penger som betyr noe',
  omvei: 'Flere veier inn',
  status: 'Yrkene har lav status',
  praksis: 'For få og for travle praksisplasser',
  raad: 'Rådgivningen er tilfeldig',
  penger: 'Det går ikke rundt',
  krav: 'Kravene stenger folk ute',
  turnus: 'Deltid og turnus skremmer',
  prosjekt: 'Prosjekter som tar slutt',
  ambassador: 'Lærlinger som ambassadører',
  sommerjobb: 'Sommerjobben åpner dører',
  heime: 'Studier der folk bor',
  fadder: 'Fadder den første tida',
  gutter: 'Flere gutter',
  sammen: 'Skole og arbeidsliv sammen',
  heltid: 'Hele stillinger',
  messe: 'Messer og åpne dager om høsten',
  frist: 'Før søknadsfristen',
  plass: 'Læreplasser avtales tidlig',
  velkommen: 'Fra tilbud til oppmøte',
  start: 'Den første måneden',
};

const IDEBANKEN = `
1 | smakebit  | | La alle på tiende trinn følge en fagarbeider en hel dag
1 | smakebit  | | En dag med jobbskygging i niende, ikke bare utplassering i tiende
1 | smakebit  | | Prøvedag på sykehjemmet, med navneskilt og ekte oppgaver
1 | film      | | La lærlingene lage korte filmer fra sin egen arbeidsdag
1 | film      | | Korte videoer laget av lærlinger, ikke av et reklamebyrå
1 | hybel     | | Hybelhus for elever som må flytte hjemmefra
1 | foreldre  | | Foreldrekveld på en arbeidsplass i stedet for i gymsalen
1 | stipend   | | Stipend til dem som binder seg til å jobbe tre år i fylket
1 | omvei     | | Fagbrev på kveldstid, med barnevakt på skolen
1 |           | | Escape room om førstehjelp på kjøpesenteret 🚑
1 |           | | Podkast
1 |           | | Spør de unge hva de lurer på, før vi lager enda en brosjyre
2 | smakebit  | | En uke på tre steder: barnehage, sykehjem og ambulanse
2 | smakebit  | | Simulator i en tilhenger som reiser rundt til ungdomsskolene
2 | film      | | Ein kanal der elevar tek over kontoen ei veke kvar
2 | hybel     | | Tomme omsorgsboliger kan leies ut til studenter i praksis
2 | hybel     | | Kollektiv for studentar i den gamle doktorbustaden
2 | foreldre  | | Brev hjem om hva en fagarbeider faktisk tjener
2 | stipend   | | Kommunen betaler førerkortet for den som tar hele læretida her
2 | stipend   | | Slett litt av studielånet for hvert år i en distriktskommune
2 | omvei     | | Godkjenn arbeidserfaring som deler av studiet
2 |           | | Gi de eldre en rolle: La bestemødre og bestefedre invitere en tiendeklasse på kaffe og vafler, og fortelle hva det betyr at noen kommer hver morgen, kan faget sitt og har tid til å sette seg ned
2 |           | | Rekrutter trenere og speiderledere, de kan jo allerede jobbe med barn
3 | smakebit  | | Sommerskole i helsefag mellom niende og tiende
3 | film      | | Filmkonkurranse mellom skolene, finale på kinoen 🎬
3 | film      | | Ikke glansbilder. Vis en helt vanlig tirsdag
3 | foreldre  | | Ta med foreldra på jobb, ikkje berre ungane
3 | hybel     | | Gratis buss fra hybel til praksisplass
3 | stipend   | | Bokpenger og garantert sommerjobb til alle som begynner på helse og oppvekst
3 | omvei     | | Et halvt år med litt av hvert for dem som ikke vet hva de vil
3 | omvei     | | Prøvehalvår før man må velge linje for godt
3 |           | | En app der du svarer på ti dumme spørsmål og får tre yrker tilbake
4 | smakebit  | | Klippekort: kvar elev får fem besøk på fem arbeidsplassar
4 | film      | | Direktesending fra nattevakta, med spørsmål på chat
4 | foreldre  | | Tolk på foreldremøtene når vi snakker om yrkesfag
4 | hybel     | | Vertsfamilie for førsteårslærlinger, slik idretten gjør det
4 | omvei     | | Én søknad, tre dører: skole, lære eller jobb med opplæring
4 |           | | Fagbrevball!
4 |           | | La elevrådene få et eget budsjett til rekruttering, uten at noen voksne skal godkjenne hver krone
4 |           | | Medaljer til alle som fullfører
`;

const KLAGEMUREN = `
1 | status    | N | Yrkesfag omtales som plan B
1 | status    | L | «Du som er så flink, kan vel velge noe annet?»
1 | status    | N | Lav status
1 | praksis   | L | For få læreplasser i kommunen
1 | praksis   | L | Elever som har bestått, får ikke læreplass
1 | raad      | L | Rådgiveren kan mye om studier og lite om arbeidslivet
1 | raad      | L | Én rådgiver på fire hundre elever
1 | penger    | N | Studielånet dekker ikke husleia
1 | krav      | N | Karakterkravet i matte stopper folk som hadde blitt gode sykepleiere
1 | turnus    | N | Ingen vil begynne yrkeslivet med en stilling på 40 prosent
1 | prosjekt  | N | Alt er prosjekt. Når pengene tar slutt, slutter vi også
1 |           | L | Bussen går 15.10, praksisen slutter 15.30
1 |           |   | Vi snakker om ungdommen, ikke med dem
2 | status    | L | Onkler og tanter som spør når man skal «bli noe»
2 | praksis   | N | Praksisplassane ligg langt unna, og reisepengane kjem ein månad for seint
2 | praksis   | L | Veilederne i praksis har ikke tid avsatt
2 | praksis   | L | Praksisrettleiaren er aleine på vakt og har ikkje tid
2 | raad      | N | Utdanningsmessa: en pose full av kulepenner og null svar
2 | penger    | L | Hybelen koster mer enn lærlinglønna
2 | penger    | N | Dyrt å pendle til samlinger
2 | krav      | N | Realkompetanse vurderes ulikt fra sted til sted
2 | turnus    | L | Annenhver helg fra du er 18. Da mister du både laget og vennene
2 | prosjekt  | L | Tre kampanjer på to år, og ingen av dem er evaluert
2 |           | L | Guttene tror ikke at det er for dem
3 | status    | N | Mediene skriver bare om krise, sykefravær og folk som slutter
3 | praksis   | L | Lærlingene blir brukt som ekstra hender og får lite opplæring
3 | raad      | L | Eleven får eitt møte på tjue minutt, og så skal heile livet vere bestemt
3 | raad      | L | Karriereveiledning er noe man får når det allerede har gått galt
3 | penger    | N | Ulønnet praksis går ikke sammen med deltidsjobb
3 | krav      | N | Språkkravet kommer først, og så er det åtte måneders ventetid på norskkurset
3 | turnus    | L | Heltid må du vente på i ti år
3 | turnus    | N | Deltid!!
3 | prosjekt  | N | Vi får midler i mars og skal rapportere i november
3 |           | N | Ingen eier helheten: skolen tror at kommunen gjør det, kommunen tror at fylket gjør det, og fylket tror at det ligger hos noen andre
4 | status    | L | Vi som jobber her, snakker ned vårt eget yrke 😕
4 | praksis   | L | Ingen læreplass = ingen fagarbeidere
4 | raad      | N | Nettsidene er laget for dem som allerede vet hva de vil
4 | penger    | L | Førarkortet er dyrt, og utan det får du ikkje jobb i heimetenesta
4 | krav      | N | Søknadsfristen er ute før de unge har fått prøvd noe som helst
4 | turnus    | N | Nattevakter på planen fra første uke
4 | prosjekt  | L | Ildsjelen sluttet, og dermed forsvant hele ordningen
4 |           | L | Dårlig kaffe på alle rekrutteringsmøter
`;

const SUKSESSTERTA = `
1 | ambassador | L | Lærlinger som ambassadører på ungdomsskolen. Søkertallet doblet seg på to år
1 | ambassador | L | Lærlingene holdt hele presentasjonen. Vi voksne satt bakerst
1 | sommerjobb | L | Sommerjobb til alle 16-åringer på sykehjemmet
1 | sommerjobb | L | To av tre som hadde sommerjobb hos oss, søkte helsefag
1 | heime      | N | Desentralisert sykepleierstudium: nesten alle ble i regionen etterpå
1 | heime      | L | Studiesenteret i det gamle banklokalet
1 | fadder     | L | Fadder fra første dag i læretida
1 | gutter     | L | Åpen kveld for gutter, med mannlige barnehagelærere som verter
1 | sammen     | L | Bedriften har et klasserom hos oss, og vi har et verksted hos dem
1 | heltid     | L | Alle nyutdannede får tilbud om hel stilling
1 |            | L | Pizza
2 | ambassador | L | Tidligere elever på besøk, med lønnsslippen i handa
2 | ambassador | L | Lærlingar på besøk i alle tiandeklassane. Dei unge trur på dei unge
2 | sommerjobb | L | Sommerjobben ble til helgejobb, helgejobben ble til læreplass
2 | heime      | N | Samlinger hver tredje uke og nett imellom, det går an med småbarn
2 | fadder     | L | Mentorordning der mentoren får betalt for det
2 | gutter     | N | Gutter som får en uke i barnehagen, vil ofte tilbake
2 | sammen     | L | Jobb og skole om hverandre i fire år. Nesten ingen slutter
2 | sammen     | L | Lærar og instruktør planlegg vekene saman
2 | heltid     | L | Lange helgevakter som de ansatte har valgt selv. Nå har alle fri tre av fire helger
2 |            | L | Vi ringte alle som hadde takket nei, og spurte hvorfor. Sju av dem ombestemte seg
3 | ambassador | N | Yrkesmesterskap som ungdommen følger med på
3 | sommerjobb | L | Ungdomane fekk ansvar for kvar sin ting og ein attest på slutten
3 | heime      | L | Fagskole på kveldstid: 22 fullførte i fjor 🎉
3 | fadder     | L | Én å ringe til. Det var alt som skulle til
3 | fadder     | L | Studentane bur hjå ein tilsett den fyrste veka
3 | gutter     | L | Fra to til ni gutter i klassen etter at vi byttet ut bildene i brosjyren
3 | sammen     | L | Felles ukeplan for skolen og lærebedriften
3 | heltid     | N | Heltidskultur er den beste rekrutteringskampanjen vi har hatt
3 |            | N | Én nettside for alle ledige læreplasser i fylket
4 | ambassador | L | Ambassadørane våre får betalt, og det merkast
4 | sommerjobb | L | Sommerjobb på laboratoriet: tre ble bioingeniører
4 | heime      | L | Hele kullet ble ferdig samtidig, og hele kullet fikk jobb i nærheten
4 | fadder     | L | Fadderkaffe hver torsdag
4 | gutter     | L | Speidergruppa og brannvesenet spurte sammen. Fem nye gutter på helsefag
4 | sammen     | L | Ungdomsbedrift som løste et ekte problem på legevakta
4 | heltid     | L | Vi lyser bare ut hele stillinger, og har fått dobbelt så mange søkere
4 |            | L | Rektor satt i kantina hver fredag og pratet med dem som var i tvil
`;

const TIDSLINJA = `
1 | messe     | institutions 9–10  | Åpne dager på alle skolene i samme uke
1 | messe     | national 9–9       | Felles kampanjestart i september
1 | frist     | institutions 1–2   | Søkekveld med rådgiver og elever tidlig i februar
1 | frist     | partners 2–2       | Elevorganisasjonen holder spørretime før 1. mars
1 | plass     | partners 1–2       | Bedriftene melder inn læreplasser i januar, ikke i juni
1 | velkommen | institutions 7–8   | Ring alle som har fått plass, før de rekker å ombestemme seg
1 | start     | institutions 8–8   | Fadderuke
1 |           | partners 5–5       | Fagforeningene deler ut is på eksamensdagen 🍦
1 |           | national 3–3       | Søkertallene ut til alle på samme dag
2 | messe     | partners 10–10     | Arbeidsgivarane stiller med lærlingar på messa
2 | frist     | national 1–2       | Annonser der de unge er, seks uker før fristen
2 | frist     | institutions 2–2   | Omvisning for foreldre før fristen går ut
2 | plass     | institutions 11–12 | Intervjutrening for hele vg2
2 | plass     | partners 3–5       | Speeddate mellom elever og lærebedrifter
2 | velkommen | partners 6–8       | Sommerjobb til dem som har takket ja
2 | start     | partners 8–9       | Studentorganisasjonene møter de nye på stasjonen
2 |           | national 6–6       | Oppsummer året før ferien, ikke etter
3 | messe     | institutions 9–11  | Ungdomsskoleklasser på besøk hver torsdag hele høsten
3 | frist     | partners 1–1       | Fagforeningene besøker tiende trinn i januar
3 | plass     | national 4–5       | Nasjonal dugnad for læreplasser rett etter påske
3 | velkommen | national 7–7       | Velkomstmelding på telefonen samme dag som opptaket er klart
3 | velkommen | institutions 8–8   | «Vi gleder oss til å se deg», på et ordentlig kort i posten
3 | start     | institutions 9–9   | Samtale med alle nye i september: Trives du?
3 |           | partners 12–12     | Juleverksted på sykehjemmet sammen med elevene
4 | messe     | national 8–9       | Én kalender for alle messer, delt før skolestart
4 | frist     | institutions 3–4   | Ein siste runde mot 15. april for dei som er usikre
4 | plass     | partners 10–12     | Arbeidsgivarane lovar eit tal på plassar alt om hausten
4 | start     | partners 9–10      | Tillitsvalgte tar en prat med hver ny lærling
4 |           | institutions 1–12  | Hele året
4 |           | national 11–11     | Møte mellom alle tre radene i november
`;

/** All notes, station by station, in order of rounds. */
export const DEMO_NOTES: readonly DemoNote[] = [
  ...readTable('idebanken', IDEBANKEN),
  ...readTable('klagemuren', KLAGEMUREN),
  ...readTable('suksessterta', SUKSESSTERTA),
  ...readTable('tidslinja', TIDSLINJA),
];

function readTable(station: DemoStation, table: string): DemoNote[] {
  return table
    .trim()
    .split('\n')
    .map((line) => readLine(station, line));
}

function readLine(station: DemoStation, line: string): DemoNote {
  const [round, group, mark, text] = line.split('|').map((cell) => cell.trim());
  const note: DemoNote = { station, round: Number(round), text: text ?? '' };
  if (group) note.group = group;
  if (mark === 'L' || mark === 'N') note.level = mark === 'L' ? 'local' : 'national';
  else if (mark) note.slot = readSlot(mark);
  return note;
}

function readSlot(mark: string): Slot {
  const [lane, months = ''] = mark.split(' ');
  const [from, to] = months.split('–').map(Number);
  return [lane ?? '', from ?? 0, to ?? 0];
}
