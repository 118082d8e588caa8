/** The way in for participants: the code and its QR code, the posters, or a new link where nobody can join. */

import FileText from 'lucide-react/icons/file-text';
import { paths } from '../../shared/domain/links.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { JoinCard } from '../parts/JoinCard.tsx';
import { Link } from '../parts/Link.tsx';
import { publicOrigin } from '../state/hallLinks.ts';
import { linkFor } from '../sync/keys.ts';
import { useText } from '../text/index.ts';
import type { HallLinks } from './useHallLinks.ts';

export function Invite({ hall, links }: { hall: HallState; links: HallLinks }) {
  const { organise, run } = useText();
  if (!links.open) {
    return (
      <>
        <p>{organise.joinClosed}</p>
        <div>
          <button
            type="button"
            className="button primary"
            onClick={() => void links.make({ role: 'participant' })}
          >
            {organise.newLink}
          </button>
        </div>
      </>
    );
  }
  const link =
    linkFor(hall.id, links.known, 'participant') ?? publicOrigin(hall.id) + paths.joinByCode(hall.code);
  return (
    <>
      <JoinCard link={link} code={hall.code} hint={organise.joinHint} />
      <div>
        <Link className="button" to={paths.posters(hall.id)}>
          <FileText size={18} aria-hidden="true" />
          {run.posters.open}
        </Link>
      </div>
    </>
  );
}
