/** In a note's menu: the other stations that its linked threads lead to. */

import Spline from 'lucide-react/icons/spline';
import { useEffect } from 'react';
import type { NoteId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { Link } from '../parts/Link.tsx';
import { useRoute } from '../router.ts';
import { usePresentHall } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import { elsewhere, lookForThreads, useThreadStore } from './threadStore.ts';

interface Props {
  note: NoteId;
  cluster?: string | undefined;
  className?: string | undefined;
}

export default function ThreadLinks({ note, cluster, className }: Props) {
  const route = useRoute();
  const words = useText().past.threads;
  const hall = usePresentHall();
  const threads = useThreadStore((known) => known.threads);
  useEffect(() => {
    if (useThreadStore.getState().hall !== hall.id) void lookForThreads(hall.id);
  }, [hall.id]);
  if (!('station' in route)) return null;
  const { station } = route;
  const stations = new Set(elsewhere(threads, station, { note, cluster }).map(({ stationId }) => stationId));
  return hall.stations
    .filter(({ id }) => stations.has(id))
    .map(({ id, title }) => (
      <Link key={id} to={paths.board(hall.id, id)} className={className}>
        <Spline size={20} aria-hidden="true" />
        {words.also(title)}
      </Link>
    ));
}
