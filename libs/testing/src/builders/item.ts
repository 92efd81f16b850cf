import type {
  MultipleItem,
  NumericItem,
  ShortTextItem,
  SingleItem,
  Topic,
  TrueFalseItem,
} from '@ennead/contracts/internal';
import { aText } from './text.ts';

const base = (id: string) => ({
  id,
  version: 1,
  competency: 'application-engineer.knowledge.rag-agents',
  difficulty: 'medium' as const,
  stem: aText(`Stem of ${id}`),
  rationale: aText(`Why the key of ${id} is right.`),
});

const options = (ids: string) =>
  [...ids].map((id) => ({ id, text: aText(`Option ${id}`), rationale: aText(`About option ${id}.`) }));

/** A single-response item with options A to D and key A. */
export const anItem = (overrides: Partial<SingleItem> = {}): SingleItem => ({
  ...base(overrides.id ?? 'single-item'),
  type: 'single',
  options: options('ABCD'),
  key: ['A'],
  ...overrides,
});

/** A multiple-response item with options A to E and keys A, B and C. */
export const aMultipleItem = (overrides: Partial<MultipleItem> = {}): MultipleItem => ({
  ...base(overrides.id ?? 'multiple-item'),
  type: 'multiple',
  options: options('ABCDE'),
  key: ['A', 'B', 'C'],
  ...overrides,
});

export const aTrueFalseItem = (overrides: Partial<TrueFalseItem> = {}): TrueFalseItem => ({
  ...base(overrides.id ?? 'true-false-item'),
  type: 'true-false',
  key: true,
  ...overrides,
});

/** A numeric item whose key is 42 within 0.5. */
export const aNumericItem = (overrides: Partial<NumericItem> = {}): NumericItem => ({
  ...base(overrides.id ?? 'numeric-item'),
  type: 'numeric',
  key: { value: 42, tolerance: 0.5 },
  ...overrides,
});

export const aShortTextItem = (overrides: Partial<ShortTextItem> = {}): ShortTextItem => ({
  ...base(overrides.id ?? 'short-text-item'),
  type: 'short-text',
  key: { accept: ['cosine similarity', '余弦相似度'] },
  ...overrides,
});

export const aTopic = (overrides: Partial<Topic> = {}): Topic => ({
  topic: 'retrieval',
  role: 'application-engineer',
  level: 'junior',
  items: [anItem()],
  ...overrides,
});
