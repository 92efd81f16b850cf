import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type ArtefactView } from '@ennead/contracts';
import { Artefact } from '@ennead/persistence';
import { Storage, StorageFault } from '@ennead/storage';
import { DataSource, type EntityManager } from 'typeorm';
import type { Request, Response } from 'express';
import type { Caller } from '../../http/caller.ts';
import { Turns } from '../../infrastructure/turns.ts';
import { addArtefact } from './add-artefact.ts';
import { detectMediaType } from './detect-media-type.ts';
import { findOwnPortfolio, isDraft, lockOwnDraft } from './find-own-portfolio.ts';
import { receiveUpload, type Upload } from './receive-upload.ts';
import { viewArtefact } from './view-artefact.ts';

/** One at a time keeps or removes a content, so that none is removed while another portfolio takes it up. */
const lockContent = (manager: EntityManager, sha256: string) =>
  manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [sha256]);

/** Each holds a connection to the database while it waits for the storage; saving answers needs the others. */
const atOnce = 6;

/** Takes files into the store, and lets go of them. */
@Injectable()
export class ArtefactFiles {
  private readonly logger = new Logger('Storage');
  private readonly turns = new Turns(atOnce);

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly storage: Storage,
  ) {}

  /** Streams a file in and adds it. The same content a second time is the artefact that is there already. */
  async add(
    caller: Caller,
    portfolioId: string,
    request: Request,
    response: Response,
  ): Promise<ArtefactView> {
    const { portfolio } = await findOwnPortfolio(this.db.manager, caller, portfolioId);
    if (!isDraft(portfolio.state)) throw new Refusal('PORTFOLIO_SUBMITTED');
    const upload = await receiveUpload(request, response, this.storage);
    try {
      const mediaType = await detectMediaType(upload.file.path, upload.name);
      if (!mediaType) throw new Refusal('FILE_TYPE_REFUSED');
      return viewArtefact(await this.keep(caller, portfolioId, upload, mediaType));
    } finally {
      await this.storage.discard(upload.file);
    }
  }

  /** Removes a content from the storage unless an artefact still refers to it. If it cannot be, it lies there unused. */
  async removeUnused(sha256: string): Promise<void> {
    await this.turns.take(() =>
      this.db.transaction(async (manager) => {
        await lockContent(manager, sha256);
        if (!(await manager.existsBy(Artefact, { sha256 }))) await this.remove(sha256);
      }),
    );
  }

  private async remove(sha256: string): Promise<void> {
    try {
      await this.storage.remove(sha256);
    } catch (fault) {
      if (!(fault instanceof StorageFault)) throw fault;
      this.logger.error(
        `Nothing refers to ${sha256} any more, but it could not be removed. ${fault.message}`,
      );
    }
  }

  private async keep(caller: Caller, id: string, upload: Upload, mediaType: string): Promise<Artefact> {
    try {
      return await this.turns.take(() => this.keepAndAdd(caller, id, upload, mediaType));
    } catch (fault) {
      // It may have been kept.
      await this.removeUnused(upload.file.sha256);
      throw fault;
    }
  }

  private keepAndAdd(
    caller: Caller,
    id: string,
    { name, file }: Upload,
    mediaType: string,
  ): Promise<Artefact> {
    const { sha256, sizeBytes } = file;
    return this.db.transaction(async (manager) => {
      await lockContent(manager, sha256);
      await this.storage.keep(file);
      // Only now: whoever goes on writing the draft does not wait for the storage.
      const own = await lockOwnDraft(manager, caller, id);
      const present = await manager.findOneBy(Artefact, { portfolioId: id, sha256 });
      if (present) return present;
      return addArtefact(manager, own, {
        kind: 'file',
        title: name,
        fileName: name,
        mediaType,
        sizeBytes,
        sha256,
      });
    });
  }
}
