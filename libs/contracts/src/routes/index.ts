import { addressRoutes } from './addresses.ts';
import { accommodationRoutes } from './accommodations.ts';
import { administrationRoutes } from './administration.ts';
import { attemptRoutes } from './attempts.ts';
import { cohortRoutes } from './cohorts.ts';
import { decisionRoutes } from './decisions.ts';
import { deskRoutes } from './desk.ts';
import { entryRoutes } from './entries.ts';
import { identityRoutes } from './identity.ts';
import { impartialityRoutes } from './impartiality.ts';
import { labRoutes } from './labs.ts';
import { messageRoutes } from './messages.ts';
import { pageRoutes } from './pages.ts';
import { portfolioRoutes } from './portfolios.ts';
import { samePeopleRoutes } from './same-people.ts';
import { publicRoutes } from './public.ts';
import { reviewRoutes } from './reviews.ts';
import { sessionRoutes } from './sessions.ts';
import type * as route from './route.ts';

export type { Method, NamesIn, RouteContract } from './route.ts';

/** Every endpoint of the API. */
export const routes = {
  ...publicRoutes,
  ...pageRoutes,
  ...identityRoutes,
  ...addressRoutes,
  ...samePeopleRoutes,
  ...entryRoutes,
  ...deskRoutes,
  ...attemptRoutes,
  ...labRoutes,
  ...portfolioRoutes,
  ...reviewRoutes,
  ...impartialityRoutes,
  ...accommodationRoutes,
  ...decisionRoutes,
  ...cohortRoutes,
  ...sessionRoutes,
  ...administrationRoutes,
  ...messageRoutes,
};
export type Routes = typeof routes;
/** `GET /api/cohorts/:id`. */
export type RouteName = keyof Routes;

export type ParamsOf<Name extends RouteName> = route.ParamsOf<Name, Routes[Name]>;
export type QueryGiven<Name extends RouteName> = route.QueryGiven<Routes[Name]>;
export type QueryChecked<Name extends RouteName> = route.QueryChecked<Routes[Name]>;
export type BodyGiven<Name extends RouteName> = route.BodyGiven<Routes[Name]>;
export type BodyChecked<Name extends RouteName> = route.BodyChecked<Routes[Name]>;
export type AnswerGiven<Name extends RouteName> = route.AnswerGiven<Routes[Name]>;
export type AnswerOf<Name extends RouteName> = route.AnswerOf<Routes[Name]>;
