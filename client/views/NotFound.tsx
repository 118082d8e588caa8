/** An address that leads nowhere. */

import { paths } from '../../shared/domain/links.ts';
import { Link } from '../parts/Link.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { useText } from '../text/index.ts';
import { Page } from './Page.tsx';

export default function NotFound() {
  const { notFound, act } = useText();
  return (
    <Page>
      <div className="sorry stack">
        <ViewTitle name={notFound.title} />
        <p>{notFound.lead}</p>
        <p>
          <Link className="button primary" to={paths.start()}>
            {act.toStart}
          </Link>
        </p>
      </div>
    </Page>
  );
}
