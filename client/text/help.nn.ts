/** Words of the grouping help and threads, in nynorsk. */

import type { help as shape } from './help.nb.ts';

export const help: typeof shape = {
  open: 'Forslag',
  title: 'Forslag til grupper',
  close: 'Lukk forslaga',
  lead: 'Ut frå ord som går att i lappane. Ingenting blir gruppert før du seier ja.',
  looking: 'Ser etter lappar som høyrer saman …',
  none: 'Ingen forslag no. Det er ikkje meininga at alle lappar skal i ei gruppe.',
  noneNow: 'Ingen forslag no.',
  failed: 'Forslaga kom ikkje.',
  again: 'Prøv igjen',
  count: (shown, all) =>
    shown < all ? `${shown} av ${all} forslag` : all === 1 ? '1 forslag' : `${all} forslag`,
  more: 'Vis fleire forslag',
  part: 'Forslag',

  group: (n) => `Ny gruppe med ${n} lappar`,
  duplicates: (n) => `${n} lappar seier nesten det same`,
  add: (n, title) => (n === 1 ? `Legg 1 lapp til i «${title}»` : `Legg ${n} lappar til i «${title}»`),
  unnamed: 'gruppe utan namn',
  why: 'Felles ord:',
  name: 'Namn på gruppa',
  notes: 'Lappar som skal med',
  accept: 'Grupper',
  acceptAdd: 'Legg til',
  refuse: 'Nei takk',
  find: 'Vis på tavla',
  named: (button, n, title) => `${button}, forslag ${n}: ${title}`,
  ofSuggestion: (n) => `Forslag ${n}`,

  grouped: (n, title) => (title ? `${n} lappar er grupperte: «${title}».` : `${n} lappar er grupperte.`),
  added: (n, title) =>
    n === 1 ? `1 lapp er lagd til i «${title}».` : `${n} lappar er lagde til i «${title}».`,
  refused: 'Forslaget er lagt bort og kjem ikkje igjen.',
  undo: 'Angre',
  undone: 'Angra.',
  undonePartly: 'Angra, men noko var flytta sidan, og det fekk stå.',
  notDone: 'Det vart ikkje gruppert.',
  notRefused: 'Forslaget vart ikkje lagt bort.',
  notUndone: 'Det vart ikkje angra.',
  other: 'Du har gjort noko anna etterpå. Bruk Angre på tavla.',
  tooFew: 'Det må vere minst to lappar i ei ny gruppe.',
  tooFewAdd: 'Vel minst éin lapp.',

  alone: (n) => (n === 1 ? '1 lapp står åleine' : `${n} lappar står åleine`),
  aloneLead: 'Det kan dei godt gjere: Ei stemme åleine er òg ei stemme.',
  torn: (n) => (n === 1 ? '1 lapp passar i fleire grupper' : `${n} lappar passar i fleire grupper`),
  tornLead: 'Vel kvar han høyrer heime, eller lat han stå.',
  dragged: (a, b) => `Fleire har flytta han fram og tilbake mellom «${a}» og «${b}».`,
  into: (title) => `Legg i «${title}»`,

  alike: {
    count: (n) => (n === 1 ? '1 har skrive noko liknande' : `${n} har skrive noko liknande`),
    list: 'Liknande lappar',
    lead: 'Skriv gjerne din likevel: Han tel med.',
  },

  adopt: {
    button: 'Bruk denne ordninga på tavla',
    lead: 'Gruppene blir pakka, og lause lappar lagde i rader, slik veggen viser dei. Kan angrast.',
    done: (n) => (n === 1 ? '1 ting er flytta på tavla.' : `${n} ting er flytta på tavla.`),
    already: 'Tavla er ordna slik allereie.',
    failed: 'Tavla vart ikkje ordna.',
  },
};
