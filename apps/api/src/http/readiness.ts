import { Injectable } from '@nestjs/common';
import type { RequestHandler } from 'express';

/** Whether this server wants more people. One that is leaving serves whoever comes all the same. */
@Injectable()
export class Readiness {
  private leaving = false;

  leave(): void {
    this.leaving = true;
  }

  get isLeaving(): boolean {
    return this.leaving;
  }

  /** Asks browsers and proxies to come back by another connection, which leads to another server. */
  readonly partConnections: RequestHandler = (_request, response, next) => {
    if (this.leaving) response.setHeader('connection', 'close');
    next();
  };
}
