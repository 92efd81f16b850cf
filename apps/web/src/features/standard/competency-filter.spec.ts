import type { Competency } from '@ennead/contracts';
import { describe, expect, it } from '@jest/globals';
import { anchorOf, filterCompetencies, readFilter } from './competency-filter.ts';

const competency = (dimension: Competency['dimension'], mastery: Competency['mastery']): Competency => ({
  id: `data-engineer.${dimension}.${mastery}`,
  dimension,
  element: 'experience',
  mastery,
  title: { 'zh-CN': '甲', en: 'A' },
  text: { 'zh-CN': '甲', en: 'A' },
});
const all = [
  competency('knowledge', 'know'),
  competency('knowledge', 'master'),
  competency('skills', 'master'),
  competency('practice', 'expert'),
];
const shown = (search: string) =>
  filterCompetencies(all, readFilter(new URLSearchParams(search))).map(({ id }) => anchorOf(id));

describe('the filter in the address', () => {
  it.each([
    ['', ['knowledge.know', 'knowledge.master', 'skills.master', 'practice.expert']],
    ['dimension=knowledge', ['knowledge.know', 'knowledge.master']],
    ['mastery=master', ['knowledge.master', 'skills.master']],
    ['dimension=skills&mastery=master', ['skills.master']],
    ['dimension=skills&mastery=know', []],
    ['dimension=nonsense', ['knowledge.know', 'knowledge.master', 'skills.master', 'practice.expert']],
  ])('%j shows %j', (search, anchors) => {
    expect(shown(search)).toEqual(anchors);
  });
});
