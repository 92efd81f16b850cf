import { describe, expect, it } from '@jest/globals';
import type { PersonRole, SecondPersonAct } from '@ennead/contracts';
import { rolesToPropose } from './roles-to-propose.ts';

const both: SecondPersonAct[] = ['appoint-certifier', 'appoint-administrator'];

describe('rolesToPropose', () => {
  it.each<[PersonRole[], PersonRole[], SecondPersonAct[], PersonRole[]]>([
    [[], ['assessor', 'certifier'], both, ['certifier']],
    [[], ['assessor', 'registrar', 'manager'], both, []],
    [['certifier'], ['certifier', 'administrator'], both, ['administrator']],
    [['administrator'], ['administrator'], both, []],
    [['administrator', 'certifier'], ['administrator'], both, []],
    [[], ['certifier', 'administrator'], ['revoke-credential', 'appoint-administrator'], ['administrator']],
    [[], ['certifier', 'administrator'], [], []],
  ])('from %j to %j where two persons are needed for %j: %j', (held, wanted, secondPersonFor, proposed) => {
    expect(rolesToPropose(held, wanted, { secondPersonFor })).toEqual(proposed);
  });
});
