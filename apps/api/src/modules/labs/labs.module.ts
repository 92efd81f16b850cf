import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { labGradingQueue } from '@ennead/contracts/internal';
import { LabSockets } from './lab-sockets.ts';
import { LabsController } from './labs.controller.ts';
import { LabsService } from './labs.service.ts';

@Module({
  imports: [BullModule.registerQueue({ name: labGradingQueue })],
  controllers: [LabsController],
  providers: [LabsService, LabSockets],
})
export class LabsModule {}
