import { ContentPage, Letter, Rubric, Scheme, StandardView } from '@ennead/contracts';
import {
  Blueprint,
  type BodyKind,
  ConversionTable,
  ItemKey,
  LabFiles,
  LabManifest,
  LabPlan,
  LabSecrets,
  LabSuite,
  Question,
} from '@ennead/contracts/internal';
import type { z } from 'zod';

/** What a body of each kind must satisfy. */
export const bodySchemas = {
  standard: StandardView,
  scheme: Scheme,
  rubric: Rubric,
  lab: LabManifest,
  starter: LabFiles,
  environment: LabFiles,
  visible: LabSuite,
  plan: LabPlan,
  conversion: ConversionTable,
  letter: Letter,
  page: ContentPage,
  question: Question,
  blueprint: Blueprint,
  key: ItemKey,
  secrets: LabSecrets,
} as const satisfies Record<BodyKind, z.ZodType>;

export type BodyOf<Kind extends BodyKind> = z.infer<(typeof bodySchemas)[Kind]>;
