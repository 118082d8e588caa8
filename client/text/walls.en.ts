/** What people read of the walls and the foyer’s screen, in English. */

import type { walls as shape } from './walls.nb.ts';

const num = (n: number) => n.toLocaleString('en');
const one = (n: number, single: string, many: string) => (n === 1 ? `1 ${single}` : `${num(n)} ${many}`);

export const walls: typeof shape = {
  notes: 'The notes on the wall',
  page: (page, pages) => `${page} / ${pages}`,
  pageLabel: (page, pages) => `Page ${page} of ${pages}`,
  onlyRound: (round) => `Only ${round}`,
  noneOfRound: 'No notes from this round yet',
  loose: 'On their own',
  notesIn: (n) => one(n, 'note', 'notes'),
  groupsIn: (n) => one(n, 'group', 'groups'),
  hiding: (n: number) =>
    n === 0
      ? 'Write first – the notes are shown together'
      : `${one(n, 'note waits', 'notes wait')} – shown together soon`,
  frozen: 'Writing is paused',
  voting: 'Vote on your phone',
  scan: 'Scan the code or go to',
  map: 'The whole board',
  spotlight: 'Shown by the host',
  break: { title: 'Break', until: (clock) => `We go on at ${clock}`, over: 'We go on now' },
  ended: {
    title: 'Thank you!',
    made: 'This is what we made together',
    here: (station) => `Here at ${station}`,
    hall: 'In the whole hall',
  },
  results: {
    title: 'How we voted',
    none: 'Nobody has voted yet',
    dots: (n) => one(n, 'dot', 'dots'),
    more: (n) => `and ${num(n)} more`,
    effect: 'Effect',
    feasibility: 'Feasibility',
    rating: (effect, feasibility) => `effect ${effect}, feasibility ${feasibility}`,
  },
  hall: {
    title: (hall) => `Foyer screen: ${hall}`,
    stations: (n) => one(n, 'station', 'stations'),
    here: (n) => (n === 0 ? 'Nobody here now' : `${num(n)} here`),
    noNotes: 'No notes yet',
    roomHere: 'Plenty of room here',
  },
  touch: {
    title: (station) => `Touch wall: ${station}`,
    hint: 'Drag the notes with your fingers. Drop one on another to group them.',
    all: 'Show all',
    paused: 'The host has paused writing',
  },
};
