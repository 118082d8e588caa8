/** Words that carry no matter of their own, in bokmål, nynorsk and English: the small ones, and those of stance and action. */

/** Pronouns, conjunctions, auxiliaries and the like: not counted at all. */
export const STOP_WORDS: ReadonlySet<string> = words(`
  jeg eg du han hun ho vi me dere de dei den det dette denne disse desse seg sin sitt sine si min mi mitt mine din ditt
  dine vår vårt våre deres deira dykkar hans hennes hennar man en ein ei et eit er var vere være vært vore blir blei ble
  vert bli verte blitt blitte vart har ha hadde hatt kan kunne kunna vil ville skal skulle må måtte bør burde får få fikk fekk fått
  og eller men for så at som om når da då hvis dersom fordi siden sidan enn ennå enno selv sjølv også og bare berre jo
  vel nok altså å ikke ikkje ei ingen inga ingenting noe noko noen nokon nokre alle alt all hver kvar hvert kvart hva kva hvem
  kven hvor kor hvordan korleis hvorfor kvifor hvilke kva hvilken der her dit hit til frå fra av med uten utan mot etter
  før over under mellom blant om gjennom gjennem i på ved hos langs inn ut opp ned bort fram frem rundt innen innan
  slik sånn same samme både verken enten anten mens medan ennå igjen igjen alltid aldri ofte sjelden sjeldan
  derfor difor dermed likevel imidlertid dessuten forresten ellers elles kanskje visst nettopp akkurat omtrent
  nærmest nærast minst maks kun òg samt pluss minus via per pr ca osv mm etc bl dvs f eks stk kl hverandre
  kvarandre selve sjølve hverken korkje hvorvidt korvidt koss hvorledes hvilket viss oss dykk dokker dokke deg meg
  henne honom dens dets sånt slikt somme enkelte visse diverse begge allting ene eneste einaste aller annenhver nå
  straks snart stadig fremdeles framleis fortsatt heretter etterpå etterhvert underveis undervegs sist sistnevnte
  hen hvorfra derfra herfra hvorhen bak foran framfor fremfor bortsett utenom utanom innenfor innanfor ovenfor
  nedenfor imot overfor ovanfor ifølge grunn grunnet ettersom såfremt uansett iallfall ihvertfall egentlig
  eigentleg faktisk liksom nei ja ok nja hei iblant tross trass rett slett spesielt særlig særleg hovedsakelig
  omkring opptil inntil
  helt heilt veldig svært ganske nesten litt mye mykje mer meir mest flere fleire flest fleste mange få færre
  the a an and or but of to in on at for with without is are was were be been have has had do does did not no it its
  they them we us our you your i my he she his her their this that these those there here so as by from into about
  can could should would must will may more most less many much all any some too very
`);

/** After these stands the place or the setting, seldom the matter. */
export const LOCATIVES: ReadonlySet<string> = words('i på ved hos langs in at');

/** What ends the words that belong to a preposition. */
export const BREAKS: ReadonlySet<string> = words(`
  og eller men som at for fordi så når da då hvis dersom er var har blir må kan skal vil bør får til med uten utan av fra frå om
  and or but that for with without of from
`);

/** Words of stance, quantity, time and action: they say how, not what. Counted for little. */
export const GENERIC_WORDS: ReadonlySet<string> = words(`
  mangle mangler manglar mangel manglende manglande mangla savne savner saknar trenge trenger treng trengst behov
  dårlig dårleg dårlege dårlige bra god gode godt bedre betre best beste verre ille fin fint flott stor stort store større liten lite
  små mindre minst ny nytt nye gammel gamal gamle lang lange langt kort korte kortere høy høg høye høge lav låg lave låge
  lavere lågare høyere høgare rask raskt raskere fort sakte sein sen tidlig tidleg tidligere tidlegare
  lage lag lager lagde gjøre gjere gjør gjer gjort gjorde skape skaper skapt etablere etablerer etablert opprette oppretta opprett
  styrke styrkje styrker styrka styrket øke auke økt auka øker aukar redusere redusert kutte kutt forbedre forbetre betra utvikle
  utvikler utvikling sikre sikra satse satser satsa satsing satsning tilby tilbyr tilbod tilbud tilbyde ordning ordninger ordningar
  bruke bruk bruker brukar brukt gi gje gir gjev gitt ta tar tek tatt teke sette set sett setter få komme kome kommer kjem kom
  gå går gikk gjekk finne finn finner finnes finst funnet se ser sjå sett stå står ligge ligger ligg legge legg lagt la lat let
  holde halde holder held holdt heldt virke verke virker verkar fungere fungerer fungerar funka funker klare klarer klarar greie
  bidra bidrar bidra oppleve opplever opplevd føle føler prøve prøver starte start starta begynne byrje slutte slutt
  vanskelig vanskeleg lett lettere lettare enkel enkelt enkle enklere enklare umulig umogleg mulig mogleg mulighet moglegheit
  viktig viktige viktigste nødvendig god greit rett riktig feil annet anna andre annen egen eigen eget eige egne eigne
  folk person personer menneske mennesker alle kommune kommunen kommunal kommunale kommuner kommunene kommunane kommunar
  ting sak saker måte måter måtar grad type slags del deler delar gang ganger gonger dag dager dagar uke veke uker veker år
  måned månad måneder månader time timer kveld morgen helg tid tiden tida nå no snart senere seinare allerede
  tiltak prosjekt plan planer arbeid jobbe jobber jobbar arbeide arbeider arbeidar aktuell mål målet løsning løysing
  konkret ulik ulike ulikt forskjellig felles samlet samla hel heil hele heile mye altfor alt for to tre fire fem ti
  første andre tredje flest enda endå ekstra god ekte unna kjempe super skikkelig skikkeleg
  skje skjer skjedde hende hender hendte foregå foregår fortsette fortset fortsetter slippe slipp slipper sleppe
  slepp skaffe skaffer få fått ende ender endte bestå består bety betyr betydning vise viser synes synest syns tenke
  tenker tenkjer tenkt kjenner føles opplevde hugse vel valgt sitte sitter sit følge følger følgjer prøvd løse løser
  løst gjenta gjentas innføre innfører innført utvide utvider utvida utvidet ordne ordner fikk hindre hindrer
  oppfordre oppfordrer nå når nådd rette gjennomført videreføre videreføres bevare ivareta ivaretatt sak problem
  problemer problemet problema utfordring utfordringer utfordringar hinder hindring hindringer årsak konsekvens
  resultat effekt suksess vellykket vellukka fungert populær populært populære positiv positivt positive negativ
  negativt spesiell spesielle vanlig vanleg vanlige normal typisk tydelig tydelege tydelige klar klart klare uklar
  uklart ordentlig skikkelig ekte sann ren dårligst verst raskest enklest likt like lik direkte indirekte nok mangt
  mengde mengder antall halv halve halvparten dobbelt dobbel tredobbelt par hundre tusen million prosent størst
  større største minste lengre lengst lenger nærmere nærmeste fjern yngre yngst bredt bredere bred bredde dypt sterk
  sterkt sterkere svak svakt lettvint grei greit kjapp kjapt type typer form former variant variantar bit biter
  flest hovedsak sammenheng samanheng situasjon situasjoner forhold forholda tilfelle tilfeller nivå side sider
  punkt eksempel spørsmål tema ide idé idéar ideer tanke tanker alternativ mulighet mulighetene moglegheiter sjanse
  variasjon idag morgendag ettermiddag formiddag mandag måndag tirsdag tysdag onsdag fredag torsdag periode perioder
  januar februar mars april mai juni juli august september oktober november desember fjor årlig årleg ukentlig
  vekentleg månedlig månadleg daglig dagleg jevnlig jamleg regelmessig år årene åra ulikt verda norge noreg kommunes
  offentlig offentleg offentlige egenhendig almen allmenn generell overordnet hoved super mini mega null
  bør burde krav kreve krever ønske ønsker ynskje ynskjer håpe tror trur mene meiner mener vite vet veit hete heter
  steder stad sted staden stedet plass plasser plassar område områder områda lokal lokale lokalt
  good bad better best new old big small need needs lack lacking make makes get give use using help thing things people more
  every each year week day time way place improve increase reduce start stop
`);

/** Who acts or is acted for: notes about the same seldom differ in it, and notes that share no more are seldom alike. */
export const ACTOR_WORDS: ReadonlySet<string> = words(`
  elev elever eleven elevene elevar elevane student studenter studentar studentene lærling lærlinger lærlingar lærlingene
  unge ungdom ungdommer ungdommen ungdomane ungdommar barn barna unger ungar voksen voksne vaksne eldre gamle
  foreldre foreldra foreldrene lærer lærere lærar lærarar lærerne ansatt ansatte ansatter tilsett tilsette medarbeider medarbeidere
  kollega kolleger kollegaer innbygger innbyggere innbyggjar innbyggjarar innbyggerne deltaker deltakere deltakar deltakarar
  bruker brukere brukerne brukar brukarar fagarbeider fagarbeidere fagarbeidarar bedrift bedrifter bedriftene verksemd
  organisasjon organisasjoner organisasjonar frivillig frivillige frivilleg frivillege leder ledere leiar leiarar ledelse
  politiker politikere politikar politikarar nabo naboer naboar familie familier familiar pårørende pårørande
  pupil pupils student students teacher teachers employee employees parent parents child children
`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}
