import { ReasonInput } from '../reason.ts';
import {
  LikelyPairs,
  NoteSamePersonInput,
  SamePeoplePage,
  SamePeopleQuery,
  TellApartInput,
} from '../same-person.ts';
import { routeTable } from './route.ts';

export const samePeopleRoutes = routeTable({
  'GET /api/same-people': {
    summary: 'A page of notes that two accounts are one person’s',
    query: SamePeopleQuery,
    answer: SamePeoplePage,
  },
  'GET /api/same-people/likely': {
    summary: 'Accounts that may be one person’s, with what is alike',
    answer: LikelyPairs,
  },
  'POST /api/same-people': {
    summary: 'Note that two accounts are one person’s',
    body: NoteSamePersonInput,
  },
  'POST /api/same-people/:id/end': {
    summary: 'End a note that was wrong',
    body: ReasonInput,
  },
  'POST /api/same-people/tell-apart': {
    summary: 'Say that two accounts that are alike are two people’s',
    body: TellApartInput,
  },
});
