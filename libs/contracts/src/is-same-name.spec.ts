import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOtherLatinName, isSameName } from './is-same-name.ts';

it.each<[string, string, boolean]>([
  ["Kate O'Neill-García", 'Kate O’Neill‐García', true],
  ['林 小溪', '林小溪', true],
  ['林　小溪', '林小溪', true],
  ['阿依努尔•买买提', '阿依努尔·买买提', true],
  ['LIN XIAOYU', 'Lin Xiaoyu', true],
  ['Lin Xiao-yu', 'Lin Xiao–yu', true],
  ['Zoe\u0308', 'Zo\u00eb', true],
  ['Strauß', 'STRAUSS', true],
  // Another name, however near.
  ['Garcia', 'García', false],
  ['林小雨', '林晓雨', false],
  ['ONeill', "O'Neill", false],
  ['Lin Xiaoyu', 'Xiaoyu Lin', false],
  ['Ann', 'Anne', false],
])('%j and %j are the same name: %s', (one, other, same) => {
  expect(isSameName(one, other)).toBe(same);
  expect(isSameName(other, one)).toBe(same);
});

const letters = fc.string({ unit: fc.constantFrom(..."aéßİıςΣ林雨·'-"), minLength: 1, maxLength: 12 });
const variants: Readonly<Record<string, string>> = { "'": '’', '-': '‐', '·': '•' };

it('is the same however the keyboard writes it', () => {
  fc.assert(
    fc.property(letters, fc.array(fc.nat({ max: 12 })), (name, at) => {
      const typed = [...name]
        .map((letter, place) => `${at.includes(place) ? ' ' : ''}${variants[letter] ?? letter}`)
        .join('');
      expect(isSameName(name, typed)).toBe(true);
      expect(isSameName(name, name.toLowerCase())).toBe(true);
      expect(isSameName(name.normalize('NFD'), name)).toBe(true);
    }),
  );
});

it('is another once a letter more is in it', () => {
  fc.assert(
    fc.property(letters, fc.constantFrom('b', '王', 'ñ'), (name, letter) => {
      expect(isSameName(name, `${name}${letter}`)).toBe(false);
    }),
  );
});

it.each<[string, string, boolean]>([
  ['Kate O’Neill', 'Lin Xiaoyu', true],
  ['Kate O’Neill', 'Kate', true],
  ['Kate O’Neill', "O'NEILL KATE", false],
  ['Jürgen Müller', 'Juergen Mueller', false],
  ['Zoë Núñez', 'Zoe Nunez', false],
  // Nothing to compare.
  ['林小溪', 'Kate O’Neill', false],
])('of %j the Latin name %j is asked about: %s', (name, latinName, isAsked) => {
  expect(isOtherLatinName(name, latinName)).toBe(isAsked);
});

it('asks nobody about their own name, however its words are ordered', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcéKLñ'), minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(words, (parts) => {
      expect(isOtherLatinName(parts.join(' '), parts.toReversed().join('-'))).toBe(false);
    }),
  );
});
