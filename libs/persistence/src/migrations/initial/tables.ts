import { createHash } from 'node:crypto';
import { accommodations } from './accommodations.ts';
import { agreements } from './agreements.ts';
import { caseScores } from './case-scores.ts';
import { cases } from './cases.ts';
import { clock } from './clock.ts';
import { content } from './content.ts';
import { erasure } from './erasure.ts';
import { exam } from './exam.ts';
import { forgetting } from './forgetting.ts';
import { heldInUse } from './held-in-use.ts';
import { identity } from './identity.ts';
import { appointments, impartiality } from './impartiality.ts';
import { labs } from './labs.ts';
import { lists } from './lists.ts';
import { messages } from './messages.ts';
import { notices } from './notices.ts';
import { portfolios } from './portfolios.ts';
import { relations } from './relations.ts';
import { results } from './results.ts';
import { samePeople } from './same-people.ts';
import { scores } from './scores.ts';
import { laterOnly } from './later-only.ts';
import { clearances, enrolments, sessions } from './sessions.ts';
import { trail } from './trail.ts';
import { work } from './work.ts';

/** In the order in which they refer to each other. */
export const initialTables = [
  ...clock,
  ...identity,
  ...appointments,
  ...trail,
  ...work,
  ...content,
  ...sessions,
  ...enrolments,
  ...clearances,
  ...agreements,
  ...exam,
  ...labs,
  ...portfolios,
  ...results,
  ...scores,
  ...messages,
  ...heldInUse,
  ...accommodations,
  ...samePeople,
  ...impartiality,
  ...laterOnly,
  ...relations,
  ...cases,
  ...caseScores,
  ...lists,
  ...notices,
  ...erasure,
  ...forgetting,
];

/** Which ground plan this is: changes with every statement of it. */
export const groundPlan = createHash('sha256').update(initialTables.join(';\n')).digest('hex');
