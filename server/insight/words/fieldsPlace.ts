/**
 * The thesaurus, second half: getting about, nature and climate, homes, health, youth, culture. As `fieldsSociety`.
 * Long because it is a word list.
 */

export const PLACE = `
[reise]
buss: buss bussrute rute rutebuss avgang bussavgang kollektiv kollektivtrafikk kollektivtransport kollektivtilbud
  rutetilbud busstopp holdeplass bussbillett billett månedsbillett bybuss skolebuss rutetabell frekvens hyppig
  hyppigere avganger passasjer busstilbud kollektivforbindelse forbindelse busstider busstid bussrutene ringbuss
  ekspressbuss kveldsbuss nattbuss lokalbuss rutetid rutetilbod månadskort periodebillett busskort sone takstsone
tog: tog jernbane bane togstasjon perrong bybane trikk tbane intercity skinne togtilbud dobbeltspor togavgang nattog
  lokaltog flytog togtid
skyss: skyss transport kjøre henting hente bringe sjåfør bestillingstransport minibuss drosje taxi samkjøring samkjøre
  følge hentetjeneste skysse skyssordning skoleskyss kjører kjøring skyssing hjemtransport bestilling bestille
  følgetjeneste pasientreise framkommelig transportordning kjøreordning
bil: bil privatbil bilbruk bilkø biltrafikk bilist bilvei kjøre personbil bilbasert førstebil bilkjøring bensin diesel
  dieselbil fossil kø kjører førerkort lappen bilfører bilavhengig bilkjøre bilar mopedbil trafikkorken biler motor
bildeling: bildeling bilkollektiv delebil delingsbil bildelingsordning delebilordning leiebil deleordning deler
  samkjøringsapp delebiler
elbil: elbil elektrisk elbiler ladestasjon lading lade lader hurtiglader ladar ladepunkt ladeplass ladeinfrastruktur
  hybrid elvarebil ladestolpe
parkering: parkering parkeringsplass parkere bilfri bilfritt p-plass parkeringsavgift parkeringshus gågate gangfelt
  gateparkering innfartsparkering avgiftsparkering korttidsparkering boligsoneparkering parkerings handikapplass
sykkel: sykkel sykkelvei sykkelfelt sykkelsti sykkelparkering elsykkel bysykkel sykkelstativ sykkelekspressvei syklist
  sykkelhotell lastesykkel tohjuling trille sykle gang- syklende sykkelskole sykkelby sykkelrute sykkelkurs
  sykkelutleie sykkelverksted elsparkesykkel sparkesykkel gang-og-sykkelvei pedal hjelm
gange: gå gåing gange fotgjenger fortau gangvei gangsti gangfelt turvei snarvei sti gangbru krysse overgang gående
  spasere tilfots spasertur gangavstand gåbuss gåvennlig gangforbindelse fotgjengerfelt fotgjengar gangvegar
trafikk: trafikk trafikksikkerhet trafikksikker fart fartsgrense fartsdump ulykke skolevei hjertesone trafikkert
  rundkjøring støy tungtrafikk trailer trafikkfarlig gjennomgangstrafikk kryss hastighet råkjøring kjørefart lyskryss
  trafikkvakt trafikkforhold fartskontroll gjennomkjøring trafikkfare påkjørt trafikal trafikkfelle
vei: vei asfalt hull grusvei fylkesvei riksvei brøyte brøyting strø strøing vedlikehold bru tunnel rasutsatt måke
  snørydding glatt glatte is gatelys veilys lys belysning veivedlikehold veistandard motorvei dump hullete snø grus
  vegstandard vegvesen rasfare veistrekning bompenge bompenger bom veiprising salting
båt: båt ferge ferje hurtigbåt kai havn båtrute elferge fergetilbud sjø skip skipsfart landstrøm passasjerbåt
  båtforbindelse elbåt sjøvei brygge gjestehavn båtplass marina rutebåt fergefri fergekø
fly: fly flyplass flyreise flytur flybillett tjenestereise flyr lufthavn flyreiser reisevirksomhet tjenestereiser
reise: reise reisetid pendle pendling pendlar avstand lang reisevei reiseveg mobilitet reiseutgifter

[klima]
klima: klima klimaendring klimatiltak utslipp utslippskutt co2 karbon klimagass drivhusgass klimaplan klimabudsjett
  klimamål klimavennlig klimaregnskap klimanøytral miljøvennlig grønn bærekraft bærekraftig omstilling klimatilpasning
  klimakrise klimafotavtrykk fotavtrykk miljø miljøvern klimapolitikk klimasats klimaomstilling klimavenleg lavutslipp
  nullutslipp global oppvarming klimaangst bærekraftsmål parisavtalen klimarisiko
sol: sol solcelle solenergi solpanel solkraft solcellepanel solfanger solstrøm solcelleordning solpark solceller
  solenergianlegg
strøm: strøm energi kraft elektrisitet strømnett nett nettkapasitet kapasitet strømpris kraftlinje batteri kraftverk
  vannkraft vindkraft vindmølle vindturbin havvind kilowatt strømbruk energibruk strømforbruk straum strømregning
  strømkrise strømsparing energikrise kraftutbygging kraftnett energiplan strømtilgang effekttariff nettleie
  straumnett
varme: varme oppvarming fyre fyring oljefyr olje fjernvarme varmepumpe bioenergi bio flis pellets ved vedfyring
  jordvarme bergvarme varmeanlegg fornybar varmesystem fjernvarmenett biobrensel varmegjenvinning spillvarme peisvedd
  ovn
enøk: isolere isolasjon etterisolering energisparing enøk varmetap trekk vindu energieffektivisering energieffektiv
  termostat temperatur innetemperatur grad sløse sløsing lekke passivhus energimerking rehabilitering skru
  varmelekkasje energispare etterisolert led lyspærer lysstyring bygningsmasse energioppgradere vindauge tetting
  energimerke kald kaldt varmt innelys
avfall: avfall søppel boss kildesortering sortere sortering restavfall matavfall plast resirkulere resirkulering
  gjenvinning gjenvinne renovasjon papiravfall bossdunk søppeldunk dunk glass metall kompost kompostere container
  avfallssortering kildesortert sorteringsstasjon søppelhenting tømming søppelkasse bossnett gjenvinningsstasjon
  gjenvinningsplass miljøstasjon pant pante panting emballasje engangs engangsplast hageavfall
forsøpling: forsøple forsøpling forsøpla plastforsøpling marin rydde rydding ryddeaksjon søppelplukking plukke
  hundeposer strand plogging boss ryddedugnad forsøplet søplete sneip hundebæsj kasting rusk rusken skrot opprydding
  strandsone villfyllinger
ombruk: ombruk gjenbruk brukt bruktbutikk bruktmarked loppemarked loppis bytte byttebu bytting reparere reparasjon
  reparasjonskafe fikse fiksefest redesign gjenbruksbutikk arv arve klesbytte deling dele delingsøkonomi secondhand
  låne sy utlån utstyrsbank kjøpefri gjenbruksstasjon gjenbruksmarked klesbyttedag reparasjonsverksted nyttbar
  brukthandel bruktmøbler ombrukskart gjenbruksrom byttehylle fikseverksted ombrukssenter reparerbar omsøm kjøpepress
  overforbruk forbruk kjøpefest
matsvinn: matsvinn matkasting kaste rester restemat overskuddsmat matsentral svinn matredding matavfall toogoodtogo
  overskotsmat restefest matredning svinnet matkast
vegetar: vegetar vegetarmat plantebasert kjøtt kjøttfri vegansk vegan kjøttkutt grønnsak bønner grønnsaker belgvekster
  plantemat veggis vegetarisk grøntmåltid kjøttfrie kjøttforbruk kjøtforbruk
kantine: kantine kantinemat skolemat skulemat matservering skolelunsj lunsjordning matpakke matpakker frukt skolefrukt
  skolefrokost skulefrukost frukost varmmat skolemåltid
mat: mat kost kosthold ernæring kortreist lokalmat økologisk råvare kjøkken matkultur sunn usunn meny middagsmat
  velsmakende smake smaker smak måltidsopplevelse lokalprodusert kokkelere kokk kjøttdeig oppskrift matglede matkurs
  reko
landbruk: landbruk jordbruk bonde gård gard matjord dyrka dyrke mark åker jordvern beite sau ku husdyr bønder
  gårdsbruk jord kornåker fjøs jorde fulldyrka bondeyrke generasjonsskifte korn melk grovfor gardsbruk driftsbygning
  seter beitedyr dyremark nydyrking omdisponering kulturlandskap
skog: skog skogbruk tømmer hogst tre plante trær planting skogplanting flatehogst skogvern gammelskog skogeier hogge
  tresatt skogplante
natur: natur naturmangfold naturvern myr våtmark artsmangfold art utbygging nedbygging nedbygge bygge byggje arealbruk
  hyttebygging hytte inngrep villmark naturinngrep vern verne truet biotop rovdyr rein økosystem arealinngrep
  restaurere naturtap naturopplevelse naturområde naturreservat strandsone verneområde natursti artar økologi hekking
  fugler fugl viltkryssing vilt ville hyttefolk hyttekommune naturgrunnlag hyttebygger arealnøytral arealregnskap
blomster: blomst blomstereng eng pollinator pollinere bie humle insekt bed plen hage grøntanlegg grøntområde park trær
  beplantning bytre grøntareal villeng busk bivennlig blomsterbed blomsterkasse bikube sommerfugl insekthotell
  plenklipping grøntdrag grøntstruktur parkområde grøntplan bydelspark treplanting
hage: hage skolehage kjøkkenhage parsellhage parsell dyrke dyrking drivhus andelslandbruk takhage bydyrking
  plantekasse poteter urter urtehage epletre frukttre parsellhager kolonihage bærbusk dyrkekasse dyrkingsfelt
vann: vann drikkevann vannkvalitet avløp kloakk elv innsjø fjord hav vassdrag bekk bekkeåpning overvann rensing
  renseanlegg vannlekkasje badevann badeplass vannrør vanntap vannforsyning vannmåler kloakkutslipp fjordmiljø fjorden
  elva elvekant regnbed
flom: flom flaum ras skred ekstremvær styrtregn overvann flomvern flomsikring havnivå storm uvær oversvømmelse tørke
  regnvann elveflom flomvoll rasfarlig klimasikring stormflo springflo klimatilpassing overvannshåndtering
  skredsikring
fisk: fisk fiske fiskeri oppdrett laks lakselus torsk merd lus rømt sjømat fiskebåt fiskeplass laksefiske sjøørret
  tare kyst kysttorsk havbruk oppdrettsanlegg
forurensing: forurense forurensing luftkvalitet svevestøv støy støv eksos gift miljøgift lukt lyktar utslipp
  mikroplast forurenset svovel støyplage avgass luftforurensning partikler sot kjemikalier plastkorn gummigranulat
friluft: friluftsliv friluft tur turlag turgåing turområde utmark løype skiløype skispor gapahuk fjell topptur sti
  merking merka bål turvei sherpatrapp turstier marka turpost dagstur dagsturhytte turkart orientering skitur
  rundløype lysløype turmål turkasse stisystem turkamerat telt overnattingstur padling kajakk kano turløype
fjernmøte: fjernmøte teams videomøte nettmøte videokonferanse videokonferanser zoom skjermmøte

[bolig]
bolig: bolig boligbygging leilighet bosted bustad hus husleie leiebolig leiemarked boligpris boligmarked utleiebolig
  førstegangsbolig boligsosial tomt tomter huseier bokollektiv bofellesskap bokostnad hybel hybelhus studentbolig
  internat elevheim startlån husvære omsorgsbolig leilighetsbygg leieboer utleie hyblar innskudd boligmangel
  boligpolitikk tomtepriser husbank husbanken boligtilbud småhus bokostnader eneboliger rekkehus botilbud bu bo
  bustadar vertsfamilie innlosjering kollektiv overnattingstilbud
byutvikling: byutvikling sentrum sentrumsutvikling arealplan arealplanlegging reguleringsplan fortetting tettsted
  knutepunkt byrom gate byggehøyde blokk utbygger reguleringssak torg handlegate kjøpesenter sentrumshandel
  tettstedsutvikling sentrumsgate sentrumsplan byliv uteservering tomme lokaler bysentrum sentrumskjerne trivelig
  byroms bykjerne gågaten torgdag bytorg møblering
bygg: bygg bygning eiendom vedlikehold oppussing pusse rehabilitere nybygg tak fasade inneklima ventilasjon mugg råte
  forfall slitt renovere byggeprosjekt byggeskikk bygningsvern byggesak skolebygget rådhus vedlikeholdsetterslep
  etterslep lekkasje vedlikeholde kommunebygg nybygd bygningar energibygg
bygd: bygd distrikt utkant grend spredt periferi utkanter småsted grisgrendt øysamfunn bygder bygdesamfunn bygdeliv
  fraflyttingstruet distriktskommune småsamfunn øyer utkantstrøk ytterkant landlig grendene
uu: universell utforming tilgjengelig tilgjengelighet rullestol trapp rampe heis teleslynge funksjonsnedsettelse
  funksjonshemma syn hørsel blind døv rullator hinder terskel barrierefri handikap tilgjengeleg rullestolbruker
  handicap funksjonsvariasjon ledelinje tilrettelagt barnevogn døråpner kontrast trinnfri svaksynt
benk: benk sittebenk sitteplass hvile kvile hvilebenk sitte rasteplass
toalett: toalett do offentlig dusj garderobe stellerom
trygghet: trygg trygghet utrygg tryggleik sikker sikkerhet farlig redd fare skummel frykt mørk mørkt otrygg tør risiko
  engste engstelig urolig skremme skremmende mørkredd opplyst trygge sikre trafikktrygg lys uhyggelig
beredskap: beredskap krise kriseberedskap nødstrøm brann brannvesen sivilforsvar tilfluktsrom evakuering egenberedskap
  varsling redning førstehjelp hjertestarter reservestrøm lager brannvern øvelse skred ulykkesberedskap forsyning
  nødnett beredskapsplan beredskapslager matberedskap hjertelungeredning
kriminalitet: kriminalitet politi hærverk vold ran tyveri gjeng svindel bedrageri overgrep tagging natteravn
  ungdomskriminalitet narko knivstikking innbrudd vektere vandalisme konfliktråd lovbrudd

[helse]
helse: helse folkehelse helsetjeneste helsehjelp helsevesen frisk sunnhet livsstil forebygging forebygge førebygge
  helsestasjon frisklivssentral friskliv helsefremmende folkehelsearbeid helsekontroll vaksine screening trivsel
  livskvalitet helsekompetanse helseråd livsmeistring helseutfordring sunne vaner sjukdom sykdom diagnose kronisk
  helseplager
lege: lege fastlege legevakt sykehus spesialist sykepleier helsefagarbeider helsepersonell jordmor fysioterapi
  fysioterapeut tannlege ambulanse helsearbeider legekontor fastlegar legetime legebesøk legetjeneste sjukehus pasient
  pasienter behandling helsearbeidar behandlingstilbud legehjelp kommunelege apotek medisin resept avtalespesialist
  poliklinikk
psyke: psykisk mental depresjon angst psykolog selvmord sjølvmord stress livsmestring lavterskeltilbud samtale
  samtaletilbud psykiatri helsesykepleier kropp søvn prestasjonspress psykologhjelp samtalepartner stressmestring
  livsglede grue bekymring bekymret tunge tanker utenfor psykehjelp traume krisehjelp angstfull ensomt sliter snakke
  ungdomsmottak kommunepsykolog skolehelsetjeneste skulehelseteneste
rus: rus rusmiddel alkohol narkotika dop avhengighet spill spillavhengighet vape vaping snus røyk røyke tobakk rusfri
  edru energidrikk sigarett snuse fyll fest alkoholkultur drikke drikking hasj ruskonsulent pengespill gambling
sykehjem: sykehjem aldershjem omsorgssenter omsorgsbolig institusjon eldresenter dagsenter beboer bebuar bofellesskap
  helsehus eldrebolig avlastning sykehjemsplass bukollektiv korttidsplass langtidsplass bebuarane beboerne avdeling
  institusjonsplass heimar eldreheim aldersheim dagaktivitet
hjemmetjeneste: hjemmetjeneste hjemmesykepleie heimesjukepleie hjemmehjelp heimehjelp omsorg pleie pleiar hjemmebasert
  pleier velferdsteknologi trygghetsalarm helsefag omsorgsyrke pleiepersonell omsorgsarbeid omsorgsarbeidar
  hjemmehjelper hjemmetenesta hjemmeboende heimebuande velferd trygghetspakke omsorgsteknologi omsorgsteneste
  hverdagsrehabilitering
eldre: eldre eldreomsorg senior pensjonist alderdom gammel aldring aldersvennlig seniorer besteforeldre pensjonistar
  eldreråd gamle seniorkafe aldrende pensjonisttilværelse eldretreff eldrebølge
demens: demens dement demensvennlig alzheimer hukommelse glemsk demensvenn demensomsorg demenskoordinator minneteam
pårørende: pårørende ektefelle omsorgsoppgave avlaste avlastning omsorgsperson pårørendestøtte ektefeller slekt
  slektning omsorgslønn pårørendeskole pårørandestøtte
trening: trening trene trim styrke gymnastikk gym dans yoga balansetrening balansekurs mosjon fysisk aktiv bevegelse
  treningssenter trimgruppe styrketrening gymsal kroppsøving balanse treningstilbud treningsgruppe treningspark
  seniortrim vannaerobic kroppslig bevege treningsapparat styrkerom aerobic gåfotball treningskompis pilates
  svømmegruppe
fall: fall falle brudd fallulykke fallforebygging strøsand brodder snuble
hørsel: hørsel høreapparat syn briller teleslynge tunghørt blinde

[oppvekst]
ungdom: ungdom tenåring unge ung ungdommelig ungdomstid tiende niende tenåringar konfirmant russ elev ungdomsliv
  ungdomsgjeng ungdomsmiljø ungdomstrinn ungdomar tenår
ungdomsklubb: ungdomsklubb fritidsklubb ungdomshus fritidstilbud fritid fritidsaktivitet klubb klubbkveld juniorklubb
  ungdomskafe aktivitetshus rockeverksted lan gaming esport spillkveld ungdomslokale rockeklubb spillrom klubbhus
  ungdomsleder ungdomstiltak nattåpent ungdomsbase fritidsleder møtested fritidslokale biljard treffsted datarom
barn: barn unge småbarn småsøsken barneperspektiv barndom oppvekst småtroll barnefamilie babyer barnegruppe unger
  barneår nyfødt baby smårollinger seksåring småbarnstreff barnetreff oppvekstmiljø
lek: lek leke lekeplass leikeplass ballbinge huske aktivitetspark nærmiljøanlegg skatepark aking lekeapparat pumptrack
  bmx sklie leikeapparat leikeområde aktivitetsløype uteområde skolegård uteleik lekestativ trampoline akebakke
  klatrestativ parkour klatring skatehall ballplass
aktivitet: aktivitet aktiv aktivitetstilbud fritidskort ferietilbud sommerskole sommerleir leir ferie ferieklubb
  fritidsaktivitet aktivitetsdag aktivitetsguide fritidsaktivitetar feriekoloni sommaraktivitet høstferie vinterferie
  aktivitetskort gratisaktivitet kurskveld hobby interesse speiding
barnevern: barnevern omsorgssvikt fosterhjem vold bekymringsmelding familievern familiehjelp foreldreveiledning
idrett: idrett sport fotball håndball ski skøyte svømming svømme symje basseng svømmehall bane kunstgress idrettshall
  hall idrettslag trener kampdag turneringer breddeidrett toppidrett idrettsanlegg egenorganisert hoppbakke badeland
  anlegg idrettsskole treningstid treningsgruppe idrettsplass symjing symjehall fotballbane ishall ishockey basket
  volleyball turn badminton kamp lagidrett foreldretrener svømmeopplæring garderobe flerbrukshall idrettsglede
kultur: kultur kulturliv musikk kunst teater kino konsert kulturskole kulturhus dans kor korps museum maleri scene
  kunstner utstilling band kulturtilbud revy maling strikking strikke håndarbeid film sang synge song synging husflid
  musikkterapi kulturskule konsertar ungdomskultur gatekunst graffiti galleri kulturopplevelse dansegruppe musikal
  skrivekurs fotokurs foto syng synger kulturarrangement kulturminne filmklubb spelemann kunstprosjekt låtskriving
  kunstnerisk dansing
kulturarv: kulturarv kulturminne historie tradisjon lokalhistorie museum bygdebok kystkultur museer kirke krigsminne
  gamlehus lokalhistorisk bygdetun museumsbesøk fortidsminne slektshistorie historisk historier bunad arkiv minner
religion: kirke menighet moske tro livssyn prest kristen trossamfunn kirkegård gravplass
reiseliv: turist reiseliv turisme overnatting hotell cruise besøkende bobil camping attraksjon cruiseskip opplevelse
  gjest turistar hytteeier turistinfo turistbuss campingplass opplevelser overnattingsplass cruiseturist vertskap
dyr: dyr hund katt høne hest kjæledyr husdyr høner kanin dyrehold dyrevelferd stall gårdsdyr besøkshund dyrepark
  hundepark hundeeier hunder kattehjem ridning hesteterapi kjæledyrvennlig dyreassistert
verksted: verksted snekre snekring mekke mekkeverksted mekking garasje makerspace verktøy snekkarbu skaperverksted
  håndverk snekker moped verktøybibliotek trearbeid håndarbeid sykurs sveise mopedverksted mekkeklubb mekkekveld
  håndverkskurs teknikk elektronikk
jul: jul julaften julefeiring julegave høytid påske
fadder: velkomst velkommen mottak vertskap nyinnflyttet fadder velkomstpakke innflytterkafe nyankomne fadderbarn
  velkomstmøte velkomstkasse introduksjonsdag mottaksplan onboarding oppstartsdag
pause: pause ro hvile stillerom stille avslapping rekreasjon
tid: tidsbruk tidsklemma tidspress kalender frist deadline åpningstid åpningstider opningstid ventetid ventetider
  venteliste kø saksbehandle åpningstidene timebestilling tidspunkt klokkeslett dagtid kveldstid helgeåpent døgnåpent
  søndagsåpent
henvisning: henvise henvisning ventetid ventetider venteliste kø innsøking utredning vurdering forløp
`;
