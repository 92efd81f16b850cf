import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type ArtefactView } from '@ennead/contracts';
import { Artefact } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Request, Response } from 'express';
import type { Caller } from '../../http/caller.ts';
import { FileStore } from '../../infrastructure/file-store.ts';
import { addArtefact } from './add-artefact.ts';
import { detectMediaType } from './detect-media-type.ts';
import { findOwnPortfolio, isDraft, lockOwnDraft } from './find-own-portfolio.ts';
import { receiveUpload, type Upload } from './receive-upload.ts';
import { viewArtefact } from './view-artefact.ts';

/** One at a time keeps or removes a content, so that none is removed while another portfolio takes it up. */
const lockContent = (manager: EntityManager, sha256: string) =>
  manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [sha256]);

/** Takes files into the store, and lets go of them. */
@Injectable()
export class ArtefactFiles {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly store: FileStore,
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
    const upload = await receiveUpload(request, response, this.store);
    try {
      const mediaType = await detectMediaType(upload.file.path, upload.name);
      if (!mediaType) throw new Refusal('FILE_TYPE_REFUSED');
      return viewArtefact(await this.keep(caller, portfolioId, upload, mediaType));
    } catch (fault) {
      await this.removeUnused(upload.file.sha256);
      throw fault;
    } finally {
      await this.store.discard(upload.file);
    }
  }

  /** Removes a content from the store unless an artefact still refers to it. */
  async removeUnused(sha256: string): Promise<void> {
    await this.db.transaction(async (manager) => {
      await lockContent(manager, sha256);
      if (!(await manager.existsBy(Artefact, { sha256 }))) await this.store.remove(sha256);
    });
  }

  private keep(caller: Caller, id: string, { name, file }: Upload, mediaType: string): Promise<Artefact> {
    const { sha256, sizeBytes } = file;
    return this.db.transaction(async (manager) => {
      const own = await lockOwnDraft(manager, caller, id);
      const present = await manager.findOneBy(Artefact, { portfolioId: id, sha256 });
      if (present) return present;
      await lockContent(manager, sha256);
      const added = await addArtefact(manager, own, {
        kind: 'file',
        title: name,
        fileName: name,
        mediaType,
        sizeBytes,
        sha256,
      });
      await this.store.keep(file);
      return added;
    });
  }
}
