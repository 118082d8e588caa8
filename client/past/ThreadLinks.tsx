/** In a note's menu: the other stations that its linked threads lead to. */

import Spline from 'lucide-react/icons/spline';
import { useEffect } from 'react';
import type { NoteId } from '../../shared/domain/ids.ts';
import { Link } from '../parts/Link.tsx';
import { useRoute } from '../router.ts';
import { usePresentHall } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import { boardPath } from './boardPath.ts';
import { lightThing } from './lightThing.ts';
import { elsewhere, lookForThreads, useThreadStore } from './threadStore.ts';

/** Threads are linked now and then: who opens menu after menu need not ask each time. */
const STALE_MS = 60_000;

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
    const { hall: known, at } = useThreadStore.getState();
    if (known !== hall.id || performance.now() - at > STALE_MS) void lookForThreads(hall.id);
  }, [hall.id]);
  if (!('station' in route)) return null;
  const { station } = route;
  // One link a station is enough; what hangs there stands out.
  const items = new Map(elsewhere(threads, station, { note, cluster }).map((item) => [item.stationId, item]));
  return hall.stations.flatMap(({ id, title }) => {
    const item = items.get(id);
    if (!item) return [];
    return (
      <Link
        key={id}
        to={boardPath(hall, id)}
        className={className}
        onClick={() => void lightThing(hall.id, item)}
      >
        <Spline size={20} aria-hidden="true" />
        {words.also(title)}
      </Link>
    );
  });
}
