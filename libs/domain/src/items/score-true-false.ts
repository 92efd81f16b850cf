import type { TrueFalseItem } from '@ennead/contracts/internal';
import type { ItemScore } from './item-score.ts';
import { rightOrWrong } from './item-score.ts';

export const scoreTrueFalse = ({ key }: TrueFalseItem, truth: boolean): ItemScore =>
  rightOrWrong(truth === key);
