import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type SavedView, type SaveInput, type SavesInput } from '@ennead/contracts';
import { fitsItem } from '@ennead/domain';
import { keepLatest } from '@ennead/persistence';
import { type DrawnForm, Forms } from '@ennead/scoring';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demandOwn } from '../../http/demand.ts';
import { endCodeOf } from './end-code.ts';
import { applySaves, type Recalled, recallSaves } from './save-responses.ts';

type Sitting = { readonly candidateId: string; readonly formId: string };
const mostSittings = 20_000;

@Injectable()
export class Saves {
  /** Whose attempt it is and on which form: never changes, and every save asks. */
  private readonly findSitting = keepLatest(
    mostSittings,
    (attemptId: string) => attemptId,
    (attemptId) => this.readSitting(attemptId),
  );

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly forms: Forms,
  ) {}

  /** Answers only once everything in `saves` is committed; the same saves may come any number of times. */
  async save(caller: Caller, attemptId: string, { writer, saves }: SavesInput): Promise<SavedView> {
    const sitting = await this.findSitting(attemptId);
    demandOwn(caller, 'entry.sit', sitting);
    const form = await this.forms.find(sitting.formId);
    saves.forEach((save, at) => assertFits(form, save, at));
    const applied = await applySaves(this.db, attemptId, writer, saves);
    if (!applied || applied.fresh < saves.length) return this.recall(attemptId, writer, saves);
    return viewSaved({ ...applied, now: applied.savedAt });
  }

  /** Saves that came before are acknowledged again, even when the attempt has since closed or moved on. */
  private async recall(attemptId: string, writer: number, saves: readonly SaveInput[]): Promise<SavedView> {
    const recalled = await recallSaves(this.db, attemptId, writer, saves);
    const { savedAt } = recalled;
    if (recalled.known === saves.length && savedAt) return viewSaved({ ...recalled, savedAt });
    const ended = endCodeOf(recalled);
    if (ended) throw new Refusal(ended);
    if (recalled.writer !== writer) throw new Refusal('ATTEMPT_MOVED');
    throw new Refusal('SAVES_OUT_OF_ORDER');
  }

  /** @throws Refusal NOT_FOUND */
  private async readSitting(attemptId: string): Promise<Sitting> {
    const rows: Sitting[] = await this.db.query(
      `SELECT enrolment.candidate_id AS "candidateId", attempt.form_id AS "formId"
       FROM attempt JOIN entry ON entry.id = attempt.entry_id
       JOIN enrolment ON enrolment.id = entry.enrolment_id WHERE attempt.id = $1`,
      [attemptId],
    );
    const sitting = rows[0];
    if (!sitting) throw new Refusal('NOT_FOUND');
    return sitting;
  }
}

type Saved = Pick<Recalled, 'revisions' | 'deadlineAt' | 'now'> & { readonly savedAt: Date };

const viewSaved = ({ savedAt, revisions, deadlineAt, now }: Saved): SavedView => ({
  savedAt: savedAt.toISOString(),
  revisions,
  deadlineAt: deadlineAt.toISOString(),
  serverNow: now.toISOString(),
});

const assertFits = (form: DrawnForm, { itemId, value }: SaveInput, at: number): void => {
  const item = form.questionsById.get(itemId);
  const path = `saves.${at}`;
  if (!item)
    throw new Refusal('RESPONSE_INVALID', [{ path: `${path}.itemId`, message: 'not an item of this exam' }]);
  if (!fitsItem(item, value))
    throw new Refusal('RESPONSE_INVALID', [
      { path: `${path}.value`, message: `not an answer to a ${item.type} item` },
    ]);
};
