import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '@ennead/provision';
import satisfies from 'spdx-satisfies';

/** Licences under which Ennead may be given on together with what it uses, whatever its own one is. */
const accepted = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Packages that name theirs in no field, with the file that says it is MIT. */
const inWords: Readonly<Record<string, string>> = {
  buildcheck: 'LICENSE',
  busboy: 'LICENSE',
  'cpu-features': 'LICENSE',
  dicer: 'LICENSE',
  'humanize-number': 'Readme.md',
  only: 'Readme.md',
  'png-js': 'LICENSE',
  ssh2: 'LICENSE',
  streamsearch: 'LICENSE',
};

type Locked = { readonly link?: boolean; readonly license?: string; readonly optional?: boolean };

const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const used = Object.entries(packages).filter(([place, { link }]) => place.includes('node_modules/') && !link);

const isMit = (place: string, optional = false): boolean => {
  const file = inWords[place.split('node_modules/').at(-1)!];
  if (!file) return false;
  try {
    const text = readFileSync(path.join(ROOT, place, file), 'utf8');
    return (
      /permission is hereby granted, free of charge/i.test(text) ||
      /^\s*(\(The )?MIT( License\))?\s*$/m.test(text)
    );
  } catch {
    // What is for other systems is not here.
    return optional;
  }
};

it('every package that Ennead uses may be used and given on', () => {
  expect(used.length).toBeGreaterThan(500);
  const others = used.filter(([place, { license, optional }]) =>
    license === undefined ? !isMit(place, optional) : !satisfies(license, accepted),
  );
  expect(others.map(([place, { license }]) => `${place}: ${license}`)).toEqual([]);
});

it.each([
  ['MIT', true],
  ['(MPL-2.0 OR GPL-3.0-only)', true],
  ['(MIT AND GPL-3.0-only)', false],
  ['AGPL-3.0-only', false],
])('%s is %s', (licence, may) => {
  expect(satisfies(licence, accepted)).toBe(may);
});
