/** Families of the thesaurus that lie near each other: a line is a circle, and a family may be in several. */

export const CIRCLES = `
tidspress arbeidsmengde
arbeidsmengde bemanning vikar turnus
bemanning rekruttering beholde
rekruttering beholde motivasjon
turnus heltid bemanning
ventetid byråkrati
ventetid lege
åpningstid lokaler
kalender kjennskap
langsiktighet økonomi tilskudd
økonomi tilskudd kutt
økonomi pris lønn
pris gratis fattigdom
kompetanse erfaringsdeling mentor
kompetanse utdanning
rekruttering mentor
ledelse prioritering ansvar
samarbeid dialog ansvar
samarbeid erfaringsdeling
rutiner byråkrati
omstilling rutiner
omstilling holdninger
holdninger status
holdninger skolemiljø likestilling
holdninger integrering
motivasjon trivsel status
trivsel arbeidsmiljø
trivsel skolemiljø
tillit dialog
kjennskap markedsføring nettside
kjennskap dialog
lokaler møteplass
lokaler bygg
lokaler utstyr
bygg inneklima renhold
møteplass ensomhet
møteplass ungdom
ensomhet nabolag
ensomhet psyke
generasjoner møteplass
avstand kollektiv skyss
avstand pendling
tilgjengelighet benk
tilgjengelighet gange
benk park sentrum
lys trygghet
medvirkning politikk valg
medvirkning dialog
politikk prioritering
digitalisering digital-hjelp nett
digital-hjelp kompetanse
nettside digitalisering
skjermbruk digitalisering
digitalisering hjemmekontor
arealplan sentrum
arealplan bolig
arealplan natur
sentrum park
bygg skolestruktur
trygghet kriminalitet
trygghet trafikksikkerhet
vold barnevern
beredskap flom
bedrift arbeidsplass
arbeidsplass arbeidsledighet
arbeidsplass tilflytting
bolig tilflytting
reiseliv hytte
landbruk skogbruk
landbruk natur
sentrum bedrift
skole frafall
skole spesialundervisning
skole barnehage
skolemiljø trygghet
yrkesfag utdanning
yrkesfag bedrift
frafall motivasjon
foreldre barnehage
foreldre oppvekst
foreldre samarbeid
barnevern oppvekst foreldre
lek park
lek idrett
språk integrering
bibliotek kultur
folkehelse trening
folkehelse måltid
folkehelse lege
lege psyke
rus psyke
omsorg sykehjem
omsorg eldre
sykehjem eldre
omsorg pårørende
måltid matsvinn
måltid møteplass
trening idrett
friluft trening
friluft natur
fritid ungdom
fritid idrett
fritid kultur
fritid lag
frivillig lag
frivillig motivasjon
arrangement kultur
arrangement møteplass
kultur kulturarv
kollektiv skyss
kollektiv ferge
bil skyss
bil sykkel
sykkel gange
gange trafikksikkerhet
vei trafikksikkerhet
vei brøyting
gange brøyting
klima energi
klima bil
avfall ombruk
ombruk utstyr
vann forurensning
klima natur
`;
