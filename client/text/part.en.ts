/** What people read of the participant’s side of time, hands and votes, in English. */

import type { part as shape } from './part.nb.ts';

const num = (n: number) => n.toLocaleString('en');

export const part: typeof shape = {
  foot: {
    toAccessibility: 'Accessibility',
    theme: { label: 'Appearance', system: 'Same as device', light: 'Light', dark: 'Dark' },
  },

  map: {
    lead: 'Choose a station and walk there. Stay as long as you like, and come back as often as you like.',
    writeAt: (title) => `Write a note at ${title}`,
    board: 'Open the board',
    boardAt: (title) => `Open the board of ${title}`,
    desk: 'Host’s desk',
    organise: 'Organiser',
    stations: 'Stations',
    codeLine: (code) => `Others can join: the code is ${code}.`,
    model: (name, remote) =>
      remote
        ? `The organiser lets a language model (${name}) outside the server read the notes, without who wrote them.`
        : `The organiser lets the server’s language model (${name}) read the notes, without who wrote them.`,
    inHall: (n) => (n === 1 ? '1 person in the hall' : `${num(n)} people in the hall`),
    notYet: 'Not visited yet',
    resting: 'Break',
    restingAll: 'There is a break. The stations stay as they are, and you are still with us.',
    roomier: (title) =>
      `Many people here now. ${title} has plenty of room, if you would rather go there first.`,
  },

  own: {
    lostSecret: 'This browser no longer has the proof that the note is yours, so it stays as it is.',
    edit: 'Edit',
    editLabel: 'Correct the text',
    withdraw: 'Withdraw',
    withdrawQuestion: 'The note is taken off the board. This cannot be undone.',
    withdrawConfirm: 'Withdraw it',
    discard: 'Remove the note',
    discardQuestion: 'The text disappears from this device. Copy it first if you want to keep it.',
    keepQuestion: 'The note stays on the board as it is.',
    keepConfirm: 'Let it stay',
    hiddenBy: 'The host has taken this note down. The text is yours: mend it, or withdraw it.',
    hostSays: 'From the host:',
  },

  pad: {
    toHost: 'To the host',
    hiding:
      'The notes are shown when the host opens them. Until then only you and the host see what you write.',
    hidingAnonymous: 'The notes are shown when the host opens them.',
    allowance: (left, of) =>
      of === 1 ? 'You have one note here, and it is left' : `${left} of ${of} notes left here`,
    usedUp: (of) =>
      of === 1
        ? 'You have used your one note here. If you withdraw it, you can write another.'
        : `You have used all ${of} of your notes here. If you withdraw one, you can write another.`,
  },

  hands: {
    done: 'Done',
    help: 'Need help',
    doneRaised: 'The host sees that you are done here.',
    helpRaised: 'The host sees that you need help.',
    lowered: 'Your message to the host is taken back.',
  },

  shut: 'What you have written hangs where it hung, and what you have in the field is not lost. You can still read everything.',
  ended: {
    thanks: 'Thank you for taking part!',
    told: 'What you did not get to send is kept on this device.',
    board: 'Read the board',
    outline: 'Read as a list',
    map: 'All stations',
  },

  vote: {
    dotsLeft: (n) => `${n} ${n === 1 ? 'dot' : 'dots'} left`,
    chipDots: (left) => `Vote: ${left}`,
    chipRating: 'Rate: effect and feasibility',
    chipClosed: 'The vote is closed: see what you gave',
    chipShown: 'See what came of the vote',
    began: 'The host has opened a vote.',
    titleDots: 'Vote with dots',
    titleRating: 'Rate the proposals',
    titleShown: 'What came of the vote',
    everywhere: 'Your dots are for all stations.',
    secret: 'Only you see what you give. The sum is shown to all when the host shows it.',
    change: 'You can change it as much as you like while the vote is open.',
    closed: 'The vote is closed. You can see what you gave, but not change it.',
    close: 'Close',
    groups: 'Groups',
    loose: 'Single notes',
    unnamed: 'Group without a name',
    notes: (n) => (n === 1 ? '1 note' : `${n} notes`),
    nothing: 'There is nothing to vote on here yet.',
    noGroups: 'There are no groups here yet, so the notes are rated one by one.',
    add: (what) => `Put a dot on ${what}`,
    take: (what) => `Take a dot from ${what}`,
    given: (n) => (n === 1 ? '1 dot' : `${n} dots`),
    said: (given, left) => `${given} here, ${left}.`,
    effect: 'Effect',
    effectEnds: ['Small', 'Large'],
    feasibility: 'Feasibility',
    feasibilityEnds: ['Hard', 'Easy'],
    half: 'Choose on both lines, and your rating counts.',
    counts: 'Your rating is saved.',
    clear: 'Take the rating away',
    cleared: 'Your rating is taken away.',
    people: (n) => (n === 1 ? '1 has voted' : `${n} have voted`),
    none: 'Nobody has voted yet.',
    picture:
      'Picture of the ratings: effect upwards, feasibility to the right. The numbers are in the table below.',
    what: 'What',
    rated: 'Number',
    mine: (given) => `you: ${given}`,
  },

  visit: {
    title: 'My visit',
    lead: 'What stands here is only for you. Hosts see your name and your organisation.',
    name: 'Name (optional)',
    save: 'Save',
    saved: 'Saved.',
    stations: 'Where you have been',
    nowhere: 'You have not been at any station yet. Choose one and walk there.',
    notes: (n) => (n === 0 ? 'no notes' : n === 1 ? '1 note' : `${n} notes`),
    notYet: 'not visited yet',
  },

  belonging: {
    organisation: 'Organisation (optional)',
    role: 'Role (optional)',
    pick: 'Not chosen',
  },
};
