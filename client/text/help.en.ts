/** Words of the grouping help and threads, in English. */

import type { help as shape } from './help.nb.ts';

export const help: typeof shape = {
  open: 'Suggestions',
  title: 'Suggested groups',
  close: 'Close the suggestions',
  lead: 'From words that recur in the notes. Nothing is grouped until you say yes.',
  looking: 'Looking for notes that belong together …',
  none: 'No suggestions now. Not every note is meant to be in a group.',
  noneNow: 'No suggestions now.',
  failed: 'The suggestions did not come.',
  again: 'Try again',
  count: (shown, all) =>
    shown < all ? `${shown} of ${all} suggestions` : all === 1 ? '1 suggestion' : `${all} suggestions`,
  more: 'Show more suggestions',
  part: 'Groups',

  group: (n) => `New group of ${n} notes`,
  duplicates: (n) => `${n} notes say nearly the same`,
  add: (n, title) => (n === 1 ? `Add 1 note to “${title}”` : `Add ${n} notes to “${title}”`),
  unnamed: 'group without a name',
  why: 'Shared words:',
  name: 'Name of the group',
  notes: 'Notes to include',
  accept: 'Group',
  acceptAdd: 'Add',
  refuse: 'No thanks',
  find: 'Show on the board',
  named: (button, n, title) => `${button}, suggestion ${n}: ${title}`,
  ofSuggestion: (n) => `Suggestion ${n}`,

  grouped: (n, title) => (title ? `${n} notes are grouped: “${title}”.` : `${n} notes are grouped.`),
  added: (n, title) => (n === 1 ? `1 note is added to “${title}”.` : `${n} notes are added to “${title}”.`),
  refused: 'The suggestion is put away and will not come back.',
  undo: 'Undo',
  undone: 'Undone.',
  undonePartly: 'Undone, but something had been moved since, and that was left.',
  notDone: 'It was not grouped.',
  notRefused: 'The suggestion was not put away.',
  notUndone: 'It was not undone.',
  other: 'You have done something else since. Use Undo on the board.',
  tooFew: 'A new group needs at least two notes.',
  tooFewAdd: 'Choose at least one note.',

  alone: (n) => (n === 1 ? '1 note stands alone' : `${n} notes stand alone`),
  aloneLead: 'They may well do so: a single voice is a voice too.',
  torn: (n) => (n === 1 ? '1 note fits several groups' : `${n} notes fit several groups`),
  tornLead: 'Choose where it belongs, or let it stand.',
  dragged: (a, b) => `Several people have moved it to and fro between “${a}” and “${b}”.`,
  into: (title) => `Put in “${title}”`,

  alike: {
    count: (n) =>
      n === 1 ? '1 person has written something like it' : `${n} have written something like it`,
    list: 'Notes like it',
    lead: 'Do write yours all the same: it counts.',
  },

  adopt: {
    button: 'Use this arrangement on the board',
    lead: 'Groups are packed and loose notes laid in rows, as the wall shows them. Can be undone.',
    done: (n) => (n === 1 ? '1 thing was moved on the board.' : `${n} things were moved on the board.`),
    already: 'The board is arranged like this already.',
    failed: 'The board was not arranged.',
  },
};
