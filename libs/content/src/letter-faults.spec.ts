import { describe, expect, it } from '@jest/globals';
import type { Letter } from '@ennead/contracts';
import { aContentTree, aLetter, type ContentTree } from '@ennead/testing/builders';
import { faultsOf } from '../test/write-content.ts';

const place = 'question-bank/letters/password-reset.yaml';

/** A sound tree with one letter changed. */
const changed = (change: (letter: Letter) => void): ContentTree => {
  const letter = structuredClone(aLetter('password-reset'));
  change(letter);
  return { ...aContentTree(), [place]: letter };
};

const told = async (tree: ContentTree): Promise<string[]> =>
  (await faultsOf(tree)).map(({ file, message }) => `${file} ${message}`);

describe('letters', () => {
  it('are sound in the small content', async () => {
    expect(await told(aContentTree())).toEqual([]);
  });

  it('are there of every kind', async () => {
    const { [place]: _, ...without } = aContentTree();
    expect(await told(without)).toEqual([`${place} there is no letter \`password-reset\``]);
  });

  it.each<[string, (letter: Letter) => void, string[]]>([
    [
      'say in both languages what their kind fills in',
      ({ body }) => (body.en = 'Hello {{name}} {{until}} {{site}}'),
      ['`{{link}}` is not used'],
    ],
    [
      'have no other place',
      ({ subject }) => (subject['zh-CN'] = '{{secret}}'),
      ['nothing is filled in at `{{secret}}`'],
    ],
    [
      'have nothing but places',
      ({ body }) => (body.en += '{{{name}}} {{#link}}x{{/link}}'),
      ['`name` is more than a place', '`link` is more than a place'],
    ],
    [
      'keep the link out of the subject',
      ({ subject }) => (subject.en = '{{link}}'),
      ['the link stands in the subject'],
    ],
    [
      'are named by their kind',
      (letter) => (letter.kind = 'password-changed'),
      ['`password-changed` is not the name of the file'],
    ],
  ])('%s', async (_what, change, messages) => {
    const found = await told(changed(change));
    for (const message of messages) expect(found).toContain(`${place} ${message}`);
  });

  it('are templates that can be read', async () => {
    const [fault] = await told(changed(({ body }) => (body.en += '{{name')));
    expect(fault).toContain('not a template: Unclosed tag');
  });
});
