import { DynamicModule, Module } from '@nestjs/common';
import { SocketsModule } from './http/sockets.module.ts';
import { InfrastructureModule } from './infrastructure/infrastructure.module.ts';
import { AddressesModule } from './modules/addresses/addresses.module.ts';
import { AccommodationsModule } from './modules/accommodations/accommodations.module.ts';
import { AdministrationModule } from './modules/administration/administration.module.ts';
import { AssessmentModule } from './modules/assessment/assessment.module.ts';
import { AgreementsModule } from './modules/agreements/agreements.module.ts';
import { AttemptsModule } from './modules/attempts/attempts.module.ts';
import { CohortsModule } from './modules/cohorts/cohorts.module.ts';
import { DisclosureModule } from './modules/disclosure/disclosure.module.ts';
import { EnrolmentsModule } from './modules/enrolments/enrolments.module.ts';
import { HealthModule } from './modules/health/health.module.ts';
import { IdentityModule } from './modules/identity/identity.module.ts';
import { InterestsModule } from './modules/interests/interests.module.ts';
import { LabsModule } from './modules/labs/labs.module.ts';
import { MessagesModule } from './modules/messages/messages.module.ts';
import { NoticesModule } from './modules/notices/notices.module.ts';
import { PagesModule } from './modules/pages/pages.module.ts';
import { PortfoliosModule } from './modules/portfolios/portfolios.module.ts';
import { RegistrarsModule } from './modules/registrars/registrars.module.ts';
import { ReviewsModule } from './modules/reviews/reviews.module.ts';
import { ScoresModule } from './modules/scores/scores.module.ts';
import { SessionsModule } from './modules/sessions/sessions.module.ts';
import { StandardsModule } from './modules/standards/standards.module.ts';
import { ExceptionsModule } from './modules/exceptions/exceptions.module.ts';
import { SamePeopleModule } from './modules/same-people/same-people.module.ts';
import { ThreatsModule } from './modules/threats/threats.module.ts';
import { ClearancesModule } from './modules/clearances/clearances.module.ts';
import { TriesModule } from './modules/tries/tries.module.ts';
import { ResultsModule } from './modules/results/results.module.ts';
import { DecisionsModule } from './modules/decisions/decisions.module.ts';
import { TrailsModule } from './modules/trails/trails.module.ts';
import { CredentialsModule } from './modules/credentials/credentials.module.ts';
import { WorkModule } from './modules/work/work.module.ts';
import { AuditModule } from './modules/audit/audit.module.ts';
import type { Settings } from './settings.ts';

/** Features in the order of the way of the data: each may import only those above it, which `npm run check` holds. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        InfrastructureModule.with(settings),
        SocketsModule,
        PagesModule,
        IdentityModule,
        AddressesModule,
        NoticesModule,
        MessagesModule,
        AuditModule,
        HealthModule,
        WorkModule,
        StandardsModule,
        SessionsModule,
        ScoresModule,
        EnrolmentsModule,
        InterestsModule,
        SamePeopleModule,
        ThreatsModule,
        ExceptionsModule,
        AgreementsModule,
        RegistrarsModule,
        AccommodationsModule,
        AttemptsModule,
        LabsModule,
        PortfoliosModule,
        ReviewsModule,
        AssessmentModule,
        ResultsModule,
        TriesModule,
        CredentialsModule,
        ClearancesModule,
        DecisionsModule,
        TrailsModule,
        DisclosureModule,
        CohortsModule,
        AdministrationModule,
      ],
    };
  }
}
