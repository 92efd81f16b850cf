import { describe, expect, it } from '@jest/globals';
import { normaliseText } from './normalise-text.ts';

describe('normaliseText', () => {
  it.each([
    ['full width', 'ＬｏＲＡ－１', 'LoRA-1'],
    ['a ligature', 'ﬁne-tuning', 'fine-tuning'],
    ['an accent that is written apart', 'cafe\u0301', 'café'],
    ['an en dash', 'F1–score', 'F1-score'],
    ['an em dash', 'F1—score', 'F1-score'],
    ['a non-breaking hyphen', 'F1\u2011score', 'F1-score'],
    ['a minus sign', '\u22121', '-1'],
    ['every dash of several', 'top–k–p', 'top-k-p'],
    ['apostrophes', '‘Bayes’ rule’', "'bayes' rule'"],
    ['quotation marks', '“attention”', '"attention"'],
    ['case', 'ReLU', 'relu'],
    ['a letter that has two in upper case', 'Straße', 'STRASSE'],
    ['runs of blanks', 'mean  squared \t\n error', 'mean squared error'],
    ['blanks at the ends', '\u3000 recall\u00a0', 'recall'],
    ['blanks before and behind Chinese characters', '用 LoRA 微 调', '用LoRA微调'],
    ['blanks beside Chinese punctuation', '召回率 、 F1', '召回率、F1'],
    ['every blank of a run beside them', '检索   增强', '检索增强'],
  ])('takes no account of %s', (_, typed, plain) => {
    expect(normaliseText(typed)).toBe(normaliseText(plain));
  });

  it('is the plainer of the two', () => {
    expect(normaliseText('  “Ｆ１–Score”  of\tX ')).toBe('"f1-score" of x');
    expect(normaliseText('用 ‘LoRA’ 微调')).toBe("用'lora'微调");
  });

  it.each([
    ['a blank between words', 'cosine similarity', 'cosinesimilarity'],
    ['a dash', 'fine-tuning', 'finetuning'],
    ['a dash for a blank', 'fine-tuning', 'fine tuning'],
    ['spelling', 'recall', 'recal'],
    ['other punctuation', 'precision@k', 'precision k'],
    ['single for double quotation marks', "'a'", '"a"'],
    ['an accent', 'café', 'cafe'],
    ['a sign', '-1', '1'],
  ])('tells apart by %s', (_, one, other) => {
    expect(normaliseText(one)).not.toBe(normaliseText(other));
  });
});
