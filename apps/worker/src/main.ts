import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { readSettings } from './settings.ts';
import { startWorker } from './start-worker.ts';

const logger = new Logger('Worker');
const settings = readSettings(process.env);
const worker = await startWorker(settings, () => {
  logger.error('What was begun does not come to its end: starting anew.');
  process.exit(1);
});
logger.log(`Ready, health on ${settings.WORKER_URL}`);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    worker.stop().then(
      () => process.exit(0),
      (fault: Error) => {
        logger.error(fault.message);
        process.exit(1);
      },
    );
  });
}
