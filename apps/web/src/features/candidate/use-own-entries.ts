import { useQuery } from '@tanstack/react-query';
import { ownEntriesQuery } from '../../queries/entries.ts';

const refreshMs = 30_000;

/** Looked at again by itself, so that scores and decisions appear. */
export const useOwnEntries = () => useQuery({ ...ownEntriesQuery, refetchInterval: refreshMs });
