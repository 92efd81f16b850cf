import 'reflect-metadata';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Log } from '@ennead/telemetry';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import { AppModule } from './app.module.ts';
import { AccessGuard } from './http/access-guard.ts';
import { Callers } from './http/callers.ts';
import { LogInUses } from './http/log-in-uses.ts';
import { CSRF, type CsrfProtection } from './http/csrf.ts';
import { describeApi } from './http/describe-api.ts';
import { ProblemFilter } from './http/problem-filter.ts';
import { Readiness } from './http/readiness.ts';
import { requestLog } from './http/request-log.ts';
import { rateLimits } from './http/rate-limits.ts';
import { neverStored, securityHeaders } from './http/security-headers.ts';
import { serveWeb } from './http/serve-web.ts';
import { LOG_INS, type LogIns } from './http/log-ins.ts';
import type { Settings } from './settings.ts';

/** The whole server, not yet listening: the same for production, tests and benchmarks. */
export const createApp = async (settings: Settings): Promise<NestExpressApplication> => {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings), {
    logger: settings.NODE_ENV === 'test' ? ['error'] : new Log('server'),
    bodyParser: false,
    abortOnError: false,
  });
  const logIns = app.get<LogIns>(LOG_INS);
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use(app.get(Readiness).partConnections, securityHeaders(settings), compression(), requestLog());
  if (settings.WEB_DIR) serveWeb(app, settings.WEB_DIR);
  app.use('/api', neverStored);
  app.use(cookieParser(settings.SESSION_SECRET));
  app.useBodyParser('json', { limit: '256kb' });
  for (const [path, limit] of rateLimits(settings)) app.use(path, limit);
  app.use('/api', logIns.handler, app.get<CsrfProtection>(CSRF).protect);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalGuards(new AccessGuard(app.get(Reflector), app.get(Callers), app.get(LogInUses)));
  app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(app.get(Reflector)));
  const server = app.getHttpServer();
  // Longer than balancers keep an idle connection: one that we close first may just be getting the next request.
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 80_000;
  // The largest file over the slowest line that somebody may have.
  server.requestTimeout = 1_800_000;
  describeApi(app);
  return app;
};
