import { Injectable, Logger, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal } from '@ennead/contracts';
import { Artefact, Cohort, Portfolio, PortfolioVersion, Review } from '@ennead/persistence';
import { Storage } from '@ennead/storage';
import { DataSource, In } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findEntry, type FoundEntry } from '../enrolments/find-entry.ts';
import { neutralEnding } from './accepted-files.ts';
import { attachmentNamed } from './content-disposition.ts';
import { isDraft } from './find-own-portfolio.ts';
import { labelOf } from './view-artefact.ts';

type Found = { readonly artefact: Artefact; readonly portfolio: Portfolio; readonly entry: FoundEntry };

/** Hands out the file of an artefact: always as an attachment of no particular type, never to be shown in place. */
@Injectable()
export class ArtefactDownload {
  private readonly logger = new Logger('Download');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly storage: Storage,
  ) {}

  /**
   * @throws Refusal NOT_FOUND for whoever is neither its candidate nor marks or certifies the portfolio; StorageFault where
   * the file is known not to be whole before anything of it was sent
   */
  async open(caller: Caller, artefactId: string): Promise<StreamableFile> {
    const found = await this.find(artefactId);
    const name = await this.nameFor(caller, found);
    const { sha256, sizeBytes } = found.artefact;
    if (name === null || !sha256 || sizeBytes === null) throw new Refusal('NOT_FOUND');
    const file = new StreamableFile(await this.storage.read({ sha256, sizeBytes }), {
      type: 'application/octet-stream',
      disposition: attachmentNamed(name),
      length: sizeBytes,
    });
    return file.setErrorHandler((fault, response) => this.breakOff(fault, response));
  }

  /** The length was promised: closed before it is reached, no browser takes what it has for the file. */
  private breakOff(fault: Error, response: { destroy?: () => void }): void {
    this.logger.error(fault.message);
    response.destroy?.();
  }

  /** What the file is called for this caller, null for one who may not have it. A reviewer never learns its own name. */
  private async nameFor(caller: Caller, { artefact, portfolio, entry }: Found): Promise<string | null> {
    if (entry.candidateId === caller.id) return artefact.title;
    if (await this.reviews(caller, portfolio))
      return `${labelOf(artefact)}.${neutralEnding(artefact.mediaType ?? '', artefact.title)}`;
    if (!caller.roles.includes('certifier') || isDraft(portfolio.state)) return null;
    return (await this.trains(caller, entry)) ? null : artefact.title;
  }

  private async find(artefactId: string): Promise<Found> {
    const artefact = await this.db.manager.findOneBy(Artefact, { id: artefactId, kind: 'file' });
    if (!artefact) throw new Refusal('NOT_FOUND');
    const portfolio = await this.db.manager.findOneByOrFail(Portfolio, { id: artefact.portfolioId });
    const entry = await findEntry(this.db.manager, portfolio.entryId);
    return { artefact, portfolio, entry };
  }

  private async reviews(caller: Caller, portfolio: Portfolio): Promise<boolean> {
    const versions = await this.db.manager.findBy(PortfolioVersion, { portfolioId: portfolio.id });
    return this.db.manager.existsBy(Review, {
      portfolioVersionId: In(versions.map(({ id }) => id)),
      reviewerId: caller.id,
    });
  }

  private async trains(caller: Caller, { cohortId }: FoundEntry): Promise<boolean> {
    const cohort = cohortId ? await this.db.manager.findOneBy(Cohort, { id: cohortId }) : null;
    return cohort?.trainerIds.includes(caller.id) ?? false;
  }
}
