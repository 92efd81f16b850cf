import { reviewLifecycle } from '@ennead/contracts';
import { queueMessage } from '@ennead/mail';
import { sourcesOf } from '@ennead/domain';
import { stateList, type ContentBank } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { findSitting } from './find-sitting.ts';
import { at } from './teller.ts';

/** In SQL: states of a review that is still to be done. */
export const openReview = stateList(reviewLifecycle, ...sourcesOf(reviewLifecycle, 'submit'));

/** To the reviewer, of a script that was given to them, or that they have had for long. Nothing says whose it is. */
export const tellScript =
  (kind: 'script-assigned' | 'script-overdue') =>
  async (manager: EntityManager, bank: ContentBank, reviewId: string): Promise<void> => {
    const [found]: { reviewerId: string; assignedAt: Date; entryId: string }[] = await manager.query(
      `SELECT review.reviewer_id AS "reviewerId", review.assigned_at AS "assignedAt", portfolio.entry_id AS "entryId"
       FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
       JOIN portfolio ON portfolio.id = version.portfolio_id
       WHERE review.id = $1 AND review.state IN (${openReview})`,
      [reviewId],
    );
    if (!found) return;
    const { certification } = await findSitting(manager, bank, found.entryId);
    // Not of the entry: its trail would name the reviewer beside the candidate once more.
    await queueMessage(manager, {
      kind,
      to: { personId: found.reviewerId },
      params: { certification, at: at(found.assignedAt) },
      about: { kind: 'review', id: reviewId },
      once: `${kind}:${reviewId}`,
    });
  };
