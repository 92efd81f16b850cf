import type { DimensionCode } from '@ennead/contracts';
import type { Case, CasePart } from '../enrolments/case.ts';

/** A part of a dimension that can be begun no longer: without a score to carry, nothing can be had in it any more. */
export const findClosedPart = (
  { parts }: Pick<Case, 'parts'>,
  dimensions: readonly DimensionCode[],
): CasePart | undefined =>
  parts.find(({ dimension, isClosed }) => isClosed && dimensions.includes(dimension));
