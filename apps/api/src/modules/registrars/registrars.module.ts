import { Module } from '@nestjs/common';
import { RegistrarsController } from './registrars.controller.ts';
import { RegistrarsService } from './registrars.service.ts';

@Module({
  controllers: [RegistrarsController],
  providers: [RegistrarsService],
  exports: [RegistrarsService],
})
export class RegistrarsModule {}
