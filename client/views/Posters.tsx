/** Posters to print, A4: one for the hall and one for each station, in the hall's language. */

import Printer from 'lucide-react/icons/printer';
import type { HallId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { KeyInfo } from '../../shared/protocol/rest.ts';
import { Poster } from '../organise/Poster.tsx';
import { usePosterWords } from '../organise/posterWords.ts';
import { useHallKeys } from '../organise/useHallKeys.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { Link } from '../parts/Link.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { publicOrigin } from '../state/hallLinks.ts';
import { usePresentHall } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import { LocalhostWarning } from './LocalhostWarning.tsx';
import { Page } from './Page.tsx';
import styles from './Posters.module.css';

export default function Posters({ hall: hallId }: { hall: HallId }) {
  const { run, faults } = useText();
  const hall = usePresentHall();
  const { words, failed } = usePosterWords(hall.locale);
  const { keys } = useHallKeys(hall);
  const closed = keys !== null && !keys.some(isOpenJoin);
  const link = publicOrigin(hallId) + paths.joinByCode(hall.code);
  const shared = { link, code: hall.code, words };
  return (
    <Page hall={hallId} back width="wide">
      <div className={styles.head}>
        <ViewTitle name={`${hall.title} · ${run.posters.title}`}>{run.posters.title}</ViewTitle>
        <p className={styles.lead}>{run.posters.lead}</p>
        <LocalhostWarning />
        <FaultLine text={closed ? run.posters.closed : failed ? faults.unknown : null} />
        <div className="row">
          <button
            type="button"
            className="button primary"
            disabled={closed || !words}
            onClick={() => window.print()}
          >
            <Printer size={18} aria-hidden="true" />
            {run.posters.print}
          </button>
          <Link className="button" to={paths.organise(hallId)}>
            {run.posters.back}
          </Link>
        </div>
      </div>
      {words && !closed && (
        <div className={styles.posters} lang={hall.locale}>
          <Poster
            {...shared}
            words={words}
            name={run.posters.hallPoster}
            over={words.welcome}
            title={hall.title}
            text={words.welcomeHint}
          />
          {hall.stations.map(({ id, title, question }) => (
            <Poster
              {...shared}
              key={id}
              words={words}
              name={run.posters.stationPoster(title)}
              over={hall.title}
              title={title}
              text={question}
            />
          ))}
        </div>
      )}
    </Page>
  );
}

const isOpenJoin = ({ role, withdrawnAt }: KeyInfo) => role === 'participant' && withdrawnAt === undefined;
