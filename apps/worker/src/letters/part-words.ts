import type { LocalizedText, PartKind } from '@ennead/contracts';

const words: Readonly<Record<PartKind, LocalizedText>> = {
  form: { 'zh-CN': '笔试', en: 'the written exam' },
  lab: { 'zh-CN': '实验', en: 'the lab' },
  portfolio: { 'zh-CN': '成果评价', en: 'the portfolio' },
};

export const partWords = (kind: PartKind): LocalizedText => words[kind];

/** Several parts in one phrase, each kind once. */
export const partsWords = (kinds: readonly PartKind[]): LocalizedText => {
  const each = [...new Set(kinds)].map(partWords);
  return {
    'zh-CN': each.map((one) => one['zh-CN']).join('、'),
    en: new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(each.map(({ en }) => en)),
  };
};
