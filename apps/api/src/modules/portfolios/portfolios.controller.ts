import { Controller, Header } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { ArtefactDownloads } from './artefact-downloads.ts';
import { ArtefactFiles } from './artefact-files.ts';
import { OwnPortfolios } from './own-portfolios.ts';
import { PortfolioDrafts } from './portfolio-drafts.ts';
import { PortfolioSubmissions } from './portfolio-submissions.ts';

@Controller()
export class PortfoliosController {
  constructor(
    private readonly portfolios: OwnPortfolios,
    private readonly drafts: PortfolioDrafts,
    private readonly files: ArtefactFiles,
    private readonly submissions: PortfolioSubmissions,
    private readonly downloads: ArtefactDownloads,
  ) {}

  @Serves('GET /api/entries/:id/parts/:partId/portfolio')
  @Allow('candidate')
  open({ caller, params: { id: entryId, partId } }: Asked<'GET /api/entries/:id/parts/:partId/portfolio'>) {
    return this.portfolios.openFor(caller, entryId, partId);
  }

  @Serves('PUT /api/portfolios/:id/draft')
  @Allow('candidate')
  save({ caller, params: { id }, body }: Asked<'PUT /api/portfolios/:id/draft'>) {
    return this.drafts.save(caller, id, body);
  }

  @Serves('POST /api/portfolios/:id/files')
  @Allow('candidate')
  addFile({ caller, params: { id }, request, response }: Asked<'POST /api/portfolios/:id/files'>) {
    return this.files.add(caller, id, request, response);
  }

  @Serves('POST /api/portfolios/:id/links')
  @Allow('candidate')
  addLink({ caller, params: { id }, body }: Asked<'POST /api/portfolios/:id/links'>) {
    return this.drafts.addLink(caller, id, body);
  }

  @Serves('DELETE /api/portfolios/:id/artefacts/:artefactId')
  @Allow('candidate')
  remove({ caller, params: { id, artefactId } }: Asked<'DELETE /api/portfolios/:id/artefacts/:artefactId'>) {
    return this.drafts.removeArtefact(caller, id, artefactId);
  }

  @Serves('POST /api/portfolios/:id/submit')
  @Allow('candidate')
  async submit({ caller, params: { id } }: Asked<'POST /api/portfolios/:id/submit'>) {
    await this.submissions.submit(caller, id);
    return this.portfolios.view(caller, id);
  }

  @Serves('GET /api/artefacts/:id/file')
  @Allow('candidate', 'assessor', 'moderator', 'certifier')
  @Header('Content-Security-Policy', "sandbox; default-src 'none'")
  @Header('X-Content-Type-Options', 'nosniff')
  file({ caller, params: { id } }: Asked<'GET /api/artefacts/:id/file'>) {
    return this.downloads.open(caller, id);
  }
}
