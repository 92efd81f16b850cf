import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { endOnSignals } from '@ennead/process';
import { Log } from '@ennead/telemetry';
import { readSettings } from './settings.ts';
import { startWorker } from './start-worker.ts';

Logger.overrideLogger(new Log('worker'));
const logger = new Logger('Worker');
const settings = readSettings(process.env);
const worker = await startWorker(settings, () => {
  logger.error('What was begun does not come to its end: starting anew.');
  process.exit(1);
});
logger.log(`Ready, health on ${settings.WORKER_URL}`);
endOnSignals({ end: () => worker.stop(), withinSec: 12, complain: (message) => logger.error(message) });
