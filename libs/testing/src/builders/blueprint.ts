import type { Blueprint } from '@ennead/contracts/internal';
import { aText } from './text.ts';

export const aBlueprint = (overrides: Partial<Blueprint> = {}): Blueprint => ({
  id: 'application-engineer-junior',
  version: 1,
  role: 'application-engineer',
  level: 'junior',
  title: aText('Application engineer, junior'),
  durationSec: 3_600,
  sections: [{ competency: 'application-engineer.knowledge.rag-agents', count: 1 }],
  ...overrides,
});
