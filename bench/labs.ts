import type { LabServerMessage, LabSessionView } from '@ennead/contracts';
import { makeDataSource } from '@ennead/persistence';
import { eventually } from '@ennead/testing';
import WebSocket from 'ws';
import { enrol, openSession, partPath } from '../apps/api/test/attempts-harness.ts';
import type { Client } from '../apps/api/test/harness/client.ts';
import { logInAs } from '../apps/api/test/harness/people.ts';
import { startEnnead, type Ennead } from '../apps/journeys/test/harness/start-ennead.ts';
import { bareExecs, bareLife, labImage } from './bare-docker.ts';
import { describeRatio, describeSeries, type Series } from './figures.ts';

const candidates = 10;

/**
 * From the click that starts a lab to the first byte of its prompt, beside a bare `docker exec` to a prompt; and from
 * handing in to the verdict, beside the bare life of a container. One candidate after another, as people come.
 */
export const benchLabs = async (): Promise<void> => {
  if (process.env.LABS_UNAVAILABLE_REASON) {
    console.log(`\nLabs: not measured. ${process.env.LABS_UNAVAILABLE_REASON}`);
    return;
  }
  const ennead = await startEnnead();
  const db = await makeDataSource(ennead.databaseUrl, 2).initialize();
  try {
    const api = { url: ennead.url, db };
    const session = await openSession(api);
    const [opened, socketed, graded]: [number[], number[], number[]] = [[], [], []];
    let view: LabSessionView | undefined;
    for (let each = 0; each < candidates; each += 1) {
      const { client, person } = await logInAs(api);
      const entry = await enrol(db, person, session);
      await warmPool(ennead);
      const lab = await openLab(ennead, client, partPath(entry, session, 'lab'));
      opened.push(lab.clickToPrompt);
      socketed.push(lab.socketToPrompt);
      view = (await client.get(`/api/lab-sessions/${lab.id}`)).body as LabSessionView;
      graded.push(await handIn(client, lab.id));
    }
    await report(view!, opened, socketed, graded);
  } finally {
    await db.destroy();
    await ennead.stop();
  }
};

const warmPool = (ennead: Ennead): Promise<unknown> =>
  eventually(async () => {
    const health = (await (await fetch(`${ennead.runnerUrl}/health/ready`)).json()) as {
      labs: { warm: number }[];
    };
    return health.labs.every(({ warm }) => warm > 0);
  }, 120_000);

type Opened = { id: string; clickToPrompt: number; socketToPrompt: number };

const openLab = async (ennead: Ennead, client: Client, path: string): Promise<Opened> => {
  const cookie = await client.cookie();
  const clicked = performance.now();
  const { id } = (await client.post(path).expect(200)).body as { id: string };
  const connecting = performance.now();
  const address = `${ennead.url.replace('http', 'ws')}/api/lab-sessions/${id}/socket`;
  const socket = new WebSocket(address, { headers: { cookie, origin: ennead.url } });
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'terminal.open', terminal: 't1', cols: 80, rows: 24 })),
    );
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as LabServerMessage;
      const isScreen = message.type === 'terminal.screen' || message.type === 'terminal.output';
      if (isScreen && message.data.length > 0) resolve();
    });
  });
  const prompted = performance.now();
  socket.close();
  return { id, clickToPrompt: prompted - clicked, socketToPrompt: prompted - connecting };
};

const handIn = async (client: Client, id: string): Promise<number> => {
  const begun = performance.now();
  await client.post(`/api/lab-sessions/${id}/hand-in`).expect(200);
  await eventually(async () => {
    const { body } = await client.get(`/api/lab-sessions/${id}`);
    return (body as LabSessionView).state === 'graded';
  }, 120_000);
  return performance.now() - begun;
};

const report = async (
  view: LabSessionView,
  opened: number[],
  socketed: number[],
  graded: number[],
): Promise<void> => {
  const image = await labImage();
  const { limits } = view.lab;
  const execs: Series = {
    name: 'floor: bare docker exec to its prompt',
    unit: 'ms',
    values: await bareExecs(image, limits, 20),
  };
  const lives: number[] = [];
  for (let each = 0; each < candidates; each += 1) lives.push(await bareLife(image, limits));
  const life: Series = { name: 'floor: bare container, create to remove', unit: 'ms', values: lives };
  const open: Series = { name: 'lab: click to prompt', unit: 'ms', values: opened };
  const verdict: Series = { name: 'lab: hand-in to verdict', unit: 'ms', values: graded };
  console.log(`\nOpening a lab (${candidates} candidates, one after another, warm pool)`);
  console.log(describeSeries(execs));
  console.log(describeSeries(open));
  console.log(describeSeries({ name: 'of that: connecting to prompt', unit: 'ms', values: socketed }));
  console.log(describeRatio('click to prompt', open, execs));
  console.log(
    `\nGrading a lab (every case of the suite runs in a process of its own in one fresh container)`,
  );
  console.log(describeSeries(life));
  console.log(describeSeries(verdict));
  console.log(describeRatio('hand-in to verdict', verdict, life));
};
