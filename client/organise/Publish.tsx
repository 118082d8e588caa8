/** The results page in the organiser's hands: what is published and where, news, files, sign-ups, owners' links. */

import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { publishState } from '../sync/results.ts';
import { useText } from '../text/index.ts';
import { PublishFiles } from './PublishFiles.tsx';
import { PublishForm } from './PublishForm.tsx';
import { PublishNews } from './PublishNews.tsx';
import { PublishOwners } from './PublishOwners.tsx';
import { PublishSignups } from './PublishSignups.tsx';
import { faultWords } from './useAsking.ts';
import { usePolled } from './usePolled.ts';

/** Strangers sign up meanwhile. */
const EVERY_MS = 15_000;

export function Publish({ hall, open }: { hall: HallState; open: boolean }) {
  const { page } = useText();
  const words = page.publish;
  const { data: state, fault, look } = usePolled(() => publishState(hall.id), open, EVERY_MS);
  const failed = fault && `${words.loadFailed} ${faultWords(fault)}`;
  if (!state) return failed ? <FaultLine text={failed} /> : <p>{page.loading}</p>;
  return (
    <>
      <FaultLine text={failed} />
      <PublishForm hall={hall.id} state={state} onChange={look} />
      <PublishNews hall={hall.id} news={state.news} onChange={look} />
      <PublishFiles hall={hall.id} files={state.files} onChange={look} />
      <PublishSignups hall={hall.id} state={state} onChange={look} />
      <PublishOwners hall={hall.id} measures={state.measures} onChange={look} />
    </>
  );
}
