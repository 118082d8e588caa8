/** Words of the grouping help and threads, in bokmål. */

export const help = {
  open: 'Forslag',
  title: 'Forslag til grupper',
  close: 'Lukk forslagene',
  lead: 'Ut fra ord som går igjen i lappene. Ingenting grupperes før du sier ja.',
  looking: 'Ser etter lapper som hører sammen …',
  none: 'Ingen forslag nå. Det er ikke meningen at alle lapper skal i en gruppe.',
  noneNow: 'Ingen forslag nå.',
  failed: 'Forslagene kom ikke.',
  again: 'Prøv igjen',
  count: (shown: number, all: number) =>
    shown < all ? `${shown} av ${all} forslag` : all === 1 ? '1 forslag' : `${all} forslag`,
  more: 'Vis flere forslag',
  part: 'Forslag',

  group: (n: number) => `Ny gruppe med ${n} lapper`,
  duplicates: (n: number) => `${n} lapper sier nesten det samme`,
  add: (n: number, title: string) =>
    n === 1 ? `Legg 1 lapp til i «${title}»` : `Legg ${n} lapper til i «${title}»`,
  unnamed: 'gruppe uten navn',
  why: 'Felles ord:',
  name: 'Navn på gruppen',
  notes: 'Lapper som skal med',
  accept: 'Grupper',
  acceptAdd: 'Legg til',
  refuse: 'Nei takk',
  find: 'Vis på tavla',
  /** For dem som lytter: hvilket forslag knappen gjelder. */
  named: (button: string, n: number, title: string) => `${button}, forslag ${n}: ${title}`,
  ofSuggestion: (n: number) => `Forslag ${n}`,

  grouped: (n: number, title: string) =>
    title ? `${n} lapper er gruppert: «${title}».` : `${n} lapper er gruppert.`,
  added: (n: number, title: string) =>
    n === 1 ? `1 lapp er lagt til i «${title}».` : `${n} lapper er lagt til i «${title}».`,
  refused: 'Forslaget er lagt bort og kommer ikke igjen.',
  undo: 'Angre',
  undone: 'Angret.',
  undonePartly: 'Angret, men noe var flyttet siden, og det fikk stå.',
  notDone: 'Det ble ikke gruppert.',
  notRefused: 'Forslaget ble ikke lagt bort.',
  notUndone: 'Det ble ikke angret.',
  other: 'Du har gjort noe annet etterpå. Bruk Angre på tavla.',
  tooFew: 'Det må være minst to lapper i en ny gruppe.',
  tooFewAdd: 'Velg minst én lapp.',

  alone: (n: number) => (n === 1 ? '1 lapp står alene' : `${n} lapper står alene`),
  aloneLead: 'Det kan de godt gjøre: En stemme alene er også en stemme.',
  torn: (n: number) => (n === 1 ? '1 lapp passer i flere grupper' : `${n} lapper passer i flere grupper`),
  tornLead: 'Velg hvor den hører hjemme, eller la den stå.',
  dragged: (a: string, b: string) => `Flere har flyttet den fram og tilbake mellom «${a}» og «${b}».`,
  into: (title: string) => `Legg i «${title}»`,

  alike: {
    count: (n: number) => (n === 1 ? '1 har skrevet noe lignende' : `${n} har skrevet noe lignende`),
    list: 'Lignende lapper',
    lead: 'Skriv gjerne din likevel: Den teller med.',
  },

  adopt: {
    button: 'Bruk denne ordningen på tavla',
    lead: 'Gruppene pakkes, og løse lapper legges i rader, slik veggen viser dem. Kan angres.',
    done: (n: number) => (n === 1 ? '1 ting er flyttet på tavla.' : `${n} ting er flyttet på tavla.`),
    already: 'Tavla er ordnet slik allerede.',
    failed: 'Tavla ble ikke ordnet.',
  },
};
