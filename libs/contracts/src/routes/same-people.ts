import { ReasonInput } from '../reason.ts';
import {
  LikelyPairs,
  NoteSamePersonInput,
  SamePeoplePage,
  SamePeopleQuery,
  SamePersonNoted,
  TellApartInput,
  WaitingNotes,
} from '../same-person.ts';
import { routeTable } from './route.ts';

export const samePeopleRoutes = routeTable({
  'GET /api/same-people': {
    summary: 'A page of notes that two accounts are one person’s, without those that wait',
    query: SamePeopleQuery,
    answer: SamePeoplePage,
  },
  'GET /api/same-people/waiting': {
    summary: 'Notes that wait for a second person, the oldest first',
    answer: WaitingNotes,
  },
  'GET /api/same-people/likely': {
    summary: 'Accounts that may be one person’s, with what is alike',
    answer: LikelyPairs,
  },
  'POST /api/same-people': {
    summary:
      'Note that two accounts are one person’s: at once, or where one is or was the staff’s, for a second person to agree',
    body: NoteSamePersonInput,
    answer: SamePersonNoted,
    creates: true,
  },
  'POST /api/same-people/:id/agree': {
    summary: 'Agree, as the second person, that two accounts are one person’s',
    body: ReasonInput,
  },
  'POST /api/same-people/:id/turn-down': {
    summary: 'Turn down, as the second person, what somebody noted',
    body: ReasonInput,
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
