import type { ResponseView } from '@ennead/contracts';
import { Response } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** The newest answers of an attempt. */
export const findResponses = async (manager: EntityManager, attemptId: string): Promise<ResponseView[]> => {
  const responses = await manager.find(Response, { where: { attemptId }, order: { itemId: 'ASC' } });
  return responses.map(({ itemId, value, flagged, revision, savedAt }) => ({
    itemId,
    value,
    flagged,
    revision,
    savedAt: savedAt.toISOString(),
  }));
};
