import type { LevelCode, Scheme, SchemeLevel } from '@ennead/contracts';
import { LevelCode as Levels } from '@ennead/contracts';
import { dimensions } from '@ennead/domain';
import type { Fault } from './fault.ts';
import { faultAt } from './fault.ts';
import { findRepeats } from './find-repeats.ts';
import { checkSchemeRules } from './check-scheme-rules.ts';
import type { Bank } from './read-bank.ts';
import type { Parsed } from './read-yaml.ts';

const gradesOf: Readonly<Record<LevelCode, readonly number[]>> = {
  junior: [1, 2, 3],
  intermediate: [4, 5, 6],
  senior: [7, 8, 9],
};

/**
 * Each scheme states all three levels, whose weights sum to 100 and whose cuts rise with the level's grades, and rules
 * that agree with them; a later version never takes effect before an earlier one.
 */
export function checkSchemes({ schemes }: Bank, prefix: string): Fault[] {
  if (schemes.complete && schemes.parsed.length === 0) {
    return [{ file: `${prefix}schemes`, line: 1, message: 'there is no scheme', fix: 'write one' }];
  }
  return [
    ...schemes.parsed.flatMap(checkScheme),
    ...schemes.parsed.flatMap((scheme) => checkOrder(scheme, schemes.parsed)),
    ...findRepeats(
      'the scheme and version',
      schemes.parsed.map((source) => ({
        id: `${source.value.id} ${source.value.version}`,
        source,
        path: ['version'],
      })),
    ),
  ];
}

function checkScheme(scheme: Parsed<Scheme>): Fault[] {
  const { levels } = scheme.value;
  const missing = Levels.options
    .filter((code) => !levels.some((level) => level.code === code))
    .map((code) => faultAt(scheme, ['levels'], `the level \`${code}\` is missing`, 'state every level once'));
  return [
    ...missing,
    ...levels.flatMap((level, index) => checkLevel(scheme, level, index)),
    ...checkSchemeRules(scheme),
  ];
}

function checkOrder(scheme: Parsed<Scheme>, all: readonly Parsed<Scheme>[]): Fault[] {
  const { id, version, effectiveFrom } = scheme.value;
  const overtaken = all.find(
    ({ value }) => value.id === id && value.version < version && value.effectiveFrom > effectiveFrom,
  );
  if (!overtaken) return [];
  const message = `version ${version} takes effect before version ${overtaken.value.version}`;
  return [faultAt(scheme, ['effectiveFrom'], message, 'let later versions take effect later')];
}

function checkLevel(scheme: Parsed<Scheme>, { code, weights, cuts }: SchemeLevel, index: number): Fault[] {
  const path = ['levels', index];
  const sum = dimensions.reduce((total, dimension) => total + weights[dimension], 0);
  const grades = gradesOf[code];
  const faults: Fault[] = [];
  if (sum !== 100) {
    faults.push(faultAt(scheme, [...path, 'weights'], `the weights sum to ${sum}`, 'make them sum to 100'));
  }
  cuts.forEach(({ grade, compositeCents }, cut) => {
    if (grade !== grades[cut]) {
      const fix = `list the cuts of ${code} for the grades ${grades.join(', ')} in this order`;
      faults.push(faultAt(scheme, [...path, 'cuts', cut], `grade ${grade} is out of place`, fix));
    }
    if (compositeCents <= (cuts[cut - 1]?.compositeCents ?? -1)) {
      const fix = 'let every cut lie above the one before';
      faults.push(faultAt(scheme, [...path, 'cuts', cut], 'the cut does not rise', fix));
    }
  });
  return faults;
}
