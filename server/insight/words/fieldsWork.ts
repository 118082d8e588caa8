/**
 * The thesaurus, work and learning: working life, business, trade, school, kindergarten, education and language.
 * How it is written: `thesaurus.ts`. Long because it is a word list.
 */

export const WORK = `
[arbeidsliv]
arbeidsmiljø: arbeidsmiljø arbeidskultur kollega kollegaer kollegial personalgruppe teambygging
  sosiale_treff_for_ansatte julebord lønningspils personalfest / hms verneombud verneutstyr vernerunde
  arbeidsulykke ergonomi løfteteknikk belastningsskade / medarbeidersamtale medarbeidarsamtale medarbeider
  medarbeiderskap tillitsvalgt tillitsvald fagforening hovedverneombud partssamarbeid trepartssamarbeid /
  velkomst_av_nyansatte onboarding introduksjon oppstartspakke + arbeidsmiljøtiltak psykososialt kollegastøtte
  kollegafellesskap personalmøter personaltur personaltiltak sosialt_på_jobb jobbmiljø jobbkultur lunsjrom
  pauserom pause kaffepause matpause yrkesskader skader_på_jobb tunge_løft løfte_tungt belastninger
  vernetjeneste bedriftshelsetjeneste trusler_på_jobb vold_på_jobb vold_mot_ansatte samtale_med_leder
  nyansatte_faller oppstartssamtale mottaksplan introduksjonsprogram_for_ansatte
turnus: turnus turnusordning turnusplan langturnus årsturnus ønsketurnus turnusar medleverturnus / vakt
  nattevakt helgevakt kveldsvakt helgearbeid nattarbeid skiftarbeid skift vaktplan vaktordning langvakt
  doble_vakter jobbe_helg annenhver_helg fleksitid ubekvem arbeidstidsordning arbeidsplan fri_i_helgene +
  vaktbytte natt_alene nattskift helgestilling helgefrekvens jobbe_annenhver jobbe_kveld nattjobbing
  fri_annenhver hviletid fritid_mellom arbeidstider fire_dagers 4-dagersuke seks_timers kortere_arbeidsdag
  sekstimersdag overtidsvakter
heltid: heltid heltidskultur heiltid heltidsstilling hel_stilling fulle_stillinger deltid deltidsstilling
  småstilling stillingsprosent stillingsbrøk større_stillinger ufrivillig_deltid fast_stilling fast_ansettelse
  fastansatt vikariat midlertidig_ansatt midlertidige_stillinger + heile_stillingar hele_faste fulltid
  fulltidsstilling 100_prosent hundre_prosent deltidsansatte brøk helgestillinger_små fast_jobb faste_ansatte
  prosent_stilling
arbeidsplass: arbeidsplass arbeidsplasser jobbmulighet jobbsjanser jobb arbeid å_jobbe arbeidsmarked
  arbeidsmarknad statlige_arbeidsplasser kompetansearbeidsplasser karriere karrierevei yrke yrkesliv /
  sommerjobb sommarjobb feriejobb ungdomsjobb helgejobb deltidsjobb ekstrajobb småjobb småjobbsentral
  første_jobb sommervikar lommepenger + jobbtilbud yrkesmuligheter karrieremuligheter ungdomsbedrift
  elevbedrift
arbeidsledighet: arbeidsledig arbeidsløs jobbsøkende ledig utenfor_arbeidslivet utenfor_jobb / arbeidstrening
  tiltaksplass arbeidspraksis praksisplass lønnstilskudd varig_tilrettelagt vta inkluderingsdugnad
  arbeidsinkludering restarbeidsevne arbeidsevne jobbspesialist hull_i_cv cv attføring vekstbedrift
  sosialt_entreprenørskap sosial_entreprenør / ufør uføretrygd trygd aap dagpenger + uten_jobb utan_jobb
  uten_arbeid utanfor_arbeidslivet inkludere_i_arbeid få_folk_i_jobb ut_i_jobb ut_i_arbeid jobbtrening
  arbeidsrettet nav-kontoret nav_kan tiltaksplasser praksisplasser hull_i jobbsøkerkurs jobbklubb trygdede
  kvalifiseringsprogram
mentor: mentor mentorordning fadder fadderordning fadderar veileder veiledning rådgiver rådgivning
  karriereveiledning karriererettleiing karrieresenter coach los losfunksjon sparringspartner støttespiller /
  forbilde førebilete rollemodell ambassadør suksesshistorie solskinnshistorie solskinshistorier foredrag
  foredragsholder jevnaldrende likeperson likemann erfaringskonsulent + mentorprogram mentorbank fadderbarn
  fadderfamilie faddertelefon hånd_å_holde følges_tett tett_oppfølging oppfølgning trygg_kontakt
  kontaktlærer_følger eksempelets_makt kjente_personer gjesteforeleser storesøster storebror eldre_elever

[næring]
bedrift: bedrift verksemd firma selskap næringsliv næring arbeidsgiver hjørnesteinsbedrift småbedrift
  familiebedrift håndverksbedrift industri fabrikk industriområde næringspark produksjon eksport verft
  / gründer grunder gründerkultur gründermiljø etablerer etablere_bedrift oppstart
  oppstartsbedrift start-up nyetablering bedriftsetablering forretningsidé entreprenørskap inkubator
  næringshage / næringsareal næringstomt industritomt tomteareal næringsområde / næringsforening
  næringsnettverk næringssjef næringsfond næringsplan næringsutvikling næringspolitikk næringskonsulent
  verdiskaping vekst konkurransekraft lønnsomhet omsetning marked kunder kundegrunnlag investor risikokapital
  innovasjon_norge + bedriftsledere eierskifte familieeid industriell industriarbeidsplass leverandørindustri
  leverandør_til produksjonsbedrift tjenesteyting reguleringsklare gründerhub gründerhus gründerkafé
  etablererkurs etablerervegledning starte_eget oppstartsmidler oppstartsstøtte engleinvestor bransje
  bransjesamarbeid klynge næringsklynge inntekt_til_bygda ringvirkninger salg selge sal_av marknaden
  kundegruppe konkurs konkurser konkurransedyktig bygdenæring
reiseliv: reiseliv turisme turist tilreisende cruise cruiseskip cruiseturist bobil campingplass overturisme
  fellesgode sesong helårsturisme sommersesong vintersesong skuldersesong / turistinfo turistinformasjon
  turistkart skilting_til_severdigheter attraksjon severdighet fyrtårn opplevelse pakkereise guide omvisning
  destinasjon destinasjonsselskap vertskap vertskapsrolle / overnatting hotell pensjonat airbnb rorbu
  gjestehus hytteutleie / restaurant spisested serveringssted serveringstilbud utested + turiststrøm
  turistnæring turistattraksjon turistmål turistveg turistbuss turistkontor turistvert cruiseanløp
  cruisepassasjerer besøksforvaltning besøksmål besøk_fra_utlandet gjestedøgn gjestfrihet overnattingsplasser
  overnattingstilbud overnatte campinghytter campingvogn campister camping villcamping kortreist_ferie
  sykkelturisme vandreturisme fisketurisme opplevelsesnæring aktivitetspark fornøyelsespark guidede_turer
  utsiktspunkt utsikt selfie pakketurer opplevelsespakke heile_året hele_året helårs høysesong lavsesong
  sesongarbeidere spise_ute matservering_i kafeer_åpne
hytte: hytte hyttefolk hytteeier hytteeigarar deltidsinnbygger fritidsbolig fritidsinnbygger hytteområde
  hyttefelt hyttebygging hytteutbygging hyttekommune + hyttenaboer hyttebyer fastboende fastbuande
  deltidsinnbyggjarar
landbruk: landbruk jordbruk bonde bønder gård gard gårdsbruk gardsbruk gårdbruker gardbrukar småbruk
  driftsenhet odel boplikt driveplikt generasjonsskifte landbrukskontor / jord matjord dyrka dyrket_mark åker
  korn gras grovfôr fôr jordleie nydyrking jordvern / melk melkeproduksjon ku kyr storfe sau lam geit husdyr
  beite beitedyr beitebruk seter støl slakt slakteri melkekvote fjøs løsdrift traktor rovdyr ulv / gårdsbutikk
  gårdsutsalg gardsbutikk reko reko-ring lokalmat kortreist kortreiste kortreist_mat matprodusent
  bondens_marked økologisk inn_på_tunet andelslandbruk avløser avløysar kulturlandskap gjengroing gror_igjen +
  ungbonde bondelaget gårdsdrift gardsdrift jordbruksareal driftsøkonomi melkebonde melkebønder melkebruk
  kyrne kalver griser svin kylling egg grønnsaksproduksjon grønsaker poteter potet bær frukthage korndyrking
  kornproduksjon åkre jordflekk innmark utmark utmarksbeite beitelag gjerde inngjerding gjødsel gjødsle plog
  tresker slåtten melkerobot gårdsmat gårdsturisme besøksgård matproduksjon produsere_mat produsert_lokalt
  produsenter lokalprodusert lokalproduserte lokalmatbutikk lokalmatmarked matutsalg bygdemat grønn_omsorg tun
  gardstun attgroing gjengrodd kratt krattrydding landbruksareal landbruksvikar landbruksnæring jordvernmål
  jordbruksjord gårdsmatfestival matfestivalen lokalmatprodusenter lokalmatutsalg lokalmatring rekoring
  bondekone grønnsakhage andelsgård andelsgard
skogbruk: skog skogbruk tømmer hogst flatehogst skogsvei skogsbilvei skogeier skogvern gammelskog granskog
  planting treplanting sagbruk + skogsdrift skogsarbeid hogge hogstfelt hogstmaskin skogeierlag trevirke
  trebruk massivtre tresløyd vedhogst vedproduksjon flis skogsmaskin
fiskeri: fiske fiskeri fiskarlag kystfiske fiskeflåte sjark fiskebåt kvote fiskemottak fiskebruk landing
  fangst torsk sild krabbe reke trål ungdomskvote / oppdrett oppdrettsanlegg havbruk laks lakselus lus merd
  lukket_anlegg rømming villaks settefisk havbruksfond sjømat sjømatnæring / kai havn hamn fiskerihavn molo
  mudring kaiplass havneavgift + fiskermiljø fiskeindustri fiskeforedling filet filetfabrikk fiskefartøy
  fiskerflåte fiskerikvoter fiskekvoter kystflåte fiskekjøper kystsamfunn oppdrettsnæring lakseoppdrett
  lakseelv smolt landbasert rømt algevekst_av fiskehelse fiskehelsa servicebåt skjell blåskjell tare tang
  kråkebolle fiskesykdom
prosjekt-næring: datasenter batterifabrikk vindkraftverk mineral gruve gruvedrift steinbrudd pukkverk +
  kraftkrevende kraftkrevjande arealkrevende etableringer industrietablering
forsvar: forsvaret heimevern militær

[læring]
skole: skole grunnskole barneskole ungdomsskole videregående vgs skolehverdag skuledag skolestart skoleår
  klasse klassetrinn trinn klasserom skolegård skulegard skoleeier læringsmiljø / sfo aks skolefritidsordning
  leksehjelp leksefri lekse / undervise undervisning opplegg undervisningsopplegg pedagogikk pedagogisk time
  timer_undervisning fag læreplan fagfornyelsen timeplan pensum lærebok lærebøker læremiddel læremidler /
  lærer kontaktlærer faglærer pedagog assistent fagarbeider miljøarbeider lærermangel klasseledelse /
  praktisk_læring uteskole variert praktisk teoretisk teori stillesitting tavle valgfag valfag arbeidslivsfag
  realfag matematikk matte naturfag lesing skriving mat_og_helse sløyd musikktime kroppsøving
  svømmeundervisning / karakter karakterer karakterpress eksamen prøve prestasjon prestasjonspress
  nasjonale_prøver vurderingspress snitt + elevene_får skoletid skolebarn skoleelever skoleleder
  uteundervisning skolebøker læringsbrett lærestil læringsutbytte elevmedvirkning elevrådet lærarmangel
  tolærer tolærersystem klassestørrelse mindre_grupper store_grupper elevtall elevtal få_elever 6-åringer
  seksåringer ungdomstrinnet mellomtrinnet småtrinn videregåendeskole skolefag friluftsfag sitte_stille
  skoletimer tavleundervisning prosjektarbeid tverrfaglige_prosjekter bokstaver leksehjelptilbud leksekafé
  lekserom karakterjag prøvepress eksamenspress terminprøver karakterfri vurderingsformer skolelokaler
  skolekultur skoletur elevkantine elevkveld skolekonsert skoleteater skolekorpset_på skoleprosjekt temauker
  læringsstøtte læringsløype læringssenter leksefritt ettermiddagstilbud
frafall: frafall gjennomføringsgrad fullføre droppe droppe_ut dropout slutte_på_skolen slutter_på_skolen /
  fravær_på_skolen skolefravær bekymringsfullt_fravær skolevegring skulker fraværsgrense / skoletrøtt skolelei
  + fullført fullføringsgrad slutter_før faller_ut fell_ut faller_ut_av hopper_av fraværet vegrer
  kommer_ikke_på_skolen lei_av_skolen lei_skolen tilbake_til_skolen tilbake_på_skolen nærværsteam
  nærværsarbeid
skolemiljø: mobbing mobbesak mobbeombud digital_mobbing erting utestenging utestengd utfrysing plage krenkelse
  nulltoleranse 9a / skolemiljø klassemiljø elevmiljø miljøteam sosiallærer miljøterapeut uro_i_klassen
  utagering vennskap_på_skolen trivselsleder friminutt storefri + mobbeplan mobbefri antimobbe
  antimobbeprogram frosset_ut fryses_ut holdt_utenfor held_utanfor stenges_ute hersketeknikk rykter_på_skolen
  trygge_elever skolemiljøsak aktivitetsplikt miljøarbeidere voksne_ute inspeksjon bråk_i_timen urolig uro
  arbeidsro ro_i_klasserommet slåssing trusler_i_skolen vold_i_skolen elevråd_mot trivselsprogram lekeleder
  vennebenk klassetur klassekveld vennegruppe venneklasse
spesialundervisning: spesialundervisning spesialpedagog spesialpedagogikk spesialpedagogisk ppt pp-tjenesten
  sakkyndig enkeltvedtak iop individuelt_tilrettelagt tidlig_innsats / adhd autisme dysleksi lesevansker
  lærevansker diagnose nevroutviklingsforstyrrelse særskilte_behov spesielle_behov ekstra_hjelp
  lavt_læringsutbytte + individuelt_tilrettelagt_undervisning tilpasset_opplæring tilpasset_undervisning
  utredninger logopedhjelp barn_med_særlige særskilt særlige_behov spesialbehov store_behov sårbare
  utsatte_barn støttetiltak ekstraressurs ekstra_ressurs ekstralærer støttelærer spesialskole forsterka
  velkomstklasse spesialkompetanse autister asperger lese-_og lesehjelp dyskalkuli synsutfordringer
yrkesfag: yrkesfag yrkesfaglig yrkesutdanning yrkesretning linje linjevalg studieretning byggfag helsefag
  elektrofag restaurantfag industrifag naturbruk / lærling lærlingplass læreplasser lærebedrift læretid
  opplæringskontor lærekandidat lærlingtilskudd læreplassgaranti / fagbrev svennebrev fagprøve fagutdanning
  praksisbrev praksiskandidat fagbrev_på_jobb / praksis praksisplass utplassering utplassere arbeidsuke
  jobbskygging prøve_yrker yrkesmesse utdanningsmesse karrieredag yrkesprøving bedriftsbesøk / yrkesvalg
  utdanningsvalg studievalg feilvalg omvalg / fagarbeidere håndverk handverk snekker tømrer rørlegger
  elektriker mekaniker kokk frisør + yrkesfagelever yrkesopplæring fagopplæring praktisk_opplæring
  lærlingordning lærlingplasser praksisplassar yrkespraksis ut_i_bedrift utplassert bransjedag yrkesdag
  yrkesinfo yrkesveiledning rådgiver_på_skolen skolevalg riktig_valg feil_valg teknikk sveiser anleggsgartner
  platearbeider automatiker skyggedag prøve_seg bedriftsdag åpne_bedrifter åpen_bedrift lærlingtorg
  lærlinginntak lærlingsamling lærlingløftet verksted_for_ungdom
utdanning: utdanning universitet høgskole høyskole fagskole studere studium studie student studieplass
  studiesenter studiested studiestad desentralisert_utdanning nettstudier deltidsstudium samlingsbasert
  fjernundervisning campus bachelor master lærerutdanning sykepleierutdanning opptak opptakskrav poeng /
  hybelboer borteboer studentbolig studielån studiegjeld lånekassen / voksenopplæring grunnskole_for_voksne
  realkompetanse livslang_læring folkehøgskole folkeuniversitet + utdannede studiemuligheter studietilbod
  studiebibliotek studiekompetanse universitetet studentby studentliv studentpraksis studentjobb fadderuke
  studiestart nettstudium desentral_sykepleie sykepleierstudium lærerstudium deltidsstudier opptaksordning
  karakterkrav hybel_til_elever voksne_lærer voksne_som_vil skolering_av_voksne
barnehage: barnehage barnehageplass barnehagelærer barnehageopptak barnehagebarn barnehageansatt
  barnehageansatte førskole førskolelærer løpende_opptak hovedopptak kontantstøtte naturbarnehage
  familiebarnehage private_barnehager / pedagognorm tilvenning småbarnsavdeling storbarn avdeling_i_barnehage
  garderobesituasjon påkledning lekeressurs språkstimulering tidlig_språk språkgruppe bleieskift sovetid
  levering_og_henting + barnehageplassen barnehagedag barnehagestart barnehagelærermangel pedagogtetthet_i
  barnehagestyrer styreren avdelingene småbarna de_minste dei_minste ettåringer treåringer opptak_to
  full_barnehagedekning planleggingsdager private_aktører førskolebarn femåringer skolestarterne uteleken
  sovestund sovevogn sover bleie henteseint henting levering bringe parkdress uteklær regntøy lekestund
  samlingsstund sangstund sang_og_samling språkstund språksprell lesestund_i voksne_på_gulvet fangkos
  barnegruppe gruppestørrelser lekekompetanse
foreldre: foreldre foresatte foresette føresette mamma pappa mødre småbarnsforeldre aleneforelder forelder
  foreldremøte foreldremøter foreldresamarbeid foreldresamtale utviklingssamtale fau foreldreutvalg
  foreldreråd hjem-skole-samarbeid foreldreengasjement heimen skole_hjem / foreldrerolle foreldreveiledning
  foreldrerettleiing cos-kurs familieterapi familievern familiesenter barselgruppe åpen_barnehage
  open_barnehage barselomsorg + foreldrekontakt klassekontakt foreldregrupper foreldrenettverk
  foreldreopplæring foreldrekurs foreldrestøtte foreldrekafé foreldreaktiv foreldredeltakelse
  foreldrenes_ansvar heimesamarbeid far pappagruppe fedregruppe mødregruppe babykafé babytreff babysang
  trilletreff småbarnstreff nybakte barseltilbud ammehjelp grensesetting grenser oppdragelse oppseding
  tid_med_barna familietid
barnevern: barnevern barneverntjeneste fosterhjem fosterforeldre beredskapshjem besøkshjem bekymringsmelding
  omsorgsovertakelse ettervern + barnevernsbarn barnevernsansatte fosterfamilie avlastningshjem meldeplikt
  bekymra bekymringssamtale omsorgssvikta plassert_utenfor institusjonsbarn tiltak_i_heimen hjelpetiltak
  vergemål verge
lek: lek lekeplass lekeplasser lekeapparat lekeområde lekemiljø frilek risikofylt_lek huske sklie sandkasse
  klatrestativ trampoline ballbinge ballplass akebakke aking nærmiljøanlegg skatepark skatebane skatehall
  pumptrack sykkelpark parkour bmx / lekegruppe inneland innelekeland leketøy + lekende lekelyst leketid
  lekeutstyr lekestativ uteleker lekekrok lekerom klatrepark klatrevegg aktivitetspark ballspill ballbaner
  ballbane bordtennis bordtennisbord petanque sandvolley sandvolleyball frisbeegolf discgolf diskgolf
  basketbane basketkurv fotballbinge fotballøkke løkke akebrett skøytebane vannlek vannlekeplass skaterampe
  ramper sparkesykkelbane lekeplassutstyr lekemuligheter lekeskulptur lekeskog lekefly lekeland klatrejungel
  klatretau taubane zipline svevebane huskestativ fugleredehuske
språk: språk norsk norskopplæring norskkurs norskprøve språkopplæring språkkunnskap norskkunnskaper
  norskferdigheter lære_norsk snakke_norsk språkkrav språkbarriere språkbarrierer språkproblem språkvansker
  språktrening språkpraksis språkvenn språkkafé språkcafe ordforråd dialekt / tolk tolketjeneste oversette
  oversatt oversetting omsetje flere_språk andre_språk morsmål morsmålslærer tospråklig fleirspråkleg
  minoritetsspråklig engelsk arabisk polsk ukrainsk / nynorsk bokmål målform samisk kvensk + språkkurset
  norskkursa norsktrening norskgruppe norskkafé språkutfordring språkmiljø språkpartner språktandem
  språkutvikling språkforståelse språkhjelp språkgrupper fremmedspråk morsmålsundervisning oversatte
  oversettingsapp informasjon_på_flere tolkebruk tolkeutgifter språklig uttale begreper vokabular
bibliotek: bibliotek folkebibliotek skolebibliotek bokbuss meråpent_bibliotek meirope bøker lånekort boklån /
  lese leselyst lesestund lesesirkel leseklubb bokprat forfatterbesøk forfatter litteratur eventyrstund
  høytlesing sommerles lydbok + bibliotekbuss biblioteksbuss bokhylle bokskap bokbytte bokbyttehylle bokklubb
  bokhandel bokbad bokprosjekt boktips lånetid leseglede lesegruppe leseplass leseplasser lesesal lesekrok
  lesekampanje leseprosjekt lesevenn lesehund leseferdighet leseopplæring lesevaner bibliotekaren
  forfattarbesøk forfatterkveld eventyr eventyrkveld fortellerstund tegneserie bibliotekrom biblioteksrom
  bibliotekbruk bibliotekkort biblioteksamling boksamling mediesamling bokinnkjøp boksnakk bokpakke bokpose
  bokkasse bokautomat lånere utlånstall utlånet innlevering leseutfordring lesetid lesekonkurranse lesehest
  leselos leseløft leselystprosjekt bokleser lydbøker litteraturfestival litteraturkveld litteraturuke
  litteraturhus språkbad
`;
