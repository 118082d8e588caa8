/** Words by which a note tells whether it speaks of a barrier, an idea or a success. */

export const BARRIER_WORDS = words(`
  mangler manglar mangel manglende manglande ingen ingenting aldri ikke ikkje vanskelig vanskeleg umulig umogleg
  dårlig dårleg dårlege dårlige svak svakt svake dyr dyrt dyre utrygg utrygt farlig farleg problem utfordring savner
  saknar sliter slit frykt redd redde uklart uklar uten utan borte forsvinner forsvinn stengt stengd stopper stoppar
  hindrer hindrar klarer tungt tungvint treg tregt komplisert kompliserte sein sent seint lei trøtt stress press kø
  ventetid ventetider venteliste fordommer rasisme mobbing konflikt tør skremmer taper mister få færre lite lite nok
  feil glemt gløymt overkjørt tvinges orker orkar verken neppe knapt not too lack lacking never nobody missing
  difficult poor
`);

export const IDEA_WORDS = words(`
  la gi gje lag lage bygg bygge plant start starte opprett opprette innfør innføre ansett tilsett kurs mer meir flere
  fleire bedre betre billigere billegare gratis bruk bruke åpne opne inviter invitere spør må bør kan skal felles ny
  nytt nye egen eigen sett send hent del heng kutt slå skru mål enklere enklare ønsker ynskjer tilby tilbud tilbod
  støtte tilskudd ordning heller hver hvert kvar kvart let make give build more better should could free new every
`);

export const SUCCESS_WORDS = words(`
  fikk fekk ble blei vart har hadde ga gav var gikk gjekk kom lærte viste holdt heldt fjor siden sidan suksess
  lyktes lukkast dobla doblet halverte økte auka engasjerte samlet samla samler samlar fungerer fungerar flott bra
  godt vellykket vellukka populær populært full fullt bytta byttet spart sparte vant pris rekord fornøyd nøgd stolt
  stolte nådd nådde startet starta åpnet opna bygde sertifisert won got was were had did helped works worked success
`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}
