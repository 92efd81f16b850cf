import { useEffect } from 'react';

/** Names the document after what the page shows; give null while that is not known yet. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    if (title) document.title = `${title} · Ennead`;
  }, [title]);
}
