/** The empty template: one wall without a subject, for halls that make their own stations. */

import type { StationDraft } from './vandrehallen.ts';

export const blank: readonly StationDraft[] = [
  {
    slug: 'station-1',
    kind: 'wall',
    levels: false,
    text: {
      nb: {
        title: 'Stasjon 1',
        question: 'Hva vil du si om dette?',
        explanation: [
          'Velkommen til denne stasjonen. Verten forteller hva vi skal snakke om her.',
          'Skriv det du tenker, med ett poeng på hver lapp. Korte lapper er lettest å lese og lettest å flytte på.',
          'Les hva de andre har skrevet, og legg sammen lapper som handler om det samme. Bli så lenge du vil, og kom gjerne tilbake.',
        ],
      },
      nn: {
        title: 'Stasjon 1',
        question: 'Kva vil du seie om dette?',
        explanation: [
          'Velkomen til denne stasjonen. Verten fortel kva vi skal snakke om her.',
          'Skriv det du tenkjer, med eitt poeng på kvar lapp. Korte lappar er lettast å lese og lettast å flytte på.',
          'Les kva dei andre har skrive, og legg saman lappar som handlar om det same. Ver her så lenge du vil, og kom gjerne tilbake.',
        ],
      },
      en: {
        title: 'Station 1',
        question: 'What would you like to say about this?',
        explanation: [
          'Welcome to this station. The host will tell you what we are talking about here.',
          'Write what you think, one point on each note. Short notes are easiest to read and easiest to move.',
          'Read what the others have written, and put together notes that are about the same thing. Stay as long as you like, and do come back.',
        ],
      },
    },
  },
];
