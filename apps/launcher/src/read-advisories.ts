import { z } from 'zod';

const Severity = z.enum(['info', 'low', 'moderate', 'high', 'critical']);
/** What `npm audit --json` answers, as far as it is read here (its version 2). */
const Report = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: Severity,
      range: z.string(),
      /** The name of another package where that one is the cause. */
      via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])),
    }),
  ),
});

export type Advisory = {
  readonly name: string;
  readonly range: string;
  readonly severity: z.infer<typeof Severity>;
  readonly title: string;
  readonly url: string;
};

/**
 * Known weaknesses of installed packages, the gravest first; null where the registry does not say.
 *
 * @param json what `npm audit --json` wrote
 */
export function readAdvisories(json: string): Advisory[] | null {
  const parsed = Report.safeParse(parseJson(json));
  if (!parsed.success) return null;
  return Object.entries(parsed.data.vulnerabilities)
    .flatMap(([name, { severity, range, via }]) =>
      via.flatMap((cause) => (typeof cause === 'string' ? [] : [{ name, range, severity, ...cause }])),
    )
    .map(({ name, range, severity, title, url }) => ({ name, range, severity, title, url }))
    .sort((a, b) => gravity(b) - gravity(a));
}

/** Such as nothing goes out with. */
export const isGrave = ({ severity }: Advisory): boolean => severity === 'high' || severity === 'critical';

const gravity = ({ severity }: Advisory): number => Severity.options.indexOf(severity);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
