/** A view for hosts or organisers, opened by somebody who is not one. */

import type { HallId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { Link } from '../parts/Link.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { useText } from '../text/index.ts';
import { Page } from './Page.tsx';

export default function NoRight({ hall, organiser }: { hall: HallId; organiser: boolean }) {
  const { organise, desk, act } = useText();
  return (
    <Page>
      <div className="sorry stack">
        <ViewTitle name={organiser ? organise.title : desk.kind} />
        <p>{organiser ? organise.needOrganiser : desk.needHost}</p>
        <p className="row">
          <Link className="button primary" to={paths.hall(hall)}>
            {act.toHall}
          </Link>
          <Link className="button" to={paths.start()}>
            {act.toStart}
          </Link>
        </p>
      </div>
    </Page>
  );
}
