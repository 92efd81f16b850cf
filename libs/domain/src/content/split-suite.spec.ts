import { describe, expect, it } from '@jest/globals';
import { LabPlan, LabSecrets, LabSuite } from '@ennead/contracts/internal';
import { aText } from '@ennead/testing/builders';
import fc from 'fast-check';
import { scoreChecks } from '../labs/score-checks.ts';
import { joinSuite, splitSuite } from './split-suite.ts';

const nonce = '0'.repeat(64);
const slugs = ['first', 'second', 'third', 'fourth'];

const anExchange = fc.record({
  send: fc.dictionary(fc.constantFrom('op', 'SECRET-input'), fc.constantFrom('SECRET', 1, null)),
  expect: fc.array(fc.constantFrom({ at: '/SECRET', equals: 'SECRET' }, { at: '', near: 1, tolerance: 0 })),
});
const aCase = fc.record({
  weight: fc.integer({ min: 1, max: 9 }),
  timeoutSec: fc.integer({ min: 1, max: 60 }),
  exchanges: fc.array(anExchange, { minLength: 1, maxLength: 3 }),
});
const someCases = fc
  .array(aCase, { minLength: 1, maxLength: 4 })
  .map((cases) => cases.map((one, at) => ({ ...one, id: slugs[at]!, feedback: aText('It does not hold.') })));
const aSuite = fc.array(someCases, { minLength: 1, maxLength: 4 }).map((checks) =>
  LabSuite.parse({
    version: 1,
    command: ['run'],
    checks: checks.map((cases, at) => ({ task: slugs[at], cases })),
  }),
);
const tasks = slugs.map((id, at) => ({ id, points: 10 * (at + 1) }));
const lab = (id = 'application-engineer/mend-it') => ({ id, tasks });

describe('a suite in two halves', () => {
  it('is whole again when they are joined, after going through JSON', () => {
    fc.assert(
      fc.property(aSuite, (suite) => {
        const { plan, secrets } = splitSuite(lab(), suite);
        const stored = {
          plan: LabPlan.parse(JSON.parse(JSON.stringify(plan))),
          secrets: LabSecrets.parse(JSON.parse(JSON.stringify({ ...secrets, nonce }))),
        };
        expect(joinSuite(stored.plan, stored.secrets)).toEqual(suite);
      }),
    );
  });

  it('is that of its own lab, however alike the suite of another one is', () => {
    const suite = fc.sample(aSuite, 1)[0]!;
    expect(splitSuite(lab(), suite).plan).toEqual(splitSuite(lab(), suite).plan);
    expect(splitSuite(lab('application-engineer/other'), suite).plan).not.toEqual(
      splitSuite(lab(), suite).plan,
    );
  });

  it('tells neither input nor expectation in the plan', () => {
    fc.assert(
      fc.property(aSuite, (suite) => {
        const { plan } = splitSuite(lab(), suite);
        expect(JSON.stringify(plan)).not.toMatch(/SECRET|exchanges|expect|send/);
        const [check] = plan.checks;
        const [one] = suite.checks[0]!.cases;
        expect(LabPlan.safeParse({ ...plan, checks: [{ ...check, cases: [one] }] }).success).toBe(false);
      }),
    );
  });

  it('yields by its plan alone the score that the suite yields', () => {
    fc.assert(
      fc.property(aSuite, fc.integer({ min: 1, max: 4 }), (suite, every) => {
        const outcomes = new Map(
          suite.checks.map(({ task, cases }) => [
            task,
            cases.map(({ id }, at) => ({ id, passed: at % every === 0 })),
          ]),
        );
        const { plan } = splitSuite(lab(), suite);
        const byPlan = plan.checks.map(({ task: id, points }) => ({ id, points }));
        expect(scoreChecks(byPlan, plan.checks, outcomes)).toEqual(
          scoreChecks(tasks, suite.checks, outcomes),
        );
      }),
    );
  });

  it('is refused where a task or the secrets of a case are missing', () => {
    const suite = fc.sample(aSuite, 1)[0]!;
    expect(() => splitSuite({ ...lab(), tasks: [] }, suite)).toThrow(RangeError);
    const { plan } = splitSuite(lab(), suite);
    expect(() => joinSuite(plan, { checks: [], nonce })).toThrow('lack the case first of first');
    const emptied = plan.checks.map(({ task }) => ({ task, cases: [] }));
    expect(() => joinSuite(plan, { checks: emptied, nonce })).toThrow('lack the case first of first');
  });
});
