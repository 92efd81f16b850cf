import { Module } from '@nestjs/common';
import { ArtefactDownloads } from './artefact-downloads.ts';
import { ArtefactFiles } from './artefact-files.ts';
import { OwnPortfolios } from './own-portfolios.ts';
import { PortfolioDrafts } from './portfolio-drafts.ts';
import { PortfolioRequirements } from './portfolio-requirements.ts';
import { PortfolioSubmissions } from './portfolio-submissions.ts';
import { PortfoliosController } from './portfolios.controller.ts';

@Module({
  controllers: [PortfoliosController],
  providers: [
    ArtefactDownloads,
    ArtefactFiles,
    OwnPortfolios,
    PortfolioDrafts,
    PortfolioRequirements,
    PortfolioSubmissions,
  ],
  exports: [PortfolioRequirements],
})
export class PortfoliosModule {}
