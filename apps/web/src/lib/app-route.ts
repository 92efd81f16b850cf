import type { PersonRole } from '@ennead/contracts';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { loadNamespaces } from '../i18n/i18n.ts';
import type { Namespace, QualifiedKey } from '../i18n/namespaces.ts';

/** What the app needs to know about a page before its code has come. */
export interface RouteHandle {
  /** The page's title, as `namespace:key`; the page itself may say more with `usePageTitle`. */
  readonly title?: QualifiedKey;
  /** Who may see it. Left out: everybody. The server decides; this spares people a page that would only refuse. */
  readonly roles?: readonly PersonRole[] | 'anyone-logged-in';
  /** `bare` pages have no header and footer and bring their own frame: exam and lab. */
  readonly frame?: 'shell' | 'bare';
}

export type AppRoute = RouteObject & { readonly handle: RouteHandle };

/**
 * Loads a page's code and its dictionaries side by side.
 * @example { path: 'verify', handle: { title: 'verify:title' }, lazy: lazyPage(['verify'], () => import('./search-page.tsx').then((m) => m.SearchPage)) }
 */
export function lazyPage(namespaces: readonly Namespace[], load: () => Promise<ComponentType>) {
  return async () => {
    const [Component] = await Promise.all([load(), loadNamespaces(namespaces)]);
    return { Component };
  };
}
