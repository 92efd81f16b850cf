import { portfolioLimits, Refusal } from '@ennead/contracts';
import { Artefact, recordAudit } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { OwnPortfolio } from './find-own-portfolio.ts';

export type NewArtefact = Pick<Artefact, 'kind' | 'title'> &
  Partial<Pick<Artefact, 'url' | 'fileName' | 'mediaType' | 'sizeBytes' | 'sha256'>>;

/**
 * Adds an artefact to a draft that the caller has locked.
 *
 * @throws Refusal PORTFOLIO_FULL at the limit of artefacts
 */
export const addArtefact = async (
  manager: EntityManager,
  { portfolio, entry }: OwnPortfolio,
  artefact: NewArtefact,
): Promise<Artefact> => {
  const portfolioId = portfolio.id;
  const present = await manager.find(Artefact, { where: { portfolioId }, order: { number: 'DESC' } });
  if (present.length >= portfolioLimits.artefacts) throw new Refusal('PORTFOLIO_FULL');
  const number = (present[0]?.number ?? 0) + 1;
  const added = await manager.save(manager.create(Artefact, { ...artefact, portfolioId, number }));
  await recordAudit(manager, {
    actorId: entry.candidateId,
    action: 'artefact.added',
    subjectKind: 'artefact',
    subjectId: added.id,
    entryId: entry.id,
    detail: { kind: added.kind, sha256: added.sha256 ?? null, sizeBytes: added.sizeBytes ?? null },
  });
  return manager.findOneByOrFail(Artefact, { id: added.id });
};
