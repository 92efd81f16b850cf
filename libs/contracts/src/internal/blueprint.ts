import { z } from 'zod';
import { LocalizedText } from '../locale.ts';
import { CompetencyId, LevelCode, RoleCode } from '../vocabulary.ts';

/** How many items of each competency a form holds, and how long the candidate has. */
export const Blueprint = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  role: RoleCode,
  level: LevelCode,
  title: LocalizedText,
  durationSec: z.number().int().positive(),
  sections: z
    .array(
      z.strictObject({
        competency: CompetencyId,
        count: z.number().int().positive(),
      }),
    )
    .min(1),
});
export type Blueprint = z.infer<typeof Blueprint>;
