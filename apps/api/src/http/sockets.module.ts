import { Global, Module } from '@nestjs/common';
import { OpenSockets } from './open-sockets.ts';
import { Upgrades } from './upgrades.ts';

/** How WebSockets come in and when they have to go. */
@Global()
@Module({ providers: [OpenSockets, Upgrades], exports: [Upgrades] })
export class SocketsModule {}
