import type { SessionChoice } from '@ennead/contracts';

export interface LackGroup {
  readonly lacks: SessionChoice['lacks'];
  readonly choices: readonly SessionChoice[];
}

/** Roles and levels that lack the same, together, in the order in which they come. */
export function groupLacks(choices: readonly SessionChoice[]): readonly LackGroup[] {
  const groups = new Map<string, SessionChoice[]>();
  for (const choice of choices) {
    const key = JSON.stringify(choice.lacks);
    groups.set(key, [...(groups.get(key) ?? []), choice]);
  }
  return [...groups.values()].map((same) => ({ lacks: same[0]!.lacks, choices: same }));
}
