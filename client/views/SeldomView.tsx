/** The views that are opened seldom, and on no walk: the pad's first load does without knowing them. */

import type { Route } from '../../shared/domain/links.ts';
import { HallGate } from './HallGate.tsx';
import { roomView } from './roomView.ts';

const TouchWall = roomView(() => import('./TouchWall.tsx'));
const Posters = roomView(() => import('./Posters.tsx'));
const Summary = roomView(() => import('./Summary.tsx'));
const Plan = roomView(() => import('./Plan.tsx'));
const Replay = roomView(() => import('./Replay.tsx'));
const Results = roomView(() => import('./Results.tsx'));
const MeasureOwner = roomView(() => import('./MeasureOwner.tsx'));
const Accessibility = roomView(() => import('./Accessibility.tsx'));
const NotFound = roomView(() => import('./NotFound.tsx'));

export default function SeldomView({ route }: { route: Route }) {
  switch (route.view) {
    case 'accessibility':
      return <Accessibility />;
    case 'results':
      return <Results address={route.address} />;
    case 'measureOwner':
      return <MeasureOwner />;
    case 'posters':
      return (
        <HallGate hall={route.hall} need="organiser">
          <Posters hall={route.hall} />
        </HallGate>
      );
    case 'summary':
    case 'hallSummary':
      return (
        <HallGate hall={route.hall} need="any" station={route.view === 'summary' ? route.station : undefined}>
          <Summary hall={route.hall} station={route.view === 'summary' ? route.station : null} />
        </HallGate>
      );
    case 'plan':
      return (
        <HallGate hall={route.hall} need="any">
          <Plan hall={route.hall} />
        </HallGate>
      );
    case 'replay':
      return (
        <HallGate hall={route.hall} need="any" station={route.station}>
          <Replay hall={route.hall} station={route.station} />
        </HallGate>
      );
    case 'touch':
      return (
        <HallGate hall={route.hall} need="participant" station={route.station}>
          <TouchWall hall={route.hall} station={route.station} />
        </HallGate>
      );
    default:
      return <NotFound />;
  }
}
