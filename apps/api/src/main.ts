import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { createApp } from './create-app.ts';
import { refuseDemoAccounts } from './demo/refuse-demo-accounts.ts';
import { readSettings } from './settings.ts';

const settings = readSettings(process.env);
const app = await createApp(settings);
if (settings.ENNEAD_MODE === 'production') await refuseDemoAccounts(app.get(DataSource).manager);
await app.listen(settings.PORT, settings.HOST);
new Logger('Ennead').log(`Listening on ${settings.PUBLIC_URL}`);
