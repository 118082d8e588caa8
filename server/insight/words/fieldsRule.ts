/**
 * The thesaurus, rule and order: politics, participation, law, planning, digital services, safety and preparedness.
 * How it is written: `thesaurus.ts`. Long because it is a word list.
 */

export const RULE = `
[demokrati]
medvirkning: medvirke medvirkning medbestemmelse innflytelse innverknad påvirke påvirkning påverke involvere
  involvering involvert delaktig brukermedvirkning innbyggermedvirkning samskaping bestemme bestemt ta_med
  være_med_å være_med_på tatt_med får_bestemme / høre_på lytte blir_hørt bli_hørt bli_høyrd ikke_hørt spurt
  blir_spurt ingen_spurte spørre spørre_om overhørt overkjørt lydhør tatt_på_alvor ta_på_alvor tatt_på
  stemme_i / innspill innspel innspillsmøte forslag forslagskasse idékasse idemyldring høring høringsrunde
  høringsfrist merknad uttale klage klagemur / folkemøte borgermøte bygdemøte dialogmøte grendemøte folkeforum
  kafédialog gjestebud innbyggerpanel innbyggjarpanel borgerpanel borgarpanel innbyggerforslag folkeavstemning
  folkerøysting / ungdomsråd elevråd eldreråd barn_og_unges brukerråd brukarråd brukerutvalg medborger
  medborgerskap ungdommens_kommunestyre råd_for / skinnmedvirkning skinnprosess allerede_bestemt
  allerede_avgjort avgjort_på_forhånd lukkede_dører + få_være_med være_med_på_å får_ikke_være spør_folk
  spør_ungdommen spør_oss spør_de inkludert_i_prosessen prosess_med brukerstemmen brukarstemma stemmen
  blir_tatt_på blir_teke_på_alvor høyrt de_det_gjelder dei_det_gjeld de_som_bruker_det ovenfra_uten
  innspillrunde idébank_for idédugnad idékveld meningsmåling dialogkafé kafébordsamtaler innbyggerdialog
  innbyggerting ungdomsting ungdomspanel barnestyre innbyggerråd grendeutvalg nærmiljøutvalg lokalutvalg
  bydelsutvalg kommunedelsutvalg protest protestere demonstrere underskriftskampanje opprop påvirkningskraft
  påvirkningsmulighet medråderett medansvar selvstyre folkemøter åpne_møter spurde spurte_ungdommene
  spurte_innbyggerne fikk_være_med fekk_vere_med var_med_å_planlegge med_på_å_planlegge med_i_planleggingen
  med_fra_starten tidlig_i_prosessen inn_tidlig representanter representert brukerrepresentant referansegruppe
  brukergruppe brukermøte brukermøter brukerforum innbyggermøte innbyggermøter innbyggarmøte innbyggjarmøte
  grendemøter høringssvar høringsinnspill høringsmøte ideer_fra_innbyggerne forslagsboks postkasse_for_ideer
  tilbakemeldinger_fra_brukere vart_høyrd avgjøre_selv velge_selv
politikk: politiker politikk politisk kommunestyre formannskap ordfører utvalg hovedutvalg folkevalgt
  folkevald parti partilag byråd bystyre nominasjon lokalpolitikk lokalpolitiker / vedtak vedta vedtatt
  budsjettvedtak sakspapir saksframlegg interpellasjon / regjering storting stortinget departement staten
  statlig statsforvalter direktorat nasjonal fylkeskommune fylket fylkesting fylkesvis + kommunestyremøte
  kommunestyremøter partipolitikk omkamp utvalgsmøte saklista ordføreren ordføraren næringspolitisk
  stortingspolitiker rikspolitikk fylkespolitikere
valg: valgdeltakelse valdeltaking valglokale førstegangsvelger velger veljarar stemmerett valgkamp skolevalg
  valglister valliste listekandidat stemmeseddel sofavelger forhåndsstemme avstemning / demokrati demokratisk
  lokaldemokrati nærdemokrati folkestyre / debatt debattklima debattmøte diskusjon diskutere ytre
  ytringsfrihet ordskifte meningsutveksling kommentarfelt trusler + valg_hvert stemme_ved_valg stemme_fram
  valgbod valgdag valgmøte paneldebatt meningsmotstander ytringsrom ta_ordet tør_si tør_ikke_si si_fra
  seie_ifrå si_ifra hets_mot_politikere sjikane sjikanert netttroll hat demokratiforståelse demokratiopplæring
  demokratikompetanse
byråkrati: byråkrati byråkratisk papirmølle papirarbeid skjemavelde skjema skjemaer tungrodd tungrodde
  innfløkt komplisert kompliserte unødig firkantet / søknad søknadsprosess søknadsskjema søke_om søke_støtte
  søke / saksbehandling behandle_saker sakshandsaming / rapport rapportering rapporteringskrav dokumentasjon
  dokumentere dokumentasjonskrav registrere registrering journalføring kontroll tilsyn / lov lovverk lovpålagt
  lovkrav lovendring regel regler regelverk forskrift paragraf reglement vedtekt hjemmel juss jurist /
  dispensasjon dispensere tillatelse løyve godkjenne konsesjon bevilling skjenkebevilling attest politiattest
  taushetsplikt teieplikt personvern samtykke gdpr + utfylling fylle_ut søknadsfrist søknadsskriving
  søknadshjelp søknadsveileder for_mange_krav papirer papirtrøbbel formaliteter formelle formalia saksgang
  lange_prosesser ledd instansene regelstyrt regelrytteri strenge_krav firkantede lovtolkning lovfeste
  lovfestet rettighet rettar klagerett vedtaket vedtaksbrev tvang pålegg pålagt forbud forby forbyr forbode
  lovlig ulovlig bot byggesøknad byggesak bruksendring nabovarsel skatteetaten mattilsynet søknadsskjemaet
  søknadskrav søknadsportal søknadsordning søknadsbehandling søknadsprosessen lang_behandlingstid
  arrangementstillatelse skjenkeløyve kontrollører forsikring hms-krav brannkrav revisorkrav
kontakt-kommune: servicetorg servicesenter innbyggertorg innbyggjartorg sentralbord telefontid kommunehus
  kommunehuset rådhus kundesenter / serviceinnstilt service ringe ringt tlf telefon / kontakte få_kontakt
  komme_gjennom kommer_ikke_gjennom sendt_rundt kastet_rundt + ett_kontaktpunkt fast_kontaktperson
  én_kontaktperson en_person_å én_å_snakke få_svar_fra får_ikke_tak får_tak får_tak_i treffe_saksbehandler
  snakke_med_et_menneske veiledning_fra_kommunen én_inngang ei_dør én_felles_dør førstelinje servicekontor
  innbyggerservice innbyggarservice hjelp_til_å_finne kommunetorg skranke resepsjon vakttelefon hjelpetelefon
  kontaktinfo kontaktinformasjon kontaktskjema telefonnummer personlig_veileder personlig_oppfølging
  personlig_møte møte_et_menneske oppmøte drop-in dropin drop-in-time veiledningstime hjelp_med_skjema
  svar_på_e-post svarer_ikke e-post epost mail svarer_ikke_på

[digitalt]
digitalisering: digital digitalisere digitalisering heldigital elektronisk nettbasert automatisere
  automatisering robot teknologi teknologisk velferdsteknologi sensor / system datasystem fagsystem
  programvare programvarer program it-system ikt ikt-system integrasjon snakker_ikke_sammen /
  kunstig_intelligens ki ai chatgpt chatbot samtalerobot språkmodell algoritme / plattform portal
  skjermløsning selvbetjening sjølvbetening nettløsning digital_søknad brukervennlig brukarvenleg / personvern
  datasikkerhet informasjonssikkerhet hacking dataangrep svindel phishing nettsvindel + journalsystem
  journalen nettskjema digipost kobles overføre_data deling_av_data dele_data automatisk robotisering droner
  gps sporing strekkode cyberangrep virus netthacking nettangrep sikkerhetsbrudd datakrasj datakræsj treg_pc
  bookingapp påmeldingssystem kartløsning sanntidsinformasjon strømmetjeneste strømming direktestrømming
  qr-koder bruker_vennlige
digital-hjelp: datahjelp datakurs mobilkurs digitalhjelp digihjelpen digital_kompetanse nettvett digitalkurs
  hjelp_med_mobil hjelp_med_data / digitalt_utenforskap ikke_digital analog papirskjema papirutgave brevpost
  ikke_på_nett / bankid minid pålogging innlogging logge_inn passord kodebrikke vipps helsenorge altinn +
  dataopplæring digital_veiledning digital_opplæring digitale_ferdigheter digital_dugnad hjelp_med_telefon
  hjelp_med_app hjelp_på_nett ikke_alle_er_digitale ikke_pc ikke_smarttelefon ikke_mobil
  mestrer_ikke_teknologi eldre_og_teknologi alt_er_på_nett alt_skal_være_digitalt alt_på_nett bare_på_nett
  på_papir papirbrev telefon_i_stedet nettbankhjelp nettbank betalingsapp kontanter nettbrettkurs mobilskole
  seniornett
nett: bredbånd breiband fiber mobildekning dekning internett wifi trådløst nettdekning nettilgang 5g nett
  nettverk_ute / pc datamaskin datautstyr mobil mobiltelefon smarttelefon nettbrett ipad chromebook skjerm +
  mobilnett basestasjon fibernett fiberutbygging breidband treg_linje wi-fi ruter maskinen datarom ladekabel
skjermbruk: skjermbruk skjermtid skjermfri skjermfritt mobilfri mobilfritt mobilforbud mobilhotell gaming
  spille_data dataspill nettavhengig skjermavhengig avlogga algoritmestyrt + uten_mobil utan_mobil
  mobilen_bort legge_bort_mobilen mobilbruk telefonen mobiltelefonen mobilkasse scrolle skrolling
  doomscrolling avhengig_av_mobil playstation fortnite roblox nettvettkurs nettbruk skjermvett
  digital_dømmekraft algoritmer_styrer aldersgrense tiktok-tid nettmobbing
hjemmekontor: hjemmekontor fjernmøte teams teamsmøte videomøte nettmøte zoom videokonsultasjon hybridmøte
  kontorfellesskap kontorplass digitale_møter samarbeidsrom fjernarbeid + jobbe_hjemmefra jobbe_heimefrå
  jobbe_hvor_som_helst stedsuavhengig stadsuavhengig distanse nettbaserte_møter hybride kontorhotell coworking
  kontorplasser delekontor kontorlandskap cellekontor

[plan]
arealplan: arealplan arealplanlegging kommuneplan kommunedelplan samfunnsdel arealdel reguleringsplan regulere
  regulering områderegulering detaljregulering planprosess planforslag planarbeid / utbygger utbyggingsavtale
  rekkefølgekrav entreprenør eiendomsutvikler / fortetting fortette byspredning transformasjon knutepunkt
  byggehøyde høyhus høyblokk blokker utnyttelse tomteutnyttelse / nedbygging omdisponere jordvern arealnøytral
  arealregnskap byggegrense strandsone + planen_for_området områdeplan planprosesser omregulere omregulering
  byggeforbud bygge_i_høyden bygge_tett byggetillatelse byggeområde utbyggingsområde utbyggingspolitikk
  utbyggingsplaner arealbruken areal_til arealkonflikt arealressurs planmyndighet planfaglig planlegger
  planavdeling grønn_strek markagrense naturhensyn byplan byplanlegging byutvikling byvekst stedsplan
  stedsanalyse mulighetsstudie
sentrum: sentrum sentrumsutvikling sentrumskjerne bysentrum bykjerne bykjernen byliv byrom torg torgplass
  gågate handlegate gatemiljø gatetun sentrumsplan tettstedsutvikling stedsutvikling stadutvikling
  stedsidentitet levende_sentrum dødt_sentrum / uteservering fortausrestaurant fontene skulptur gatekunst
  pynte utsmykking juletre julegate flaggborg bymøbler møblering / handel handelsstand butikk nærbutikk
  landhandel landhandler joker-butikken dagligvare dagligvarebutikk handle handle_lokalt kjøpesenter
  netthandel butikkdød tomme_butikker tomme_butikklokaler nisjebutikk / gårdeier gardeigar leieprisene
  utleielokaler + sentrumsgata sentrumsgate hovedgata hovedgate hovudgata kjernen gågata byens_stue torgdag
  torghandel torgkafé utdødd utdødde levende_by levende_bygdesentrum sentrumsforening midtbyforening
  vindusutstilling fasader forskjønne julelys julepynt forretning spesialbutikk nettbutikk handelsnæring
  handelslekkasje lokalhandel joker coop kiwi matbutikk matvarebutikk kolonial postkontor minibank
  bensinstasjon gavekort_lokalt pop-up sentrumsbutikk sentrumsvert sentrumsleder sentrumshandel næringslokaler
  tomme_vinduer butikklokale butikkeier butikkansatte kundeservice handelsbyen handledag handlekveld
  lørdagshandel gavekortordning kjøp_lokalt handlekraft_lokalt bytte_fra_nett varer varetilbud vareutvalg
  bygdebutikk merkur-programmet
park: park bypark grøntområde grøntareal grønt grønne_lunger grønne_områder uteområde uteareal utemiljø
  grønnstruktur friområde friareal / beplantning blomster blomsterbed trær gatetrær busker plen plenklipping
  beplante + parkbenk bymark lekepark uterom uteplass uteplasser nærpark lommepark skygge skyggefull plantet
  blomsterkasser blomsterpotter blomstrende hekk gress gressplen gressklipping parkvesen gartner klippe
  vannspeil parkområde bytrær byhage grøntanlegg rosebed bedene blomsterprakt trerekke

[bygning]
bygg: bygg bygning bygningsmasse kommunale_bygg eiendom lokaler_er_slitt nybygg nytt_bygg bygge_nytt
  byggeprosjekt byggeprosess ny_skole nytt_sykehjem / vedlikehold vedlikehald vedlikeholdsetterslep etterslep
  slitt nedslitt forfall forfalne falleferdig oppgradere oppgradering oppussing pusse_opp rehabilitere
  rehabilitering renovere renovering restaurere restaurering reparere_bygg male tak lekkasje / vaktmester
  vaktmeister driftsavdeling eiendomsavdeling / modulbygg brakker paviljonger midlertidige_bygg / byggeskikk
  arkitektur arkitekt estetikk stygt pent vakker verneverdig bygningsvern + skolebygg skolebygning
  barnehagebygg byggestart byggeplass råtner sprekker sprukket slitent pusset oppussede malt fasadevask
  veggene gulv vindauge vindu innvendig utvendig driftsteknikere rives rivd bevaring bevaringsverdig trehus
  trehusbebyggelse bygningsarv vedlikeholdsplan vedlikeholdsmidler vedlikeholdsansvar vedlikeholdsbudsjett
  bygningsvernsenter restaurert rehabilitert renovert oppgradert ombygging ombygd tilbygg påbygg utvidelse
  bygd_ut byggetrinn byggekomité byggekostnader tregulv panel taklekkasje vannskade flunkende_nytt nytt_anlegg
  nye_anlegg gammelt_anlegg anlegget_er slitte_lokaler
skolestruktur: skolestruktur nærskole grendeskole skolekrets skolenedleggelse nedlegge_skoler
  barnehagestruktur storskole oppvekstsenter

[trygghet]
trygghet: trygg tryggleik utrygg utrygt kjenne_seg_trygg / redd frykt frykte engstelig skummel skremmende
  farlig usikker utsatt / risiko risikovurdering sikre sikkerhet + redsel nifst uhyggelig guffent ubehagelig
  skremt tørre_å_gå tør_ikke_gå tør_gå ulykkesrisiko risikofylt sikkert uforutsigbart katastrofe
  trygghetsskapende trygghetsvandring tryggleiksvandring sikringstiltak
kriminalitet: kriminalitet kriminell lovbrudd politi nærpoliti politipatrulje lensmann politistasjon slt
  vekter patruljere synlig_politi / hærverk herverk tagging vandalisme ødelegge knust knuse / tyveri tjuveri
  stjele stjålet innbrudd ran svindel bedrageri / vold slagsmål slåss trusler knivstikking gjeng ungdomsgjeng
  bråkmakere / natteravn nattravn nattevandring kameraovervåking overvåkingskamera nabohjelp konfliktråd +
  kriminelt ungdomskriminalitet lovløst narkosalg narkolangere selgere_av bilbrenning brannstiftelse
  ruteknusing ødelagt_lekeplass rakettbråk sykkeltyveri tyv nasking butikktyveri politikontakt politiråd
  politipost uniformert uniformerte vakthold vakter_i vektertjeneste vaktselskap ordensforstyrrelse
  bråk_i_sentrum utelivsvold utesteder trakasserer truende ransbølge foreldrevandring foreldrevakter nattestid
vold: vold vald voldsutsatt familievold partnervold vald_i_nære mishandling overgrep seksuelle_overgrep
  krisesenter voldtekt incest æresvold negativ_sosial_kontroll tvangsekteskap omsorgssvikt +
  seksuell_trakassering voldsofre volds krisesenteret besøksforbud voldsalarm barnehus tvang_i kontrollerende
beredskap: beredskap beredskapsplan beredskapslager kriseberedskap krisehåndtering krise kriseplan kriseteam
  egenberedskap eigenberedskap beredskapsråd beredskapsuke øve_på øvelse øving sivilforsvaret totalforsvar
  tilfluktsrom hamstre nødlager beredskapskasse / evakuere evakuering evakueringssenter nødhjelp redning
  redningstjeneste røde_kors hjelpekorps redningsselskapet / strømbrudd straumbrot strømstans strømutfall
  nødstrøm aggregat nødaggregat reservestrøm batteri nødnett satellittelefon dab-radio / varsle_befolkningen
  varsling nødvarsel sms-varsel krisevarsling krisekommunikasjon / brann brannvesen brannvern brannfare
  brannstasjon brannbil brannøvelse deltidsbrann røykvarsler skogbrann slukke / førstehjelp hjertestarter
  hjartestartar hjerte-lungeredning førstehjelpskurs / forsyning matforsyning selvforsyning kornlager
  vannforsyning nødvann matsikkerhet isolert_ved stengt_vei omkjøring + beredskapsarbeid beredskapskontakt
  beredskapsvenner bygdeberedskap grendeberedskap beredskapsøvelse øve_jevnlig øve_sammen_på redningsmannskap
  mannskap_til frivillige_mannskaper fjellredning redningshund redningsskøyte kriseledelse krisestab
  atomberedskap jodtabletter krig sabotasje hybride_trusler evakueringsplan trygghetspunkt varmestue_ved
  kommunikasjon_ved nødkommunikasjon jaktradio radiosamband samband walkietalkie strømmen_går uten_strøm
  utan_straum strøm_borte strømløs vedlager vann_på_kanner vannkanner tørrmat hermetikk stormkjøkken
  brannberedskap brannmannskap brannmenn utrykningstid brannkonstabel feier slokkeutstyr slokke brannslange
  førstehjelpsutstyr akutthjelper hjerteredning krisekasse lommelykt forsyningslinje beredskapsgruppe
  beredskapspakke beredskapsdag beredskapskurs beredskapshjem_for_folk beredskapskoordinator beredskapssenter
  totalberedskap samfunnssikkerhet risiko-_og sårbarhetsanalyse kriseøvelse krisehjelp kriselager
  krisekjeller krisemøteplass tre_døgn en_uke_uten klare_seg_i_tre uten_strøm_og reservelager matlager
  vannlager dieselaggregat strømløst mobilnett_nede internett_nede reserveløsning frivillige_ressursgrupper
  beredskapsfrivillige øvde
flom: flom flomsikring flomvern flomfare flomvoll oversvømmelse overvann overvannshåndtering regnvann
  styrtregn ekstremvær ekstremnedbør nedbør uvær storm orkan stormflo springflo havnivå havnivåstigning tørke
  hetebølge / skred ras rasfare skredfare skredsikring rassikring rasutsatt steinsprang kvikkleire jordskred
  snøskred leirskred / klimatilpasning klimatilpassing regnbed bekkeåpning åpne_bekker fordrøyning permeabel +
  flomutsatt flomsone oversvømt kjellere kraftig_regn mer_regn nedbørsmengde overvannsledning avrenning
  kulvert stikkrenne sluk rist grøfterens drenering drenere skredfarlig skredvarsling rasfarlig vind vindfall
  tørkesommer tørkeperiode vannmangel villere
`;
