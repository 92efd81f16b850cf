import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import express from 'express';

const isServers = (path: string) => /^\/(api|health)(\/|$)/.test(path);

/** The built web: hashed assets for ever, the page itself never cached; every path of the app is the same page. */
export const serveWeb = (app: NestExpressApplication, folder: string): void => {
  const page = join(folder, 'index.html');
  const files = express.Router();
  files.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  files.use(express.static(folder, { index: false, maxAge: 0 }));
  files.use((request: Request, response: Response, next) => {
    if (request.method !== 'GET' || !request.accepts('html') || !existsSync(page)) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
  // A call to the API must not cost a look at the disk.
  app.use((request: Request, response: Response, next: (fault?: unknown) => void) =>
    isServers(request.path) ? next() : files(request, response, next),
  );
};
