import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { ArtefactView, DraftInput, DraftSaved, LinkInput, PortfolioView } from '@ennead/contracts';
import type { Request, Response } from 'express';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
import { ArtefactDownload } from './artefact-download.ts';
import { ArtefactFiles } from './artefact-files.ts';
import { DraftsService } from './drafts.service.ts';
import { OwnPortfolios } from './own-portfolios.ts';
import { SubmissionService } from './submission.service.ts';

const oneFile = {
  type: 'object',
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
};

@Controller()
export class PortfoliosController {
  constructor(
    private readonly portfolios: OwnPortfolios,
    private readonly drafts: DraftsService,
    private readonly files: ArtefactFiles,
    private readonly submission: SubmissionService,
    private readonly download: ArtefactDownload,
  ) {}

  @Get('entries/:id/parts/:partId/portfolio')
  @Allow('candidate')
  @Answers(PortfolioView)
  open(
    @FromCaller() caller: Caller,
    @Param('id', idParam) entryId: string,
    @Param('partId', idParam) partId: string,
  ) {
    return this.portfolios.openFor(caller, entryId, partId);
  }

  @Put('portfolios/:id/draft')
  @Allow('candidate')
  @Answers(DraftSaved)
  save(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: DraftInput }) input: DraftInput,
  ) {
    return this.drafts.save(caller, id, input);
  }

  @Post('portfolios/:id/files')
  @Allow('candidate')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: oneFile })
  @Answers(ArtefactView, 201)
  addFile(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.files.add(caller, id, request, response);
  }

  @Post('portfolios/:id/links')
  @Allow('candidate')
  @Answers(ArtefactView, 201)
  addLink(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: LinkInput }) input: LinkInput,
  ) {
    return this.drafts.addLink(caller, id, input);
  }

  @Delete('portfolios/:id/artefacts/:artefactId')
  @Allow('candidate')
  @HttpCode(204)
  remove(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Param('artefactId', idParam) artefactId: string,
  ) {
    return this.drafts.removeArtefact(caller, id, artefactId);
  }

  @Post('portfolios/:id/submit')
  @Allow('candidate')
  @HttpCode(200)
  @Answers(PortfolioView)
  async submit(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    await this.submission.submit(caller, id);
    return this.portfolios.view(caller, id);
  }

  @Get('artefacts/:id/file')
  @Allow('candidate', 'assessor', 'moderator', 'certifier')
  @Header('Content-Security-Policy', "sandbox; default-src 'none'")
  @Header('X-Content-Type-Options', 'nosniff')
  file(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.download.open(caller, id);
  }
}
