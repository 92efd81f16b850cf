import { Logger } from '@nestjs/common';
import { readSettings } from './settings.ts';
import { startRunner } from './start-runner.ts';

const logger = new Logger('Runner');
const runner = await startRunner(readSettings(process.env));
logger.log(`Listening on port ${runner.port}`);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    runner.stop().then(
      () => process.exit(0),
      (fault: Error) => {
        logger.error(fault.message);
        process.exit(1);
      },
    );
  });
}
await runner.prepared;
