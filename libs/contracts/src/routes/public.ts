import { z } from 'zod';
import { TypedNumber, VerifyView } from '../credential.ts';
import { LocaleQuery } from '../locale.ts';
import { ComposedResult } from '../result.ts';
import { ComposeInput, SchemesView } from '../scheme.ts';
import { StandardView } from '../standard.ts';
import { routeTable } from './route.ts';

const Alive = z.object({ status: z.literal('ok') });

/** What anybody may ask, logged in or not. */
export const publicRoutes = routeTable({
  'GET /api/standard': {
    public: true,
    summary: 'The standard: roles, levels, what each demands',
    answer: StandardView,
  },
  'GET /api/schemes': { public: true, summary: 'The schemes, and which is in force', answer: SchemesView },
  'POST /api/schemes/compute': {
    public: true,
    summary: 'What a set of scores would come to; keeps nothing',
    body: ComposeInput,
    answer: ComposedResult,
  },
  'GET /api/verify/:number': {
    public: true,
    summary: 'Whether a certificate holds',
    params: { number: TypedNumber },
    answer: VerifyView,
  },
  'GET /api/credentials/:number/certificate.pdf': {
    public: true,
    summary: 'A certificate as it is printed',
    params: { number: TypedNumber },
    query: LocaleQuery,
    givesFile: 'application/pdf',
  },
  'GET /health/live': { public: true, summary: 'Whether the server runs', answer: Alive },
  'GET /health/ready': {
    public: true,
    summary: 'Whether the server can work, and whether portfolio files can be had',
    answer: Alive.extend({ files: z.enum(['ok', 'away']) }),
  },
});
