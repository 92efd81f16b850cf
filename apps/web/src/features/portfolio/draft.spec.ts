import { describe, expect, it } from '@jest/globals';
import { countUses, findMissing, readYears, toDraftInput, type Draft } from './draft.ts';

const draft: Draft = {
  claims: { a: { text: 'done', artefactIds: ['1'] }, b: { text: '  ', artefactIds: ['1', '2'] } },
  years: '',
  experience: '',
};

describe('a draft', () => {
  it.each([
    ['3', 3],
    [' 12 ', 12],
    ['0', 0],
    ['61', null],
    ['-1', null],
    ['1.5', null],
    ['', null],
  ])('reads %j as %j years', (text, years) => expect(readYears(text)).toBe(years));

  it('is sent whole, without experience while nothing of it is there', () => {
    expect(toDraftInput(draft, 'then')).toEqual({
      updatedAt: 'then',
      claims: [
        { competency: 'a', text: 'done', artefactIds: ['1'] },
        { competency: 'b', text: '  ', artefactIds: ['1', '2'] },
      ],
      experience: null,
    });
    expect(toDraftInput({ ...draft, experience: 'some' }, 'then').experience).toEqual({
      years: 0,
      text: 'some',
    });
  });

  it('knows what it lacks and what shows what', () => {
    const view = { competencies: [{ id: 'a' }, { id: 'b' }], artefacts: [] } as never;
    expect(findMissing(draft, view)).toEqual([{ kind: 'claim', competency: 'b' }, { kind: 'artefact' }]);
    expect([countUses(draft, '1'), countUses(draft, '3')]).toEqual([2, 0]);
  });
});
