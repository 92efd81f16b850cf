import { watch } from 'node:fs';
import path from 'node:path';
import {
  freePort,
  portHolder,
  type ProcessContract,
  programDigest,
  ROOT,
  runToEnd,
  Steps,
  supervise,
  type Supervised,
} from '@ennead/provision';
import { startApps } from '../app-processes.ts';
import { bringUp, publishNow, seedDemo, takeDataDir } from '../bring-up.ts';
import { demoTable } from '../demo-accounts.ts';
import { type Lifecycle, runCommand } from '../lifecycle.ts';
import { packageProgram, WEB_DIR } from '../paths.ts';
import { readSettings } from '../settings.ts';

const WEB_HOST = '127.0.0.1';
const USUAL_WEB_PORT = 5173;
const SETTLE_MS = 200;
const WEB_READY_WITHIN_MS = 60_000;
const SOURCES = ['apps', 'libs'];
const CONTENT = ['question-bank', 'labs'];
const BUILD = path.join(ROOT, 'apps/launcher/build-programs.mjs');

const steps = new Steps(process.stdout);

await runCommand(steps, async (lifecycle) => {
  const settings = readSettings(process.env);
  const webPort = (await portHolder(USUAL_WEB_PORT, WEB_HOST)) ? await freePort() : USUAL_WEB_PORT;
  const webUrl = `http://${WEB_HOST}:${webPort}`;

  await takeDataDir(settings, lifecycle);
  // People use the address of the web's own server, which passes /api and /health on.
  const contract = await bringUp({ ...settings, publicUrl: webUrl }, 'development', steps, lifecycle);
  const accounts = await seedDemo(contract, steps);
  const { api, runner, worker } = await startApps(contract, steps, lifecycle);
  restartOnChange({ api, worker, ...(runner ? { runner } : {}) });
  publishOnChange(contract);
  await startWeb(webPort, settings.publicUrl, lifecycle);

  steps.say(
    `\n${demoTable(accounts)}\n\nEnnead with reload: ${webUrl}   (the server alone: ${settings.publicUrl})`,
  );
  return new Promise<never>(() => {});
});

async function startWeb(port: number, apiOrigin: string, lifecycle: Lifecycle): Promise<void> {
  const spec = {
    name: 'web',
    command: packageProgram('vite'),
    args: ['--host', WEB_HOST, '--port', String(port), '--strictPort', '--clearScreen', 'false'],
    cwd: WEB_DIR,
    env: { ...process.env, API_ORIGIN: apiOrigin },
  };
  const isReady = () =>
    fetch(`http://${WEB_HOST}:${port}/`).then(
      () => true,
      () => false,
    );
  const web = await supervise(spec, {
    isReady,
    readyWithinMs: WEB_READY_WITHIN_MS,
    onRestart: (what) => steps.say(`! ${what}`),
  });
  lifecycle.started('web', () => web.stop());
}

/** Builds anew when sources have changed and then stayed the same for a moment, and starts anew what that changed. */
function restartOnChange(running: Readonly<Record<string, Supervised>>): void {
  const digests = () => Object.keys(running).map((app) => [app, programDigest(app, 'main')] as const);
  let before = new Map(digests());
  let building = Promise.resolve();
  const rebuild = async (file: string): Promise<void> => {
    const end = await runToEnd({ command: process.execPath, args: [BUILD], cwd: ROOT, output: 'keep' });
    if (end.code !== 0) return steps.say(`! ${file} does not build:\n${end.output.trimEnd()}`);
    const after = new Map(digests());
    const changed = [...after].flatMap(([app, digest]) => (before.get(app) === digest ? [] : [app]));
    before = after;
    if (changed.length > 0) steps.say(`↻ ${changed.join(', ')}: ${file} changed`);
    await Promise.all(changed.map((app) => running[app]!.restart()));
  };
  onChange(SOURCES, (file) => {
    building = building.then(() => rebuild(file)).catch((fault: Error) => steps.say(`! ${fault.message}`));
  });
}

/** Publishes content anew when its files have changed; while they have a fault, the bank stays as it was. */
function publishOnChange(contract: ProcessContract): void {
  let publishing = Promise.resolve();
  onChange(CONTENT, (file) => {
    publishing = publishing
      .then(() => publishNow(contract))
      .then(
        (said) => steps.say(`↻ content: ${file} changed. ${said.trimEnd().split('\n').at(-1)}`),
        (fault: Error) => steps.say(`! content: ${fault.message}`),
      );
  });
}

function onChange(places: readonly string[], act: (file: string) => void): void {
  let timer: NodeJS.Timeout | undefined;
  for (const place of places) {
    watch(path.join(ROOT, place), { recursive: true }, (_event, file) => {
      if (!file || /node_modules|\.spec\.ts$|~$/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => act(path.join(place, file)), SETTLE_MS);
    });
  }
}
