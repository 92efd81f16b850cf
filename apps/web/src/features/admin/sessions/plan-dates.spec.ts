import { describe, expect, it } from '@jest/globals';
import type { SessionPartView } from '@ennead/contracts';
import { toLocal } from './local-instant.ts';
import { planDates, toDates } from './plan-dates.ts';

const part = (id: string, closesAt: string | null) => ({ id, closesAt }) as SessionPartView;
const session = {
  opensAt: '2027-03-01T01:00:00.123Z',
  closesAt: '2027-03-08T01:00:59.999Z',
  parts: [part('paper', null), part('portfolio', '2027-04-01T01:00:00.500Z')],
};
const plan = planDates(session);
const local = (instant: string) => toLocal(new Date(instant));

describe('dates of a session in a form', () => {
  it('stay to the millisecond where nobody touched them, with those of parts that have their own', () => {
    expect(toDates(plan, session)).toEqual({
      opensAt: session.opensAt,
      closesAt: session.closesAt,
      parts: [{ id: 'portfolio', closesAt: '2027-04-01T01:00:00.500Z' }],
    });
  });

  it('become what is filled in, to the minute', () => {
    const later = local('2027-03-09T02:30:00.000Z');
    expect(toDates({ ...plan, closesAt: later }, session)?.closesAt).toBe('2027-03-09T02:30:00.000Z');
  });

  it('let a part close with its session again', () => {
    expect(toDates({ ...plan, parts: { portfolio: '' } }, session)?.parts).toEqual([
      { id: 'portfolio', closesAt: null },
    ]);
  });

  it.each([
    ['no opening', { opensAt: '' }],
    ['no end', { closesAt: '' }],
    ['an end before the opening', { closesAt: local('2027-02-01T00:00:00.000Z') }],
  ])('are nothing to send with %s', (_, change) => {
    expect(toDates({ ...plan, ...change }, session)).toBeNull();
  });
});
