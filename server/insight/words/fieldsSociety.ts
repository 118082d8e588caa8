/**
 * The thesaurus, first half: money, rule, work, learning, meeting. One line a family: words that people of a municipality
 * use of the same matter, in both forms of Norwegian. A heading in brackets gathers families that lie near each other.
 * Written from general knowledge of the language, not from any set of notes. Long because it is a word list.
 */

export const SOCIETY = `
[penger]
penger: penger økonomi økonomisk midler finansiering finansiere budsjett ressurs ressurser kapital bevilgning bevilge
  løyving råd pengemangel underfinansiert dekning spleiselag pengebruk pengestøtte friske ramme driftsmidler tildeling
  investere investering kasse overskudd underskudd gjeld lommebok fattigslig statsbudsjett statsmidler pengepott
  øremerke øremerket øremerking finans bankkonto krone kroner million millioner lønnsomt lønnsom
tilskudd: tilskudd tilskot støtte stønad støtteordning stipend driftsstøtte subsidie subsidiere sponse sponsor
  sponsing stimulering insentiv incentiv gulrot søknadsmidler fond legat gavekonto bidrag tilskuddsordning bonus
  premiere gavemidler startpakke utstyrsstipend flyttestipend borteboerstipend ettergi gjeldslette nedskriving
  studielån sletting reisestøtte verdikort fritidskort studiefinansiering lånekassen
pris: dyr dyrt kostbar kostnad koste kost kostnadar avgift egenandel eigendel gebyr betale betaling regning prisnivå
  overpris fordyre utgift takst kostbart dyrtid billett inngangspenger foreldrebetaling medlemsavgift kontingent
  treningsavgift materiell utstyr treningsutstyr startkontingent
billig: billig rimelig rimeleg gratis kostnadsfri vederlagsfri rabatt halvpris prisreduksjon gratistilbud priskutt
  billegare billegere nulltakst
lønn: lønn lønning lønnsnivå lønnsvilkår betalt honorar bonus inntekt tariff timelønn lærlinglønn godtgjørelse
  lønnsøkning lønnsløft lønnsforskjell lønnsslipp tjene tjener fortjeneste underbetalt lønnskrav lønnsoppgjør
  begynnerlønn sommerlønn tillegg ulempetillegg helgetillegg velferdsgode frynsegode
skatt: skatt skattelette eiendomsskatt moms avgiftsfritak formue
fattig: fattigdom fattig lavinntekt låginntekt barnefattigdom levekår sosialhjelp trangbodd ulikhet utjevning råd
lån: lån låne utlån utlåne leie utleie leige utleige utstyrsbank låneordning låneboks utstyrsdeling skap sykkelutlån
  biblioteklån utlånsordning lånbar
kutt: kutt nedskjæring innsparing innsparingar sparekniv nedbemanning effektivisering spare innstramming kuttet
  nedleggelse nedlegging nedlegge innsparingskrav sentralisere sentralisering kuttforslag budsjettkutt
anskaffelse: anskaffelse innkjøp anbud leverandør kjøp kjøpe innkjøpsordning offentlige kontrakt

[styring]
politikk: politiker politikar politikk politisk kommunestyre ordfører ordførar formannskap byråd fylkesting storting
  regjering vedtak vedta folkevalgt folkevald parti valgkamp byrådet varaordfører politikarane maktkamp opposisjon
  stortinget departement statsråd minister staten stat direktoratet fylkeskommune fylkeskommunal fylket fylke statlig
  nasjonal nasjonalt
vilje: vilje handlekraft gjennomføring gjennomføre prioritere prioritering prioritert handling handle mot ambisjon
  følge oppfølging utsette utsetting treghet forpliktelse forplikte forankring treg tregt somle somling snakk prat ord
  gjøre symbolpolitikk festtaler handlekraftig tafatt nøle mote tørre modig prioriteringar nedprioritere
  bortprioritere iverksette realisere fullføre
ledelse: ledelse leder lederskap leiing lede styring styre rektor sjef direktør topp kommunedirektør rådmann
  mellomleder toppledelse lederutvikling leiarskap ansvarlig sjefer leiarutvikling leiinga toppleder avdelingsleder
  kontrollspenn personalleder
byråkrati: byråkrati byråkratisk skjema skjemavelde søknad søke søknadsprosess søknadsskjema saksbehandling
  saksbehandlar saksbehandlingstid rapportering rapport papirarbeid papirmølle dokumentasjon regelverk regel forskrift
  lov lovverk hjemmel dispensasjon tillatelse løyve godkjenning ventetid byggesak kontrollregime detaljstyring
  paragraf regler reglar regulering komplisert tungvint tungrodd innfløkt knirke møllene skjemaer krav behandlingstid
  byråkrat stempel papir papirer registrering rutine rutiner formular vedtektene attest politiattest
  godkjenningsordning lovendring tolkning forenkle forenkling avbyråkratisering
medvirkning: medvirkning medverke innflytelse påvirke påvirkning høring høyring hørt høre høyrt lytte innspill
  demokrati folkemøte borgerpanel innbyggerpanel ungdomsråd elevråd brukerråd eldreråd stemme bestemme medbestemme
  involvere involvering spørre råderett samskaping brukermedvirkning folkeavstemning innbyggerforslag medråderett
  ungdomsting barnestyre avstemning ytring ytre meining mening meninger idemyldring forslag forslagskasse idékasse
  høringsrunde lydhør overhørt overkjørt alvor elevdemokrati brukerutvalg ungdomspanel representasjon
samarbeid: samarbeid samarbeide samarbeidsavtale samhandling samhandle samordne samordning samspill partner
  partnerskap avtale nettverk tverrfaglig tverrsektoriell silo siloer koordinere koordinering koordinator bindeledd
  dialog kommunisere kontaktperson sammen snakke kontakt svar samkjørt samkjøring samlokalisere samlokalisering felles
  fellesprosjekt tverretatlig interkommunal regionalt regionsamarbeid kobling kople møtes kontaktmøte samarbeidsmøte
  samarbeidsforum forum overgang overganger sektor sektorer etat etater etatar trepart partssamarbeid allianse samråd
  informasjonsflyt
ansvar: ansvar ansvarlig ansvarsfordeling rolle eierskap uklart ansvarspulverisering oppgavefordeling pulverisering
  ansvarsområde hvem eier skyver ballen stafettpinne pinne
plan: strategi planlegging planlegge planarbeid kommuneplan handlingsplan langsiktig kortsiktig kontinuitet varig
  prosjektslutt midlertidig langsiktighet
kunnskap: kunnskap kunnskapsgrunnlag forskning forske statistikk data tall kartlegging kartlegge evaluering evaluere
  måling måle analyse undersøkelse spørreundersøkelse erfaring erfaringsdeling universitet kompetansemangel undersøke
  lære undersøking erfare innsikt fakta tallmateriale fagmiljø utrede utredning pilot pilotere utprøving erfaringar
  følgeforskning
utmerkelse: utmerkelse sertifisering sertifisere premie kåring kåre diplom konkurranse vinner anerkjennelse heder pris
  årets hederspris miljøfyrtårn sertifikat

[informasjon]
informasjon: informasjon informere opplysning opplyse kunngjøring oversikt brosjyre nyhetsbrev plakat oppslag
  oppslagstavle skilt skilting kjent ukjent synlig synliggjøre vite veit visst kjenner lokalavis kalender infoskjerm
  folkeopplysning uvitende kunnskapsløs infoside infomøte informasjonsmøte kommunikasjon beskjed nyheter lese kanal
  kanaler budskap formidle formidling kunnskapsformidling opplyst usynlig aner ant kjennskap skjult bortgjemt
  orientere orientering reklameplakat rykte misforståelse misforstå innsyn åpenhet
markedsføring: markedsføring marknadsføring reklame reklamere kampanje profilering omdømme omdøme promotere merkevare
  reklamefilm rekrutteringskampanje kampanjer merkevarebygging selge framsnakke framsnakking skryte skryt glansbilde
  omtale vise fram
sosiale-medier: sosiale medium medier media tiktok snapchat instagram facebook influenser video film podkast podcast
  blogg youtube snap filmsnutt reel avis presse journalist kortfilm filme klipp kanal konto følger reels videoer
  animasjon hashtag innhold skjermtid filmkonkurranse direktesending strømme lydopptak radio lokalradio
digital: digital digitalt digitale digitalisering nett internett nettside nettsted app appar data datamaskin teknologi
  skjerm bankid passord pålogging smarttelefon mobil mobiltelefon nettbrett ipad pc software system datasystem portal
  plattform innlogging bredbånd breiband fiber dekning algoritme robot kunstig intelligens ki skjermbruk nettbasert
  nettløsning digi virtuell vr simulator brille sensor skybasert programvare oppdatere oppdatering datasikkerhet
  personvern deling elektronisk selvbetjening nettvakt chat chatbot fagsystem journalsystem journal kobla
  internettilgang teknologisk automatisere automatisering
datahjelp: datahjelp datakurs nettvett digitalhjelp mobilhjelp databistand
språk: språk norsk norskopplæring norskkurs språkopplæring tolk tolking oversette språkkafe språkkafé språktrening
  klarspråk morsmål nynorsk engelsk samisk ordforråd lesing norskkunnskap språkkrav språkvansker språkpraksis
  norskprøve språkvenn tospråklig språkbarriere fagspråk norsknivå lettlest tegnspråk ord begrep

[møte]
møteplass: møteplass møtested møtes møtest treffpunkt treff treffsted samlingssted samlingsplass møtestad grendehus
  samfunnshus forsamlingshus bygdehus storstue torg henge hang kafe kafé kaffe kaffekrok nabolagshus nærmiljøsenter
  fellesrom åpent hus sosial arena lavterskel låvterskel hengeplass kjellerklubb samles samle samling innendørs
  utendørs felleshus kulturkafe ungdomskafe pub kro allhus flerbrukshus flerbrukslokale sosialisere uformell nabokafe
  bruktkafe samvær torgkafe krok sofa
lokale: lokale lokaler rom kontor øvingsrom øvingslokale leie storsal sal bygg hall klubbhus romleie nøkkel låne areal
  øvelokale forsamlingslokale gymsal aula verksted klasserom bane kapasitet trang trangt plassmangel leiepris låse
  stengt stengd stenge åpent åpen åpne opne kveldsåpent husrom
ensomhet: ensom ensomhet alene utenforskap utanforskap isolert isolasjon isolere venn vennskap venneløs besøk savn
  fellesskap tilhørighet tilhøyre sosialt samvær kontaktnett prate snakke selskap venner einsleg einslig outsider
  utstøtt inkludert tilhører vennegjeng klikk nettverk nærhet einsemda telefonvenn følgevenn kontakt
besøk: besøke besøk visitt besøkstjeneste omvisning bedriftsbesøk ekskursjon
måltid: måltid middag lunsj frokost suppe fellesmåltid spise ete matlaging kokke bord kveldsmat vaffel vafler kake
arrangement: arrangement arrangere festival fest konsert feiring feire markering jubileum temakveld kveldsarrangement
  åpningsfest julemarked julebord tilstelling merkedag seminar konferanse happening konsertkveld marknad marked show
  stafett løp åpningstilstelling quizkveld quiz bingo turnering minnemarkering kulturuke uke festdag kåringsfest
  loppemarked temadag sommerfest ungdomsfest skoleball ball
nabolag: nabo nabolag nærmiljø grend bygd bydel borettslag velforening dugnadsånd velforeining
generasjon: generasjon generasjoner generasjonsmøte besteforeldre barnebarn oldemor bestemor bestefar aldersgruppe

[frivillig]
frivillig: frivillig frivilligsentral frivillegsentral frivillighet frivillegheit dugnad ildsjel eldsjel idealist
  ulønnet ulønna ubetalt frivilligkoordinator sentralen stille stiller innsats engasjement frivillegsentralen
  frivillige frivilligbørs frivilligarbeid innsatsvilje bidragsyter samfunnsinnsats hjelpe hjelper hjelpar
  gratisarbeid ressurspersoner ressursperson
lag: lag forening organisasjon foreining lagsliv idrettslag korps kor pensjonistlag røde kors speider 4h
  bygdekvinnelag bondelag sanitetsforening foreningsliv medlem medlemskap klubb lagsarbeid forein
  frivilligorganisasjon interesseorganisasjon turlag songlag musikklag ungdomslag foreiningar lagliv skolekorps mållag
  historielag hagelag rotary lions
styreverv: styre verv tillitsvalgt styreleder styremedlem styrearbeid kasserer årsmøte
takk: takk takke påskjønnelse påskjønning ros anerkjennelse verdsette verdsetting attest belønning heder premiere
  sette pris
slitasje: sliten utslitt utbrent utbrenthet overarbeidet brenne overbelastet slite slitasje press travel travelhet
  stress tidspress arbeidspress arbeidsmengde arbeidspresset stressa utmattelse overtid merarbeid jag mas tidsnød
  presset pressa kapasitet overbelastning belastning tempo overlastet brent

[arbeid]
rekruttering: rekruttere rekruttering verve nyrekruttering søkere søkar søker søkertall tiltrekke lokke bemanning
  bemanne mangelyrke arbeidskraft fagfolk folkemangel personellmangel underbemannet ansette tilsette hente utlyse
  stillingsannonse søkning ubesatt nyansette nyansatt jobbsøker jobbsøking kandidat fagarbeidermangel lærermangel
  sykepleiermangel legemangel kamp konkurrere konkurranse utlysning velge søkjar rekrutteringsfilm rekrutteringsdag
  førstegangssøker søkertal
beholde: beholde behalde turnover frafall gjennomtrekk slutter seniorpolitikk stabilitet blir værende avgang
  pensjonere forbli stabil flukt rekrutterer gjennomtrekket forlate trofast fornyet
stilling: stilling heltid deltid deltidsstilling heltidskultur stillingsprosent vikar vikarer vikariat fast ansettelse
  midlertidighet småstilling stillingsbrøk helstilling hundreprosent helårsstilling småstillinger prosent
  prosentstilling fastansettelse ringevikar tilkalling tilkallingsvikar bemanningsbyrå innleie innleid engasjement
  prosjektstilling
turnus: turnus vakt skift helgevakt nattevakt arbeidstid vaktordning langvakt helgearbeid ubekvem nattarbeid
  skiftarbeid fleksitid hjemmekontor nattevakter helger langturnus arbeidsplan ønsketurnus fleksibel fleksibilitet
  vaktplan årsturnus kveldsvakt helgejobbing
arbeidsmiljø: arbeidsmiljø kollega kolleger kollegaer trivsel trives sykefravær sjukefråvær arbeidskultur nærvær
  arbeidsplass trakassering mobbing uformell miljø velkomst medarbeider kollegial humor tone samhold inkluderende
  velferd trivselstiltak nærmeste velkommen sett jobbmiljø psykososialt hms verneombud
jobb: jobb yrke yrker arbeid arbeidsliv arbeidsplass karriere profesjon stilling ansatt ansatte næringsliv
  arbeidsmarked levebrød arbeidsoppgave arbeidsdag yrkesliv yrkeskarriere jobbmulighet fremtidsyrke framtidsyrke
  stillinger yrkeslivet oppgave oppgaver arbeidsplassar arbeidsplasser
sommerjobb: sommerjobb feriejobb ekstrajobb helgejobb deltidsjobb ungdomsjobb lommepenger ryddejobb småjobb
  sommervikar skolejobb ungdomsarbeid sommarjobb ferievikar ryddelag
arbeidsledig: arbeidsledig arbeidsledighet nav ufør uføretrygd trygd arbeidstrening tiltaksplass lønnstilskudd
  inkluderingsdugnad aap hull cv attføring uføretrygda jobbsøkerkurs restarbeidsevne trygda ledig praksisplass
  arbeidsformidling vta utenfor
bedrift: bedrift virksomhet næringsliv næring firma selskap arbeidsgiver arbeidsgivar industri fabrikk butikk handel
  handelsstand gründer entreprenør etablerer oppstart nyskaping innovasjon småbedrift bedrifter lokalbedrift
  næringsforening næringshage investor verdiskaping kundene kunde eksport verft bransje bransjen studentbedrift
  ungdomsbedrift elevbedrift ungt entreprenørskap etablere bedriftsnettverk privat
status: status anseelse anseelsen prestisje rykte rennomme stolthet stolt yrkesstolthet respekt omdømme holdning
  holdninger fordom fordommer stempel nedvurdert image nederst annenrangs andrerangs myter myte anerkjent lavstatus
  lågstatus nedlatende høystatus taper skoleflink skoleflinke teoritung stigma stigmatisere prestisjefag gammeldags
  gammaldags tabu flaut skam skamme kul tøff vaskejobb ansett verdi verdsatt usynlege
fagbrev: fagbrev fagprøve svennebrev svenneprøve fagarbeider fagutdanning fagutdanna sertifisering kompetansebevis
  voksenlærling praksiskandidat fagskole autorisasjon yrkesbevis fagopplæring svenn mester mesterbrev mesterskap
  fagprøven dobbeltkompetanse yveien påbygg påbygging vg1 vg2 vg3 kveldsskole kvalifisering modul modulbasert
lærling: lærling læreplass lærlingeplass læretid opplæringskontor lærebedrift instruktør lærekandidat lærekontrakt
  læring lærlingetilskudd læreplassgaranti lærebedrifter lærekandidatar lærlingtorg lærlinginntak læreforhold
  opplæringsring bedriftsopplæring formidling lærlingekoordinator førsteårslærling fadder lærlingelønn
praksis: praksis praksisplass hospitering hospitere utplassering utplassere jobbskygging jobbskygge prøvedag prøvejobb
  prøve smakebit yrkesprøving praksisperiode praksisuke yrkespraksis praksisrom jobbskuggar arbeidsuke utprøving
  hospitant praksisdag praksisveileder besøksdag praksiskontor prøvehalvår prøveuke yrkessmak yrkesdag arbeidserfaring
  erfaring arbeidspraksis skyggedag følge
veiledning: veilede veiledning vegleie mentor fadder fadderordning rådgiver rådgivning karriereveiledning karriere
  karrierevalg yrkesveiledning yrkesvalg utdanningsvalg coach los rettleie følge støttespiller rådgivar studievalg
  utdanningsval rådgivere vegleiar veileder studieveileder karrieresenter karrieredag karriereplan valg velge feilvalg
  omvalg yrkesrådgivning sosialpedagogisk oppfølging støttekontakt utvalgsfag mentorordning introduksjon
  opplæringsplan hvilket yrke interessetest test
forbilde: forbilde førebilete rollemodell ambassadør førebilde eksempel inspirasjon inspirere stjerne idol fortelle
  foredrag historie fortelling eksempelhistorie voksenpersoner suksesshistorie solskinnshistorie ambassadørar heltinne
  helt kjendis forteljing fortel fortalte jevnaldrende likemann likeperson
messe: messe utdanningsmesse yrkesmesse jobbmesse dag åpen utstilling stand yrkesdag karrieredag informasjonskveld
  yrkeskonkurranse utdanningsdag rekrutteringsdag speeddate skolebesøk arbeidslivsdag fagdag
motivasjon: motivasjon motivere motivert interesse interessert engasjere engasjement engasjert gnist lyst glede
  umotivert lei inspirasjon nysgjerrig driv iver interesselaus mestring mestre meistringskjensle mestringsfølelse
  ambisjon drøm drømme vilje tro selvtillit sjølvtillit selvbilde kjede kjedelig kjedsomhet skolelei skulelei
  skoletrøtt morsomt gøy spennende artig meningsfull meningsfylt forventning begeistring framtidstro
kompetanse: kompetanse kompetanseheving etterutdanning videreutdanning vidareutdanning kurs kursing opplæring opplære
  sertifisering ufaglært ufaglærd kvalifisert kvalifikasjon fagkompetanse fagdag ferdighet internopplæring
  realkompetanse fagskole læring øve øving internkurs kursdag sertifikat simulering kunnskapsløft modulkurs e-læring
  lærerik kompetanseplan fagutvikling opplæringsprogram dyktig spisskompetanse breddekompetanse læringsnettverk
integrering: integrere integrering innvandrer innvandring flyktning bosette bosetting asyl mangfold mangfald minoritet
  flerkulturell fleirkulturell introduksjonsprogram kultur utenlandsk utanlandsk arbeidsinnvandrer tilflytter
  inkludere inkludering inkluderende rasisme diskriminering flyktninger nyankomne introprogram kvalifiseringsprogram
  ukrainske ukrainer flerspråklig språkpraksis innvandrerkvinne etnisk utlending kulturforskjell kulturforståelse
  mottak asylmottak norskfødte verdensdag
kjønn: kjønn gutt jente mann kvinne likestilling menn kvinner gutter jenter mannlig kvinnelig kjønnsbalanse kjønnsdelt
  kjønnspoeng kjønnsroller herre pappa far gutar kjønnsdeling mannsdominert kvinnedominert jenteprosjekt mannfolk
  skeiv homofil lhbt pride kjønnsnøytral jentefag guttefag
tilflytting: tilflytte tilflytting tilflyttar flytte flytting fraflytting fråflytting utflytting hjemflytting hjem
  tilbakeflytting bolyst bli innflytter rotfeste rekruttere bostedsattraktiv tilbakeflytter fraflytta innflyttar
  attraktiv bosetter blilyst rekrutteringspakke utvandrer

[læring]
skole: skole grunnskole barneskole ungdomsskole videregående vidaregåande vgs ungdomstrinn trinn klasse klasserom
  skolebygg nærskole skolested skolegang niende tiende åttende sfo aks skoletid skule nyskole skolebytte skolehverdag
  skoledag skolestruktur skoleår skolestart grendeskole læringsmiljø skolegård ungdomsskule skoleeier lærested trinnet
elev: elev elever skoleelev klasse ungdomsskoleelev skoleklasse russ konfirmant skoleungdom tiendeklasse klassen
  tiendeklassing niendeklassing avgangselev skuleelev avgangsklasse
lærer: lærer pedagog lektor kontaktlærer faglærer undervise undervisning undervisar lærerutdanning assistent
  lærertetthet fagarbeider spesialpedagog lærarar lærerkrefter yrkesfaglærer rektor klassestyrer lærermangel
  pedagogisk faglærar undervisningsopplegg opplegg kontaktlærar ukvalifisert
fag: fag læreplan pensum time timeplan valgfag valfag matematikk realfag naturfag praktisk teori teoretisk fagplan
  fagdag lekse lekser eksamen karakter vurdering sløyd kunst håndverk heimkunnskap hender bokfag fellesfag karakterer
  prøver prøve privatist lærebok lærebøker fagfornyelse relevant relevans yrkesretting yrkesretta undervisningsform
  karakterpress tavle tavleundervisning fagvalg teoripress tverrfaglig
yrkesfag: yrkesfag yrkesfaglig linje studieretning helsefag byggfag elektrofag yrkesfaglinje yrkesutdanning programfag
  studiespesialisering utdanningsprogram linjevalg yrkesretning restaurant matfag salg service naturbruk anlegg bygg
  elektro industriteknologi frisør tip teknologi kokk tømrer snekker rørlegger mekaniker elektriker yrkesfagleg
  yrkesskole
frafall: frafall fråfall droppe slutte gjennomføring fullføre fullført avbrudd avbryte dropout skulker skulk fravær
  omvalg skolevegring skulevegring bortvalg drop faller sluttet strykprosent stryk fraværsgrense fullføring fullfører
  gjennomstrømming avbryter fraværsregel skoleslutt
studie: studie studere student studium høgskole høyskole universitet utdanning utdanningstilbud studieplass studiested
  desentralisert nettstudie samlingsbasert deltidsstudie bachelor opptak opptakskrav poenggrense forkurs studiesenter
  fleksibel sykepleierutdanning nettstudium fjernundervisning nettbasert campus studiehverdag bachelorstudium
  desentraliserte studentar utdanningsmulighet etterutdanning fagskoletilbud studieplassar studentmiljø stipendiat
  master
inntak: inntak opptak karakterkrav poeng karaktersnitt snitt inntakspoeng karakterar krav fritt skolevalg
  nærskoleprinsipp kvote
barnehage: barnehage barnehageplass barnehagelærer førskole barnehagebarn småbarn avdeling barnehagedag bemanningsnorm
  barnehager barnehageansatt barnehagen naturbarnehage førskule pedagognorm
foreldre: foreldre foresatte føresette mor far familie heimen hjem foreldremøte mamma pappa foreldrerolle forelder fau
  søsken foreldra foreldregruppe foreldrekveld føresett familiekveld foreldresamarbeid småbarnsforeldre foreldreutvalg
  familien oppdrager familiar
spesialped: spesialundervisning spesialpedagogikk tilrettelegging tilrettelegge tilpasset tilpassa ppt dysleksi
  lesevansker adhd autisme individuell opplæringsplan lærevansker
skolemiljø: mobbing skolemiljø trivsel miljøarbeider mobbe utestenging erting skolemiljøteam sosiallærer
  helsesykepleier trygt mobbeombud elevmiljø klassemiljø hatprat erte plage utestengt trakassere rasistisk
  nulltoleranse vennegruppe skolebytte miljøterapeut gruppepress
bibliotek: bibliotek bok lese leselyst lesing bibliotekar bokbuss forfatter litteratur lesestund boklån leseklubb
  lesesirkel lesekrok meråpent bibliotekdag eventyrstund lydbok
`;
