import type {
  AttemptClockView,
  AttemptReportView,
  AttemptStarted,
  AttemptView,
  SavedView,
  SubmittedView,
  WriterView,
} from '@ennead/contracts';
import { api } from '../../lib/api.ts';
import type { Save } from './answer-queue.ts';

/** A save that got no answer in this time is repeated: repeating is harmless, waiting is not. */
const patienceMs = 10_000;
/** Browsers let 64 KB outlive a page; that many of the longest answers stay below it. */
const mostKeptAlive = 20;

const of = (attemptId: string) => `/api/attempts/${attemptId}`;
const patience = () => ({ signal: AbortSignal.timeout(patienceMs) });

export const examApi = {
  start: (entryId: string, partId: string) =>
    api.post<AttemptStarted>(`/api/entries/${entryId}/parts/${partId}/attempt`),
  view: (attemptId: string) => api.get<AttemptView>(of(attemptId)),
  clock: (attemptId: string) => api.get<AttemptClockView>(`${of(attemptId)}/clock`, patience()),
  takeOver: (attemptId: string) => api.post<WriterView>(`${of(attemptId)}/writer`, undefined, patience()),
  save: (attemptId: string, writer: number, saves: readonly Save[]) =>
    api.post<SavedView>(
      `${of(attemptId)}/saves`,
      { writer, saves },
      { ...patience(), keepalive: saves.length <= mostKeptAlive },
    ),
  submit: (attemptId: string, writer: number) =>
    api.post<SubmittedView>(`${of(attemptId)}/submit`, { writer }, patience()),
  report: (attemptId: string) => api.get<AttemptReportView>(`${of(attemptId)}/report`),
};
