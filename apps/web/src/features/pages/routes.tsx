import type { PageId } from '@ennead/contracts';
import { lazyPage, type AppRoute } from '../../lib/app-route.ts';

const pageRoute = (id: PageId): AppRoute => ({
  path: id,
  handle: { title: `common:document.${id}` },
  lazy: lazyPage(['pages'], async () => {
    const { ContentPage } = await import('./content-page.tsx');
    return function OwnPage() {
      return <ContentPage id={id} />;
    };
  }),
});

export const routes: readonly AppRoute[] = (
  ['help', 'contact', 'privacy', 'terms', 'application', 'conduct', 'non-disclosure'] as const
).map(pageRoute);
