import type { AttemptView, ResponseView } from '@ennead/contracts';
import type { DrawnForm } from '@ennead/scoring';
import type { OwnAttempt } from './find-own-attempt.ts';
import { publicItems } from './public-item.ts';

/** @param form null once the sitting is over: its items are not shown again before the session's release. */
export const viewAttempt = (
  attempt: OwnAttempt,
  form: DrawnForm | null,
  responses: ResponseView[],
): AttemptView => ({
  id: attempt.id,
  entryId: attempt.entryId,
  title: attempt.title,
  role: attempt.role,
  level: attempt.level,
  state: attempt.state,
  startedAt: attempt.startedAt.toISOString(),
  deadlineAt: attempt.deadlineAt.toISOString(),
  submittedAt: attempt.submittedAt?.toISOString() ?? null,
  submitCause: attempt.submitCause,
  serverNow: attempt.now.toISOString(),
  items: form ? publicItems(form.questionsById, attempt.layout) : [],
  responses,
});
