import { routes, type RouteName } from '@ennead/contracts/routes';
import { z } from 'zod';

// The content security policy lets no text become code, which zod would try for speed.
z.config({ jitless: true });

/**
 * Where a body is not what its route takes, by the schema that the server will ask.
 * @returns paths as the server names them, `name.zh-CN`; empty for a body that is right, and for a route without one
 */
export function faultsOf(route: RouteName, body: unknown): readonly string[] {
  const contract = routes[route];
  if (!('body' in contract)) return [];
  const checked = (contract.body as z.ZodType).safeParse(body);
  return checked.success ? [] : [...new Set(checked.error.issues.map(({ path }) => path.join('.')))];
}
