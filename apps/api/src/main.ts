import { Logger } from '@nestjs/common';
import { endOnSignals } from '@ennead/process';
import { DataSource } from 'typeorm';
import { createApp } from './create-app.ts';
import { refuseDemoAccounts } from './demo/refuse-demo-accounts.ts';
import { Connections } from './http/connections.ts';
import { Readiness } from './http/readiness.ts';
import { readSettings } from './settings.ts';

/** What is being answered when the end comes may take so long. */
const ANSWERED_WITHIN_MS = 9_000;

const logger = new Logger('Ennead');
const settings = readSettings(process.env);
const app = await createApp(settings);
const connections = new Connections(app.getHttpServer());
if (settings.ENNEAD_MODE === 'production') await refuseDemoAccounts(app.get(DataSource).manager);
await app.listen(settings.PORT, settings.HOST);
logger.log(`Listening on ${settings.PUBLIC_URL}`);
endOnSignals({
  leave: () => app.get(Readiness).leave(),
  leaveSec: settings.DRAIN_SEC,
  end: () => {
    const closed = app.close();
    connections.end(ANSWERED_WITHIN_MS);
    return closed;
  },
  withinSec: 12,
  complain: (message) => logger.error(message),
});
