import {
  Refusal,
  schemeInForce,
  type ComposedResult,
  type ComposeInput,
  type Scheme,
} from '@ennead/contracts';
import { composeResult } from '@ennead/domain';

/** What the scores come to under the scheme in force. */
export const composeByScheme = (
  schemes: readonly Scheme[],
  input: ComposeInput,
  now: Date,
): ComposedResult => {
  const scheme = schemeInForce(schemes, now);
  const level = scheme?.levels.find(({ code }) => code === input.level);
  if (!scheme || !level) throw new Refusal('NOT_FOUND');
  return composeResult(scheme, level, {
    knowledge: input.knowledgeCents,
    skills: input.skillsCents,
    practice: input.practiceCents,
  });
};
