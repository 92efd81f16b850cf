import { Locale } from '@ennead/contracts';
import type { Item, Topic } from '@ennead/contracts/internal';
import type { Fault } from './fault.ts';
import { faultAt } from './fault.ts';
import { baseName, findRepeats, folderName } from './find-repeats.ts';
import { checkCompetencyRef } from './known-competencies.ts';
import type { Bank } from './read-bank.ts';
import type { Parsed, Path } from './read-yaml.ts';

/** Topics lie where they say, item ids are unique, keys point at options, competencies exist. */
export function checkItems({ topics }: Bank, known: ReadonlySet<string>): Fault[] {
  const items = topics.parsed.flatMap((topic) =>
    topic.value.items.map(({ id }, index) => ({ id, source: topic, path: ['items', index, 'id'] })),
  );
  return [
    ...topics.parsed.flatMap(checkPlace),
    ...topics.parsed.flatMap((topic) =>
      topic.value.items.flatMap((item, index) => [
        ...checkCompetencyRef(
          known,
          { role: topic.value.role, dimension: 'knowledge' },
          topic,
          ['items', index, 'competency'],
          item.competency,
        ),
        ...checkItem(topic, item, ['items', index]),
      ]),
    ),
    ...findRepeats('the item', items),
  ];
}

/** items/<role>/<level>/<topic>.yaml */
function checkPlace(source: Parsed<Topic>): Fault[] {
  const { topic, role, level } = source.value;
  const expected = {
    topic: baseName(source.file),
    level: folderName(source.file, 1),
    role: folderName(source.file, 2),
  };
  return Object.entries({ topic, role, level }).flatMap(([key, value]) => {
    const place = expected[key as keyof typeof expected];
    if (place === value) return [];
    const fix = `write \`${key}: ${place}\` or move the file`;
    return [faultAt(source, [key], `the ${key} is \`${value}\` but the file lies under \`${place}\``, fix)];
  });
}

function checkItem(source: Parsed<Topic>, item: Item, path: Path): Fault[] {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return checkOptions(source, item, path);
    case 'short-text':
      return findRepeats(
        'the answer',
        item.key.accept.map((answer, index) => ({
          id: answer,
          source,
          path: [...path, 'key', 'accept', index],
        })),
      );
    case 'true-false':
    case 'numeric':
      return [];
  }
}

function checkOptions(
  source: Parsed<Topic>,
  { id, options, key }: Extract<Item, { options: unknown }>,
  path: Path,
): Fault[] {
  const optionPath = (index: number, ...rest: string[]) => [...path, 'options', index, ...rest];
  const ids = options.map((option, index) => ({ id: option.id, source, path: optionPath(index, 'id') }));
  const texts = Locale.options.flatMap((locale) =>
    findRepeats(
      `in ${id} the ${locale} text`,
      options.map(({ text }, index) => ({
        id: text[locale].trim(),
        source,
        path: optionPath(index, 'text', locale),
      })),
    ),
  );
  const keys = key.map((option, index) => ({ id: option, source, path: [...path, 'key', index] }));
  const dangling = keys
    .filter((named) => !options.some((option) => option.id === named.id))
    .map((named) =>
      faultAt(source, named.path, `the key \`${named.id}\` of ${id} is no option`, 'use the id of an option'),
    );
  const everything =
    key.length === options.length
      ? [faultAt(source, [...path, 'key'], `every option of ${id} is a key`, 'add an option that is wrong')]
      : [];
  return [
    ...findRepeats(`in ${id} the option`, ids),
    ...texts,
    ...findRepeats(`in ${id} the key`, keys),
    ...dangling,
    ...everything,
  ];
}
