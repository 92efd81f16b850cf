import { describe, expect, it } from '@jest/globals';
import {
  Blueprint,
  ItemKey,
  LabFiles,
  LabManifest,
  LabPlan,
  LabSecrets,
  LabSuite,
  type Publication,
  Question,
} from '@ennead/contracts/internal';
import { ContentPage, Letter, Rubric, Scheme, StandardView } from '@ennead/contracts';
import { hashBytes, hashContent } from '@ennead/domain';
import { aContentTree, anItem, type ContentTree } from '@ennead/testing/builders';
import { stringify } from 'yaml';
import { writeContent } from '../test/write-content.ts';
import { publicationOf } from './publication.ts';

const topic = 'question-bank/items/application-engineer/junior/retrieval.yaml';
const lab = 'labs/application-engineer/mend-it';
const schemas = {
  standard: StandardView,
  scheme: Scheme,
  rubric: Rubric,
  letter: Letter,
  page: ContentPage,
  lab: LabManifest,
  starter: LabFiles,
  environment: LabFiles,
  visible: LabSuite,
  plan: LabPlan,
  question: Question,
  blueprint: Blueprint,
  key: ItemKey,
  secrets: LabSecrets,
};

async function publish(changes: ContentTree = {}, secret = 'a secret'): Promise<Publication> {
  const written = await writeContent({ ...aContentTree(), ...changes });
  try {
    return publicationOf(await written.load(), secret);
  } finally {
    await written.remove();
  }
}

const hashOf = ({ pieces }: Publication, kind: string, id: string) =>
  pieces.find((piece) => piece.kind === kind && piece.id === id)?.hash;
const textOf = ({ bodies }: Publication, kind: string) =>
  bodies.filter((body) => body.kind === kind).map(({ bytes }) => Buffer.from(bytes).toString());

describe('a publication', () => {
  it('holds every piece as a body of its kind, named by the hash of its bytes', async () => {
    const { bodies, pieces, links } = await publish();
    for (const { kind, hash, bytes } of bodies) {
      expect(hashBytes(bytes)).toBe(hash);
      const body: unknown = JSON.parse(Buffer.from(bytes).toString());
      expect(hashContent(body)).toBe(hash);
      expect(schemas[kind as keyof typeof schemas].parse(body)).toEqual(body);
    }
    expect(new Set(bodies.map(({ kind }) => kind))).toEqual(new Set(Object.keys(schemas)));
    const known = new Set(bodies.map(({ hash }) => hash));
    expect(pieces.every(({ hash }) => known.has(hash))).toBe(true);
    expect(links.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'key one',
      'key two',
      'secrets application-engineer/mend-it',
    ]);
  });

  it('is the same however the files are laid out, and other where the meaning is', async () => {
    const { items, ...head } = aContentTree()[topic] as { items: object[] };
    const [one, two] = items;
    const before = await publish();
    const relaid = await publish({
      [topic]: `# a comment\n${stringify({ ...head, items: [two, one] }, { indent: 4 })}`,
    });
    const rekeyed = await publish({ [topic]: { ...head, items: [anItem({ ...one, key: ['B'] }), two] } });
    const ids = [
      ['question', 'one'],
      ['key', 'one'],
      ['question', 'two'],
      ['key', 'two'],
    ] as const;
    const hashes = (from: Publication) => ids.map(([kind, id]) => hashOf(from, kind, id));
    expect(hashes(relaid)).toEqual(hashes(before));
    expect(hashes(rekeyed).map((hash, at) => hash === hashes(before)[at])).toEqual([true, false, true, true]);
  });

  it('gives a lab another hash for all that its work and its score depend on, but for its secrets', async () => {
    const id = 'application-engineer/mend-it';
    const suite = aContentTree()[`${lab}/grader/suite.yaml`] as LabSuite;
    const heavier = structuredClone(suite);
    heavier.checks[0]!.cases[0]!.weight = 2;
    const harder = structuredClone(suite);
    harder.checks[0]!.cases[0]!.exchanges = [{ send: { op: 'other' }, expect: [] }];
    const before = await publish();
    const variants = await Promise.all([
      publish({ [`${lab}/starter/more.py`]: '' }),
      publish({ [`${lab}/environment/Dockerfile`]: 'FROM other\n' }),
      publish({ [`${lab}/instructions.en.md`]: '# Other\n' }),
      publish({ [`${lab}/checks/visible.yaml`]: heavier }),
      publish({ [`${lab}/grader/suite.yaml`]: heavier }),
    ]);
    expect(new Set([before, ...variants].map((one) => hashOf(one, 'lab', id))).size).toBe(6);
    const secret = await publish({ [`${lab}/grader/suite.yaml`]: harder });
    expect(hashOf(secret, 'lab', id)).toBe(hashOf(before, 'lab', id));
    expect(hashOf(secret, 'secrets', id)).not.toBe(hashOf(before, 'secrets', id));
    const unseen = await publish({
      [`${lab}/solution/wrong/no-second/main.py`]: 'pass\n',
      [`${lab}/starter/__pycache__/main.pyc`]: 'bytes',
    });
    expect(hashOf(unseen, 'lab', id)).toBe(hashOf(before, 'lab', id));
  });

  it('gives alike items and alike labs a question and a plan of their own, each with one key or suite', async () => {
    const { items, ...head } = aContentTree()[topic] as { items: object[] };
    const alike = [...items, anItem({ ...items[0], id: 'like-one', key: ['B'] })];
    const copied = Object.entries(aContentTree())
      .filter(([path]) => path.startsWith(`${lab}/`))
      .map(([path, file]) => [path.replace(lab, `${lab}-too`), file]);
    const copy = Object.fromEntries(copied);
    copy[`${lab}-too/lab.yaml`] = { ...copy[`${lab}-too/lab.yaml`], id: 'application-engineer/mend-it-too' };
    const { links, bodies } = await publish({ ...copy, [topic]: { ...head, items: alike } });
    expect(links.map(({ kind, file }) => [kind, file])).toEqual([
      ['key', topic],
      ['key', topic],
      ['key', topic],
      ['secrets', `${lab}/grader/suite.yaml`],
      ['secrets', `${lab}-too/grader/suite.yaml`],
    ]);
    expect(new Set(links.map(({ ofHash }) => ofHash)).size).toBe(5);
    expect(bodies.filter(({ kind }) => kind === 'plan')).toHaveLength(2);
  });

  it('tells keys and expectations on no other shelf, and makes their hashes of no use for guessing', async () => {
    const { items, ...head } = aContentTree()[topic] as { items: object[] };
    const said = (en: string) => ({ 'zh-CN': en, en });
    const marked = {
      ...head,
      items: items.map((item) => ({ ...item, rationale: said('WHY-IT-IS-SO') })),
    };
    const publication = await publish({ [topic]: marked });
    const hidden = ['WHY-IT-IS-SO', '"equals":true'];
    for (const kind of Object.keys(schemas)) {
      const found = hidden.filter((text) => textOf(publication, kind).join().includes(text));
      expect([kind, found]).toEqual([
        kind,
        kind === 'key' ? [hidden[0]] : ['secrets', 'visible'].includes(kind) ? [hidden[1]] : [],
      ]);
    }
    const [plain, other] = [await publish(), await publish({}, 'another secret')];
    for (const [kind, id] of [
      ['key', 'one'],
      ['secrets', 'application-engineer/mend-it'],
    ] as const)
      expect(hashOf(other, kind, id)).not.toBe(hashOf(plain, kind, id));
    expect(hashOf(other, 'question', 'one')).toBe(hashOf(plain, 'question', 'one'));
    expect(textOf(plain, 'key').every((text) => /"nonce":"[0-9a-f]{64}"/.test(text))).toBe(true);
  });
});
