/**
 * One spelling for what bokmål and nynorsk write differently, so that both fall on the same stem. No dictionary:
 * the common stems and endings, written as bokmål. What it makes need not be a word; nobody sees it.
 */

/** Whole words first: those that no rule of endings brings together. */
const WHOLE: Readonly<Record<string, string>> = pairs(`
  bøker bok bøkene bok bøkerne bok trær tre trærne tre trea tre menn mann mennene mann mannfolk mann
  kvinner kvinne born barn borna barn fedre far mødre mor veker uke veke uke veka uke vekene uke vegen vei
  veg vei vegar vei vegane vei val valg valet valg vatn vann vatnet vann vassen vann stader sted stad sted
  staden sted stadene sted gutar gutt gut gutt guten gutt gutane gutt løn lønn løna lønn lønna lønn
  kvelden kveld byar by byen by byane by byer by språka språk foreldra foreldre foreldrene foreldre unge ung
  unga ung ungane ung ungene ung ungdommar ungdom ungdomar ungdom ungdommer ungdom ungdomen ungdom
  ungdommen ungdom ungdommene ungdom ungdommane ungdom pengar penger pengane penger pengene penger
  penge penger midlar middel midler middel midlane middel midlene middel sider side nettet nett hytter hytte
  lærlinger lærling lærlingar lærling lærlingen lærling lærlingene lærling lærlingane lærling
  lærlingplass læreplass leiar leder leiarar leder leiarane leder ledere leder lederen leder ledarar leder
  søknader søknad søknadar søknad dyrt dyr dyre dyr dyrare dyr dyrere dyr natta natt netter natt tenner tann
  hender hånd hand hånd handa hånd laget lag laga lag lagene lag el elektrisk el-bil elbil leige leie
  leiger leie trygt trygg grønt grønn grøn grønn grøne grønn fullt full snilt snill stygt stygg tynt tynn tomt tom sunt sunn
  visst viss dumt dum tett tett nytt ny ven venn venen venn vener venn venar venn venane venn tilskot tilskudd
  dyrt kostbar dyre kostbar dyrare kostbar dyrere kostbar dyreste kostbar dyrast kostbar
  næring nærings næringa nærings næringen nærings næringar nærings næringer nærings næringane nærings næringene nærings
  lærer lærers læreren lærers lærere lærers lærerne lærers lærar lærers læraren lærers lærarar lærers lærarane lærers
  trener treners treneren treners trenere treners trenerne treners trenar treners trenaren treners trenarar treners
  parkere parkering parkerer parkering parkert parkering parkerte parkering
  stilling stillings stillingen stillings stillinga stillings stillinger stillings stillingar stillings stillingene stillings
  handling handlings handlinger handlings handlingar handlings handlingen handlings handlinga handlings
  tømmer tømmers tømmeret tømmers kjensle følelse kjensla følelse kjensler følelse kvardag hverdag kvardagen hverdag
  kvardagar hverdag vaksen voksen vaksne voksen voksne voksen vaksinar vaksine draum drøm draumar drøm draumen drøm haust høst hausten høst
  skilnad forskjell skilnader forskjell skilnadar forskjell røynsle erfaring røynsler erfaring utslepp utslipp utsleppa utslipp
  naudsynt nødvendig naud nød framand fremmed framande fremmed fremmede fremmed heilskap helhet heilskapleg helhet helhetlig helhet
  flaum flom flaumen flom straum strøm straumen strøm rein rein fleirtal flertall samfunnshus samfunnshus fyrste først
  eld ild elden ild tryggje trygg rådhuset rådhus bøter bot røter rot gjester gjest
`);

/** Stems and endings, in order. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/skul(?=e|a|ar|en$|$)/g, 'skol'],
  [/kyrkj?/g, 'kirk'],
  [/heime(?=[bthk])/g, 'hjemme'],
  [/heim/g, 'hjem'],
  [/sjuk/g, 'syk'],
  [/mjølk/g, 'melk'],
  [/fråvær/g, 'fravær'],
  [/^frå/g, 'fra'],
  [/auk(?=e|a|ar|ing|$)/g, 'øk'],
  [/køyr/g, 'kjør'],
  [/høyr/g, 'hør'],
  [/løys(?=e|ing|er|t|$)/g, 'løs'],
  [/løsning/g, 'løsing'],
  [/rettlei/g, 'veiled'],
  [/veglei/g, 'veiled'],
  [/vegle/g, 'veile'],
  [/veg(?=$|en$|ar$|ane$|er$|ene$)/g, 'vei'],
  [/^veg(?=[bfhkmlnprstv])/g, 'vei'],
  [/ten(?:e)?st(?=e|a|$)/g, 'tjenest'],
  [/bod(?=$|et$|a$|ene$)/g, 'bud'],
  [/einsem?d/g, 'ensomhet'],
  [/einsam/g, 'ensom'],
  [/åleine|aleine|åleina/g, 'alene'],
  [/verksem?d/g, 'virksomhet'],
  [/verknad/g, 'virkning'],
  [/medverk/g, 'medvirk'],
  [/tilset(?:t|j)/g, 'ansett'],
  [/tilsatt/g, 'ansatt'],
  [/ansett/g, 'ansatt'],
  [/rørsle/g, 'bevegelse'],
  [/samband/g, 'forbindelse'],
  [/moglegheit/g, 'mulighet'],
  [/mogleg/g, 'mulig'],
  [/(?<!e)leik/g, 'lek'],
  [/berekraft/g, 'bærekraft'],
  [/^vass(?=[a-zæøå]{3})/g, 'vann'],
  [/sjølv/g, 'selv'],
  [/^sjøl(?=[a-zæøå])/g, 'selv'],
  [/vidare/g, 'videre'],
  [/straum/g, 'strøm'],
  [/flaum/g, 'flom'],
  [/eldsjel/g, 'ildsjel'],
  [/fleir/g, 'fler'],
  [/kvardag/g, 'hverdag'],
  [/vaks(?=en|ne)/g, 'voks'],
  [/haust/g, 'høst'],
  [/draum/g, 'drøm'],
  [/meistr/g, 'mestr'],
  [/deltak(?:ing|else)/g, 'deltak'],
  [/saman/g, 'sammen'],
  [/fremtid/g, 'framtid'],
  [/fremme/g, 'framme'],
  [/leige/g, 'leie'],
  [/forein/g, 'foren'],
  [/fellesskap|felleskap/g, 'fellesskap'],
  [/leiing/g, 'ledelse'],
  [/leiar/g, 'leder'],
  [/eigar/g, 'eier'],
  [/eigedom/g, 'eiendom'],
  [/husstand|hushald/g, 'hushold'],
  [/avfal(?=l)/g, 'avfal'],
  [/innvandrar/g, 'innvandrer'],
  [/tryg+leik|trygd?het/g, 'trygghet'],
  [/trygt$/g, 'trygg'],
  [/søpp?el/g, 'søppel'],
  [/busetj?|buset/g, 'bosett'],
  [/bustad/g, 'bolig'],
  [/hus(?:vær)/g, 'bolig'],
  [/arbeidstakar/g, 'arbeidstaker'],
  [/råde?gjev|rådgiv|rådgjev/g, 'rådgiv'],
  [/gjev(?=ar|ing|e|$)/g, 'giv'],
  [/syklar|sykl(?=ar|e|ist|a|ing)/g, 'sykkel'],
  [/sykkelst|sykkelist/g, 'sykkel'],
  [/sykk(?:e)?l/g, 'sykkel'],
  [/heit(?=$|a$|en$|er$|ene$|ane$)/g, 'het'],
  [/leg(?=$|e$|t$|are$|ast$)/g, 'lig'],
  [/([gk])j(?=[ea]$|[ea]r$|[ea]n|[ea]t$|ing|[ea]ne$)/g, '$1'],
];

/** The word (lower case) in the one spelling. */
export function fold(word: string): string {
  let folded = word
    .replace(/[éèêë]/g, 'e')
    .replace(/[àáâ]/g, 'a')
    .replace(/[óòôö]/g, (c) => (c === 'ö' ? 'ø' : 'o'));
  folded = folded.replace(/ü/g, 'y').replace(/ä/g, 'æ');
  const whole = WHOLE[folded];
  if (whole !== undefined) return whole;
  for (const [pattern, by] of RULES) folded = folded.replace(pattern, by);
  return folded;
}

/** A whole word in the one spelling, where no rule brings it there; any other as it is. */
export function wholeWord(word: string): string {
  return WHOLE[word] ?? word;
}

function pairs(text: string): Record<string, string> {
  const list = text.split(/\s+/).filter(Boolean);
  const map: Record<string, string> = Object.create(null);
  for (let at = 0; at + 1 < list.length; at += 2) map[list[at]!] = list[at + 1]!;
  return map;
}
