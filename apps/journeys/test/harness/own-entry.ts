import type { EntryPart, OwnEntry } from '@ennead/contracts';
import type { Page } from 'playwright-core';

/** The newest entry of whoever is logged in. */
export const readEntry = async (page: Page): Promise<OwnEntry> =>
  ((await (await page.request.get('/api/entries/mine')).json()) as OwnEntry[])[0]!;

/** The first part of a kind. */
export const partOf = <Kind extends EntryPart['kind']>(
  { parts }: OwnEntry,
  kind: Kind,
): Extract<EntryPart, { kind: Kind }> =>
  parts.find((part): part is Extract<EntryPart, { kind: Kind }> => part.kind === kind)!;
