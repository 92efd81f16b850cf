import { Logger } from '@nestjs/common';
import { createApp } from './create-app.ts';
import { readContent } from './infrastructure/content.ts';
import { readSettings } from './settings.ts';

const settings = readSettings(process.env);
const app = await createApp(settings, await readContent());
await app.listen(settings.PORT, settings.HOST);
new Logger('Ennead').log(`Listening on ${settings.PUBLIC_URL}`);
