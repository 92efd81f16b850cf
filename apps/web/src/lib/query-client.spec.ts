import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { MutationObserver, onlineManager, QueryObserver } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';
import { createQueryClient } from './query-client.ts';

beforeEach(() => onlineManager.setOnline(false));
afterEach(() => onlineManager.setOnline(true));

const noNetwork = () => Promise.reject(new ApiProblem({ status: 0, code: 'NETWORK' }));

it('fails at once without a network, and sends nothing when it is back', async () => {
  const client = createQueryClient();
  client.mount();
  let sent = 0;
  const act = new MutationObserver(client, {
    mutationFn: () => {
      sent += 1;
      return onlineManager.isOnline() ? Promise.resolve() : noNetwork();
    },
  });
  await expect(act.mutate()).rejects.toMatchObject({ code: 'NETWORK' });
  act.reset();
  onlineManager.setOnline(true);
  await client.resumePausedMutations();
  expect({ sent, isPaused: act.getCurrentResult().isPaused }).toEqual({ sent: 1, isPaused: false });
  client.unmount();
});

it('reads again by itself when the network is back', async () => {
  const client = createQueryClient();
  client.mount();
  const page = new QueryObserver(client, {
    queryKey: ['page'],
    queryFn: () => (onlineManager.isOnline() ? Promise.resolve('there') : noNetwork()),
    retry: false,
  });
  const seen = (holds: (result: ReturnType<typeof page.getCurrentResult>) => boolean) =>
    new Promise<void>((resolve) => {
      const end = page.subscribe((result) => {
        if (!holds(result)) return;
        end();
        resolve();
      });
    });
  const keep = page.subscribe(() => undefined);
  await seen(({ isError }) => isError);
  const read = seen(({ data }) => data === 'there');
  onlineManager.setOnline(true);
  await read;
  keep();
  client.unmount();
});
