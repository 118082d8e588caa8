/** What people read in views that are fetched when they are opened, in English. */

import { board } from './board.en.ts';
import { help } from './help.en.ts';
import { host } from './host.en.ts';
import { page } from './page.en.ts';
import { part } from './part.en.ts';
import { past } from './past.en.ts';
import { plan } from './plan.en.ts';
import type { Rooms } from './rooms.nb.ts';
import { run } from './run.en.ts';
import { walls } from './walls.en.ts';
import { years } from './years.en.ts';

export const rooms: Rooms = {
  start: {
    lead: 'Everybody walks around, writes what they think on notes, and goes home with measures that somebody owns.',
    stepsTitle: 'How it goes',
    steps: [
      'Walk where you like, stay as long as you like.',
      'Write one point on each note.',
      'Hang together what is alike.',
      'Go home with measures that somebody owns.',
    ],
    codeLabel: 'Code',
    codeHint: 'Six characters. The code is on the wall or on the poster.',
    join: 'Join',
    recentTitle: 'Halls in this browser',
    organiser: 'Organiser',
    forget: (title: string) => `Forget ${title} in this browser`,
    forgetQuestion: 'The hall is taken off this list. The code lets you in again.',
    forgetOrganiser:
      'The organiser’s link is only here. If you forget the hall, you must have the link elsewhere to get in again.',
    forgetConfirm: 'Forget the hall',
    createTitle: 'Make a hall',
    createLead: 'You get links and QR codes for participants, hosts and walls. Nobody needs an account.',
    titleLabel: 'What is the hall called?',
    titleHint: 'For example “Recruiting to the health professions 2026”.',
    templateLabel: 'Stations',
    templateStandard: 'Vandrehallen',
    templateStandardHint:
      'The Idea Bank, The Grumble Wall, The Success Pie and The Timeline, ready with explanations.',
    templateBlank: 'Blank',
    templateBlankHint: 'One empty wall to begin with.',
    localeLabel: 'Language of the hall',
    createKeyLabel: 'Key for making halls',
    createKeyHint: 'Whoever runs the server has it.',
    create: 'Make the hall',
    creating: 'Making the hall …',
    needTitle: 'Give the hall a name first.',
    created: 'The hall is made.',
    notKept: 'This browser could not keep the links. Copy them now, before you close the page.',
    copyLinks: 'Copy all links',
  },

  join: {
    title: 'Join the hall',
    nameLabel: 'Name (optional)',
    nameHint:
      'You may leave it empty. Do not write other people’s names or health information, here or on notes.',
    enter: 'Go in',
    entering: 'Going in …',
    badCode: 'No hall has this code now. Look at the wall, the code may have changed.',
    badKey: 'The link no longer works. Ask for a new one, or type the code that is on the wall.',
    notYet: 'To get in here, join first. Type the code that is on the wall.',
    needCode: 'Type the code first.',
  },

  ended: {
    title: 'You are no longer in',
    lead: 'The organiser has ended the access, or it has expired. What you have sent hangs where it hung.',
    unsent: (n: number) => (n === 1 ? '1 note was not sent' : `${n} notes were not sent`),
    unsentHint: 'The text is safe on this device. Copy it, or join again and go on where you were.',
    copyAll: 'Copy all',
  },

  desk: {
    title: (station: string) => `Host’s desk · ${station}`,
    say: 'Now you say',
    sayHint: 'Read it aloud, or say it in your own words.',
    noScript: 'This station has no explanation to read out.',
    roundTitle: 'The round of the hall',
    nextRound: (n: number, name: string) => `Start round ${n} (${name})`,
    nextQuestion: (n: number, name: string) =>
      `New notes in the whole hall will now be round ${n} (${name}). What is written stays as it is.`,
    nextConfirm: (n: number) => `Start round ${n} for everybody`,
    lastRound: 'This is the last round.',
    roundStarted: (n: number, name: string) => `Round ${n} (${name}) has started.`,
    roundFailed: 'The round was not started.',
    rules: {
      title: 'Rules here',
      failed: 'The rule was not changed.',
      frozen: {
        label: 'Writing paused',
        on: 'Paused: only host and organiser can write and move.',
        off: 'Everybody can write.',
      },
      groupingClosed: {
        label: 'Grouping closed',
        on: 'Closed: only host and organiser can group and name.',
        off: 'Everybody can group and name.',
      },
      moveOwn: {
        label: 'Move only own notes',
        on: 'Participants can only move their own notes.',
        off: 'Everybody can move all notes.',
      },
      moveNone: 'Nobody knows who wrote what here, so only host and organiser can move notes.',
    },
    allTitle: 'All stations',
    board: 'Open the board',
    wall: 'Open the wall',
    joinTitle: 'Join',
    joinHint: 'Scan it, or type the code on the front page.',
    notYours: 'You are host elsewhere. Here you can look and read out, but not correct other people’s notes.',
    kind: 'Host’s desk',
    needHost: 'This page is for hosts. Open the host’s link that the organiser gave you.',
  },

  organise: {
    title: 'Organiser',
    lead: 'The links give rights. Give each only to whom it was made for; all can be withdrawn here.',
    joinTitle: 'Participants',
    joinHint: 'Put the code up, or show it on the wall. Everybody who has it can write notes.',
    joinClosed: 'Nobody can join now: the code and the link have been withdrawn.',
    code: 'Code',
    linksTitle: 'Links',
    hostTitle: 'Hosts',
    hostHint:
      'One link for each station. The host can start rounds, and correct and remove notes at their station.',
    wallTitle: 'Walls',
    wallHint: 'To be opened on the machine at the projector. Can only show, not write.',
    organiserTitle: 'Organiser and participants',
    organiserHint: 'The organiser’s link gives all rights. Keep it: the server does not have it.',
    qrFor: (what: string) => `QR code: ${what}`,
    qr: 'QR code',
    copyLink: 'Copy link',
    copyLinkFor: (what: string) => `Copy link: ${what}`,
    open: 'Open',
    openFor: (what: string) => `Open: ${what}`,
    secretUnknown: 'This browser does not know the link.',
    newLink: 'Make a new link',
    newLinkFor: (what: string) => `Make a new link: ${what}`,
    newLinkFailed: 'No new link was made.',
    newLinkMade: 'A new link is made. The old one works until you withdraw it.',
    localhost:
      'This address works only on this machine. Open the page at the machine’s network address before you share links and QR codes.',
    keysTitle: 'Keys in use',
    keysHint: 'When you withdraw a key, everybody who came in with it loses access at once.',
    keysFailed: 'The list could not be fetched.',
    createdAt: (when: string) => `Made ${when}`,
    sessions: (n: number) => (n === 1 ? '1 has access' : `${n} have access`),
    withdraw: 'Withdraw',
    withdrawKey: (name: string) => `Withdraw the key: ${name}`,
    withdrawQuestion: (n: number) =>
      n === 0
        ? 'Nobody has access by it now. It cannot be used again.'
        : n === 1
          ? '1 loses access at once. The key cannot be used again.'
          : `${n} lose access at once. The key cannot be used again.`,
    withdrawOwn: 'If you came in with it yourself, you are out.',
    lastOrganiser: 'The last organiser’s key cannot be withdrawn. Make a new organiser’s link first.',
    withdrawConfirm: 'Withdraw it',
    withdrawn: 'The key is withdrawn.',
    withdrawnTitle: (n: number) => `Withdrawn (${n})`,
    withdrawnAt: (when: string) => `Withdrawn ${when}`,
    needOrganiser:
      'This page is for the organiser. Open the organiser’s link that was shown when the hall was made.',
    roles: { organiser: 'Organiser', host: 'Host', participant: 'Participant', wall: 'Wall' },
    hostOf: (station: string) => `Host · ${station}`,
    wallOf: (station: string) => `Wall · ${station}`,
    printAll: 'Print with all QR codes',
  },

  accessibility: {
    title: 'Accessibility',
    lead: 'Everybody in the room shall be able to use Vandrehallen. The aim is WCAG 2.2, level AA. This page says what is in place, and what is not.',
    metTitle: 'In place',
    met: [
      'Everything on the pad, the hall map, the host’s desk and the organiser’s page can be done by keyboard, by screen reader and by single taps.',
      'Each station is there as a board and as a list. The list has headings and items, follows what others write, and lets you write, group, name, move, take down and undo. It can be printed.',
      'The board can be used by keyboard; the question mark shows its keys. Everything that can be dragged can be done by single taps too: choose, tap “Move” or “Group with …”, and tap the target.',
      'Colour never stands alone: each round has a number, a name and a pattern too.',
      'Text has a contrast of at least 4.5 : 1, edges and icons at least 3 : 1, in light and dark appearance.',
      'Buttons are at least 44 pixels high. The pages reflow down to 320 pixels without scrolling sideways.',
      'Your own actions are told to screen readers at once. What others do is told together, and can be switched off. Focus and page stay put when the list changes.',
      'Nothing blinks, and motion follows the device’s setting.',
      'Each page is tried automatically against WCAG 2.2 A and AA, in three languages, in light and dark appearance, on a phone and on a computer.',
      'What you write is kept at each key stroke, and nothing has a time limit.',
      'The language of the page is marked, also when you change it.',
    ],
    notMetTitle: 'Not in place, or not tried',
    notMet: [
      'The board and the wall are free surfaces and do not reflow. The list shows the same and does.',
      'Automatic trials do not find everything. The pages have not been tried by users with disabilities, nor by hand with every screen reader.',
      'Notes are written by participants. The language of a single note is not marked.',
    ],
    contactTitle: 'Tell us',
    contact: 'If you find an obstacle, tell the organiser of the hall or whoever runs the server.',
  },

  notFound: {
    title: 'There is nothing here',
    lead: 'The address does not exist. It may be mistyped, or the link is not whole.',
  },

  board,
  host,
  part,
  run,
  help,
  past,
  page,
  plan,
  years,
  walls,
};
