/**
 * Editor and terminal write style elements, which only the policy of this page's own document allows. Whoever came by
 * a link inside the application still has the document of another page and needs a load of this one.
 */
export function isOwnDocument(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry === undefined || new URL(entry.name).pathname.startsWith('/lab/');
}
