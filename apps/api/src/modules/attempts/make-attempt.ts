import { randomInt } from 'node:crypto';
import { layOutForm } from '@ennead/domain';
import { attempts, create, type Attempt } from '@ennead/persistence';
import type { DrawnForm } from '@ennead/scoring';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { noteSitting } from '../enrolments/note-sitting.ts';
import { inWindow, type WindowedPart } from '../enrolments/part-window.ts';

const seedLimit = 2 ** 31;

export type ToSit = { readonly entryId: string; readonly part: WindowedPart; readonly form: DrawnForm };

/** The sitting of a form, and with it the use of a try. @returns null where the part's window has just shut */
export const makeAttempt = async (
  manager: EntityManager,
  caller: Caller,
  { entryId, part, form }: ToSit,
): Promise<Attempt | null> => {
  const seed = randomInt(seedLimit);
  const end = sql`least(clock() + make_interval(secs => ${form.durationSec}), ${part.closesAt}::timestamptz)
    + granted_time(${entryId}, ${part.id})`;
  const attempt = await create(manager, attempts, {
    event: 'start',
    actorId: caller.id,
    guards: { window: inWindow(entryId, part.id) },
    values: {
      entryId,
      sessionPartId: part.id,
      number: 1,
      formId: form.id,
      seed,
      layout: layOutForm(form.questions, String(seed)),
      startedAt: sql`clock()`,
      deadlineAt: end,
    },
    detail: { formId: form.id, seed },
  });
  if (attempt) await noteSitting(manager, entryId, part.id);
  return attempt;
};
