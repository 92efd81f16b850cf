import { Refusal, type ComposedResult, type ComposeInput, type Scheme } from '@ennead/contracts';
import { composeResult } from '@ennead/domain';

/** What the scores come to under the newest scheme. */
export const composeByScheme = (schemes: readonly Scheme[], input: ComposeInput): ComposedResult => {
  const scheme = [...schemes].sort((a, b) => b.version - a.version)[0];
  const level = scheme?.levels.find(({ code }) => code === input.level);
  if (!scheme || !level) throw new Refusal('NOT_FOUND');
  return composeResult(scheme, level, {
    knowledge: input.knowledgeCents,
    skills: input.skillsCents,
    practice: input.practiceCents,
  });
};
