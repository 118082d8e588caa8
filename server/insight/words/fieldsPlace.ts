/**
 * The thesaurus, place and nature: getting about, roads, homes, climate, energy, water, waste, nature and animals.
 * How it is written: `thesaurus.ts`. Long because it is a word list.
 */

export const PLACE = `
[samferdsel]
kollektiv: buss bussrute bussruter rutebuss bybuss skolebuss ringbuss nattbuss kveldsbuss bestillingsbuss
  busstilbud bussforbindelse busselskap / kollektiv kollektivtrafikk kollektivtransport kollektivtilbud
  kollektivt offentlig_transport rutetilbud ruteopplegg / avgang frekvens hyppig oftere sjeldne_avganger
  rutetid rutetabell tidtabell korrespondere korrespondanse korresponderer overgang_buss forsinket forseinka
  innstilt siste_buss går_ikke helgeruter / holdeplass holdeplasser haldeplass busstopp busskur busslomme
  busstasjon terminal kollektivknutepunkt leskur venterom / billett billettpris månedskort periodekort
  ungdomskort bussbillett takst_buss sonegrense kontrollør bussjåfør / tog togavgang togtilbud jernbane
  jernbanen jernbanestasjon togstasjon perrong bybane trikk dobbeltspor + flere_bussavganger få_bussavganger
  skyssbuss pendlerbuss arbeidsbuss ekspressbuss flybuss ungdomsbuss fotballbuss badebuss turbuss skibuss
  helgebuss lørdagsbuss søndagsbuss bussplan busstider bussselskap sanntid sanntidsskilt ruteendring ruteplan
  ruteplanlegger rutekart ruter matebuss matetrafikk direkterute direktebuss busskort honnørbillett honnørkort
  ungdomsbillett fribillett ekstraavganger kveldsavganger helgeavganger siste_tur bussholdeplass venteskur
  togturen togstopp nattog lokaltog pendlertog togstans setekapasitet ståplass kollektivreise reisende
  passasjerer billettsystem billettapp billettautomat reisekort reisegaranti reiseplanlegger bussanbud
  ruteproduksjon rutepakke bussdepot bussgate bussfelt bussfil kollektivfelt kollektivakse bussbytte
skyss: skyss skyssordning skysstilbud transport transporttilbud persontransport komme_seg_til komme_seg_hjem
  komme_seg_dit komme_seg_rundt komme_fram komme_seg_fram hjemtransport kjøring kjøre_barn kjøre_unger
  foreldrekjøring henter_og_bringer hente avhengig_av_foreldre / taxi drosje bestillingstransport
  bestillingsskyss tt-kort tt-ordning hent-meg hentmeg aldersvennlig_transport minibuss maxitaxi trygt_hjem
  hjem_for_femti / samkjøring kompiskjøring haike felleskjøring bildeling bilkollektiv delebil delingsbil +
  skjuss skysshjelp kommer_seg_ikke kjem_seg_ikkje kommer_ikke_til kommer_seg_ikke_dit kome_seg_ut_og
  komme_til_og_fra komme_dit komme_hjem_om_kvelden hjem_om_kvelden hjem_om_natta får_ikke_kjørt
  avhengig_av_foreldre_som foreldretaxi sitte_på sitje_på henteordning hentetjeneste kjøreordning kjøregruppe
  kjørelag kjøreavtale fraktes frakte drosjeordning drosjekupong taxikort taxiordning taxitilbud ungdomstaxi
  bygdetaxi bestillingsrute bestillingsruter bestillings-buss fleksitransport flextransport pasientskyss
  følgetjeneste sjåfør nattaxi samkjøringsapp samkjøringsordning haikebenk haiketommel bildelingsordning
  dele_bil lånebil leiebil transportordning transportmuligheter transportløsning transportstøtte kjøretilbud
  kjøretjeneste kjørehjelp dør-til-dør sjåførtjeneste sjåførordning ledsager_på_tur
bil: bil privatbil bilbruk bilkjøring bilavhengig avhengig_av_bil bilist kjører_bil to_biler førerkort lappen
  bensin diesel bilfri bilfritt bilfri_sone bilfri_dag / elbil lading ladestasjon ladepunkt ladeplass
  ladeplasser ladestolpe hurtiglader / parkering parkeringsplass parkeringsplasser p-plass parkeringshus
  parkeringsavgift gateparkering innfartsparkering pendlerparkering feilparkering parkeringsbot
  fremmedparkering + bilkø_ved bilbasert bilisme trafikkskole øvelseskjøre mopedlappen parkeringsforbud
  parkeringsproblemer parkeringsskive parkeringsapp parkeringspolitikk parkeringstid betalingsparkering
  korttidsparkering langtidsparkering hc-plass elbillader ladekø ladenettverk elvarebil bilpark tjenestebil
  bilordning fossilbil fossilfri bensinpris bensinpriser drivstoff drivstoffpris parkeringsareal
  parkeringskjeller parkeringsrestriksjoner parkeringssituasjonen hjemmelading lademulighet ladeinfrastruktur
  bilkortesje
sykkel: sykkel sykkelvei sykkelsti sykkelfelt sykkelnett sykkelrute gang-_og sykkelbyen / sykkelparkering
  sykkelstativ sykkelhotell sykkelskur sykkelgarasje / elsykkel bysykkel lastesykkel sparkesykkel
  elsparkesykkel sykkeltur_med trehjulssykkel / sykkelkurs sykkelverksted hjelm sykle_til_jobben +
  sykkelstrategi sykkelprosjekt sykkelekspressvei g/s-vei sykkelrom sykkelvask sykkelpumpe sykkelservice
  sykkelreparasjon sykkelverkstad sykkelmekking sykkelfest sykkeldag sykkelkart sykkelkultur sykkelkampanje
  sykkelaksjon sykkelbibliotek sykkelutlån sykkelstøtte elsykkelordning elsykkelstøtte varesykkel piggdekk
  vintersykling
gange: fortau fortauskant gangvei gangsti gangbru gangfelt fotgjengerfelt fotgjengerovergang fotgjenger
  undergang gå_til_skolen gå_og_sykle gående gåande gange snarvei fotgjengerbru gåvennlig gåavstand
  gangavstand gåbuss gågruppe følgegruppe + fortausløs gå_trygt gå_langs_veien veikant veiskulder
  gå_til_butikken gåruter gå-rute gå_eller_sykle sykle_og_gå sykle_eller_gå gå_til_jobb gå_mer gåkampanje
  gåbussen følge_til_skolen gå_følge gangtid spasere spasering overgangsfelt planfri trafikanter
trafikksikkerhet: trafikk trafikksikkerhet trafikktryggleik trafikksikker trafikkfarlig trafikktrygging
  trafikkfare biltrafikk gjennomgangstrafikk tungtrafikk tungtransport trailer vogntog lastebil / fart
  fartsgrense fartsdump fartshump råkjøring kjører_for_fort fartsmåler fotoboks 30-sone / skolevei trafikkert
  påkjørt ulykke ulukke ulykkespunkt kryss vegkryss rundkjøring lyskryss hjertesone hjartesone trafikkvakt
  droppsone levering_ved_skolen refleks refleksvest refleksvester / kø_i_trafikken bilkø rushtid rush
  køkjøring fremkommelighet framkomst + trafikksikre trafikkregler trafikkopplæring trafikkforhold
  trafikkmengde trafikkaos trafikkork kaos_ved_skolen kaos_ved_levering farlig_overgang farlig_veg
  trygge_overganger skolepatrulje 30_km 40-sone fartsreduserende fartskontroll kjører_fort kjører_for
  bråkjøring rånere burning villmannskjøring trailerene tungbiler massetransport anleggstrafikk nestenulykke
  dødsulykke trafikkulykker bilulykke påkjørsel sikt siktlinje siktforhold speil autovern rekkverk_langs
  kyss_og_kjør av-og-påstigning på-_og_avstigning snuplass refleksbruk refleksar
vei: vei fylkesvei riksvei kommunale_veier grusvei skogsvei europavei e-vei asfalt asfaltering hullete
  hull_i_veien hull humpete telehiv veidekke vegdekke grøft kantklipping veistandard veivedlikehold
  vegvedlikehald smal svingete møteplass_vei / bru broer tunnel omkjøringsvei fastlandsforbindelse bompenger
  bom bomring / private_veier veilag vegvesen + vegnett gul_stripe midtstripe veimerking vegoppmerking
  slaghull nyasfaltert opprusting ruste_opp bæreevne aksellast 10_tonn grunnarbeid drenert
  kantklypping kantslått vegstenging omkjøring_ved innfartsvei tilkomstveg tilkomst adkomst adkomstvei atkomst
  gjennomfartsvei ringvei bompengering bompengefri veidump skogsbilveger bygdevei veikryss veistrekningen
  veglengde veiskråning veiprosjekt veiutbygging vegutbygging veivalg
brøyting: brøyte brøyting brøytekant måke snømåking snø snørydding snøfjerning vintervedlikehold
  vintervedlikehald vinterdrift vintervei / strø strødd strøsand salte glatt glatte isete holke såpeglatt
  strøkasse strøbil grus_på_fortau brodder + brøytemannskap brøytebil brøytestandard uryddet ubrøytet
  brøytefirma snøhauger snøkant snødeponi snøfres snøfreser snøskuffe snøvær snøfall måkehjelp snømåkehjelp
  måkt gatebruk_om_vinteren vinterberedskap vinterføre vinterstengt strøs sand grus isglatte islagte holkeføre
  svulliis hålke speilglatt sklir_på brøyteruter brøyterute brøyteplan brøyterapport brøytekontrakt
  brøyteavtale brøyteentreprenør snøryddingsplan snøklokke snøvarsel snøopplag snøkaos fortausbrøyting
  fortausrydding strøplan strøteknikk saltblanding varmekabler
ferge: ferge ferja fergerute fergetilbud ferjetilbod fergeavgang nattferge ferjesamband gratisferge
  gratis_ferge fergekø gjenstående / hurtigbåt båt båtrute båtforbindelse rutebåt skyssbåt båttilbud skolebåt
  ambulansebåt / båtplass båthavn gjestehavn småbåthavn marina brygge kaianlegg båtliv båtfolk + fergeleie
  ferjeleie fergekai ferjekai ferjeavgang fergeruter ferjerute ferjeruter fergesamband nattferje ferjekø
  fergeprisen fergepris fergebillett ferjefri fergefri fergefritt brusamband elferge elferje autonom
  reserveferge reserveferje kansellert kansellere kanselleringer værfast hurtigbåtavgang hurtigbåttilbud
  hurtigbåtrute lokalbåt båtskyss båtruter båtkai båtplasser gjestebrygge gjestehamn småbåthamn øyboere øyfolk
  til_øya fra_øya fergeregularitet regularitet fergemateriell ferjemateriell fergemannskap ferjemannskap
  ferjesambandet sambandet samband_over hurtigbåtrutene fergebetaling ferjekort fergekort fergependler
fly: fly flyplass flyplassen lufthavn flyrute flyruter kortbane flybillett flyreise tjenestereise
pendling: pendle reisetid reisevei lang_reisevei reise mobilitet

[bolig]
bolig: bolig boligmarked bustadmarknad boligpris boligpriser boligmangel boligbygging boligpolitikk
  boligsosial hus husløse bosted bostedsløs / leilighet leilegheit rekkehus enebolig tomannsbolig
  terrasseleilighet livsløpsbolig livsløpsstandard mindre_leiligheter toroms småhus mikrohus / leie_bolig
  leiemarked leiebolig utleiebolig utleigebustad leieboer husleie husleige kommunale_boliger utleier
  gjengangsleie langtidsleie hybel hybler / førstegangskjøper boliglån startlån husbanken leie_til_eie
  leie_før_eie egenkapital_bolig låne_i_banken etablere_seg etableringsfase ungbo unge_i_etablering / tomt
  tomter boligtomt byggetomt byggeklare boligfelt byggefelt spredt_boligbygging / tomme_hus tomme_hus_i_bygda
  ubebodd fritidsbruk boplikten prøvebo / bofellesskap bukollektiv bokollektiv generasjonsbolig flergenerasjon
  naboskap deleløsning fellesareal fellesstue gjestehybel + boligbehov boligetablering boligframskaffelse
  boligkjede boligkøer boligplan boligprosjekt boligstandard boligstiftelse bosituasjon et_sted_å_bo sted_å_bo
  stad_å_bu noe_sted_å_bo husrom tak_over_hodet variert_boligtilbud boligtyper boformer tomtepris tomtepriser
  tomteområde leilighetsbygg leilighetskompleks lettstelte blokkleilighet boligblokk fraflyttede leieobjekt
  leie_seg til_leie ingenting_å_leie ikke_noe_å_leie ungdomsbolig førstegangsetablerere førstehjem
  førstehjemslån byggekostnader boligrente rente banken låneordninger bostedsløshet akuttbolig overgangsbolig
  boligfellesskap deleboliger delehus kollektivboliger felleshus_i_borettslag fellesvaskeri felles_hage
  felles_uteområde boligtilskudd bostøtte boligrådgiver boligkontoret boligvekst boligreserve boliganalyse
  boligutbygger småhusbebyggelse leilighetsprosjekt leieavtale leiekontrakt leieforhold depositum

[klima]
klima: klima klimaet klimaendring klimakrise klimatiltak klimaplan klimamål klimaarbeid klimabudsjett
  klimaregnskap klimavennlig klimavenleg klimanøytral klimapolitikk klimasmart klimaavtrykk klimaangst utslipp
  utslippskutt nullutslipp utslippsfri klimagass klimagasser co2 karbon karbonfotavtrykk fotavtrykk lavutslipp
  karbonfangst global_oppvarming / miljø_og_klima miljøvennlig miljøvenleg miljøfyrtårn miljø_hensyn bærekraft
  bærekraftig bærekraftsmål grønn_omstilling grønt_skifte grønn naturvennlig + klimakutt klimakvote
  klimaforandringer klimasaken klimaengasjement klimakamp klimastreik klimadebatt klimabevisst klimaopplysning
  klimakunnskap klimakompetanse klimapådriver klimahandling klimaansvar klimahensyn klimafond klimasats
  klimanettverk klimagassutslipp klimagassregnskap klimakalkulator klimapartnere utslippsmål nullutslippssone
  nullutslippsbil globalt oppvarminga lavutslippssamfunn fossilfri_byggeplass miljø miljøhensyn miljøkrav_i
  miljøtiltak miljøbevisst miljøsertifisering miljøsertifisert miljøsertifisere miljøpolitikk miljøvern
  miljøvernleder miljøplan klimarådgiver klimakafé klimafestival klimauke klimatilpasningsplan
  klimafotavtrykket klimaopplegg klimaundervisning miljødag miljøuke miljøgruppe miljøråd miljøambassadør
energi: energi energiproduksjon energiplan energikilde fornybar fornybart kraft kraftverk kraftutbygging
  vannkraft småkraft vindkraft vindmølle vindturbin havvind kjernekraft hydrogen biogass bioenergi / strøm
  strømnett nettkapasitet kraftnett kraftledning høyspent høyspentlinje strømpris strømpriser strømregning
  strømforbruk strømsparing nettleie / solceller solcellepanel solpanel solenergi solstrøm solfanger solkraft
  / energisparing energieffektivisering energieffektiv enøk enøk-tiltak etterisolere etterisolering isolere
  isolering varmetap tette_vinduer vinduer skru_av lyset_står slå_av_lyset led-lys energimerking passivhus /
  varme oppvarming fyring fjernvarme varmepumpe jordvarme bergvarme spillvarme oljefyr vedfyring vedovn
  panelovn radiator + energibruk energiforbruk energibehov energigjerrig energikrise energioppfølging
  energirådgiver energirådgivning energisløsing energispareordning energitiltak energitilskudd energiselskap
  kraftforbruk kraftoverskudd kraftselskap kraftinntekter kraftpenger konsesjonskraft konsesjonsavgift
  vindkraftanlegg vindparker vasskraftverk elvekraftverk solcelleanlegg solcelletak sol_på_taket strømutgifter
  straumrekning strømstøtte norgespris effekttariff strømkapasitet mangler_nett strømmangel strømmåler
  strømsparetiltak etterisolert dårlig_isolert tette trekkfulle lys_står_på lys_som_står slukke_lyset
  bevegelsessensor lysstyring sd-anlegg smart_styring varmestyring senke_temperaturen temperatursenking
  varmegjenvinning varmtvann varmeanlegg fjernvarmenett fjernvarmeanlegg flisfyring bioanlegg biogassanlegg
  jordvarmeanlegg sjøvarme restvarme overskuddsvarme vedfyrt peis peisved batterier batterilagring
  hydrogenferge kjernekraftverk energiproduserende plusshus plusskunde energifellesskap energigjenvinning
  energikartlegging energimåler energireduksjon energibesparelse straumbruk lysslukking spotpris
avfall: avfall søppel søpla søppla boss renovasjon restavfall matavfall papiravfall hageavfall farlig_avfall
  byggavfall byggeavfall søppelspann søppeldunk søppelkasse søppelbøtte bossdunk bosspann dunker tømming
  søppelhenting / kildesortere kildesortering sortere sortering sorteringsstasjon resirkulere resirkulering
  gjenvinne gjenvinningsstasjon miljøstasjon returpunkt returordning pant kompost kompostering / plast
  plastemballasje emballasje engangsplast engangsartikler engangskopper plastposer mikroplast / forsøpling
  søppelplukking plukke_søppel plukke_boss ryddeaksjon strandrydding strandryddedag marin_forsøpling herreløst
  sneiper hundeposer hundebæsj skrot bilvrak dumping + avfallshåndtering avfallssortering avfallsmengde
  avfallsløsning avfallsreduksjon avfallsselskap avfallssug avfallsgebyr avfallsdunk avfallsposer
  søppelrydding søppelposer søppeltømming søppelbil søppelplass søppelbøtter søppelsortering søppelberg
  sorteringsdunker sorteringsløsning sorteringsbøtter sorteringspunkt sorteringskurs sorteringsguide
  grønne_poser nedgravd containere miljøtorg miljøpunkt gjenvinningsplass gjenvinningspunkt pantestasjon
  pantemaskin flasker flaskepant glass metall papp_og_papir papirinnsamling plastsøppel plastavfall plastfri
  plastfritt plastforbruk plastbestikk pappkrus kaffekopper engangsbestikk innpakking komposteringskurs
  bokashi varmkompost fellestømming plogging kasting slenger hensatt hensatte strandsøppel ryddeuke
  strandryddeaksjon rusken ruskenaksjon hundeskit hundebajs hundeposestativ askebeger avfallsplan avfallsdag
  avfallspunkt søppelfri søppelsekk hageavfallsmottak avfallsmottak innsamlingsordning hytterenovasjon
  hytteavfall overfulle
ombruk: ombruk gjenbruk gjenbruksbutikk gjenbruksstasjon bruktbutikk bruktmarked loppemarked loppis brukte
  brukthandel brukt fretex finn.no / reparere reparasjon reparasjonskafé reparasjonsverksted fikse fiksefest
  fikseverksted redesign omsøm / bytte byttedag byttemarked byttebu bytterom byttebod klesbytte klesbyttedag
  bytteordning byttering utstyrsbytte / dele deleordning delingsøkonomi delingsordning lånesentral
  utlån_av_utstyr verktøybibliotek tingotek / forbruk overforbruk kjøpefest kjøpepress bruk-og-kast sirkulær
  sirkulærøkonomi kjøpe_mindre kjøpestopp + ombrukssenter ombrukssentral ombrukslager ombruksmarked
  ombruksplan bruktklær brukttøy bruktbod bruktsalg bruktloppis bruktkjøp gjenbruksmarked gjenbruksbu
  gjenbruksbod gjenbruksrom gjenbrukshall gjenbruksprosjekt gjenbrukssenter gjenbruksverksted gi_bort gis_bort
  gi_vekk gratisbord gratishylle byttehylle byttekveld byttesirkel byttefest utstyrsmarked skibyttedag
  byttebuå reparerer reparasjonskvelder reparasjonskurs reparasjonsgruppe stoppe_sokker fiksekveld fiksehjelp
  ødelagte_ting levetid varer_lenger holdbar holdbarhet deleutstyr delebod delebibliotek låneverktøy lånekasse
  leie_i_stedet leie_framfor utlånssentral utleiesentral felles_verktøy felles_utstyr materialgjenvinning
  ombruksmaterialer materialbank sirkulært kjøp_og_kast kjøper_for_mye kjøpe_nytt forbrukskultur forbruksvaner
  black_friday ombruksbutikk ombruksstasjon ombruksdag ombruksverksted ombruksordning gjenbrukstorg
  gjenbruksdag gjenbruksløsning byttetorg bytteapp byttebord klesbyttekveld sykurs_for sy_om symøte
  kjøpefri_dag kjøpefritt deleapp delingsapp deleringer
vann: drikkevann drikkevatn vannforsyning vannkvalitet vannverk vannledning vassleidning vannrør vannlekkasje
  lekkasjer_på_nettet vannmåler vannavgift vanntrykk kokevarsel reservevann vann_og_avløp va-nett va / avløp
  avlaup avløpsnett kloakk septik septiktank renseanlegg reinseanlegg rense spredt_avløp overløp
  utslipp_til_fjorden / elv bekk fjord innsjø vassdrag vannmiljø algevekst badevann sjø hav vann +
  drikkevasskjelde drikkevannskilde vannkilde vasskjelde reservevannkilde vannbehandling vannanlegg misfarget
  kommunale_avgifter vannbruk vannforbruk vannsparing vannbrudd rørbrudd rør rørnett ledningsnett
  leidningsnett avløpsrør avløpsanlegg avløpsrensing avløpsvatn kloakkutslipp kloakkrensing kloakkrenseanlegg
  slam slamtømming minirenseanlegg nitrogen nitrogenrensing fosfor fjordmiljø fjordhelse oslofjorden
  algeoppblomstring badevannskvalitet badevasskvalitet vasskvaliteten elvemiljø elvebredd elvekant
  bekkelukking tjern dam pumpe pumpestasjon vannpost drikkefontene drikkefontener vanningsforbud
  vanningsrestriksjoner vanntårn høydebasseng grunnvann brønn borebrønn vassboring vannprøve kokepåbud
  avløpsgebyr avløpsplan avløpstilknytning tilknytning tilknytningsavgift pumpehus kloakklukt kloakkstopp
  fettvett dovett bakterier e.coli legionella pfas
forurensning: forurensning forurensing forureining luftkvalitet luftforurensning svevestøv støv støvplage
  eksos avgasser vedrøyk lukt luktplage miljøgift kjemikalier sprøytemiddel + forurensede giftig
  gift giftfri støvete veistøv piggdekkgebyr bileksos luktproblem industriutslipp
  utslipp_fra_industri oljesøl oljeutslipp gummigranulat granulat
natur: natur naturmangfold naturmangfald naturvern naturområde naturtap naturinngrep inngrep naturgrunnlag
  naturrestaurering urørt urørte våtmark myr artsmangfold art truet truede økosystem verneområde nasjonalpark
  naturreservat restaurere_natur vern / fremmede_arter lupin brunsnegl kjempebjørnekjeks parkslirekne
  pukkellaks svartelistet / pollinator pollinerende bie bier humler insekt insekthotell blomstereng fugl
  fuglekasser / vilt elg hjort rådyr villrein påkjørsler rein reindrift skadedyr rotter duer skjære / hage
  skolehage kjøkkenhage parsellhage parsell dyrkekasse dyrke_egen dyrke_selv dyrke_mat dyrking_i_by bydyrking
  takhage drivhus urtehage frukttre frukttrær epletrær bærbusker plantekasser pallekarm + naturkrise
  naturpositiv naturregnskap naturplan naturhensyn_i naturmiljø naturarv naturlig naturskole naturskoleopplegg
  naturrik naturtyper naturkartlegging bynatur bygge_ned leveområde habitat hekkeplass hekkeplasser kantsone
  kantvegetasjon gammelskogen trærne biologisk_mangfold artsrike artsrikdom rødlista rødlistede utrydde
  utryddet utrydningstruet fremmedarter invaderende luke bekjempelse iberiaskogsnegl snegler sneglejakt
  lupinluking balsam kjempespringfrø bjørnekjeks sitkagran mink villsvin hjorteskader viltpåkjørsel viltgjerde
  viltoverganger viltstamme bever gaupe bjørn ørn måker_på fuglekikking fugletårn fugleliv meiser svaler
  insektvennlig humlevennlig bievennlig bivennlig bikuber birøkt sommerfugler villblomster veikantblomster
  slåttemark klippe_sjeldnere klippe_plenen hageglede hagearbeid hageeiere hagekurs hagelaget andelshage
  bærhage epleslang eplepressing eplejuice epler bær_og_frukt fruktbusker dyrkingskurs dyrkefelt dyrker
  sette_poteter potetåker tomater urter urtebed frø frøbibliotek såkasse drivhuset veksthus pallekarmhage
  felleshage nabolagshage bydelshage naturopplevelser naturkunnskap naturvegleder naturveiledning naturfag_ute
  naturlosen naturoppsyn skjøtsel skjøtselsplan skjøtte fjerning_av_fremmede naturstier kulturmark ålegras
  tareskog sjøfugl hekketid vernesone ferdsel ferdselsforbud slitasje_på_stier terrengslitasje
dyr: dyr hund hundeeier båndtvang hundepark hundelufting katt kjæledyr hest stall ridesenter dyrevelferd
  dyrehold dyrevern dyrlege veterinær gårdsdyr høner besøkshund terapihund + hundeeigarar hundeluftegård
  lufteområde luftegård løshund bikkjer katteproblem løskatter hestehold hestesenter ridesti rideskole
  ridning_terapi dyreassistert besøksdyr kaniner alpakka dyrehelse dyremishandling veterinærvakt dyrlegevakt
`;
