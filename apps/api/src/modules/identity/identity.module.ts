import { Global, Module } from '@nestjs/common';
import { Callers } from '../../http/callers.ts';
import { FailedLogIns } from './failed-log-ins.ts';
import { Guesses } from './guesses.ts';
import { IdentityController } from './identity.controller.ts';
import { LogInsController } from './log-ins.controller.ts';
import { SecondFactorsController } from './second-factors.controller.ts';
import { SecondFactors } from './second-factors.ts';
import { LinksController } from './links/links.controller.ts';
import { GivenLinks } from './links/given-links.ts';
import { Links } from './links/links.ts';
import { OwnAddress } from './links/own-address.ts';
import { PasswordResets } from './links/password-resets.ts';
import { Registrations } from './links/registrations.ts';
import { OwnLogIns } from './own-log-ins.ts';
import { IdentityService } from './identity.service.ts';
import { People } from './people.ts';

@Global()
@Module({
  controllers: [IdentityController, LogInsController, SecondFactorsController, LinksController],
  providers: [
    FailedLogIns,
    IdentityService,
    Guesses,
    OwnLogIns,
    SecondFactors,
    GivenLinks,
    Links,
    OwnAddress,
    PasswordResets,
    Registrations,
    People,
    { provide: Callers, useExisting: People },
  ],
  exports: [People, Callers, SecondFactors, GivenLinks],
})
export class IdentityModule {}
