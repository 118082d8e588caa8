/**
 * The thesaurus, people together: loneliness, childhood and youth, integration, volunteering, culture and belief.
 * How it is written: `thesaurus.ts`. Long because it is a word list.
 */

export const PEOPLE = `
[fellesskap]
ensomhet: ensom alene sitter_alene sit_åleine alene_hjemme bor_alene isolert isolasjon isolere_seg savn
  utenforskap utanforskap utanfor faller_utenfor fell_utanfor stå_utenfor mangler_venner ingen_venner
  få_venner / venn vennskap venskap bli_kjent kjenne_noen bekjentskap besøksvenn besøksven telefonvenn turvenn
  vennefamilie / besøk besøkstjeneste banke_på ringe_på ringerunde / fellesskap samvær sosialt sosialisere
  sosiale_treff nettverk_sosialt sosialt_nettverk tilhørighet tilhøyrsle høre_til identitet forankring_i_bygda
  / inkludere inkludering inkludert plass_til_alle alle_med raus åpne_armer rom_for_alle ta_imot +
  ingen_å_snakke ingen_å_være ingen_å_spise_med sitter_hjemme sit_heime sitter_inne kommer_seg_ikke_ut
  kjem_seg_ikkje_ut kommer_seg_ut å_komme_seg_ut komme_ut_av_huset ut_av_huset stua ut_døra dørstokkmila
  kommer_ikke_ut utrygg_på_å_møte eneboere lange_kvelder lange_dager isolerer_seg einsemda selskap selskapelig
  noen_å_gå_med noen_å_være_med nokon_å_vere_med gå_sammen_med følge_på følge_til_aktivitet aktivitetsvenn
  besøksvenar besøksvenntjeneste besøksordning besøkshjem vennskapsgruppe vennetreff vennekveld venneordning
  kjent_med_hverandre bli_kjent_med kjenner_ingen kjente_ingen kjenner_hverandre kjenner_folk ringevenn
  ringetjeneste telefonkontakt telefonkjede ringekjede hallo-runde noen_som_ser noen_som_bryr_seg bry_seg
  bryr_seg_om omtanke se_hverandre sjå_kvarandre inviter_naboen be_inn invitere_hjem banker_på_døra
  alle_får_være rom_for plass_for_alle høre_til_et_sted utenforfølelse utstøtt utstøtte kliker være_i_lag
  sammen_med_andre ensomhetstiltak ensomhetsgruppe hverdagskontakt menneskelig_kontakt kontakt_med_andre
  noen_å_dele ledsagervenn lunsjvenn spisevenner middagsvenn følgevenn matvenn
nabolag: nabolag nabo nabohjelp nabokontakt nærmiljø nærområde lokalmiljø lokalsamfunn gatefest nabofest
  velforening grendelag bygdelag borettslag sameie oppgang hilse hilse_på si_hei / bygdefølelse
  samhold_i_bygda bolyst bulyst stedstilhørighet + nabofellesskap nabotreff nabokaffe nabofrokost naboskap
  nabogruppe nabolagsgruppe grendalag grendafest gatefester bakgård bakgårdsfest boligområde blokka bydelen
  bydelsfest nærmiljøtiltak lokalt_engasjement lokal_identitet stedsidentiteten stedsfølelse stadkjensle
  bygdas_identitet vi-kjensle bygdefest bygdefolk grendefolk nabolagsvert nabolagsvandring nabolagskafé
  nabolagskveld nabolagspott nabodag naboseminar nabovarme nabobesøk gatemøte gatelag bomiljø bumiljø
  beboerforening beboermøte
generasjoner: generasjon generasjonsmøte generasjonsmøter generasjonsmøteplass på_tvers_av_alder
  på_tvers_av_generasjoner aldersblandet ung_og_gammel unge_og_eldre eldre_og_barn gammel_og_ung
  besteforeldretreff + unge_og_gamle ung_og_gamal barn_og_eldre elever_og_eldre ungdom_og_eldre eldre_og_unge
  unge_besøker barnehagebesøk skolebesøk_på_sykehjem barnehagen_besøker aldersgrupper tvers_av_alder
  alle_aldre generasjonskafé generasjonshus bestevenn_på_tvers unge_hjelper_eldre eldre_lærer_bort
  eldre_forteller eldre_leser_for tidsvitne livserfaring
tilflytting: tilflytter innflytter nyinnflyttet nye_innbyggere nye_innbyggjarar velkomstpakke velkomst
  velkomstkomité velkomen ta_imot_nye / flytte flytter flytte_hit flytte_hjem flytte_tilbake heimflytting
  flytter_ut flytte_fra fraflytting utflytting folketall folketal befolkning befolkningsvekst
  befolkningsnedgang innbyggertall flytter_ikke_tilbake attraktiv attraktivt bostedsattraktivitet
  omdømme_som_bosted / barnefamilie småbarnsfamilier unge_voksne utflyttede fødselstall + nye_i_bygda
  nye_i_kommunen ny_i_bygda ny_i_kommunen nye_familier nye_folk_til_bygda hjemvendte vende_tilbake
  kommer_tilbake kommer_ikke_tilbake kjem_ikkje_attende komme_hjem_igjen lokke_hjem bli_boende_i bli_i_bygda
  bli_værende_i_bygda bo_i_bygda bu_i_bygda bu_her bo_her prøvebu ringe_hjem unge_reiser unge_som_reiser
  drar_for_å_studere reiser_ut reiser_fra forsvinner_fra_bygda byene_trekker avfolking færre_barn færre_unge
  få_fødsler fødes_få barnetall befolkningsutvikling innbyggarar_blir bostedskommune gode_oppvekstvilkår
  velkomstmøte velkomstkveld velkomstvert velkomstbesøk velkomstkorg velkomstkurv velkomstbrev flyttepakke
  hjemflytterstipend flyttestipend flyttebonus
integrering: integrere integrering integrert innvandrer innvandrarar flyktning flyktningtjenesten asylsøker
  asylmottak mottak bosette bosetting bosatt nyankomne nykomne introduksjonsprogram introprogrammet
  arbeidsinnvandrer utlending utenlandsk utanlandske minoritet minoriteter ukrainere ukrainske syrere /
  flerkulturell kulturforskjell kulturforståelse kulturkompetanse mangfold mangfald internasjonal
  internasjonal_kveld matfest verdensdag / flyktningguide vertsfamilie godkjenning_av_utdanning +
  integreringsarbeid integreringstiltak innvandrerkvinner innvandrerungdom innvandrerforeldre innvandrermiljø
  innvandrerbakgrunn innvandrerfamilier minoritetsbakgrunn minoritetsspråklige_foreldre flyktningfamilier
  flyktningbarn flyktningkontoret flyktningvenn flyktningevenn nye_landsmenn nye_naboer_fra mindreårige
  introduksjonsordning samfunnskunnskap kulturmøte kulturmøter kulturkræsj kulturkollisjon ulike_kulturer
  andre_kulturer andre_land nasjonalitet nasjonaliteter mange_nasjonar ulik_bakgrunn annen_bakgrunn
  mangfoldsfest fargerik verdenskafé arbeidsinnvandrarar sesongarbeider polske polakker litauere eritreere
  afghanere somaliere arabere afrikanske medbrakt_utdanning medbragt_kompetanse godkjent_utdanning
  kompetanse_fra_hjemlandet nordmenn norske_venner norske_familier integreringskafé integreringspris
  integreringsfest språkvenner språkvennordning kulturtolk brobyggere kulturbro nytilkomne inkluderingsagent
  inkluderingsarbeid inkluderingstiltak innvandrerråd flerkulturelt_råd flerkulturelt_senter
likestilling: likestilling kjønn kjønnsbalanse kvinne jente mann gutt jentegruppe guttegruppe mannsdominert
  kvinnedominert menn_i_helse / homofil skeive pride regnbue lhbt lhbtq transperson kjønnsidentitet +
  kjønnsforskjell kjønnsroller kjønnsrollemønster kvinneandel kvinnenettverk mannfolka mannlige kvinnelige
  guttemiljø gutteklubb jentekveld jentetreff jentefritt mannekafé mannsgruppe mannegruppe menns_helse
  kvinnehelse homser lesbiske rosa_kompetanse regnbueflagg kjønnsmangfold likestilte likeverd likeverdig
  likebehandling lik_rett

[oppvekst]
ungdom: ungdom tenåring unge konfirmant russ ungdomstid / ungdomsklubb fritidsklubb klubbkveld juniorklubb
  rockeklubb klubbleder ungdomskafé ungdomshuset aktivitetshus ungdomsarbeider ungdomskontakt utekontakt
  uteseksjon feltarbeider / noe_å_gjøre noko_å_gjere ingenting_å_gjøre lite_å_gjøre ikke_noe_å_gjøre
  steder_å_være stad_å_vere henger driver_rundt kjøpesenteret råning / lan biljard spillkveld brettspill
  gamingrom gamingklubb rollespill minecraft + ungdomsmiljø ungdomsgruppe ungdomstilbud ungdomstiltak
  ungdomskveld ungdomsfest ungdomskoordinator ungdomsleder ungdomslos ungdomsskoleelever 16-åringer 13-åringer
  de_mellom ungdomsrom ungdomslokale ungdomscafé ungdomskafeen klubben_er_åpen klubben_er_stengt klubb_i_helga
  fredagsklubb fredagskveld lørdagskveld helgeåpen_klubb helgetilbud eget_sted egen_plass ingenting_å_finne_på
  finne_på ikke_noe_for_oss ingenting_for_oss kjeder_seg bilmiljø bilungdom epa a-traktor traktormiljø
  mopedgjeng ungdomskonsert ungdomsfestival dataspill_kveld gamingkveld gaming_kveld lanparty brettspillkveld
  brettspillkafé dungeons magic_kort e-sportklubb ungdomsdrevet ungdomsstyrt ungdomsarrangement ungdomsarena
  ungdomsbasar ungdomsambassadør ungdomsmedvirkning ungdomsrådet_får tenåringsforeldre tenåringsliv fjortis
fritid: fritid fritidstilbud fritidsaktivitet fritidsaktiviteter aktivitet aktiviteter aktivitetstilbud
  aktivitetsdag organisert_fritid organiserte_aktiviteter tilbud_til_unge hobby interesser fritidserklæringen
  / ferie ferietilbud sommerskole sommarskule ferieklubb sommerleir leir sommerferie høstferie vinterferie
  sommeraktiviteter ferieaktivitet ferieåpent / speider speidaren 4h juniorbrann + fritidsgaranti
  aktivitetsbredde aktivitetsvalg varierte_tilbud variert_tilbud bredere_tilbud bredt_tilbud større_bredde
  flere_tilbud få_tilbud lite_tilbud tilbud_til_alle tilbud_utenom alternativ_til_idrett utenom_idrett
  ikke_bare_fotball ikke_bare_idrett bare_idrett bare_fotball ikke_liker_idrett uorganiserte aktivitetskveld
  aktivitetsleder aktivitetskalenderen aktivitetsfabrikk prøve_ulike prøve_flere prøvetimer prøvedager
  prøvemåned hobbyklubb hobbykveld kodeklubb lego programmering koding naturfagklubb miljøagentene ferietid
  ferietiltak sommerklubb sommerdager sommaren_lang vinterferieaktiviteter høstferieaktiviteter skolefri
  planleggingsdag speidergruppe speiderleir aktivitetsleir fritidskontakt fritidsutstyr fritidslos
  aktivitetskortet fritidskortet aktivitetsguide aktivitetsbank mer_å_finne_på noe_for_alle noko_for_alle
  noe_for_enhver uteaktivitetar inneaktiviteter inneaktivitet regnværsdager regnvær regnværsaktiviteter
oppvekst: oppvekst oppvekstmiljø oppvekstvilkår barndom barn ungar småbarn babyer spedbarn nyfødt småsøsken
  barneperspektiv barnekonvensjonen gravid fødsel barsel / familie familieliv søsken skilsmisse aleneforsørger
  familieråd + oppvekstområdet oppvekstsektor oppvekstreform barnefamiliene barneliv barns_beste
  barns_rettigheter barnetråkk barnevennlig barnevenleg kjernefamilie storfamilie enslige_foreldre
  enslige_forsørgere skilte_foreldre delt_bosted besteforeldre_som_hjelper fødselspermisjon permisjon
  pappaperm fødsler søskenrabatt tvillinger familievennlig familievenleg familiekafé familievern_kontor
  familierådgivning familierådgiving

[frivillighet]
frivillig: frivillig frivilligarbeid frivilligsentral frivillegsentral frivilligkoordinator frivilligpolitikk
  frivilligbørs frivillighetsmelding frivillighetsråd frivillige_organisasjoner / dugnad dugnadsånd
  dugnadsinnsats dugnadsgjeng ryddedugnad dugnadstimer dugnadskultur dugnadsfri / ildsjel enkeltpersoner
  de_samme de_samme_folkene dei_same alltid_de_samme samme_gjengen ulønna bidra stille_opp stiller_på
  hjelpende_hender gi_av_sin_tid + frivilligheita gratisarbeid gratis_arbeid ubetalt frivillighetsavtale
  frivillighetsportal frivilligpool frivillighetsplattform frivillighetspris dugnadsfolk dugnadsarbeid
  dugnadsinnsatsen dugnadstrett dugnadstrøtt dugnadsplikt fellesdugnad bygdedugnad vårdugnad høstdugnad
  ryddedag enkeltmennesker noen_få noen_få_personer nokre_få_personar få_personer få_folk_drar få_som_gjør
  samme_folka samme_menneskene dei_same_folka de_samme_tar de_samme_stiller de_samme_som_alltid går_på_omgang
  faller_på_de_samme alltid_de_samme_som stiller_alltid_opp stille_opp_for stiller_villig hjelper_til
  hjelpe_hverandre hjelpe_kvarandre gjøre_en_forskjell innsats innsatsen innsatsvilje gi_tilbake bidragsyter
  bidrag_fra_alle korttidsfrivillig korte_oppdrag små_oppdrag småoppdrag tidsavgrenset avgrensede_oppgaver
  mikrofrivillighet engangsoppdrag frivilligoppdrag
lag: lag_og_foreninger lag_og_organisasjoner lagsliv foreningsliv foreininger organisasjon klubber
  sanitetsforening bygdekvinnelag lions rotary røde_korset husflidslag bondelag hagelag historielag
  jeger_og_fisker pensjonistlag ungdomslag / medlem medlemskap medlemsmøte innmelding / styre_i styreverv verv
  styremedlem styreleder styrearbeid årsmøte valgkomité kasserer sekretær ta_verv ta_på_seg_verv leder_i_laget
  regnskap revisor organisasjonskurs styrekurs paraply paraplyorganisasjon + laga_og laget_vårt lagene_våre
  foreningsfolk foreningsmøte frivillige_lag frivillige_lag_og klubbledere sanitetskvinnene sanitetslag
  bygdekvinner mannskor grendelag_med jeger-_og_fiskerforening motorklubb båtforening revmatikerforening
  pasientforening pensjonistforeningen pensjonistforbundet brukerorganisasjon interesseorganisasjon
  interessegruppe organisasjonsliv organiserte medlemstall medlemsverving medlemsregister melde_seg_inn
  medlemsflukt gjennomsnittsalder snittalder styreleiarar styremøte styremøter styreopplæring tillitsverv
  vil_ikke_sitte_i sitte_i_styret ingen_vil_sitte ingen_vil_lede valgkomiteen regnskapshjelp regnskapsfører
  rekneskap revisjon årsmøtet vedtektene_for momskompensasjon foreningsportal foreningstorg foreningsdag
  frivillighetens_dag frivilligdag organisasjonenes_dag lag_samarbeider foreningsledere foreningskurs
  ungdomsstyre yngre_i_styret unge_i_styret styrekandidater tillitsvalgte_i_laget idrettsrådet kulturrådet

[kultur]
kultur: kultur kulturliv kulturtilbud kulturopplevelse kulturkalender kulturkontor kulturskole kulturmidler
  kultursektor kulturarena kulturplan den_kulturelle_skolesekken / musikk korps skolekorps korsang synge sang
  song band bandrom orkester konsert spelemann musikkverksted instrument gitar piano dj / teater
  teatergruppe revy amatørteater scene scenekunst forestilling dans dansegruppe danseskole folkedans sirkus
  musikal / kino filmklubb filmvisning kinobilletter / kunst kunstner galleri utstilling maleri male_kunst
  foto fotoklubb graffiti veggmaleri kunstverk skulpturpark atelier / håndarbeid strikke strikkekafé veve sy
  sying sykurs husflid keramikk verksted verkstad makerspace skaperverksted snekre mekke mekkeverksted moped
  garasje hobbyrom treverksted sveise + kulturelt kulturell kulturarrangement kulturaktivitet
  kulturaktiviteter kulturaktører kulturbygg kulturdag kulturfestival kulturformidling kulturhuset_er
  kulturhistorisk kulturinteresserte kulturlaget kulturmiljøet kulturnatt kulturscene kulturskoleplass
  kulturskoleplasser kulturskulelærar kulturskoletilbud kulturskoletime musikkskole musikkbinge musikkfest
  musikkgruppe musikkliv musikklærer musikktilbud musikantar korpsfestival barnekor seniorkor allsang
  allsangkveld demenskoret sangkveld sangstund songkor spille instrumentopplæring trommer trommesett fele
  øvingslokaler øvingsbinge øverom platestudio studio lydstudio låt rap rappe konsertscene utescene
  friluftsscene amfi amfiscene teatersport teaterlag teaterforestilling barneteater ungdomsteater revygruppe
  bygderevy skuespill standup stand-up sommerspel spel dansekurs dansekveld dansetilbud swing hiphop ballett
  sirkusskole kinotilbud filmkveld filmkurs lage_film kortfilmer utekino kunstprosjekt kunstutstilling
  kunstklubb kunstforening kunstlag kunstverksted tegne tegnekurs malekurs malekveld maleriutstilling fotokurs
  fotoutstilling skulpturer gatekunsten veggkunst håndverkskurs håndarbeidskafé håndarbeidsgruppe
  håndarbeidskveld strikkegruppe strikkeklubb strikkekveld syklubb syverksted symaskin vevstue toving
  keramikkurs keramikkverksted mannsverksted snekkerbod snekkerverksted snekkerkurs snekkerkveld trearbeid
  spikking treskjæring mekkerom mekkekveld bilmekking mopedverksted 3d-printer lage_ting kreative_aktiviteter
  kreative_fag skrivekurs skrivegruppe dikt poesi kulturskoleelever kulturskolekonsert musikkopplæring
  musikkskuletilbod trommekurs gitarkurs pianotimer korøvelse øvingskveld konsertopplevelse konsertsted
  konserthus konsertlokale konsertserien konsertrekke turnéteater turne turneer danseforestilling danselærer
  danselokale teaterkurs teatersal teatersesong bygdespel kunstnerverksted kunstnerbolig kunstneratelier
  kunstgate kunstløype kunstvandring kunstkurs billedkunst malerkurs fotografi fotografer kulturkort
  kulturrabatt kulturbillett kulturkveld kulturvert kulturkafé kulturlos kulturstrategi kulturbudsjett
  kulturutøvere artister scenearrangement amatørkultur barnekultur ungdomskultur eldrekultur
kulturarv: kulturarv kulturminne museum museet bygdetun lokalhistorie lokalhistorisk historie historisk
  historielaget bygdebok fortelling forteljingar tradisjon tradisjonsmat bunad kulturmiljø minnesmerke
  kystkultur krigshistorie pilegrim arkiv slekt slektsforskning dialekter + bygdehistorie historiekveld
  historielagskveld historievandring byvandring bygdevandring museumsbesøk museumskveld fortellerkveld
  fortellerkafé fortellekunst tradisjonsbærer tradisjonskunnskap tradisjonshåndverk gamle_håndverk
  handverkstradisjonar slåttonn gamle_bilder bildekveld foto_fra_gamle stedsnavn stadnamn sagn eventyr_fra
  krigsminner minneplater minnesteiner fortidsminner arkeologi gravhaug gammel_bebyggelse fredede kystarv
  båtbygging trebåt folkemusikk samisk_kultur kvensk_kultur slektsgransking museumssamling museumsformidling
  kulturminneplan kulturminneløype kulturløype kulturhistorie kulturvern verneplan fredning
  gamle_hus_restaurert gamle_hus_forfaller verneverdige krigsseilere steinalder vikingtid vikingar middelalder
  middelalderkirke
arrangement: arrangement arrangere arrangør festival marked marknad julemarked bygdedager høstmarked martna
  fest feire 17._mai nasjonaldag jubileum jul julefeiring påske sankthans nyttår temakveld foredragskveld quiz
  quizkveld bingo show teltfest kulturuke temauke åpen_dag open_dag aktivitetsdager familiedag konsertserie
  åpningsfest stand messe + arrangerer_sammen arrangørkurs arrangementsstøtte arrangementskalender
  musikkfestival matfestival sommerfest sommerfesten sommarfest høstfest vinterfest vinterfestival
  gatefest_for bygdefesten grendefest julefest julefesten julebord_for juleverksted julegrantenning påskefest
  halloween halloweenfest karneval syttende_mai sankthansfeiring sankthansaften nyttårsfest nyttårsfeiring
  midtsommer vårmarked bruktdag markedsdag bygdemarknad martnad torgdag_med foredragene bygdekveld
  konsertkveld bingokveld pubquiz grillfest grillkveld grilling konkurransekveld talentkveld talentshow
  åpen_scene kåringsfest åpen_dag_på åpne_dager markeringer jubileet fellesfest folkefest folkefesten
  familiesøndag familiearrangement familieløp løp mosjonsløp stafett dagsarrangement helgearrangement
  kveldsarrangement barnearrangement utekonsert arrangementsuke arrangementsstøtten arrangementsgruppe
  arrangementskomité arrangementsplass festkomité festplass festivalfrivillige festivalstemning åpningsshow
  folkeliv matmarked bondemarked julegate_åpning julekonsert sommarkonsert sommerkonserter kirkekonsert
  hagefest nabolagsfest elvefestival fjordfestival kystkulturdager havnefestival båtfestival sykkelfestival
  skifestival vinteraktivitetsdag vinterdag snøfest akekveld isfest refleksløp lykteparade fakkeltog
religion: kirke menighet kyrkjelyd diakoni diakon prest tro trossamfunn livssyn moske imam bedehus
  konfirmasjon dåp kristen muslim religion religiøs kirkegård gravplass seremonirom humanetisk + kirkekaffe
  kirkerom kirkebygg kirkeverge kyrkjekaffi menighetshus diakonalt trosopplæring trosfellesskap livssynsåpent
  livssynsnøytral gudstjeneste gudstjenester kirkemusikk kirkekor bedehuset bønn bønnerom ramadan id-feiring
  eid muslimske kristne jødisk sikh buddhist konfirmanter konfirmanttid dåpsopplæring gravlund gravplassen
  gravferdsplass
`;
