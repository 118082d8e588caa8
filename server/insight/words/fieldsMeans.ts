/**
 * The thesaurus, means and ways: what any workshop speaks of, whatever its theme. How it is written: `thesaurus.ts`.
 * Long because it is a word list.
 */

export const MEANS = `
[tid]
tidspress: tidspress tidsnød tidsklemme tidsmangel tidsskvis knapp_tid dårlig_tid liten_tid nok_tid mer_tid
  meir_tid ikke_tid har_tid tid_til avsatt_tid satt_av sett_av tidsbruk / travel hektisk hastverk haste jag
  mas kjas tempo stresset stress press skvis løpe_fort spring pusterom / rekke rakk hinne strekke_til
  nok_timer døgnet + klokka minutt sekund tidsramme hverdagsstress god_tid bedre_tid får_tid finne_tid
  ta_seg_tid ta_tid tid_sammen ro_til på_farten i_full_fart løpende_bånd kvalitetstid
  tidsfrist_nås effektiv_tid alltid_på_vei ettermiddagsstress morgenstress tidlig_nok i_god_tid
  tidsrom kort_varsel sein_beskjed har_ikke_tid tid_borte spiser_tid tek_tid tidkrevende
  tidkrevjande tidseffektiv sparer_tid tidsbesparende
arbeidsmengde: arbeidsmengde arbeidsbelastning arbeidspress belastning overbelastning overbelastet merarbeid
  overarbeid overtid oppgavemengde oppgavetrengsel overlesset for_mange_oppgaver mange_oppgaver
  mange_baller drukner / kapasitet kapasitetsmangel sprengt overfylt / utslitt utbrent utkjørt slitne slitasje
  sliten slite_ut møter_veggen utmattet nedkjørt tretthet trøtt mødd brenner_ut brenner_lyset tappet
  energitapp + oppgave oppgåve arbeidsoppgaver gjøremål ekstraoppgaver byrde overveldende orke slitsomt
  slitsamt kneler kollapse få_skuldre samme_skuldre alt_på_en faller_på_få ekstraarbeid meirarbeid
  tungt_arbeid alene_med_ansvaret mye_på_få få_bærer_mye tar_alt gjør_alt belaster
  avlaste_ansatte avlastning_i_hverdagen hvile_mellom
ventetid: ventetid venteliste vente kø køer lang_kø i_kø køordning ventelister lang_ventetid /
  saksbehandlingstid behandlingstid svartid liggetid tar_lang_tid lang_tid lang_prosess langtekkelig / treg
  tregt langsom somle sendrektig drar_ut + månedsvis ukevis halvår lang_tid_å uendelig avslag avslått purre
  somlete forsinkelser behandlingskø telefonkø
åpningstid: åpningstid opningstid kveldsåpent kveldsope søndagsåpent helgeåpent døgnåpent lengre_åpent
  meråpent åpent_lenger åpne_tidligere / stenge stengd sommerstengt feriestengt lukke holder_stengt / dagtid
  kveldstid kontortid arbeidstid på_kveldstid helgetid klokkeslett tidspunkt / ~åpent åpen ope åpne opne kveld
  helg ettermiddag formiddag søndag lørdag laurdag + holder_åpent held_ope åpent_hele åpent_i_helgene
  kveldsåpen kveldsopning sommeråpent døgndrift tilgjengelig_på_kveld ubetjent selvbetjent nattåpent nattope
  morgenåpent
kalender: kalender felleskalender aktivitetskalender årshjul årsplan møteplan halvårsplan terminliste /
  kollidere kolliderer kollisjon dobbeltbooking samtidig overlapp krasjer / dato frist deadline tidsfrist
  påmelding melde_på + kræsjer samme_dag samme_kveld fellesoversikt semesterplan påmeldingsfrist
  ledige_plasser fulltegnet avlyst avlyse avlysning sesongstart semesterstart oppstart oppstartsmøte kick-off
  kickoff lansere lansering milepæl forberede førebu planleggingsmøte planlegging_av tidsplan framdriftsplan
  fremdriftsplan framdrift forsinket_plan avslutning avslutte sluttføre oppsummering oppsummere statusrapport
  halvårlig kvartal kvartalsvis
langsiktighet: langsiktig varig vedvare kontinuitet kontinuerlig forutsigbar forutsigbarhet føreseieleg
  permanent fast stabil stabilitet over_tid / prosjektmidler prosjektperiode midlertidig mellombels kortsiktig
  engangstiltak skippertak ettårig prøveprosjekt prosjektbasert blaff dør_ut renner_ut dabbe + holde_liv
  videreføre videreført flerårig engangsstøtte engangspenger søke_på_nytt hvert_år_på_nytt tiltak_forsvinner
  prosjekter_dør drift drifte dagsform grunnstøtte grunnbevilgning økonomiplan fireårsplan varer_ikke forbli
  døde_ut kokte_bort renner_ut_i_sanden stopper_når_prosjektet når_prosjektet når_pengene

[penger]
økonomi: økonomi økonomisk penger midler finans kroner pengemangel pengenød pengesekk trang_økonomi dårlig_råd
  ikke_råd har_råd råd_til stram_økonomi / finansiere finansiering fullfinansiert underfinansiert
  grunnfinansiering driftsmidler investeringsmidler investere investering kapital egenkapital ramme
  rammetilskudd inntekter inntektssystem / budsjett budsjettpost øremerke bevilge bevilgning løyving
  løyve_midlar pengepott pott / overskudd underskudd gjeld kommuneøkonomi robek fattig_kommune kommunekasse
  kasse / ressurs ressurser ressurssterk ressursbruk ressursmangel lite_ressurser ressurskrevende ~million øre
  dekke dekning spleise spleiselag crowdfunding innsamling samle_inn pengebruk prioritere + lommebok bunnlinje
  spandere finansieringsmodell finansieringskilde statsstøtte kommunal_støtte finansielle likviditet
  budsjettrammer regnestykke formue rikt rik sponsormidler egenandel_fra_kommunen merkostnad dekker_utgiftene
  dekker_ikke statsbudsjettet rammekutt havbruksmidler inntektskilde går_i_pluss går_i_minus pengeknipa
tilskudd: tilskudd støtte støtteordning stønad subsidie driftsstøtte driftstilskudd tilskotsordning stipend
  stipendordning legat fond gavemidler gave bidrag frie_midler / søknadsmidler prosjektstøtte aktivitetsmidler
  tippemidler spillemidler grasrotandel lotteri loddsalg støttemidler / sponse sponsor sponsorat / insentiv
  incentiv gulrot premiering startstøtte etableringsstøtte startpakke etableringstilskudd ~stimulere
  stimulering + støttes midler_til søke_midler søkbare pott_til mikrotilskudd småpott fritidsfond startkapital
  gavekort gåve donasjon donere tildele utlysning_midler gaveinnsamling vederlag kulturfond innbyggerbudsjett
  medborgerbudsjett deltakende_budsjett tilskuddsordninger søkte_om_midler tilsagn innvilget
  søke_prosjektmidler ekstern_finansiering eksterne_midler stiftelse sparebankstiftelsen gjensidigestiftelsen
  dam bufdir momsrefusjon refusjon refundere refundert startpott
pris: pris dyr dyrt kostbart kostnad koste prisnivå prisvekst prisstigning fordyre overpris / avgift gebyr
  egenandel eigendel egenbetaling betale foreldrebetaling inngangspenger kontingent medlemsavgift
  treningsavgift deltakeravgift leiepris startkontingent påmeldingsavgift makspris / takst regning rekning
  faktura / utgift utstyrspress + billettprisen betalingsevne betalingsvilje prisgaranti medlemspris
  leiekostnader leieutgifter leieprisene høy_leie høg_leige prisøkning prisauke transportkostnader
  reisekostnader reiseutgifter utstyrskostnader medlemskontingent årsavgift
gratis: gratis kostnadsfri kostnadsfritt vederlagsfri avgiftsfri gratistilbud nulltakst / billig rimelig
  overkommelig rabatt halvpris moderasjon prisreduksjon priskutt redusert_pris familierabatt søskenmoderasjon
  verdikort fritidskort aktivitetskort + uten_å_betale utan_å_betale fri_entre gratisdag kostar_ingenting
  frikort halv_pris subsidiert
lønn: lønn lønnsnivå lønnsvilkår lønnsløft lønnsøkning lønsauke lønnsforskjell lønnsoppgjør lavtlønn
  underbetalt timelønn honorar godtgjøring betalt_for / tillegg ulempetillegg helgetillegg bonus frynsegode
  velferdsgode goder lønnstillegg / tjene inntekt tariff sommerlønn lærlingelønn + betalte lønnsstige likelønn
  frikjøp frikjøpt kompensasjon
skatt: skatt skattelette skatte eiendomsskatt moms arbeidsgiveravgift skattefordel formuesskatt
fattigdom: fattigdom fattig barnefattigdom lavinntekt låginntekt lavinntektsfamilie vedvarende_lavinntekt
  trangbodd / levekår levekårsforskjell ulikhet ulikskap utjevning sosial_ulikhet klasseskille forskjeller /
  sosialhjelp økonomisk_sosialhjelp økonomisk_stønad nav betalingsanmerkning gjeldsrådgivning gjeldsproblem
  inkasso matutdeling matkø fattighuset julehjelp husleierestanse dyrtid ~stå_utenfor + råd_til_å_delta
  sosial_bakgrunn foreldres_inntekt knappe_midler lite_penger_hjemme ikke_råd_til_utstyr hjemmeforhold
  nødlidende fattigslig utstyr_til_alle deltar_ikke_på_grunn vanskeligstilt klær vinterklær bursdag julegave
kutt: kutt nedskjæring innsparing innspare spare sparetiltak sparekniv innstramming stramme_inn budsjettkutt
  ostehøvel / nedbemanne effektivisere effektivisering slanke / nedlegge legge_ned lagt_ned avvikle /
  sentralisere sentralisering slå_sammen sammenslåing strukturendring + kuttliste strammere sparekrav
  reduksjon reduserte rasjonering nedtrapping fjernet tatt_bort teke_bort borte_etter lagt_bort nedskalere
  innskrenke
anskaffelse: anskaffelse innkjøp innkjøpsordning kjøpe anbud anbudsrunde anbudskonkurranse leverandør
  rammeavtale kontrakt innkjøpsavtale bestiller / tildelingskriterium miljøkrav lokale_leverandører
  konkurranseutsette privatisere privatisering ~kriterier + innkjøpsregler tilbyder konsulent konsulentbruk
  sosial_profil seriøsitet

[folk]
bemanning: bemanning underbemannet bemanningsnorm grunnbemanning personalmangel personellmangel folk_på_jobb
  nok_folk flere_hender flere_ansatte flere_voksne for_få_ansatte for_få_folk mangler_folk mangel_på_folk
  varme_hender / årsverk stillinger stillingshjemmel ubesatt ubesatte hjemler ekstra_stilling ny_stilling /
  voksentetthet personaltetthet lærertetthet pedagogtetthet pleiefaktor gruppestørrelse ~personale personell
  hender + ansatte_per voksne_per få_ansatte få_voksne flere_lærere flere_sykepleiere én_på_jobb alene_på_jobb
  alene_på_vakt alene_med for_få_på hjelpemann ekstra_hender ekstrahender ekstrahjelp ubemannet personalnorm
  folk_nok to_på_jobb trenger_flere_ansatte oppbemanne femti_prosent nok_ansatte mannskap personellressurs
  flere_folk nok_voksne mannskapsmangel sårbart_ved_sykdom bemanningskrise bemanningssituasjonen én_ansatt
  ein_tilsett to_ansatte deltidsstilling_som koordinatorstilling prosjektleder prosjektmedarbeider fagleder
  faggruppe ekstrabemanning sommerbemanning helgebemanning kveldsbemanning
vikar: vikar vikarer vikarbruk vikarpool vikarbyrå vikarordning ringevikar tilkallingsvikar tilkallingsvakt
  innleie innleid bemanningsbyrå vikarbudsjett / fravær sykefravær sykemeldt sjukmeld korttidsfravær
  langtidsfravær egenmelding nærvær fravers borte_fra_jobb + sjuke erstatter erstatte vikarliste vikarutgifter
  vikarstopp stadig_nye_ansikter nye_ansikter mange_ansikter bemanningsenhet sykdom_i_personalet vikarpott
  vikarkorps vikarsystem vikarkabal setter_ikke_inn gikk_ned
rekruttering: rekruttere rekruttering nyrekruttering verve tiltrekke lokke lokke_til / søkere søker_på
  få_søkere kvalifiserte_søkere søkjarar søkertall utlyse utlysning stillingsannonse annonse ansette
  ansettelse jobbsøker jobbintervju intervju / arbeidskraft arbeidskraftmangel fagfolk fagfolkmangel
  mangelyrke nye_medlemmer nye_frivillige etterfølger arvtaker overta gjenvekst nyansette nyansatt /
  konkurrere konkurranse_om + rekruttert finne_folk få_tak_i skaffe_folk få_nye nye_folk nye_krefter nytt_blod
  unge_inn få_med_unge yngre_krefter ingen_vil_ta få_med_flere få_med_seg kapre headhunte stillingsutlysning
  utdannede etterspør vanskelig_å_få_tak konkurrerer_om kamp_om tilkalle lyse_ut søkerliste rekrutteringspool
  rekrutteringskampanje_for rekrutteringsstrategi rekrutteringsbonus vervekampanje vervepremie vervemøte
  nye_trenere nye_ledere instruktør talent kandidat jobbmesse stillingstittel søkermangel søkermassen
  generasjonsskifte foryngelse
beholde: beholde behalde bli_værende blir_værende turnover gjennomtrekk utskifting utskiftning slutter_i
  slutte_i ansatte_slutter folk_slutter forsvinner_ut flukt avskalling / seniortiltak seniorpolitikk
  stå_lenger pensjonere pensjonering gå_av_med avgangsalder frivillige_slutter faller_fra fell_frå mister_folk
  + holde_på held_på holde_på_folk ta_vare_på bli_lenger slutte sluttet sier_opp oppsigelse gir_seg gjev_seg
  går_av drar_igjen folk_drar flykte blir_ikke avgang_blant utbyttbar lojal bindingstid bindingstillegg
  stabil_arbeidskraft rullering fast_personale rotasjon ansatte_blir ansatte_forsvinner forlenger ansiennitet
  sluttårsak sluttsamtale stabile_voksne stabile_ansatte stabilt_personale kontinuitet_i_personalet
kompetanse: kompetanse kompetent kompetanseheving kompetanseløft kompetansebehov kompetanseplan
  kompetansemangel kompetanseutvikling fagkompetanse spisskompetanse tverrfaglig_kompetanse / kurs kursdag
  opplæring etterutdanning videreutdanning fagdag internopplæring e-læring webinar sertifisere sertifisering
  sertifikat kurstilbud kursrekke / ufaglært ufaglærte ufaglærd faglært kvalifisert kvalifiserte kvalifikasjon
  ukvalifisert / ferdighet dyktig flink dugelig ekspertise ekspert profesjonell proff faglig fagmiljø / ~lære
  lærer_opp øve kunne_mer + påfyll fagkunnskap fagkveld kan_for_lite lærer_seg opplæringspakke
  opplæringsprogram grunnopplæring kunnskap kunnskapsløft kunnskapshull innsikt forståelse kunnig kursserie
  temakurs workshop lederkurs fordypning autorisasjon førstehjelpskompetanse kunnskapsmangel ferdighetstrening
  øvingslærer simuleringstrening øvingsopplegg fagsamling fagmøte faggrupper fagplan lærlingløp læringsmål
  læringsarena læringsarenaer lærende lærande opplært opplærde opplæringsdag opplæringsmodul innføringskurs
  nybegynnerkurs begynnerkurs nybegynner grunnkurs kurslærer kursholder kursavgift instruksjon
  veiledningsvideo instruksjonsvideo
erfaringsdeling: erfaringsdeling erfaringsutveksling erfaring dele_erfaring dele_kunnskap lære_av
  lære_av_hverandre beste_praksis kunnskapsdeling kollegaveiledning kollegarettleiing hospitere hospitering
  fagnettverk læringsnettverk studietur studiebesøk / nøkkelperson personavhengig sårbart overlapping
  overføring overlevere kunnskapsoverføring sitter_i_hodet + eksempel eksempler lære_av_de lære_av_andre
  dra_på_besøk se_hvordan_andre andre_kommuner inspirasjonstur læringsbesøk idébank delingskveld
  vise_hverandre lære_hverandre lærer_av_hverandre lærer_bort lære_bort kunnskap_forsvinner hodet_på_én
  bare_én_som_kan avhengig_av_én avhengig_av_enkeltpersoner kopiere kopiert oppskrift_fra suksessoppskrift
  suksessfaktor modell modellkommune forbildekommune spre_ideen spredning overføringsverdi presentere
  presentert presentasjon studiereise hospiteringsordning
ledelse: ledelse leder lederskap lederutvikling lederstøtte toppledelse mellomleder avdelingsleder enhetsleder
  personalleder nærleder tillitsbasert tydelig_ledelse tilstedeværende fraværende_ledelse kontrollspenn / sjef
  direktør rådmann kommunedirektør kommunalsjef rektor styrer daglig_leder / beslutte beslutning avgjerd
  avgjøre + leiaren leiinga styringssystem rapporterer_til ovenfra toppstyrt detaljstyring mikroledelse
  tillitsreform lederforankring topptung
prioritering: prioritere prioritering prioritert nedprioritert bortprioritert oppprioritere nedprioritere
  høyt_på_listen fokus vektlegge velge_bort / vilje handlekraft handlekraftig gjennomføringskraft gjennomføre
  iverksette sette_i_gang setje_i_gong sette_i_verk realisere omsette mot_til tør_ikke våge tørre modig
  følge_opp oppfølging blir_ikke_fulgt ta_tak tar_tak skrivebordsskuff skuffen / utsette utsetting utsatt nøle
  tafatt ubesluttsom snakk prat mye_snakk tomme_ord symbolpolitikk festtale handling konkrete_tiltak fine_ord
  / forankre forplikte eierskap bindende + sist_i_køen nederst nedst salderingspost salderes bakerst_i_køen
  kommer_sist viktigst_først satse satsning innsatsområde strategi strategisk strategiplan målsetting
  handlingsplan tiltaksplan blir_liggende det_skjer_ingenting skjer_ingenting ingenting_skjer gjør_noe
  sette_ut_i_livet få_gjort vedtatt_men gjøre_alvor fra_ord skyves utsatte_vedtak på_vent sette_på_vent
  ikke_fulgt_opp fulgt_opp følgt_opp følges_ikke_opp planverk_ingen uteblir konkretisere konkretisert
  beslutningsvegring unnfallenhet unnasluntring lite_skjer skjer_ikke_noe går_for_sakte stopper_opp
ansvar: ansvar ansvarlig ansvarsfordeling ansvarsområde ansvarsfraskrivelse ansvarspulverisering eier_ikke
  ingen_eier hvem_eier hvem_gjør hvem_som kven_gjer ingen_tar ingen_har uklart_ansvar / rolle rolleavklaring
  rolleforståelse rollefordeling oppgavefordeling oppgåvefordeling arbeidsdeling / mandat fullmakt kasteball
  svarteper mellom_stoler mellom_to_stoler gråsone skyver skyver_på pulverisere + ansvaret ansvarsfolk
  ansvarspersoner ingen_som_tar ingen_som_har hovedansvar ansvarsavklaring ansvarsforhold eier eierløs
  koordineringsansvar kontaktledd hvem_skal rolledeling oppgaven_ligger ansvarsfull ball_over
samarbeid: samarbeid samarbeidsavtale samarbeidsmøte samarbeidsforum samarbeidspartner samarbeidskultur
  samhandling samspill samspel samordne koordinere koordinering koordinator koordinert partnerskap partner
  allianse dra_i_lag spille_på_lag trekke_i_samme på_tvers tvers jobbe_sammen arbeide_saman drar_sammen /
  tverrfaglig tverrsektorielt tverretatlig flerfaglig / silo silotenkning båser fragmentert oppstykket
  / etat sektor avdelinger enheter tjenester_på / interkommunal regionsamarbeid nabokommune
  samlokalisere samlokalisering / nettverk nettverksmøte kontaktperson kontaktpunkt bindeledd brobygger
  overgang én_dør en_vei kobling kople ~felles fellesmøte saman + samarbeidsgruppe arbeidsgruppe ressursgruppe
  team teamarbeid felles_møter fellesmøter felles_mål felles_plan felles_løsning felles_løft fellesløft
  samla_innsats felles_innsats aktør instans instanser vet_ikke_om_hverandre går_sammen gå_saman
  slå_seg_sammen med_hverandre med_kvarandre hver_for_seg kvar_for_seg hver_på_sin_tue egne_saker
  alle_gjør_sitt helhet sømløs sømløst vertikalt horisontalt avtalt intensjonsavtale partnerskapsavtale
  kontaktmøter samkjørt samkjøre_tjenester bru_mellom kontakt_mellom samarbeidsprosjekt samarbeidstiltak
  samarbeidsorgan samarbeidsutvalg samarbeidsvilje samarbeidsklima samarbeidsmodell samarbeidsrutiner
  sammen_om gjort_sammen gå_sammen_om delt_ansvar spleise_på dele_på ressursdeling fellesressurs
  fellesarrangement felles_ressurs felles_prosjekt felles_kurs felles_strategi fellesskap_mellom tett_kontakt
  jobber_hver_for arbeider_hver_for parallelle parallelt konkurrerer_med_hverandre konkurrerer_i_stedet
  bruker_hverandre knytte_sammen møtes_jevnlig møtes_for_sjelden næringsliv_og_skole skole_og_næringsliv
  kommune_og_frivillighet frivillighet_og_kommune kommunen_og_lagene skole_og_bibliotek samskapingsmidler
  tverrgående felles_front
dialog: dialog kommunisere kommunikasjon samtale snakke_sammen snakkes prate prates_ved informasjonsflyt
  meldingsbok / misforstå mistyding ordbruk tone_i kommunikasjonssvikt / tilbakemelding svar får_ikke_svar
  respons / møtestruktur møtekultur møter møtetid statusmøte teammøte personalmøte + kommuniserer
  kommunikasjonsplan informere_hverandre ansikt_til_ansikt forbi_hverandre skjønner_ikke forstå forstår
  uforståelig språket_i_brev formuleringer evalueringsmøte_med ukesmøte morgenmøte møtevirksomhet samtalekort
utstyr: utstyr utstyrsmangel utstyrsbod materiell verktøy hjelpemiddel hjelpemidler redskap maskin maskinpark
  mangler_utstyr nytt_utstyr gammelt_utstyr ødelagt øydelagt utslitt_utstyr møbler inventar stoler bord / lån
  utlån utleie leie utstyrssentral utstyrslager utstyrsbank bua utlånsordning låneordning lånebod / lager
  lagring lagerplass oppbevaring oppbevare bod boder container + utstyrspakke verktøykasse scooter atv
  traktor_vi prosjektor høyttaler lydanlegg lydutstyr mikrofon kamera printer kopimaskin kaffemaskin hyller
  møblement skiutstyr ski_og_skøyter turutstyr sportsutstyr tilhenger sovepose tursekker oppbevaringsplass
  låsbare skap skur uthus lagerrom bærbar utstyrsliste førstehjelpsskrin bøtte spade hansker arbeidsklær
  uniform arbeidstøy vernetøy sikkerhetsutstyr redningsvest redningsvester flytevest flytevester livbøye
  klyper plukkepinner grabb hengere partytelt
rutiner: rutine prosedyre retningslinje retningsliner sjekkliste systematisk systematikk struktur strukturert
  metode metodikk standard standardisere arbeidsmåte kvalitetssikring kvalitetssystem avvik avviksmelding
  internkontroll / effektiv effektivt ineffektiv dobbeltarbeid dobbeltføring tungvint tidstyv unødvendig
  rasjonell forenkle + årsrutine opplegg maler_for felles_mal skjemamal veikart handbok håndbok veileder_for
  standardløsning arbeidsflyt arbeidsprosess prosess prosesser enklere_system dobbelt_opp manuelt manuell
  papirbasert omvei rutinebeskrivelse rutineheftet prosesskart oppsett malverk standardmal kvalitet kvaliteten
  kvalitetsmål kvalitetsarbeid system_for systematisert arbeidsmetode
omstilling: endring endringsvilje endringsprosess omstille omstillingsevne fornye reform endringstretthet
  motstand motvilje mostand skepsis skeptisk vegring vane vant_til gamle_vaner gammel_vane
  alltid_gjort alltid_vært stivbeint rigid / innovasjon innovativ nyskapende nytenkning nytenking tenke_nytt
  kreativ kreativitet eksperimentere pilot prøve_ut utprøving teste forsøk prøveordning fleksibel
  fleksibilitet + endringsledelse omorganisering omorganisere nyorganisere organisering endringsvillig ny_måte
  nye_måter annerledes tradisjonsbundet fastlåst fastlåste låst_i slik_det_alltid slik_vi_alltid
  ideer idérik fantasi tør_prøve prøve_nytt prøve_noe_nytt pilotprosjekt forsøksordning forsøksprosjekt
  prøveperiode prøvetid lek_med framtida framtidsrettet utradisjonell gründerånd endringstrøtt
  endringsmotstand endringsmoden redde_for_nytt bruke_nye_metoder oppfinnsom forsøkskommune testperiode
  prøvd_ut prøvekjøring idéverksted idéutvikling innovasjonsprosjekt innovasjonspris hackathon designtenkning
  tjenestedesign
kunnskapsgrunnlag: forskning forske følgeforskning statistikk datagrunnlag tallmateriale fakta
  kunnskapsgrunnlag kunnskapsbasert evidens / kartlegge undersøke spørreundersøkelse spørjeundersøking ungdata
  måle målbar indikator evaluere evaluering vurdere vurdering analyse utrede utredning utgreie / overvåke
  følge_med telle logg + data_om dataene talla spørreskjema trivselsundersøkelse brukerundersøkelse
  brukarundersøking innbyggerundersøkelse evaluert måltall resultatmåling dokumentert dokumenterer funn
  rapport_fra evalueringsrapport konsekvensutredning studie_av oversikt_over_behov behovskartlegging
  behovsanalyse nullpunkt kartlagt følgeevaluering midtveisevaluering sluttevaluering telt_opp registreringer
  dataanalyse faktagrunnlag faktaark kunnskapsoppsummering lære_av_feil læringspunkt

[holdning]
holdninger: holdning haldning holdningskampanje holdningsendring holdningsarbeid menneskesyn mentalitet
  bygdedyret janteloven ukultur kultur_for fryktkultur / fordom stigma stigmatisere stigmatisering stempel
  stemple tabu skam skamfull flaut / myte rykte sladder sladre / rasisme rasistisk diskriminere diskriminering
  forskjellsbehandling hets hatprat hatefulle netthets + haldningsendring innstilling tankegang tankesett
  mindset synet_på negativt_syn nedlatende baksnakking prate_ned snakker_ned dømmende utstøting latterliggjøre
  latterliggjort mistenkelig redsel_for_fremmede fremmedfrykt hatytringer ytringsklima respektløs respektløst
  toleranse tolerant aksept aksepterer annerledeshet å_være_annerledes stereotypi diskriminert skamfølelse
  pinlig flaue tør_ikke_spørre tør_ikke_be be_om_hjelp stigmaet synse fordomsfri fordomsfritt kulturendring
  likegyldighet_til merkelapp mistenkeliggjort nedsnakking snakkes_negativt negativ_omtale negative_oppslag
status: status lav_status låg_status anseelse prestisje omdømme rennommé image / verdsette verdsetting
  verdsatt anerkjenne anerkjent respekt ros applaus skryt skryte heie synliggjøre_innsats blir_sett bli_sett
  vere_sett / takk takkefest påskjønne pris_til kåring premiere utmerkelse hedre heder pris_for årets / stolt
  yrkesstolthet lokalpatriotisme + verd verdi verdifull betydningsfull yrkesstatus sett_opp_til sett_ned_på
  ser_ned_på framsnakk heiagjeng klapp_på_skuldra skulderklapp applaudere frivilligpris ildsjelpris
  æresbevisning gavekort_til diplom pokal markere_innsats feire_innsats feire_suksess løfte_fram løfte_frem
  oppmerksomhet lite_synlig_innsats usynlig_arbeid usynlig_innsats blir_ikke_sett_pris sette_pris
  sette_pris_på setje_pris takkekort takkemiddag takkekveld hedersbevisning ærespris innsatspris
  kommunens_pris
motivasjon: motivasjon motivere motivert motiverte engasjement engasjere engasjert entusiasme giv gnist glød
  interesse interessert interesserte lyst iver begeistring inspirasjon inspirere inspirerende / umotivert
  likegyldig bryr_seg gidder giddalause apati lei lei_av gir_opp gi_opp kjedelig keisamt kjede resignere
  oppgitt / mestring mestringsfølelse mestringsopplevelse lykkes selvtillit selvfølelse selvbilde tro_på_seg /
  drøm håp framtidstro optimisme optimistisk pessimisme svartsyn ambisjon ambisiøs visjon / gøy moro morsom
  artig kjekt spennande humor latter glede + engasjerende inspirert mistet_motet motløs motløshet meningsfull
  meiningsfull meningsfylt meining mening_med få_til får_til fekk_til oppnå stolte_av nysgjerrig utforske
  viljen initiativ initiativtaker initiativrik pågangsmot stå-på dra driv lokkende belønning premie
  utfordring_for trigger glad positivitet energi_av kjedsomhet monotont ensformig gøyale kule kult fengende
  brenner_for hjertesak hjertebarn lidenskap pasjon vil_ikke_lenger orker_ikke_lenger giret tente
trivsel: trives trivsel trivst trivnad trivselstiltak trivelig hyggelig koselig godt_miljø arbeidsglede /
  stemning atmosfære samhold samhald lagånd fellesskapsfølelse vi-følelse takhøyde takhøgd
  psykologisk_trygghet + trivselsgruppe trivselsdag trivselsagent velvære velferd hyggestund kos kosestund lun
  lunt latter_i lagfølelse velkommen velkomne føle_seg_hjemme heime_i høre_hjemme inkluderende_miljø
  positivt_miljø dårlig_miljø trivselsfaktor trivselspris trivselskomité trivselspatrulje sosial_komité
  glade_barn glade_ansatte fornøyde_ansatte fornøyde_brukere fornøyde_foreldre god_tone hygge_seg hyggekveld
  varme_møter varm_velkomst
tillit: tillit tillitt mistillit mistro stole_på tillitsfull lojalitet ærlig åpenhet openheit gjennomsiktig
  transparent / svik løftebrudd holder_ikke / konflikt krangel krangle uenighet usemje strid motsetning
  polarisering splid bygdekrangel maktkamp megling mekle konfliktløsning + tillitsbygging stoler_ikke tiltro
  tru_på tro_på respekt_mellom mistenksom kontroll_i_stedet løfter lovnader holde_ord holde_det_vi
  åpne_prosesser innsyn innsynsrett hemmelighold hemmelig skjuler bråk_mellom klikkdannelse rivalisering
  konkurranse_mellom misunnelse sjalusi vi_mot_dem vi_og_dem oss_mot nag skepsis_til_kommunen lukkede lukka
  konfliktnivå konfliktfylt konflikthåndtering nabokonflikt nabokrangel generasjonskonflikt maktspill
forventning: forventning forventningsavklaring avklare avklaring tydelige_rammer urealistisk krav kravstor
  krever_for for_høye_krav + forventes lover_mer press_fra_foreldre høyt_press

[informasjon]
kjennskap: vet_ikke veit_ikkje visste_ikke vet_om kjenner_ikke kjenner_til kjent ukjent uvitende kjennskap
  aner_ikke ant_ikke hørt_om få_vet få_veit ingen_vet ingen_veit vite_om bedre_kjent gjøre_kjent usynlig
  synlig synliggjøre synleggjere skjult bortgjemt gjemt / informasjon informere informerer informasjonsmangel
  informasjonsmøte informasjonskveld infomøte infokveld opplyse opplysning kunngjøre beskjed varsle formidle
  orientere orientering / oversikt oversiktlig uoversiktlig samleside samlet_oversikt finne_fram finne_frem
  finne_fram_til hvor_finner leter leite finne_informasjon hvem_ringer hvem_skal_jeg hvor_man / brosjyre
  plakat oppslag oppslagstavle nyhetsbrev nyheitsbrev infoskriv infoskjerm postkasse kommuneavis skilt skilte
  veiviser klarspråk forståelig lettlest enkelt_språk + hørt_om_det visste_om visste_ikke_at vet_ikke_at
  vet_ikke_hva veit_om vite_hva vite_hvem vite_hvor få_kjenner få_vet_at ukjente_tilbud ingen_kjenner
  blir_ikke_sett godt_bevart hemmelighet når_ikke_fram når_ikke_ut nå_ut når_ut nå_fram informasjonsflyten
  info infokanal informasjonskanal informasjonspakke infopakke infosenter informasjonssenter infobrev
  informasjonsbrev infotavle orienteringsmøte opplysningsarbeid opplysningskampanje melding sms tekstmelding
  varsel tilbudsoversikt samlet_på_ett én_side ett_sted katalog hefte folder veikart_til brev_i_posten
  utsending innbyggerinformasjon informert uinformert forvirrende vanskelig_å_finne finne_ut finner_ikke
  vanskelig_å_vite informasjonsskriv informasjonsside infostand infofilm infoark infoplakat nyhendebrev
  kjenner_til_tilbudet vet_om_tilbudet vet_at_det_finnes veit_at_det_finst vite_om_tilbudet kjenner_tilbudet
  kjenner_ikke_tilbudet visste_ikke_om oppdage_tilbud finner_ikke_fram hvem_som_tilbyr skiltplan merking_av
  kjøleskapsmagnet postkort husstand visittkort utdeling
markedsføring: markedsføre marknadsføring reklame kampanje profilere profilering promotere merkevare slagord
  logo annonsere frontfigur snakke_opp framsnakke vise_fram omdømmebygging stolt_av_kommunen / sosiale_medier
  sosiale_medium facebook facebookgruppe instagram snapchat snap tiktok youtube influenser podkast podcast
  blogg hashtag film filmsnutt video / avis lokalavis lokalavisa media journalist radio lokalradio nyheter +
  promo synliggjøring mediedekning medieoppslag reportasje intervju_i avisinnlegg leserinnlegg annonsering
  reklamefilm informasjonsvideo posting deling_på_nett følgere delte_på banner roll-up stand_på brosjyrer
  jungeltelegrafen munn_til_munn ryktet_går selge_oss selge_inn ambassadører_for historier_om_suksess
  kommunikasjonsrådgiver reklamert reklameplakater kampanjefilm kampanjeuke innholdsprodusent delingsvennlig
  vise_frem vist_fram omtalt radioinnslag pressemelding avisoppslag instagramkonto facebookside snapchatkonto
  tiktokvideoer merkevarebygge profilklær
nettside: nettside nettsted heimeside hjemmeside kommunens_nettsider søkefunksjon lenke utdatert_nettside /
  app mobilapp + kommunesida kommunens_side digital_oversikt ikke_oppdatert søkbar søkefelt søkemotor
  digital_oppslagstavle aktivitetsapp kommuneapp bygdeapp chat nettprat qr-kode

[sted]
lokaler: lokale lokalitet rom grupperom møterom fellesrom øvingsrom øvingslokale egnet_lokale egnede
  romfordeling oppholdsrom areal arealbruk leie_lokaler gratis_lokale / sal storsal gymsal aula samfunnssal
  klubbhus grendehus grendahus bygdehus samfunnshus forsamlingshus allhus flerbrukshus ungdomshus bydelshus
  kulturhus / trangt plassmangel dårlig_plass liten_plass romslig mangel_på_plass sambruk flerbruk utleie
  nøkkel nøkler nøkkelkort låst booking bookingsystem reservere romleie tomme_lokaler ledige_lokaler
  står_tomme + plass_til_å plass_til sted_å_øve sted_å_møtes stad_å_møtast fellesareal garasjerom kontorer
  møtelokale forsamlingslokale kjeller loft tomme_skolelokaler gamle_skolen skolebygget_på_kveldstid
  bruke_skolen lånelokale husleie_for_lag uegna uegnede felleshus grendehuset samfunnshuset kulturhuset
  bydelshuset frivillighetens_hus foreningshus trangbygd for_lite_plass plass_nok nok_plass fullbooket opptatt
  dobbeltbooka nøkkelansvarlig adgangskort digital_lås forsamlingshuset fellessal åpne_skolen_på åpne_skolene
  skolen_på_kveldstid sambrukslokale sambrukshus ombyggbar romløsning romutforming innredning innreie møbleres
møteplass: møteplass møteplasser møtested møtestad treffpunkt treffsted treffstad treff samlingssted
  samlingsplass sosial_arena arena arenaer sosiale_arenaer uformell uformelle_møter nærmiljøsenter nabolagshus
  åpent_hus ope_hus lavterskel lågterskel lavterskeltilbud lågterskeltilbod / kafe kaffe kaffekopp kaffekrok
  kafeer språkkafe nabokafe kafétilbud pub kro kaffebar vaffel vafler / møtes møtast samles henge hengested
  være_sammen komme_sammen stikke_innom + møtepunkt samlingspunkt ute_på_torget kafébord kaffetreff kaffestund
  kaffetår formiddagskaffe formiddagstreff torsdagskafé onsdagskafé pratebenk sofakrok stue bygdestue
  nærmiljøstue dagligstue uformelt uforpliktende lavterskelaktivitet dropp_innom uten_påmelding utan_påmelding
  ikke_noe_sted ingen_steder hengeplass chille slå_av_en_prat lavterskelmøteplass lågterskelmøteplass
  kaffekanne kaffevogn kafédrift brukerdrevet kaffebordet pratebord prateplass praterom strikkebord
benk: benk sittebenk sitteplass sitteplasser sitte_ned sette_seg kvile hvile hvilebenk rasteplass / bord grill
  grillplass bålplass lysthus paviljong + sittegrupper sittekrakk piknik picnic kvilebenk hvileplass
  ryggstøtte
avstand: avstand lang_vei langt_unna langt_til langt_å nærhet nærleik nær_hjemmet desentralisert
  desentralisere geografi geografisk spredt / utkant distrikt grend periferi ytterkant småsted bygd tettsted
  sentralt sentrumsnært kommunesenter bydel / øy øyer øyane øysamfunn + lang_kjøretur mil kilometer timer_unna
  en_time_unna nært_der nært_hjem spreidd avsides øde reise_langt langt_fra lengst_ut lokalisert plassering
  beliggenhet sentraliserte alt_er_i_sentrum alt_skjer_i_sentrum alt_i_sentrum bare_i_sentrum mobile_tjenester
  ambulerende desentraliserte lang_reise nærmere_folk i_hele_kommunen i_heile_kommunen alle_deler_av_kommunen
  hele_kommunen heile_kommunen ytre utenfor_sentrum utanfor_sentrum kommunesenteret bygdesenter bygdesentrene
  grendesenter bor_langt bur_langt bor_utenfor
tilgjengelighet: tilgjengelig lett_tilgjengelig adgang / universell universell_utforming uu rullestol
  rullestolbruker rullator rampe heis trapp trappefri terskel terskler dørstokk barrierefri trinnfri ledelinje
  teleslynge barnevogn døråpner handikap handikaptoalett hc-parkering / funksjonsnedsettelse funksjonshemming
  funksjonshemmede funksjonsvariasjon utviklingshemming blind svaksynt synshemmet hørselshemmet hørsel døv
  tegnspråk bevegelseshemmet / tilrettelegge tilrettelagt tilpasse tilpasning individuell + komme_inn
  kommer_ikke_inn inngang inngangsparti dør dørterskel håndløper rekkverk trappeheis bratt bratte bakke
  rullatorvennlig snublekant kant høydeforskjell nivåforskjell ujevnt underlag brostein fremkommelig
  framkommeleg merking_for kontrast kontraster punktskrift storskrift stor_skrift hjelpemiddelsentral handicap
  handicapvennlig ledsager ledsagerbevis følge_til følgeperson spesialtilpasset personer_med_nedsatt
  nedsatt_funksjonsevne
lyd: støy bråk bråkete støynivå lydnivå lyddemping lydisolering akustikk høylytt støyplage støyskjerm larm
  lydmiljø / stille stillerom roligere ro + støyete lydabsorbenter musikkanlegg_høyt nattero sanserom lydtette
lys: lys belysning gatelys lyssetting lyspunkt lyktestolpe veilys mørk mørkt mørketid opplyst lysløype
  mørklagt + lyst_opp belyst gatelysa slukket slukt lyskaster lyslenker lyspærer
renhold: renhold rengjøring reinhald vaske skittent skitten møkkete / rydde ryddig rotete rot / toalett doer
  wc dusj garderobe stellerom + møkk søl stell vaskehjelp toalettforhold utedo tisse stellebord
  garderobeforhold hygiene ufyselig stinker
inneklima: inneklima ventilasjon luft innemiljø tung_luft dårlig_luft mugg fukt råte trekk kaldt varmt
  temperatur innetemperatur kulde iskaldt solskjerming + klimaanlegg luftkvalitet_inne hodepine innelufta
  fuktskader muggsopp soppskade lekkasjer_i_taket fryser svett varmen
`;
