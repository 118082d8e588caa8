/**
 * The thesaurus, care and health: illness and healing, minds, ageing, disability, intoxicants, food and exercise.
 * How it is written: `thesaurus.ts`. Long because it is a word list.
 */

export const CARE = `
[helse]
folkehelse: folkehelse folkehelsearbeid folkehelsekoordinator helsefremmende helsefremjande livsstil
  livsstilsendring livsstilssykdom frisk sunn usunt livskvalitet god_helse kosthold ernæring
  overvekt fedme slanke røykeslutt søvn / forebygge førebygge tidlig_inn tidlig_hjelp før_det_er /
  frisklivssentral friskliv frisklivsresept helsestasjon helsesykepleier helsesjukepleiar skolehelsetjeneste
  jordmor vaksine vaksinering smittevern helsekontroll screening helsestasjon_for_ungdom prevensjon
  seksualitet kjønnssykdom + folkehelsa folkehelsetiltak helseopplysning helseforskjell helsetilstand
  helseplager helseproblem helseutfordringer helsekompetanse levevaner bedre_helse dårlig_helse svak_helse
  helsegevinst forebyggingstiltak før_problemene fange_opp oppdage helsesykepleiaren helsesøster
  skolehelsetjenesten helsestasjonslege skolelege jordmødre jordmortjeneste svangerskap svangerskapsomsorg
  barselbesøk hjemmebesøk_til_nyfødte vaksinasjon hygienetiltak smitte pandemi korona søvnvansker sove sovner
  soverutiner legge_seg overvektige sukkerinntak energidrikker fysisk_helse kroppen kroppspress
lege: lege leger fastlege fastleger fastlegeordning legekontor legesenter legetime legevakt allmennlege /
  sykehus lokalsykehus spesialisthelsetjeneste spesialist poliklinikk akuttmottak fødestue fødeavdeling
  innlagt innlegge utskrevet utskriving utskrivingsklar helseforetak / ambulanse ambulansetid luftambulanse
  responstid utrykning / tannlege tannhelse tannlegen / fysioterapeut fysioterapi ergoterapeut logoped
  kiropraktor rehabilitering rehabiliteringsplass habilitering / apotek medisin medikament resept legemiddel
  legemidler multidose / pasient pasientforløp henvise henvisning tilvisning epikrise behandling diagnose
  utredning sykdom kronisk kreft kreftkoordinator diabetes hjerneslag slag smerter palliativ + legebesøk
  legebil legedekning legehjelp legemangel legetjenester få_time vikarlege vikarleger kommunelege
  kommuneoverlege turnuslege legespesialist legesenteret legevaktsentral legevaktbil sykehuset reinnleggelse
  fødetilbud føde fødende følgetjeneste_ved_fødsel ambulansestasjon ambulanseberedskap nødnummer 113 akutt
  akuttberedskap akuttplass tannlegetime tannlegeskrekk tannhelsetjeneste tannpleier fysio fysioterapitilbud
  opptrening rehabiliteringstilbud rehabiliteringsteam innsatsteam henvist pasientreiser
  samhandlingsreform pasientkoordinator behandlingskapasitet behandlingstilbud blodprøve
  røntgen prøvetaking e-konsultasjon videokonsultasjoner medisinliste kreftsyke kreftomsorg hospice lindrende
  kols hjertesykdom hjerte slagpasienter kronikere smerte langtidssyke helsehjelp helsetjeneste helsetjenester
  helsetilbudet helsesenter helsekø helsekort helsepersonellet legeskyss legestilling akuttsykehus
  ambulansebåt sykehusplass e-helse
psyke: psyke psykisk psykisk_helse mental depresjon deprimert angst bekymre uro engstelse selvmord selvskading
  spiseforstyrrelse stressmestring nedstemt tungsinn sorg sorggruppe traumer tristhet / psykolog
  kommunepsykolog psykiater psykiatri psykiatrisk bup dps terapi terapeut samtaleterapi samtaletilbud
  noen_å_snakke nokon_å_snakke snakke_med_noen rask_psykisk_helsehjelp lavterskel_psykisk ungdomsteam
  fact-team / livsmestring robust tåle resiliens + uhelse sjelelig ha_det_vondt vondt_inni vanskelige_tanker
  tunge_dager mørke_tanker livskrise eksistensielle angstmestring depresjonskurs kid-kurs stressreduksjon
  mindfulness meditasjon selvmordstanker selvmordsforebygging skade_seg prestasjonsangst skolestress
  stress_blant_unge press_på_unge perfekt perfeksjonisme sorgarbeid sorgstøtte miste_noen traumatiserte
  traumebevisst psykologhjelp psykologtime skolepsykolog psykologstilling behandlingsplass noen_å_snakke_med
  nokon_å_snakke_med en_å_snakke_med ein_å_snakke_med følelser følelsesliv snakke_om_det samtalegruppe
  samtaletime samtalepartner lavterskel_samtale hjelpetilbud hjelpeapparat chattetjeneste ung.no kriseteamet
  ettervern_etter mestringstro mestringskurs selvhjelp selvhjelpsgruppe likepersonsarbeid ettersamtale
  helsehjelp_for_unge stressfri avspenning pusteøvelser yoga_for_stress skoleangst eksamensangst
  livsmestringskurs følelsesmestring samtaler_om_livet lyttende lyttetelefon alarmtelefon
rus: rus rusmiddel rusmidler rusmisbruk rusavhengig ruspolitikk rusomsorg rusforebygging avhengighet narkotika
  dop hasj cannabis kokain piller / alkohol øl drikking drikke_mindre drikkekultur fyll fulle promille
  skjenking rusfri rusfritt alkoholfritt / snus røyk tobakk vape sigaretter røykfri / spill_om_penger gambling
  spilleavhengighet pengespill energidrikk + rusbruk rusproblemer rusmiddelbruk ruskonsulent ruskontakt
  rusteam ruskoordinator rusbehandling avrusning drikkepress alkoholbruk alkoholkultur alkoholservering
  fyllefest festing hjemmefest hjemmefester vors russetid skjenketid skjenkepolitikk pub_og_bar langing
  promillekjøring narkotiske ecstasy amfetamin dopsalg hasjrøyking røykeforbud tobakksbruk tobakksfri
  spillgjeld odds casino
omsorg: omsorg omsorgstjeneste pleie pleiar helse_og_omsorg helsefagarbeider sykepleier sjukepleiar
  sjukepleiarar helsepersonell helsearbeider omsorgsarbeider omsorgspersonell helsefag hjelpepleier /
  hjemmetjeneste hjemmetjenesten hjemmesykepleie heimesjukepleie hjemmehjelp hjemmebasert hjemmebesøk
  praktisk_bistand brukerstyrt bpa støttekontakt / bo_hjemme bu_heime hjemmeboende heimebuande bo_lenger
  bo_hjemme_lenger klare_seg_selv eget_hjem eigen_heim hverdagsrehabilitering hverdagsmestring
  tildelingskontor / velferdsteknologi trygghetsalarm tryggleiksalarm medisindispenser digitalt_tilsyn
  gps-sporing robotkjæledyr + omsorgspersonale pleiepersonale pleiepersonell pleietrengende omsorgsbehov
  omsorgsnivå omsorgstrappa innsatstrapp sykepleiermangel sykepleiedekning sykepleieren helsefagarbeidaren
  helse-_og helsetjenester helsetilbud helse_og_velferd hjelp_hjemme hjelp_i_hjemmet hjelp_til_å_bo
  vask_i_hjemmet husvask handlehjelp matombringing_hjemme varm_mat_hjem bli_boende bu_heime_lenger
  bo_lenge_hjemme bor_hjemme klare_seg klare_seg_heime selvstendig selvhjulpen innsatsteamet
  hverdagsmestringsteam tildeling_av tjenester støttekontaktordning alarm sensor_i falldetektor medisindosett
  medisinrobot dørlås nøkkelboks tilsyn_på digitalt_nattilsyn skjermbesøk hjelpetrengende hjelpebehov
  omsorgskrise omsorgsnettverk omsorgstilbud faste_ansatte_hjemme besøk_hjemme hjelp_med_handling
  hjelp_i_hagen hagehjelp vaktmesterhjelp vaktmesterordning vaktmestertjeneste praktisk_hjelp
  praktisk_hjelp_hjemme småjobber_for_eldre
sykehjem: sykehjem sykehjemsplass aldershjem institusjon institusjonsplass omsorgssenter helsehus helsetun
  bo-_og korttidsplass korttidsplasser langtidsplass avlastningsplass heldøgns heldøgnsomsorg / omsorgsbolig
  eldrebolig seniorbolig trygghetsbolig bokollektiv_for_eldre / dagsenter dagtilbud aktivitør aktivitetssenter
  beboer bebuar kulturell_spaserstokk livsglede livsgledehjem + sykehjemsplasser døgnbemannet korttidsopphold
  korttidsavdeling rulleringsplass utskrivningsklare_pasienter senioromsorgsbolig bofellesskap_for_eldre
  bofellesskap_for_seniorer bokollektiv_for_seniorer seniorlandsby demenslandsby dagsenteret dagsenterplass
  dagsentertilbud dagaktivitetstilbud sansehage
eldre: eldre eldreomsorg eldrebølge aldrende alderdom pensjonist senior gamle_folk besteforeldre bestemor
  bestefar aldersvennlig aldersvenleg eldresenter eldresenteret eldretreff seniorkafé seniorsenter
  pensjonistforening / demens demensvennlig demensomsorg demenskoordinator demenskor alzheimer hukommelse
  hukommelsesteam minneteam glemsk glemme / fall falltendens fallforebygging snuble brudd hoftebrudd balanse
  balansetrening sklir strø + eldrepolitikk eldrekontakt eldreråda eldretilbud bli_gammel bli_gammal
  pensjonisttilværelse seniorliv seniordans seniortreff seniorsurf seniornettverk seniorressurs
  pensjonisttreff pensjonistuniversitet pensjonistlaget aldersgruppe alderen høy_alder alderdomssvekkelse
  bestemødre bestefedre oldefar oldemor reservebestemor reservebesteforeldre demensrammede demenssyke
  demenssykdom demenskafé demensdagsenter demenskontakt demensteam huske_ting fallulykker fallskader
  bruddskader sklitak piggsko seniorsenteret seniordag seniortilbud seniorakademi seniorarbeid eldredagen
  skrøpelige svekkede sprek høy_levealder gamledager
pårørende: pårørende pårørendeskole pårørendestøtte omsorgsstønad omsorgslønn pleiepenger avlaste avlastning
  avlastningstilbud ektefelle slitne_pårørende unge_omsorgsgivere / verdighet respektfull integritet
  selvbestemmelse medvirkning_pasient siste_tid livets_slutt død dø gravferd begravelse + pårørendegruppe
  pårørendekafé pårørendesamtale pårørendekontakt pårørendes pårørenderolle pårørandegruppe familiemedlem
  slektninger avlastningsplass avlastningsplasser avlastningshelg enslig enke enkemann søskengruppe eget_valg
  egne_valg selvbestemt autonomi verdsette_den_enkelte livshistorie livskvalitet_siste døende våkekone
  våketjeneste sorgkafé etterlatte
psykisk-utvikling: avlastningsbolig botilbud bemannet_bolig vernet_bolig bofellesskap
  boliger_for_utviklingshemmede dagaktivitet arbeidssenter + psykisk_utviklingshemmede
  utviklingshemmede_får tilrettelagt_fritid tilrettelagt_arbeid tilrettelagte_arbeidsplasser
  tilrettelagte_aktiviteter bemannede_boliger arbeids-_og fritidskontakt fritidsassistent ledsagertjeneste
  boligtilbud_for_unge

[mat]
måltid: måltid måltidsfellesskap fellesmåltid middag lunsj frokost frukost skolefrokost suppe spise ete eta
  et_sammen spise_sammen bespisning kveldsmat langbord suppelunsj middagsservering spisevenn / skolemat
  skolemåltid matpakke skolelunsj frukt skolefrukt kantine kantinemat matservering varm_mat varmmat gratis_mat
  / mat matlaging lage_mat matkurs kokkekurs kokk kjøkken kjøkkenet råvarer matglede matkultur oppskrift bake
  kjøtt fisk_på_menyen grønnsaker vegetar vegetarisk plantebasert næring_i_maten underernæring usunn sukker
  brus kiosk godteri matombringing meny smak + felleslunsj fellesmiddag fellesfrokost suppekveld suppekjøkken
  suppedag middagsgruppe middagsklubb middagstilbud torsdagsmiddag mandagsmiddag fredagstaco taco taffel grøt
  grøtfest grøtlunsj pizzakveld pizza kaker kakebaking vafler_og_kaffe frokosttilbud kantinetilbud sultne
  sulten bordet matkveld matrett kjøkkenkrok bakedag bakst brød fiskekaker fisk_på næringsrik ernæringsplan
  ernæringsfysiolog underernært vegetarmat vegetarretter kjøttfri plantemat sukkerfri matkasse grønnsakskasse
  smaksprøver middagsbord julemiddag julebord_for_ensomme måltidsvenn måltidsglede matopplevelser
  matlagingskurs matlagingskveld matposer mathjelp matstasjon middagskurs kokebok kjøkkenfasiliteter
  kjøleskap_for lunsjtilbud lunsjservering
matsvinn: matsvinn matkasting kaste_mat matredding matsentral restemat overskuddsmat rester svinn + restefest
  restetorsdag too_good_to_go matredning overskotsmat dele_mat matdeling foodsharing fryser_og_deler kjøleskap

[aktivitet]
trening: trening trener_selv trim trimgruppe treningsgruppe treningstilbud treningssenter treningssentre
  styrketrening styrkerom gym gymnastikk yoga pilates seniortrim sittedans vanngym zumba treningsapparat
  treningspark tuftepark treningskompis mosjon fysisk_aktivitet fysisk_aktiv aktiv_hverdag bevege røre_seg
  i_form inaktiv inaktivitet stillesittende + trimtilbud trimrom treningsrom treningskveld utetrening
  utetreningspark utegym styrkeøvelser øvelser tøying strekk bevegelsesglede fysisk_aktivitet_i_skolen
  daglig_fysisk_aktivitet aktiv_skolevei lite_aktive sitter_mye passive sofa_ungdom stoltrim stoltrening
  vanntrening varmtvannsbasseng bassengtrening aerobic spinning crossfit løpegruppe løpe jogge gågrupper
  stavgang nordic_walking sherpatrapp trimløype trimpark
idrett: idrett idrettslag idrettsråd idrettsskole breddeidrett toppidrett konkurranseidrett sport / fotball
  fotballag håndball handball ski skigåing langrenn alpint hopp skiskyting basket volleyball badminton turn
  friidrett kampsport judo ridning ri golf tennis skøyter ishockey innebandy e-sport esport / trener
  trenerkurs dommer oppmann lagleder foreldretrener / idrettshall flerbrukshall hallen hallplass halltid
  treningstid idrettsanlegg anlegg kunstgress kunstgras kunstisbane isbane ishall fotballbane bane løpebane
  skianlegg skiheis skistadion klubbhus_idrett / svømmehall symjehall basseng bading badeland svømming symje
  svømmeopplæring svømmekurs svømmedyktig badevakt / tidlig_spesialisering selektering topping egenorganisert
  uorganisert egenorganisering allidrett idrettsglede turnering cup kamp konkurranse + idrettspark
  idrettskrets idrettsforening idrettsmiljø idrettsgren idrettsgrener fotballtrening fotballkamp fotballskole
  fotballøkka gatefotball jentefotball håndballbane håndballhall sandhåndball skirenn skilag skitrening
  skiklubb skiskole skøytehall skøyteis skøyteløp islagt svømmebasseng bassengtid svømmeundervisning badstue
  helgebading familiebading ungdomstrenere trenerforum trenerutdanning dommerkurs kampdag_på idrettsstipend
  hallkapasitet halleie hallkapasiteten treningsflater treningsflate baneleie kunstgressbane undervarme
  tribune speakerbu garderobeanlegg anleggsmangel anleggsutvikling anleggsplan breddetilbud
  alle_skal_få_spille alle_får_være_med satsing_på_de_beste konkurransepress resultatfokus prestasjonsfokus
  prestasjonskrav lavterskelidrett paraidrett klubbhuset dansehall turnhall boksing bryting taekwondo karate
  bueskyting skyting skytterlag bowling biljardklubb sjakk sjakklubb cheerleading rideklubb motocross
  motorsport crossbane sykkelklubb seiling roing roklubb idrettsstevne idrettsdag idrettskonkurranse
  idrettskretsen klubbtøy klubbdress treningsavgifter treningskultur treningsleir trenerkompetanse trenerrolle
  trenerløft trenermangel lagsport lagspill svømmekort svømmeklubb svømmeknapp svømmetilbud sjøsvømming
  livredning livredningskurs vannsikkerhet drukning drukningsulykker
friluft: friluftsliv friluft friluftsområde naturopplevelse utendørs utelivet villmark / tur turvei tursti
  turløype løype løypenett skiløype skispor løypekjøring preparerte sti stinett turkart turpost stolpejakt
  turkasse turmål topptur dagsturhytte dagstur fjelltur skitur trilletur turgruppe turkamerat gåtur spasertur
  gå_tur turlag turistforening ut_på_tur bymarka marka fjell utfart utfartsparkering merking merket_sti /
  gapahuk lavvo bål bålplass båltur telt overnatting_ute fiskeplass jakt bær padling kajakk kano klatre
  fiske_fritid badeplass badeplasser badestrand bade strand brygge stupetårn + ute_i_naturen ut_i_naturen
  friluftsgruppe friluftsskole friluftsdag friluftsaktivitet uteaktivitet uteaktiviteter utestund
  uteopplevelse naturlos naturglede turglede turområder rundtur fellestur turvenner turkompis gåglede
  turtilbud turkalender turbok turapp ut_poster ut.no stikk_ut ti-på-topp postjakt orienteringspost oppkjørte
  lysløypa løypemaskin tråkkemaskin rulleski rulleskiløype skitrekk skisenter fjellski fjelltoppen
  fjellvettregler hytte_for_alle turisthytte turhytter grillhytte bålpanne pinnebrød villmarksleir
  overnattingstur telttur uteovernatting hengekøye sove_ute utenattbading badevannet badeområder strandlinje
  strandpromenade kyststi strandsti elvepromenade bryggekant sjøbad friluftsbad badebrygge flytebrygge
  badetrapp stupebrett fisketur fiskestang fiskekort fisketrapp isfiske jaktkurs bærplukking soppsanking
  soppkurs sanking elvepadling padleklubb kajakkurs klatrefelt merkede skiltede klopp stivedlikehold stidugnad
  grunneier grunneigarar allemannsretten friluftsutstyr friluftsfest turdag turkaravane turvennlig turutstyr
  turløypenett turplan tursekk_til_utlån turforslag familieturer kveldstur naturtur kysttur skogstur skogstund
  skogen_som utsiktsplass utsiktsbenk
`;
