import { Module } from '@nestjs/common';
import { ArtefactDownload } from './artefact-download.ts';
import { ArtefactFiles } from './artefact-files.ts';
import { DraftsService } from './drafts.service.ts';
import { OwnPortfolios } from './own-portfolios.ts';
import { PortfolioContent } from './portfolio-content.ts';
import { PortfoliosController } from './portfolios.controller.ts';
import { SubmissionService } from './submission.service.ts';

@Module({
  controllers: [PortfoliosController],
  providers: [
    ArtefactDownload,
    ArtefactFiles,
    DraftsService,
    OwnPortfolios,
    PortfolioContent,
    SubmissionService,
  ],
  exports: [PortfolioContent],
})
export class PortfoliosModule {}
