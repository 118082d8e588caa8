/** Words of the timeline, in English. */

import type { years as shape } from './years.nb.ts';

const notes = (n: number) => (n === 0 ? 'no notes' : n === 1 ? '1 note' : `${n} notes`);

export const years: typeof shape = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  short: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  span: (from, to) => `${from} to ${to}`,
  place: (lane, span) => `${lane}, ${span}`,
  cell: (lane, month, n) => `${lane}, ${month}, ${notes(n)}`,
  notes,
  label: 'The timeline',
  measure: {
    options: (title) => `Choices for the measure: ${title}`,
    heading: 'Measures',
    name: (title) => `Measure: ${title}`,
    chosen: 'The chosen measure',
    owner: (owner) => `Owner: ${owner}`,
    off: 'The measure is off the timeline. It still stands in the plan.',
    toPlan: 'Open the plan',
    undo: 'Undo in the plan',
  },
  tray: {
    title: 'No place yet',
    label: (n) => `No place on the timeline, ${notes(n)}`,
    hint: 'Drag a note to an area and a month, or choose it and press “Move”.',
    read: 'These notes have no place on the timeline.',
    empty: 'All notes have a place.',
  },
  keysHint:
    'The arrow keys go between months, areas and notes. Enter writes or opens, Space lifts and lays, Shift with an arrow changes the length, M opens the choices.',
  noLanes: 'The timeline has no areas yet. The host can add some from the desk.',
  write: 'New note',
  writeIn: (place) => `New note: ${place}`,
  hang: 'Put up',
  more: (n) => `+${n}`,
  moreLabel: (n, lane, month) =>
    n === 1 ? `Show 1 more note in ${month}, ${lane}` : `Show ${n} more notes in ${month}, ${lane}`,
  fewer: 'Show fewer',
  fewerLabel: (lane) => `Show fewer rows: ${lane}`,
  chosen: 'The chosen note',
  close: 'Close',
  deeds: {
    move: 'Move',
    toTray: 'Take off the timeline',
    longer: 'One month longer',
    shorter: 'One month shorter',
    length: 'Length',
    months: (n) => (n === 1 ? '1 month' : `${n} months`),
    edit: 'Edit',
    remove: 'Take down',
    removeOwn: 'Withdraw the note',
  },
  fields: {
    legend: 'Place on the timeline',
    lane: 'Area',
    none: 'No place yet',
    from: 'From',
    to: 'To',
  },
  pick: {
    ask: 'Press where the note shall lie.',
    cancel: 'Cancel',
    put: (place) => `Lay the note here: ${place}`,
    putInTray: 'Lay the note without a place',
  },
  carry: {
    up: (place) => `Lifted from ${place}. Move with the arrow keys, lay with Space, cancel with Escape.`,
    over: (place) => place,
    back: 'Laid back.',
  },
  said: {
    put: (place) => `Laid in ${place}.`,
    toTray: 'The note is off the timeline, without a place.',
    span: (span) => `Lasts ${span} now.`,
  },
  pad: {
    hint: 'You may leave this empty. The note then has no place yet, and can be moved later.',
  },
  wall: {
    label: 'The timeline with the number of notes in each month',
    tray: (n) => (n === 1 ? '1 note without a place' : `${n} notes without a place`),
  },
  outline: {
    counts: (n, lanes) => `${notes(n)} in ${lanes === 1 ? '1 area' : `${lanes} areas`}`,
    empty: 'No notes here yet.',
    tray: 'No place yet',
  },
  lanes: {
    title: 'Areas and year',
    lead: 'Each area is a row of the timeline. Everybody sees the change when you save.',
    legend: 'Areas',
    name: (n) => `Area ${n}`,
    count: notes,
    add: 'Add an area',
    added: (n) => `Area ${n} is added. It is not saved yet.`,
    full: 'The timeline has 12 areas, which is as many as it can have.',
    up: (title) => `Move ${title} up`,
    down: (title) => `Move ${title} down`,
    movedTo: (title, n, all) => `${title} is now number ${n} of ${all}.`,
    remove: 'Remove',
    removeOf: (title) => `Remove ${title}`,
    removeQuestion: (title, n) =>
      n === null
        ? `The notes in ${title} will lie without a place. No note is lost.`
        : n === 0
          ? `${title} has no notes.`
          : n === 1
            ? `${title} has 1 note. It will lie without a place, and can be moved later.`
            : `${title} has ${n} notes. They will lie without a place, and can be moved later.`,
    removeConfirm: 'Remove the area',
    removed: (title) => `${title} is removed. It is not saved yet.`,
    last: 'The timeline must have at least one area.',
    year: 'The year begins in',
    kinds: { school: 'August (school year)', calendar: 'January (calendar year)' },
    yearMoves: (was, is) => `Notes stay in their column: what was in ${was} will be in ${is}.`,
    save: 'Save the timeline',
    saved: 'The timeline is saved.',
    failed: 'The timeline was not saved.',
    unsaved: 'Not saved yet.',
    discard: 'Discard the changes',
    noTitle: (n) => `Give area ${n} a name.`,
    tab: 'Timeline',
  },
};
