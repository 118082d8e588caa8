/** Each station's day again, and the threads across stations. */

import { paths } from '../../shared/domain/links.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { Link } from '../parts/Link.tsx';
import Threads from '../past/Threads.tsx';
import { useText } from '../text/index.ts';

export function LookBack({ hall }: { hall: HallState }) {
  const { look, replay, threads } = useText().past;
  return (
    <>
      <p className="hint">{look.lead}</p>
      <div className="row">
        {hall.stations.map(({ id, title }) => (
          <Link key={id} className="button" to={paths.replay(hall.id, id)} aria-label={replay.linkFor(title)}>
            {title}
          </Link>
        ))}
      </div>
      <h3>{threads.title}</h3>
      <Threads hall={hall} />
    </>
  );
}
