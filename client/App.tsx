/** Route to view. Pads are in the first load and the hall map comes right after it: a walk needs no network for its screens. */

import { useEffect } from 'react';
import type { Route } from '../shared/domain/links.ts';
import { Announcer } from './parts/Announcer.tsx';
import { useRoute } from './router.ts';
import { useAnnouncement } from './state/announcer.ts';
import { followLocale } from './state/locale.ts';
import { loadRooms } from './text/index.ts';
import { Broken } from './views/Broken.tsx';
import { HallGate } from './views/HallGate.tsx';
import { Pad } from './views/Pad.tsx';
import { roomView } from './views/roomView.ts';

const loadHallMap = () => import('./views/HallMap.tsx');
const HallMap = roomView(loadHallMap);
const Start = roomView(() => import('./views/Start.tsx'));
const Join = roomView(() => import('./views/Join.tsx'));
const Board = roomView(() => import('./views/Board.tsx'));
const Wall = roomView(() => import('./views/Wall.tsx'));
const HallWall = roomView(() => import('./views/HallWall.tsx'));
const Desk = roomView(() => import('./views/Desk.tsx'));
const Organise = roomView(() => import('./views/Organise.tsx'));

const SeldomView = roomView(() => import('./views/SeldomView.tsx'));

const UNATTENDED = new Set<string>(['wall', 'hallWall', 'touch'] satisfies Route['view'][]);
const FETCH_AHEAD_MS = 1_500;

export function App() {
  const route = useRoute();
  const announcement = useAnnouncement();
  useEffect(followLocale, []);
  useEffect(fetchAhead, []);
  return (
    <>
      <Broken place={JSON.stringify(route)} unattended={UNATTENDED.has(route.view)}>
        <View route={route} />
      </Broken>
      <Announcer {...announcement} />
    </>
  );
}

/** Once the first view stands: the map and its words are fetched while there is a network to fetch them by. */
function fetchAhead(): () => void {
  const timer = setTimeout(() => Promise.all([loadHallMap(), loadRooms()]).catch(() => {}), FETCH_AHEAD_MS);
  return () => clearTimeout(timer);
}

function View({ route }: { route: Route }) {
  switch (route.view) {
    case 'start':
      return <Start />;
    case 'join':
      return <Join code={route.code} />;
    case 'hall':
      return (
        <HallGate hall={route.hall} need="any">
          <HallMap />
        </HallGate>
      );
    case 'organise':
      return (
        <HallGate hall={route.hall} need="organiser">
          <Organise />
        </HallGate>
      );
    case 'pad':
      return (
        <HallGate hall={route.hall} need="any" station={route.station}>
          <Pad key={route.station} station={route.station} />
        </HallGate>
      );
    case 'board':
    case 'outline':
      return (
        <HallGate hall={route.hall} need="any" station={route.station}>
          <Board hall={route.hall} station={route.station} outline={route.view === 'outline'} />
        </HallGate>
      );
    case 'desk':
      return (
        <HallGate hall={route.hall} need="host" station={route.station}>
          <Desk station={route.station} />
        </HallGate>
      );
    case 'wall':
    case 'hallWall':
      return (
        <HallGate hall={route.hall} need="wall">
          {route.view === 'wall' ? <Wall station={route.station} /> : <HallWall />}
        </HallGate>
      );
    default:
      return <SeldomView route={route} />;
  }
}
