import { Logger } from '@nestjs/common';
import { endOnSignals } from '@ennead/process';
import { DataSource } from 'typeorm';
import { createApp } from './create-app.ts';
import { refuseDemoAccounts } from './demo/refuse-demo-accounts.ts';
import { Readiness } from './http/readiness.ts';
import { readSettings } from './settings.ts';

const logger = new Logger('Ennead');
const settings = readSettings(process.env);
const app = await createApp(settings);
if (settings.ENNEAD_MODE === 'production') await refuseDemoAccounts(app.get(DataSource).manager);
await app.listen(settings.PORT, settings.HOST);
logger.log(`Listening on ${settings.PUBLIC_URL}`);
endOnSignals({
  leave: () => app.get(Readiness).leave(),
  leaveSec: settings.DRAIN_SEC,
  end: () => app.close(),
  withinSec: 12,
  complain: (message) => logger.error(message),
});
