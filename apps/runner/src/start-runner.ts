import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { refuseUnknownKey } from './grading/refuse-unknown-key.ts';
import { LabFleet } from './labs/lab-fleet.ts';
import { RunnerModule } from './runner.module.ts';
import { LiveLabSessions } from './lab-sessions/live-lab-sessions.ts';
import type { Settings } from './settings.ts';
import { RunnerServer } from './socket/runner-server.ts';

export type Runner = {
  readonly port: number;
  /** Resolves when images and pools are ready, or could not be made so for now. */
  readonly prepared: Promise<void>;
  /** Stores the work of live lab sessions, removes every machine, ends. */
  readonly stop: () => Promise<void>;
};

/** The whole lab host, listening: the same for production, tests and benchmarks. */
export const startRunner = async (settings: Settings): Promise<Runner> => {
  await refuseUnknownKey(settings);
  const app = await NestFactory.createApplicationContext(RunnerModule.with(settings), {
    logger: ['error', 'warn', 'log'],
    abortOnError: false,
  });
  const [live, fleet, server] = [app.get(LiveLabSessions), app.get(LabFleet), app.get(RunnerServer)];
  const machines = await live.takeUp();
  const port = await server.listen();
  const prepared = fleet.prepare(machines);
  const stop = async () => {
    server.stopListening();
    await live.shutDown();
    await Promise.all([server.close(), fleet.close()]);
    await app.close();
  };
  return { port, prepared, stop };
};
