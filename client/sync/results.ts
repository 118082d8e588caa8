/** Results pages and owners of measures, by the HTTP contract. Strangers call the first half, without a session. */

import type { MeasureStatus } from '../../shared/domain/hall.ts';
import type { HallId, MeasureId } from '../../shared/domain/ids.ts';
import type {
  Check,
  MeasureStatuses,
  OwnedMeasure,
  PageAddress,
  PageFile,
  PagePart,
  PublishState,
  ResultsPage,
  SignupState,
  ToldStatus,
} from '../../shared/domain/results.ts';
import type { RestError } from '../../shared/protocol/rest.ts';
import { type AnyFaultCode, failed, type Outcome } from './fault.ts';
import { call } from './session.ts';

export interface SignupForm {
  press: string;
  measure: MeasureId;
  organisation: string;
  contact: string;
  message: string;
  website: string;
}

export interface Choice {
  parts: PagePart[];
  foreword: string;
  address: PageAddress;
}

const pageAt = (address: string) => `/api/results/${encodeURIComponent(address)}`;
const ours = (hall: HallId, rest: string) => `/api/halls/${hall}${rest}?as=organiser`;

export const fetchPage = (address: string): Promise<Outcome<ResultsPage>> => call('GET', pageAt(address));

export const filePath = (address: string, id: string): string => `${pageAt(address)}/files/${id}`;

export const signUp = (address: string, form: SignupForm): Promise<Outcome<unknown>> =>
  call('POST', `${pageAt(address)}/signups`, form);

export const fetchOwned = (key: string): Promise<Outcome<OwnedMeasure>> =>
  call('POST', '/api/measure', { key });

export const tellStatus = (
  key: string,
  told: { check: Check; status: MeasureStatus; said: string },
): Promise<Outcome<{ statuses: ToldStatus[] }>> => call('POST', '/api/measure/status', { key, ...told });

/** The days of the checks as a calendar file; null where it did not come. */
export async function fetchCalendar(key: string): Promise<Blob | null> {
  try {
    const response = await fetch('/api/measure/calendar', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
    });
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}

export const measureStatuses = (hall: HallId): Promise<Outcome<MeasureStatuses>> =>
  call('GET', `/api/halls/${hall}/measures/status`);

export const publishState = (hall: HallId): Promise<Outcome<PublishState>> =>
  call('GET', ours(hall, '/results'));

export const previewPage = (hall: HallId, choice: Choice): Promise<Outcome<ResultsPage>> =>
  call('POST', ours(hall, '/results/preview'), choice);

export const publishPage = (hall: HallId, choice: Choice): Promise<Outcome<PublishState>> =>
  call('POST', ours(hall, '/results'), choice);

export const withdrawPage = (hall: HallId): Promise<Outcome<PublishState>> =>
  call('DELETE', ours(hall, '/results'));

export const addNews = (hall: HallId, text: string): Promise<Outcome<unknown>> =>
  call('POST', ours(hall, '/results/news'), { text });

export const removeNews = (hall: HallId, id: string): Promise<Outcome<unknown>> =>
  call('DELETE', ours(hall, `/results/news/${id}`));

export const moderate = (
  hall: HallId,
  id: string,
  change: { state?: SignupState; forget?: true },
): Promise<Outcome<unknown>> => call('POST', ours(hall, `/results/signups/${id}`), change);

export const removeSignup = (hall: HallId, id: string): Promise<Outcome<unknown>> =>
  call('DELETE', ours(hall, `/results/signups/${id}`));

export const removeFile = (hall: HallId, id: string): Promise<Outcome<unknown>> =>
  call('DELETE', ours(hall, `/files/${id}`));

export const makeOwnerLink = (hall: HallId, measure: MeasureId): Promise<Outcome<{ link: string }>> =>
  call('POST', ours(hall, `/measures/${measure}/owner`), {});

export const withdrawOwnerLink = (hall: HallId, measure: MeasureId): Promise<Outcome<unknown>> =>
  call('DELETE', ours(hall, `/measures/${measure}/owner`));

export const untell = (hall: HallId, measure: MeasureId, check: Check): Promise<Outcome<unknown>> =>
  call('DELETE', ours(hall, `/measures/${measure}/status/${check}`));

/** Sends a file, telling how much of it (0–1) has gone. By XHR: `fetch` tells nothing of what it sends. */
export function sendFile(
  hall: HallId,
  file: File,
  onProgress: (part: number) => void,
): Promise<Outcome<PageFile>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `${ours(hall, '/files')}&name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = request.response as (PageFile & RestError) | null;
      if (request.status === 201 && answer) resolve({ ok: true, data: answer });
      else resolve(failed((answer?.error?.code ?? 'no_answer') as AnyFaultCode));
    };
    request.onerror = () => resolve(failed(navigator.onLine ? 'no_answer' : 'offline'));
    request.send(file);
  });
}
