import { carriesLink, type Letter, letterFacts, MessageKind, type Locale } from '@ennead/contracts';
import { readTemplate, type TemplateFault } from '@ennead/domain';
import type { Fault } from './fault.ts';
import { faultAt } from './fault.ts';
import { baseName } from './find-repeats.ts';
import type { Bank } from './read-bank.ts';
import type { Parsed } from './read-yaml.ts';

/** There is a letter of each kind, named by it, with exactly the places that its kind fills in, in both languages. */
export function checkLetters({ letters }: Bank, prefix: string): Fault[] {
  const written = new Set(letters.sources.map(({ file }) => baseName(file)));
  return [
    ...letters.parsed.flatMap((letter) => [...checkName(letter), ...checkPlaces(letter)]),
    ...MessageKind.options
      .filter((kind) => !written.has(kind))
      .map((kind) => ({
        file: `${prefix}letters/${kind}.yaml`,
        line: 1,
        message: `there is no letter \`${kind}\``,
        fix: 'write one: nobody can be told otherwise',
      })),
  ];
}

const checkName = (letter: Parsed<Letter>): Fault[] =>
  baseName(letter.file) === letter.value.kind
    ? []
    : [
        faultAt(
          letter,
          ['kind'],
          `\`${letter.value.kind}\` is not the name of the file`,
          'make the two the same',
        ),
      ];

/** What a letter of a kind fills in. */
const placesOf = (kind: MessageKind): string[] => [
  'name',
  'site',
  ...letterFacts[kind].shows,
  ...(carriesLink(kind) ? ['link'] : []),
];

function checkPlaces(letter: Parsed<Letter>): Fault[] {
  const { kind, subject, body } = letter.value;
  const given = placesOf(kind);
  return (['zh-CN', 'en'] as const satisfies Locale[]).flatMap((locale) => {
    const texts = { subject: readTemplate(subject[locale]), body: readTemplate(body[locale]) };
    const used = [...texts.subject.places, ...texts.body.places];
    const at = (part: keyof typeof texts, message: string, fix: string) =>
      faultAt(letter, [part, locale], message, fix);
    const parts = ['subject', 'body'] as const;
    return [
      ...parts.flatMap((part) => texts[part].faults.map((fault) => at(part, ...tell(fault)))),
      ...parts.flatMap((part) =>
        texts[part].places
          .filter((place) => !given.includes(place))
          .map((place) =>
            at(part, `nothing is filled in at \`{{${place}}}\``, `there are ${given.join(', ')}`),
          ),
      ),
      ...(texts.subject.places.includes('link')
        ? [at('subject', 'the link stands in the subject', 'move it into the body')]
        : []),
      ...given
        .filter((place) => !used.includes(place))
        .map((place) => at('body', `\`{{${place}}}\` is not used`, 'say it, for its reader has to know')),
    ];
  });
}

const tell = (fault: TemplateFault): [message: string, fix: string] =>
  fault.kind === 'unreadable'
    ? [`not a template: ${fault.why}`, 'close every {{ with }}']
    : [`\`${fault.value}\` is more than a place`, 'write nothing but text and {{places}}'];
