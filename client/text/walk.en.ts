/** What people read on the way through a hall, in English. */

import type { Walk } from './walk.nb.ts';

const num = (n: number) => n.toLocaleString('en');

export const walk: Walk = {
  product: 'Vandrehallen',
  skip: 'Skip to the content',
  loading: 'Loading …',

  language: { label: 'Language', nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },

  act: {
    cancel: 'Cancel',
    copy: 'Copy',
    copied: 'Copied',
    cannotCopy: 'Please copy it yourself: the text is selected',
    retry: 'Try again',
    save: 'Save',
    reload: 'Reload the page',
    toStart: 'To the front page',
    toHall: 'The hall',
  },

  connection: {
    connected: 'Connected',
    trying: 'Connecting …',
    offline: 'No network',
    ended: 'No longer in',
    idle: 'Not connected',
    tryNow: 'Try now',
  },

  round: {
    full: (n: number, name: string) => `Round ${n} · ${name}`,
    label: (n: number, name: string) => `Round ${n}, colour ${name}`,
  },

  count: {
    number: num,
    people: (n: number) => (n === 0 ? 'Nobody here now' : n === 1 ? '1 here now' : `${num(n)} here now`),
    notes: (n: number) => (n === 0 ? 'No notes yet' : n === 1 ? '1 note' : `${num(n)} notes`),
    fresh: (n: number) => (n === 1 ? '1 new since your last visit' : `${num(n)} new since your last visit`),
    freshShort: (n: number) => (n === 1 ? '1 new' : `${num(n)} new`),
  },

  station: {
    damaged: 'Part of what is stored here cannot be read. The station can be viewed, but not written on.',
    unavailable: 'The station cannot be opened just now. The server will try again by itself.',
    unknown: 'There is no such station in this hall.',
    anonymous:
      'Anonymous station: nobody can see who wrote what. Only this browser can correct or withdraw the note.',
  },

  faults: {
    malformed: 'The server did not understand what was sent. Reload the page and try again.',
    forbidden: 'You are not allowed to do this here.',
    not_found: 'It is no longer there.',
    taken: 'There is already a note with the same number.',
    gone: 'The note has been taken off the board.',
    empty: 'The note is empty.',
    too_long: 'The text is too long for one note. Split it into several.',
    station_full: 'The station is full and takes no more notes.',
    person_full: 'You have as many notes as the hall allows. The text is kept.',
    allowance_used: 'You have used your notes here. The text is kept.',
    shut_out: 'You can look, but no longer write. Ask a host.',
    ended: 'The hall is over. All can be read, nothing changed.',
    closed: 'The vote is closed.',
    budget_used: 'You have used all your dots.',
    read_only: 'The station takes no notes just now.',
    frozen: 'The host has paused writing. What you send waits here meanwhile.',
    unavailable: 'The server cannot answer just now.',
    not_saved: 'The server could not save it. It will be tried again.',
    session_ended: 'You are no longer in the hall.',
    too_many: 'That was too much at once. Please wait a little.',
    internal: 'Something went wrong on the server.',
    offline: 'This device has no network.',
    no_answer: 'The server does not answer. Check the network.',
    create_key_required: 'This server asks for a key to make halls.',
    no_session: 'This browser is not in any hall.',
    unknown: 'Something unexpected went wrong.',
  },

  hall: {
    write: 'Write a note',
  },

  pad: {
    title: (station: string) => `Pad · ${station}`,
    fieldLabel: 'Write one point',
    placeholder: 'One point per note …',
    send: 'Send the note',
    board: 'Open the board',
    boardShort: 'Board',
    left: (n: number) => (n === 1 ? '1 character left' : `${n} characters left`),
    over: (n: number) => (n === 1 ? '1 character too many' : `${n} characters too many`),
    splitTitle: (n: number) => `This looks like ${n} points.`,
    splitSend: (n: number) => `Send as ${n} notes`,
    splitKeep: 'Keep as one',
    splitTooLong: (n: number) => `The text is too long for one note. It can be split into ${n}.`,
    levelLegend: 'Is this local or national?',
    levelNone: 'Not chosen',
    levelLocal: 'Local',
    levelNational: 'National',
    lateDraft: (n: number, name: string) => `This note was begun in round ${n} (${name}).`,
    toPresent: (n: number, name: string) => `Move it to round ${n} (${name})`,
    stations: 'Stations',
    here: 'My notes here',
    everywhere: 'All my notes',
    show: 'Show notes from',
    showHere: 'This station',
    showAll: 'All stations',
    noneHere: 'You have not written anything here yet.',
    noneAtAll: 'You have not written anything yet.',
    waiting: 'Waiting for network',
    held: 'Waiting for the host',
    sending: 'Sending',
    leaving: 'Being withdrawn',
    server: 'On the server',
    toBeShown: 'Waits to be shown',
    onBoard: 'On the board',
    hidden: 'Taken down by the host',
    refused: 'Not accepted',
    refusedLeave: 'Was not withdrawn',
    sent: 'The note has been sent.',
    sentMany: (n: number) => `${n} notes have been sent.`,
    stored: 'The note is kept on this device and will be sent when the network is back.',
    saved: 'The change is being sent.',
    withdrawn: 'The note is being withdrawn.',
    notKept: 'This device cannot keep notes. Do not close the page before they have been sent.',
    waitingCount: (n: number) =>
      n === 1 ? '1 note is waiting to be sent' : `${n} notes are waiting to be sent`,
    readOnly: 'You can read here, but not write.',
    shortcut: 'Ctrl + Enter sends',
  },

  gate: {
    exchanging: 'Opening the link …',
    entering: 'Entering the hall …',
    slow: 'This takes longer than usual. The page keeps trying by itself.',
  },

  broken: {
    title: 'Something went wrong in this view',
    lead: 'What you have written is safe on this device. Reload the page to go on.',
    notFetched: 'This page could not be fetched. The network may be gone, or there is a new version.',
  },
};
