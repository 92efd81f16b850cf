import { Module } from '@nestjs/common';
import { PagesController } from './pages.controller.ts';
import { PagesService } from './pages.service.ts';

@Module({ controllers: [PagesController], providers: [PagesService] })
export class PagesModule {}
