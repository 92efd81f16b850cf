import { createBrowserRouter } from 'react-router';
import { routes as addresses } from '../features/addresses/routes.tsx';
import { routes as accommodations } from '../features/accommodations/routes.tsx';
import { routes as admin } from '../features/admin/routes.tsx';
import { routes as assessment } from '../features/assessment/routes.tsx';
import { routes as candidate } from '../features/candidate/routes.tsx';
import { routes as decisions } from '../features/decisions/routes.tsx';
import { routes as desk } from '../features/desk/routes.tsx';
import { routes as enrol } from '../features/enrol/routes.tsx';
import { routes as exam } from '../features/exam/routes.tsx';
import { routes as home } from '../features/home/routes.tsx';
import { routes as identity } from '../features/identity/routes.tsx';
import { routes as institution } from '../features/institution/routes.tsx';
import { routes as samePeople } from '../features/same-people/routes.tsx';
import { routes as threats } from '../features/threats/routes.tsx';
import { routes as interests } from '../features/interests/routes.tsx';
import { routes as lab } from '../features/lab/routes.tsx';
import { routes as notices } from '../features/notices/routes.tsx';
import { routes as contentPages } from '../features/pages/routes.tsx';
import { routes as portfolio } from '../features/portfolio/routes.tsx';
import { routes as result } from '../features/result/routes.tsx';
import { routes as reviews } from '../features/reviews/routes.tsx';
import { routes as standard } from '../features/standard/routes.tsx';
import { routes as trail } from '../features/trail/routes.tsx';
import { routes as verify } from '../features/verify/routes.tsx';
import type { AppRoute } from '../lib/app-route.ts';
import { ErrorPage } from './error-page.tsx';
import { PageGate } from './page-gate.tsx';
import { PageLoading } from './page-loading.tsx';
import { Root } from './root.tsx';

/** Every feature's pages; a new feature is one import and one entry. */
const features: readonly (readonly AppRoute[])[] = [
  addresses,
  accommodations,
  admin,
  assessment,
  candidate,
  decisions,
  desk,
  enrol,
  exam,
  home,
  identity,
  institution,
  interests,
  samePeople,
  threats,
  lab,
  notices,
  contentPages,
  portfolio,
  result,
  reviews,
  standard,
  trail,
  verify,
];

const pages = features.flat();
const framed = (frame: 'shell' | 'bare') => pages.filter((page) => (page.handle.frame ?? 'shell') === frame);

export const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: ErrorPage,
    HydrateFallback: PageLoading,
    children: [
      { Component: PageGate, children: framed('bare') },
      {
        // The shell is a chunk of its own, so that the exam does not carry it.
        lazy: async () => ({ Component: (await import('./shell.tsx')).Shell }),
        children: [
          {
            Component: PageGate,
            ErrorBoundary: ErrorPage,
            children: [
              ...framed('shell'),
              {
                path: '*',
                handle: { title: 'common:title.notFound' },
                lazy: async () => ({ Component: (await import('./not-found-page.tsx')).NotFoundPage }),
              },
            ],
          },
        ],
      },
    ],
  },
]);
