import { describe, expect, it } from '@jest/globals';
import type { ExtraTime } from '@ennead/contracts';
import { planGrants, type PlannedGrant } from './plan-grants.ts';

const exam = (grantedSec = 0) => ({ id: 'exam', durationSec: 5400, grantedSec });
const lab = (grantedSec = 0) => ({ id: 'lab', durationSec: 3601, grantedSec });
const percent = (of: number): ExtraTime => ({ by: 'percent', percent: of });
const minutes = (of: number): ExtraTime => ({ by: 'minutes', minutes: of });
const at = (sessionPartId: string | null, seconds: number): PlannedGrant => ({ sessionPartId, seconds });

describe('planGrants', () => {
  it.each<[string, ExtraTime | null, ReturnType<typeof exam>[], PlannedGrant[] | null]>([
    ['nothing without more time', null, [exam(), lab()], []],
    ['nothing where no part has a duration', percent(25), [], []],
    ['a share of each part, rounded up', percent(25), [exam(), lab()], [at('exam', 1350), at('lab', 901)]],
    ['the same minutes once for all', minutes(30), [exam(), lab()], [at(null, 1800)]],
    ['what is missing to a larger share', percent(50), [exam(1350)], [at('exam', 1350)]],
    ['what is missing to more minutes', minutes(45), [exam(1800), lab(1800)], [at(null, 900)]],
    [
      'each by itself where they differ',
      minutes(30),
      [exam(1350), lab(901)],
      [at('exam', 450), at('lab', 899)],
    ],
    ['only what is missing', minutes(30), [exam(1800), lab(0)], [at('lab', 1800)]],
    ['nothing for the same minutes once more', minutes(30), [exam(1800), lab(1800)], []],
    ['nothing for the same once more', percent(25), [exam(1350), lab(901)], []],
    ['no taking back by a smaller share', percent(10), [exam(1350)], null],
    ['nor at any one part', minutes(20), [exam(1350), lab(901)], null],
    ['nor by leaving it out', null, [exam(1)], null],
  ])('plans %s', (_, extra, parts, planned) => {
    expect(planGrants(extra, parts)).toEqual(planned);
  });
});
