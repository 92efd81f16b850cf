import { Logger } from '@nestjs/common';
import { endOnSignals } from '@ennead/process';
import { Log } from '@ennead/telemetry';
import { readSettings } from './settings.ts';
import { startRunner } from './start-runner.ts';

Logger.overrideLogger(new Log('lab runner'));
const logger = new Logger('Runner');
const runner = await startRunner(readSettings(process.env));
logger.log(`Listening on port ${runner.port}`);
endOnSignals({ end: () => runner.stop(), withinSec: 27, complain: (message) => logger.error(message) });
await runner.prepared;
