/** A hall that is over, for pictures: its file read in again, people in it, its results published for everybody. */

import { hallFileOf } from '../../server/export/hallFile.ts';
import type { Locale } from '../../shared/domain/hall.ts';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { PAGE_PARTS, type PublishState } from '../../shared/domain/results.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { joinByCode, sessionByKey } from '../crowd/rest.ts';
import { call } from '../harness/hall.ts';
import { believableHall } from '../harness/hallAtRest.ts';

export interface ToldHall {
  hall: HallId;
  keys: CreatedHall['keys'];
  /** The station whose main points are signed. */
  station: StationId;
  /** Where the results page is. */
  address: string;
}

const FOREWORDS: Record<Locale, string> = {
  nb: 'Takk til alle som gikk rundt, skrev, leste og ryddet. Her er det dere kom fram til, og hvem som går videre med det.',
  nn: 'Takk til alle som gjekk rundt, skreiv, las og rydda. Her er det de kom fram til, og kven som går vidare med det.',
  en: 'Thank you for walking, writing, reading and sorting. Here is what you arrived at, and who takes it on.',
};
const NEWS: Record<Locale, string> = {
  nb: 'Vi møtes igjen i mars for å se hvor langt vi er kommet.',
  nn: 'Vi møtest att i mars for å sjå kor langt vi er komne.',
  en: 'We meet again in March to see how far we have come.',
};
const ORGANISATIONS = ['Elevorganisasjonen', 'Øvre Årdal kommune', 'Opplæringskontoret'];
const PEOPLE = 14;

/** Reads the hall in, lets people join it, and publishes all that can be published. */
export async function tellHall(base: string, language: Locale): Promise<ToldHall> {
  const file = hallFileOf(believableHall(language));
  const made = await done<CreatedHall>(base, 'POST', '/api/halls/import', { body: file });
  const { hall, keys } = made;
  for (let index = 0; index < PEOPLE; index++) {
    await joinByCode(base, hall.code, { organisation: ORGANISATIONS[index % ORGANISATIONS.length]! });
  }
  const { token } = await sessionByKey(base, keys.organiser);
  const ours = <T>(method: string, path: string, body?: unknown) =>
    done<T>(base, method, `/api/halls/${hall.id}${path}`, { body, token });
  const { published, measures } = await ours<PublishState>('POST', '/results', {
    parts: PAGE_PARTS,
    foreword: FOREWORDS[language],
    address: { kind: 'secret' },
  });
  await ours('POST', '/results/news', { text: NEWS[language] });
  const { address } = published!;
  await done(base, 'POST', `/api/results/${address}/signups`, {
    body: { press: 'press-no-1', measure: measures[0]!.id, organisation: ORGANISATIONS[0] },
  });
  const { signups } = await ours<PublishState>('GET', '/results');
  await ours('POST', `/results/signups/${signups[0]!.id}`, { state: 'shown' });
  return { hall: hall.id, keys, station: hall.stations[1]!.id, address };
}

async function done<T>(...[base, method, path, sent]: Required<Parameters<typeof call>>): Promise<T> {
  const { status, body } = await call<T>(base, method, path, sent);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}
