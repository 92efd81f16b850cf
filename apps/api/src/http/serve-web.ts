import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import express from 'express';

const dist = fileURLToPath(new URL('../../../web/dist/', import.meta.url));
const page = join(dist, 'index.html');
const isServers = (path: string) => /^\/(api|health)(\/|$)/.test(path);

/** The built web: hashed assets for ever, the page itself never cached; every path of the app is the same page. */
export const serveWeb = (app: NestExpressApplication): void => {
  app.use(
    '/assets',
    express.static(join(dist, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  app.use(express.static(dist, { index: false, maxAge: 0 }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (
      request.method !== 'GET' ||
      isServers(request.path) ||
      !request.accepts('html') ||
      !existsSync(page)
    ) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
};
