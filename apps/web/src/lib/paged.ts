import type { Page } from '@ennead/contracts';
import { api } from './api.ts';

/** What a page is asked by, but for its number: order, words and filters. */
export type PagedQuery = Readonly<Record<string, string | undefined>>;

export const fetchPage = <Row>(
  path: string,
  query: PagedQuery & { readonly page: string; readonly size: string },
  signal?: AbortSignal,
): Promise<Page<Row>> => api.get<Page<Row>>(path, { query, signal });
