import { Injectable, Logger, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal } from '@ennead/contracts';
import { may, ownerOf } from '@ennead/domain';
import { Artefact, findStanding, Portfolio, recordViewing } from '@ennead/persistence';
import { Storage } from '@ennead/storage';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findEntry } from '../enrolments/find-entry.ts';
import { neutralEnding } from './accepted-files.ts';
import { attachmentNamed } from '../../infrastructure/content-disposition.ts';
import { isDraft } from './find-own-portfolio.ts';
import { labelOf } from './view-artefact.ts';

type Found = { readonly artefact: Artefact; readonly portfolio: Portfolio };

/** Hands out the file of an artefact: always as an attachment of no particular type, never to be shown in place. */
@Injectable()
export class ArtefactDownloads {
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
    await this.record(caller, found);
    return file.setErrorHandler((fault, response) => this.breakOff(fault, response));
  }

  /** That somebody else than its candidate has taken the file. */
  private async record(caller: Caller, { artefact, portfolio }: Found): Promise<void> {
    const { manager } = this.db;
    const entry = await findEntry(manager, portfolio.entryId);
    if (may(caller, 'artefact.own', ownerOf(caller.id, entry))) return;
    await recordViewing(manager, {
      actorId: caller.id,
      action: 'artefact.downloaded',
      subjectKind: 'artefact',
      subjectId: artefact.id,
      entryId: entry.id,
    });
  }

  /** The length was promised: closed before it is reached, no browser takes what it has for the file. */
  private breakOff(fault: Error, response: { destroy?: () => void }): void {
    this.logger.error(fault.message);
    response.destroy?.();
  }

  /** What the file is called for this caller, null for one who may not have it. A reviewer never learns its own name. */
  private async nameFor(caller: Caller, { artefact, portfolio }: Found): Promise<string | null> {
    const { manager } = this.db;
    const entry = await findEntry(manager, portfolio.entryId);
    if (may(caller, 'artefact.own', ownerOf(caller.id, entry))) return artefact.title;
    const toPortfolio = await findStanding(manager, caller.id, 'portfolio', portfolio.id);
    if (toPortfolio && may(caller, 'artefact.review', toPortfolio))
      return `${labelOf(artefact)}.${neutralEnding(artefact.mediaType ?? '', artefact.title)}`;
    const toEntry = await findStanding(manager, caller.id, 'entry', entry.id);
    return toEntry && !isDraft(portfolio.state) && may(caller, 'artefact.read', toEntry)
      ? artefact.title
      : null;
  }

  private async find(artefactId: string): Promise<Found> {
    const artefact = await this.db.manager.findOneBy(Artefact, { id: artefactId, kind: 'file' });
    if (!artefact) throw new Refusal('NOT_FOUND');
    const portfolio = await this.db.manager.findOneByOrFail(Portfolio, { id: artefact.portfolioId });
    return { artefact, portfolio };
  }
}
