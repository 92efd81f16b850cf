import { expect, it } from '@jest/globals';
import * as contracts from '@ennead/contracts';
import { DutyName, eventName, HandlerName, type Lifecycle } from '@ennead/contracts';
import { makeDataSource } from '@ennead/persistence';
import { dutiesOn, handlersOn } from '../src/work.ts';

const db = makeDataSource('postgres://nobody@127.0.0.1:9/none');

it('are those that the administrator is shown', () => {
  expect(dutiesOn(db, { site: 'http://127.0.0.1:3000', post: null }).map(({ name }) => name)).toEqual(
    DutyName.options,
  );
  expect(handlersOn(db).map(({ name }) => name)).toEqual(HandlerName.options);
});

it('wait for nothing that never happens', () => {
  const lifecycles = Object.entries(contracts).flatMap(([name, value]) =>
    name.endsWith('Lifecycle') && typeof value === 'object' ? (value as Lifecycle) : [],
  );
  const happening = lifecycles.flatMap((lifecycle) =>
    Object.keys(lifecycle.events).map((event) => eventName(lifecycle, event)),
  );
  expect(happening).toContain('attempt.submitted');
  const awaited = handlersOn(db).flatMap(({ on }) => on);
  expect(awaited.length).toBeGreaterThan(0);
  expect(awaited.filter((name) => !happening.includes(name))).toEqual([]);
});
