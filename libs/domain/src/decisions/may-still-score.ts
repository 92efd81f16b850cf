import type { KnowledgeSource, PracticeSource, SkillsSource } from '@ennead/contracts';

export interface PartStates {
  readonly knowledge: KnowledgeSource['state'];
  readonly skills: SkillsSource['state'];
  readonly practice: PracticeSource['state'];
}

const settled = new Set<string>(['scored', 'graded']);
/** What the candidate has not handed in: it can still become something while the session is open, and not after. */
const notHandedIn = new Set<string>(['not-started', 'draft']);

/**
 * Whether a part that has no score can still get one. While it can, a refusal would come too early; once it cannot,
 * a case with a missing part may be closed by a refusal.
 */
export function mayStillScore(states: PartStates, sessionIsOver: boolean): boolean {
  return [states.knowledge, states.skills, states.practice].some(
    (state) => !settled.has(state) && !(sessionIsOver && notHandedIn.has(state)),
  );
}
