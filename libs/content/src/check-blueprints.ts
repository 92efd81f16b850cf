import type { Blueprint } from '@ennead/contracts/internal';
import { findShortages } from '@ennead/domain';
import type { Fault } from './fault.ts';
import { faultAt } from './fault.ts';
import { findRepeats } from './find-repeats.ts';
import { checkCompetencyRef } from './known-competencies.ts';
import type { Bank } from './read-bank.ts';
import type { Parsed } from './read-yaml.ts';

/** Blueprints ask each competency once, and no more items of it than the bank holds for their role and level. */
export function checkBlueprints(bank: Bank, known: ReadonlySet<string>): Fault[] {
  const { parsed } = bank.blueprints;
  return [
    ...parsed.flatMap((blueprint) => checkSections(blueprint, known)),
    ...(bank.topics.complete ? parsed.flatMap((blueprint) => checkSupply(blueprint, bank)) : []),
    ...findRepeats(
      'the blueprint',
      parsed.map((source) => ({ id: source.value.id, source, path: ['id'] })),
    ),
  ];
}

function checkSections(source: Parsed<Blueprint>, known: ReadonlySet<string>): Fault[] {
  const { role, sections } = source.value;
  const places = sections.map(({ competency }, index) => ({
    id: competency,
    source,
    path: ['sections', index, 'competency'],
  }));
  return [
    ...places.flatMap(({ id, path }) =>
      checkCompetencyRef(known, { role, dimension: 'knowledge' }, source, path, id),
    ),
    ...findRepeats('the section', places),
  ];
}

function checkSupply(source: Parsed<Blueprint>, { topics }: Bank): Fault[] {
  const { role, level, sections } = source.value;
  const items = topics.parsed
    .filter(({ value }) => value.role === role && value.level === level)
    .flatMap(({ value }) => value.items);
  return findShortages([source.value], items).map(({ competency, asked, available }) =>
    faultAt(
      source,
      ['sections', sections.findIndex((section) => section.competency === competency), 'count'],
      `${asked} items of \`${competency}\` are asked, the bank has ${available}`,
      `write ${asked - available} more for ${role}, ${level}, or ask for fewer`,
    ),
  );
}
