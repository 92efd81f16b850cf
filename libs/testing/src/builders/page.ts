import { type ContentPage, PageId } from '@ennead/contracts';
import { aText } from './text.ts';

/** A page of one section, `first`. */
export const aPage = (overrides: Partial<ContentPage> = {}): ContentPage => ({
  id: 'terms',
  title: aText('A page'),
  lead: aText('What this page is for.'),
  sections: [{ id: 'first', title: aText('First'), text: aText('Something to know.') }],
  ...overrides,
});

export const aRetentionRow = () => ({
  id: 'account',
  what: aText('Name and address'),
  purpose: aText('To know who somebody is'),
  ground: aText('Performing the agreement'),
  until: aText('Until the account is closed'),
});

/** One page of each name, the table of retention where it belongs. */
export const everyPage = (): ContentPage[] =>
  PageId.options.map((id) => aPage({ id, ...(id === 'privacy' && { retention: [aRetentionRow()] }) }));
