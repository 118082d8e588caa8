/** The standard template: the four stations of a hall about recruiting, told in three languages. */

import type { Lane, Locale, StationKind } from '../hall.ts';

/** What people read at a station, in one language. */
export interface StationText {
  title: string;
  question: string;
  explanation: string[];
}

/** A station of a built-in template, in all languages. */
export interface StationDraft {
  slug: string;
  kind: StationKind;
  levels: boolean;
  text: Record<Locale, StationText>;
  lanes?: { id: Lane['id']; title: Record<Locale, string> }[];
}

const idebanken: StationDraft = {
  slug: 'idebanken',
  kind: 'wall',
  levels: false,
  text: {
    nb: {
      title: 'Idébanken',
      question: 'Hva kunne vi prøve for å rekruttere flere, som ingen gjør i dag?',
      explanation: [
        'Velkommen til Idébanken. Her samler vi ideer til rekruttering som vi ikke vet at noen arbeider med ennå, men som kunne vært prøvd.',
        'Stort og smått er like velkomment. Noe lite som kan gjøres på mandag, hører hjemme her, og det gjør en drøm for de neste ti årene også.',
        'Vi stryker ingenting, og vi ler ikke av noe. Det som høres rart ut, kan være det som får sidemannen til å tenke videre.',
        'Ikke tenk på hva det koster, eller hvem som skulle gjøre det. Det kommer senere. Nå er det nok at ideen finnes.',
        'Skriv én idé på hver lapp. Les gjerne hva de andre har skrevet, og bygg videre på det.',
      ],
    },
    nn: {
      title: 'Idébanken',
      question: 'Kva kunne vi prøve for å rekruttere fleire, som ingen gjer i dag?',
      explanation: [
        'Velkomen til Idébanken. Her samlar vi idear til rekruttering som vi ikkje veit at nokon arbeider med enno, men som kunne ha vore prøvde.',
        'Stort og smått er like velkome. Noko lite som kan gjerast på måndag, høyrer til her, og det gjer ein draum for dei neste ti åra òg.',
        'Vi stryk ingenting, og vi ler ikkje av noko. Det som verkar rart, kan vere det som får sidemannen til å tenkje vidare.',
        'La vere å tenkje på kva det kostar, eller kven som skulle ha gjort det. Det kjem seinare. No er det nok at ideen finst.',
        'Skriv éin idé på kvar lapp. Les gjerne det dei andre har skrive, og bygg vidare på det.',
      ],
    },
    en: {
      title: 'The Idea Bank',
      question: 'What could we try in order to recruit more people, that nobody is doing today?',
      explanation: [
        'Welcome to the Idea Bank. Here we collect ideas for recruiting that, as far as we know, nobody is working on yet, but that could be tried.',
        'Large and small are equally welcome. A little thing you could do on Monday belongs here, and so does a dream for the next ten years.',
        'We cross nothing out and laugh at nothing. What sounds odd may be the very thing that sets your neighbour thinking.',
        'Do not think about what it costs or who would do it. That comes later. For now it is enough that the idea exists.',
        'Write one idea on each note. Do read what others have written, and build on it.',
      ],
    },
  },
};

const klagemuren: StationDraft = {
  slug: 'klagemuren',
  kind: 'wall',
  levels: true,
  text: {
    nb: {
      title: 'Klagemuren',
      question: 'Hva står i veien for at vi rekrutterer flere?',
      explanation: [
        'Dette er Klagemuren, og her er det lov å klage. Hva gjør at folk ikke søker seg hit, ikke slipper inn eller ikke blir?',
        'Skriv én hindring på hver lapp, så kort at den kan leses i forbifarten. Har du tre ting på hjertet, blir det tre lapper.',
        'Grupper underveis. Ligner lappen din på en som alt henger her, legger du dem sammen. Da ser vi fort hva mange kjenner på.',
        'Noe kan vi rette opp her hos oss, og noe må løses nasjonalt. Begge deler teller. Merk gjerne lappen med lokalt eller nasjonalt.',
        'Klag på ordninger og vaner så mye du vil, men la enkeltpersoner være i fred.',
      ],
    },
    nn: {
      title: 'Klagemuren',
      question: 'Kva står i vegen for at vi rekrutterer fleire?',
      explanation: [
        'Dette er Klagemuren, og her er det lov å klage. Kva gjer at folk ikkje søkjer seg hit, ikkje slepp inn eller ikkje blir verande?',
        'Skriv éi hindring på kvar lapp, så kort at ho kan lesast i forbifarten. Har du tre ting på hjartet, blir det tre lappar.',
        'Grupper undervegs. Liknar lappen din på ein som alt heng her, legg du dei saman. Då ser vi fort kva mange kjenner på.',
        'Noko kan vi rette opp her hos oss, og noko må løysast nasjonalt. Begge delar tel. Merk gjerne lappen med lokalt eller nasjonalt.',
        'Klag på ordningar og vanar så mykje du vil, men la enkeltpersonar vere i fred.',
      ],
    },
    en: {
      title: 'The Grumble Wall',
      question: 'What stands in the way of recruiting more people?',
      explanation: [
        'This is the Grumble Wall, and grumbling is allowed. What keeps people from applying, from getting in or from staying?',
        'Write one obstacle on each note, short enough to be read in passing. If you have three things on your mind, that makes three notes.',
        'Group as you go. If your note is like one that hangs here already, put them together. Then we soon see what many people feel.',
        'Some of it we can put right ourselves, and some has to be solved nationally. Both count. Please mark the note as local or national.',
        'Complain about systems and habits as much as you like, but leave individual people in peace.',
      ],
    },
  },
};

const suksessterta: StationDraft = {
  slug: 'suksessterta',
  kind: 'wall',
  levels: true,
  text: {
    nb: {
      title: 'Suksessterta',
      question: 'Hva har virket hos dere?',
      explanation: [
        'Velkommen til Suksessterta. Her deler vi det som har gått bra: gode historier, og tiltak som faktisk virket.',
        'Fortell kort hva dere gjorde, og hva som kom ut av det. Ett poeng på hver lapp. Det trenger ikke være stort for å være verdt å ta etter.',
        'Grupper underveis. Når to lapper forteller om noe av det samme, legger dere dem sammen og gir gruppa et navn.',
        'Det som lykkes, kan være lokalt eller nasjonalt. Merk lappen, så ser vi hva vi kan låne av naboen, og hva hele landet kan ha nytte av.',
        'Skryt er lov, også av andre.',
      ],
    },
    nn: {
      title: 'Suksessterta',
      question: 'Kva har verka hos dykk?',
      explanation: [
        'Velkomen til Suksessterta. Her deler vi det som har gått bra: gode historier, og tiltak som faktisk verka.',
        'Fortel kort kva de gjorde, og kva som kom ut av det. Eitt poeng på kvar lapp. Det treng ikkje vere stort for å vere verdt å ta etter.',
        'Grupper undervegs. Når to lappar fortel om noko av det same, legg de dei saman og gir gruppa eit namn.',
        'Det som lukkast, kan vere lokalt eller nasjonalt. Merk lappen, så ser vi kva vi kan låne av grannen, og kva heile landet kan ha nytte av.',
        'Skryt er lov, av andre òg.',
      ],
    },
    en: {
      title: 'The Success Pie',
      question: 'What has worked where you are?',
      explanation: [
        'Welcome to the Success Pie. Here we share what has gone well: good stories, and measures that really worked.',
        'Tell us briefly what you did and what came of it. One point on each note. It need not be big to be worth copying.',
        'Group as you go. When two notes tell of much the same thing, put them together and give the group a name.',
        'A success may be local or national. Mark the note, so that we see what to borrow from next door and what the whole country could use.',
        'Boasting is allowed, about others too.',
      ],
    },
  },
};

const tidslinja: StationDraft = {
  slug: 'tidslinja',
  kind: 'timeline',
  levels: false,
  lanes: [
    {
      id: 'national',
      title: { nb: 'Nasjonalt prosjekt', nn: 'Nasjonalt prosjekt', en: 'National project' },
    },
    {
      id: 'institutions',
      title: {
        nb: 'Utdanningsinstitusjonene',
        nn: 'Utdanningsinstitusjonane',
        en: 'Educational institutions',
      },
    },
    {
      id: 'partners',
      title: {
        nb: 'Samarbeidspartene: elever, studenter, fagforeninger og arbeidsgivere',
        nn: 'Samarbeidspartane: elevar, studentar, fagforeiningar og arbeidsgivarar',
        en: 'Partners: pupils, students, unions and employers',
      },
    },
  ],
  text: {
    nb: {
      title: 'Tidslinja',
      question: 'Hvem kan gjøre hva, og når på året?',
      explanation: [
        'Dette er Tidslinja. Månedene går bortover, og nedover er det tre rader med hvert sitt ansvarsområde.',
        'Øverst ligger et nasjonalt prosjekt. Så kommer utdanningsinstitusjonene. Nederst er de som samarbeider med dem: elev- og studentorganisasjoner, fagforeninger og arbeidsgivere.',
        'Vi vil se hvordan vi arbeider i forhold til hverandre gjennom året. Hvem gjør noe når, hvor trekker vi sammen, og hvor er det tomt?',
        'Finn stedene der innsatsen kan bli sterkere. Hvilket tiltak trengs, og hvem kan gjøre hva? Heng lappen på den raden og i den måneden det gjelder.',
        'Alle kan skrive på alle rader. Ofte er det de andre som ser hva som mangler.',
      ],
    },
    nn: {
      title: 'Tidslinja',
      question: 'Kven kan gjere kva, og når på året?',
      explanation: [
        'Dette er Tidslinja. Månadene går bortover, og nedover er det tre rader med kvart sitt ansvarsområde.',
        'Øvst ligg eit nasjonalt prosjekt. Så kjem utdanningsinstitusjonane. Nedst er dei som samarbeider med dei: elev- og studentorganisasjonar, fagforeiningar og arbeidsgivarar.',
        'Vi vil sjå korleis vi arbeider i høve til kvarandre gjennom året. Kven gjer noko når, kvar dreg vi saman, og kvar er det tomt?',
        'Finn stadene der innsatsen kan bli sterkare. Kva tiltak trengst, og kven kan gjere kva? Heng lappen på den rada og i den månaden det gjeld.',
        'Alle kan skrive på alle rader. Ofte er det dei andre som ser kva som manglar.',
      ],
    },
    en: {
      title: 'The Timeline',
      question: 'Who can do what, and when in the year?',
      explanation: [
        'This is the Timeline. The months run across, and down the side there are three rows, each an area of responsibility.',
        'At the top is a national project. Then come the educational institutions. At the bottom are those who work with them: pupil and student organisations, unions and employers.',
        'We want to see how we work in relation to one another through the year. Who does something when, where do we pull together, and where is it empty?',
        'Look for the places where the effort could be stronger. Which measure is needed, and who can do what? Hang the note on the row and in the month it is about.',
        'Anybody may write on any row. It is often the others who see what is missing.',
      ],
    },
  },
};

export const vandrehallen: readonly StationDraft[] = [idebanken, klagemuren, suksessterta, tidslinja];
