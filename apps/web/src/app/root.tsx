import { useEffect, useRef } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Outlet, ScrollRestoration, useLocation, useMatches } from 'react-router';
import { Announcer } from '../components/announcer.tsx';
import { announce } from '../lib/announce.ts';
import type { RouteHandle } from '../lib/app-route.ts';
import { useFollowPersonLocale } from './follow-person-locale.ts';

/** What every page has, framed or bare: title, announcements, scroll position, the language of the person. */
export function Root() {
  useFollowPersonLocale();
  useRouteTitle();
  return (
    <>
      <Outlet />
      <ScrollRestoration />
      <Announcer />
    </>
  );
}

/** Titles the document by the route; after a navigation also says the title and moves focus to the page's start. */
function useRouteTitle(): void {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const key = useMatches()
    .map((match) => (match.handle as RouteHandle | undefined)?.title)
    .findLast(Boolean);
  const title = key ? t(key as 'common:title.home') : '';
  const arrivedAt = useRef(pathname);

  useEffect(() => {
    document.title = title ? `${title} · Ennead` : 'Ennead';
  }, [title]);

  useEffect(() => {
    if (arrivedAt.current === pathname) return;
    arrivedAt.current = pathname;
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    if (title) announce(title);
  }, [pathname, title]);
}
