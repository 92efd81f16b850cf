import { describe, expect, it } from '@jest/globals';
import { venueLimits } from '@ennead/contracts';
import { planPlace, toPlace } from './plan-place.ts';

const lines = (count: number) => Array.from({ length: count }, (_, at) => `Hall ${at}`);

describe('where a session is held', () => {
  it.each<[string, string, string, ReturnType<typeof toPlace>]>([
    ['nothing', ' ', '\n', { venue: null, halls: [] }],
    ['a venue alone', ' North building ', '', { venue: 'North building', halls: [] }],
    ['halls, a line each', '', ' 1 \n\n 2\n', { venue: null, halls: ['1', '2'] }],
    ['a hall twice', '', '1\n 1', null],
    [
      'as many halls as there may be',
      '',
      lines(venueLimits.halls).join('\n'),
      { venue: null, halls: lines(venueLimits.halls) },
    ],
    ['more than that', '', lines(venueLimits.halls + 1).join('\n'), null],
    ['a name too long for a hall', '', 'x'.repeat(venueLimits.hall + 1), null],
    ['a venue too long', 'x'.repeat(venueLimits.venue + 1), '', null],
    ['writing that is turned round', 'a\u202eb', '', null],
  ])('%s', (_, venue, halls, sent) => {
    expect(toPlace({ venue, halls })).toEqual(sent);
  });

  it('comes back as it was sent', () => {
    const place = { venue: 'North building', halls: ['1', '2'] };
    expect(toPlace(planPlace(place))).toEqual(place);
  });
});
