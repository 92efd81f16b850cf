import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type ArtefactView,
  type ClaimInput,
  type Competency,
  type DraftInput,
  type DraftSaved,
  type LinkInput,
} from '@ennead/contracts';
import { hashContent } from '@ennead/domain';
import { Artefact, Claim, Portfolio, readClock, recordAudit } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { addArtefact } from './add-artefact.ts';
import { ArtefactFiles } from './artefact-files.ts';
import { findOwnPortfolio, lockOwnDraft } from './find-own-portfolio.ts';
import { PortfolioRequirements } from './portfolio-requirements.ts';
import { viewArtefact } from './view-artefact.ts';

/** Changes a portfolio while it is a draft. */
@Injectable()
export class PortfolioDrafts {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly requirements: PortfolioRequirements,
    private readonly files: ArtefactFiles,
  ) {}

  /**
   * Saves the whole draft at once. Artefacts that have gone meanwhile are left out of the claims. Saving again what is
   * stored already changes nothing, so that a page that never got its answer may ask again.
   *
   * @throws Refusal PORTFOLIO_CHANGED when the draft is newer than the one that the caller read
   */
  async save(caller: Caller, id: string, input: DraftInput): Promise<DraftSaved> {
    const own = await findOwnPortfolio(this.db.manager, caller, id);
    refuseUnknown(await this.requirements.competenciesOf(own.entry), input);
    return this.db.transaction(async (manager) => {
      const { portfolio } = await lockOwnDraft(manager, caller, id);
      const claims = await linkClaims(manager, id, input.claims);
      const readAt = Date.parse(input.updatedAt);
      if (portfolio.updatedAt.getTime() !== readAt) {
        const stored = { claims: await findClaims(manager, id), experience: portfolio.experience };
        if (hashContent(stored) !== hashContent({ claims, experience: input.experience }))
          throw new Refusal('PORTFOLIO_CHANGED');
        return { updatedAt: portfolio.updatedAt.toISOString() };
      }
      const updatedAt = new Date(Math.max((await readClock(manager)).getTime(), readAt + 1));
      await manager.delete(Claim, { portfolioId: id });
      await manager.insert(
        Claim,
        claims.map((claim) => ({ ...claim, portfolioId: id, updatedAt })),
      );
      await manager.update(Portfolio, { id }, { experience: input.experience, updatedAt });
      return { updatedAt: updatedAt.toISOString() };
    });
  }

  /** Adds an address; what stands there is not fetched. */
  addLink(caller: Caller, id: string, { kind, title, url }: LinkInput): Promise<ArtefactView> {
    return this.db.transaction(async (manager) => {
      const own = await lockOwnDraft(manager, caller, id);
      return viewArtefact(await addArtefact(manager, own, { kind, title, url: new URL(url).href }));
    });
  }

  /** Removes an artefact, also from the claims that name it; a file's content goes with its last mention. */
  async removeArtefact(caller: Caller, id: string, artefactId: string): Promise<void> {
    const removed = await this.db.transaction(async (manager) => {
      const { portfolio, entry } = await lockOwnDraft(manager, caller, id);
      const artefact = await manager.findOneBy(Artefact, { id: artefactId, portfolioId: portfolio.id });
      if (!artefact) throw new Refusal('NOT_FOUND');
      await manager.query(
        `UPDATE claim SET artefact_ids = array_remove(artefact_ids, $2::uuid) WHERE portfolio_id = $1`,
        [id, artefactId],
      );
      await manager.delete(Artefact, { id: artefactId });
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'artefact.removed',
        subjectKind: 'artefact',
        subjectId: artefactId,
        entryId: entry.id,
        detail: { kind: artefact.kind, sha256: artefact.sha256 },
      });
      return artefact;
    });
    if (removed.sha256) await this.files.removeUnused(removed.sha256);
  }
}

const refuseUnknown = (competencies: readonly Competency[], { claims }: DraftInput): void => {
  const known = new Set<string>(competencies.map(({ id }) => id));
  const errors = claims.flatMap(({ competency }, at) =>
    known.has(competency)
      ? []
      : [{ path: `claims.${at}.competency`, message: 'not a practice of this role' }],
  );
  if (errors.length > 0) throw new Refusal('INPUT_INVALID', errors);
};

/** Claims as they are stored: in the order of their competencies, linked only to artefacts that are there. */
const linkClaims = async (
  manager: EntityManager,
  portfolioId: string,
  claims: readonly ClaimInput[],
): Promise<ClaimInput[]> => {
  const artefacts = await manager.findBy(Artefact, { portfolioId });
  const there = new Set(artefacts.map(({ id }) => id));
  return claims
    .map((claim) => ({
      ...claim,
      artefactIds: [...new Set(claim.artefactIds)].filter((id) => there.has(id)),
    }))
    .filter(({ text, artefactIds }) => text !== '' || artefactIds.length > 0)
    .sort((a, b) => (a.competency < b.competency ? -1 : 1));
};

const findClaims = async (manager: EntityManager, portfolioId: string): Promise<ClaimInput[]> => {
  const claims = await manager.findBy(Claim, { portfolioId });
  return claims
    .map(({ competency, text, artefactIds }) => ({ competency, text, artefactIds }))
    .sort((a, b) => (a.competency < b.competency ? -1 : 1));
};
