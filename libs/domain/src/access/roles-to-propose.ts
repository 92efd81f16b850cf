import type { PersonRole, SchemeRules, SecondPersonAct } from '@ennead/contracts';
import { actNeedsSecondPerson } from '../decisions/needs-second-person.ts';

const appointing: Partial<Record<PersonRole, SecondPersonAct>> = {
  certifier: 'appoint-certifier',
  administrator: 'appoint-administrator',
};

/** Of the roles that somebody is to have, those that the scheme lets nobody give alone and that they do not have yet. */
export const rolesToPropose = (
  held: readonly PersonRole[],
  wanted: readonly PersonRole[],
  rules: Pick<SchemeRules, 'secondPersonFor'>,
): PersonRole[] =>
  wanted.filter((role) => {
    const act = appointing[role];
    return act !== undefined && !held.includes(role) && actNeedsSecondPerson(rules, act);
  });
