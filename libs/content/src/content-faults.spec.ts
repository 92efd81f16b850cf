import { describe, expect, it } from '@jest/globals';
import type { Bar, ContentPage, ErasedKind, Role, Rubric, Scheme, Standard } from '@ennead/contracts';
import type { Blueprint, Topic } from '@ennead/contracts/internal';
import type { ContentTree } from '@ennead/testing/builders';
import {
  aContentTree,
  aCriterion,
  aMultipleItem,
  anItem,
  aPage,
  aRetentionRow,
  aRubric,
  aScheme,
  aShortTextItem,
  aText,
} from '@ennead/testing/builders';
import { stringify } from 'yaml';
import { faultsOf } from '../test/write-content.ts';

const places = {
  standard: 'question-bank/standard/standard.yaml',
  role: 'question-bank/standard/roles/application-engineer.yaml',
  scheme: 'question-bank/schemes/first.yaml',
  topic: 'question-bank/items/application-engineer/junior/retrieval.yaml',
  blueprint: 'question-bank/blueprints/application-engineer.junior.yaml',
  rubric: 'question-bank/rubrics/application-engineer.junior.yaml',
} as const;

/** A sound tree with one file changed. */
function changed<T>(place: string, change: (value: T) => void): ContentTree {
  const tree = aContentTree();
  const value = structuredClone(tree[place]) as T;
  change(value);
  return { ...tree, [place]: value };
}

/** Each fault as the text of the line it points at and what it says. */
const told = async (tree: ContentTree): Promise<string[]> =>
  (await faultsOf(tree)).map(({ lineText, message }) => `${lineText} | ${message}`);

const knowledge = (index: number) => `application-engineer.knowledge.topic-${index}`;

describe('every fault is told at once, at its line, in', () => {
  it('nothing, when there is none', async () => {
    expect(await faultsOf(aContentTree())).toEqual([]);
  });

  it('YAML itself', async () => {
    const [fault, ...others] = await faultsOf({
      ...aContentTree(),
      'question-bank/rubrics/broken.yaml': 'id: broken\nversion: 1\nid: again\n',
    });
    expect(fault).toMatchObject({
      file: 'question-bank/rubrics/broken.yaml',
      line: 3,
      lineText: 'id: again',
    });
    expect(fault?.message).toMatch(/not valid YAML: .*unique/);
    expect(others).toEqual([]);
  });

  it('the place of a file', async () => {
    const tree = {
      ...aContentTree(),
      'question-bank/items/stray.yaml': 'id: 1\n',
      'question-bank/notes.yml': '',
    };
    const faults = await faultsOf(tree);
    expect(faults.map(({ file, message }) => `${file} ${message}`)).toEqual([
      'question-bank/items/stray.yaml this file is in no place that is read',
      'question-bank/notes.yml this file is in no place that is read',
    ]);
  });

  it('the standard', async () => {
    const tree = changed<Standard>(places.standard, (standard) => {
      standard.masteries.splice(1, 1);
      standard.dimensions[2]!.elements.push({ ...standard.dimensions[0]!.elements[0]! });
      standard.directions.push(standard.directions[0]!);
    });
    expect(await told(tree)).toEqual([
      '- code: basic-knowledge | `basic-knowledge` does not belong here',
      'masteries: | `familiar` is missing',
      expect.stringMatching(
        /^- .* \| the code `architecture` is used already at question-bank\/standard\/standard.yaml:\d+$/,
      ),
    ]);
  });

  it('a role and the number of competencies', async () => {
    const tree = changed<Role>(places.role, ({ competencies }) => {
      competencies[0]!.element = 'experience';
      competencies[1]!.id = competencies[0]!.id;
      competencies[3]!.id = 'application-engineer.knowledge.topic-9';
      competencies.pop();
    });
    const blueprint = tree[places.blueprint] as Blueprint;
    tree[places.blueprint] = { ...blueprint, sections: blueprint.sections.slice(0, 1) };
    tree[places.topic] = {
      ...(tree[places.topic] as Topic),
      items: [anItem({ id: 'one', competency: knowledge(1) })],
    };
    const rubric = tree[places.rubric] as Rubric;
    tree[places.rubric] = aRubric({
      criteria: rubric.criteria.slice(0, 2).map((one) => ({ ...one, weight: 50 })),
    });
    expect(await told(tree)).toEqual([
      'competency: application-engineer.skills.topic-2 | there is no competency `application-engineer.skills.topic-2`',
      ' | the roles have 30 competencies of practice together, the standard has 31',
      'element: experience | `experience` is no element of knowledge',
      expect.stringMatching(
        /^- id: application-engineer.knowledge.topic-1 \| the competency .* is used already at/,
      ),
      '- id: application-engineer.knowledge.topic-9 | `application-engineer.knowledge.topic-9` does not fit its role and dimension',
    ]);
  });

  it('a missing role', async () => {
    const { 'question-bank/standard/roles/data-engineer.yaml': _, ...tree } = aContentTree();
    const faults = await faultsOf(tree);
    expect(faults.map(({ file }) => file)).toContain('question-bank/standard/roles/data-engineer.yaml');
    expect(faults.map(({ message }) => message)).toContain(
      'the roles have 26 competencies of knowledge together, the standard has 30',
    );
  });

  it('a scheme', async () => {
    const tree = changed<Scheme>(places.scheme, ({ levels }) => {
      levels[0]!.weights.practice = 6;
      levels[1]!.cuts[2]!.compositeCents = 7_500;
      levels[2]!.cuts[0]!.grade = 8;
      levels[2]!.floorCents.skills = 10_001;
    });
    expect(await told(tree)).toEqual([
      expect.stringMatching(/^skills: 10001 \| `levels\[2\].floorCents.skills`: Too big/),
    ]);
    const scheme = tree[places.scheme] as Scheme;
    scheme.levels[2]!.floorCents.skills = 5_000;
    expect(await told({ ...tree, 'question-bank/schemes/second.yaml': scheme })).toEqual([
      'weights: | the weights sum to 101',
      '- grade: 6 | the cut does not rise',
      '- grade: 8 | grade 8 is out of place',
      'version: 1 | the scheme and version `first 1` is used already at question-bank/schemes/first.yaml:2',
      'weights: | the weights sum to 101',
      '- grade: 6 | the cut does not rise',
      '- grade: 8 | grade 8 is out of place',
    ]);
  });

  it('the rules of a scheme', async () => {
    const tree = changed<Scheme>(places.scheme, ({ rules }) => {
      rules.timeZone = 'Asia/Peking';
      rules.boundary.compositeCents = 750;
      rules.tries = null;
      rules.carryOver!.fromCents = 4_999;
      rules.validity!.renewalOpensMonths = 36;
    });
    expect(await told(tree)).toEqual([
      'timeZone: Asia/Peking | there is no time zone `Asia/Peking`',
      'compositeCents: 750 | a width of 750 leaves nothing between cuts that lie 1500 apart',
      'carryOver: | scores carry over, but there is no further try',
      'fromCents: 4999 | scores carry over from 4999, under a floor of 5000',
      'renewalOpensMonths: 36 | a renewal opens 36 months before the end of 36',
    ]);
  });

  it('how long what is kept', async () => {
    const text = aText('A reason.');
    const row = (kind: ErasedKind, days: number) => ({ kind, days, reason: text });
    const tree = changed<Scheme>(places.scheme, ({ rules }) => {
      rules.retention = {
        basis: { termsAfterExpiry: 1, monthsWithoutCertificate: 35, reason: text },
        erased: [row('letters', 365), row('letters', 30), row('guesses', 1)],
      };
    });
    const until = (days: string) => ({ ...aRetentionRow(), id: 'letters', until: aText(days, days) });
    const page = (...rows: object[]) => ({ ...aPage({ id: 'privacy' }), retention: rows });
    const pages = { 'question-bank/pages/privacy.yaml': page(until('3650 days')) };
    expect(await told({ ...tree, ...pages })).toEqual([
      'retention: | the scheme erases `guesses` after 1 days, which the table does not say',
      'until: | the scheme erases `letters` after 365 days, which the table does not say',
      'until: | the scheme erases `letters` after 30 days, which the table does not say',
      'monthsWithoutCertificate: 35 | without a certificate records go after 35 months, a certificate holds for 36',
      'erased: | nothing is said of one-time-links, log-ins',
      expect.stringMatching(/^- kind: letters \| the kind `letters` is used already/),
    ]);
    const sound = {
      'question-bank/pages/privacy.yaml': page(until('365 or 30 days'), { ...until('1 day'), id: 'guesses' }),
    };
    expect((await told({ ...tree, ...sound })).filter((fault) => fault.includes('the table'))).toEqual([]);
  });

  it('who is barred from what', async () => {
    const withBars = (change: (bars: Bar[]) => Bar[]) =>
      changed<Scheme>(places.scheme, ({ rules }) => {
        rules.impartiality.bars = change(rules.impartiality.bars);
      });
    const told1 = await told(withBars((bars) => bars.filter(({ tie }) => tie !== 'relative')));
    expect(told1).toEqual([
      'bars: | relative does not bar for ever from assign, mark, settle, excuse, decide, inspect, arrange, prepare',
    ]);
    const lapsing = withBars((bars) =>
      bars.map((bar) => (bar.tie === 'trainer' ? { ...bar, months: 24 } : bar)),
    );
    expect(await told(lapsing)).toEqual(['bars: | trainer does not bar for ever from decide']);
    const lifting = (tie: Bar['tie'], act: Bar['from'][number]) =>
      withBars((bars) =>
        bars.map((bar) => (bar.tie === tie && bar.months === null ? { ...bar, lifts: [act] } : bar)),
      );
    for (const tree of [
      lifting('relative', 'arrange'),
      lifting('trainer', 'decide'),
      lifting('viewer', 'mark'),
    ])
      expect((await told(tree))[0]).toContain('a bar could be lifted that no exception may lift');
    const stuck = withBars((bars) =>
      bars.map((bar) => (bar.tie === 'assessor' ? { ...bar, from: [...bar.from, 'mark' as const] } : bar)),
    );
    const looking = withBars((bars) =>
      bars.map((bar) => (bar.tie === 'viewer' ? { ...bar, from: [...bar.from, 'decide' as const] } : bar)),
    );
    for (const tree of [stuck, looking])
      expect((await told(tree))[0]).toContain('whoever has a script would be kept from marking it');
  });

  it('rules that are null, unknown or left out', async () => {
    const sound = changed<Scheme>(places.scheme, ({ rules }) => {
      rules.boundary.compositeCents = 749;
      Object.assign(rules, { tries: null, carryOver: null, validity: null, secondPersonFor: [] });
    });
    expect(await told(sound)).toEqual([]);
    const unsound = changed<Scheme>(places.scheme, ({ rules }) => {
      delete (rules as Partial<Scheme['rules']>).tries;
      Object.assign(rules.boundary, { pointsCents: 1 });
      Object.assign(rules, { secondPersonFor: ['grant'] });
    });
    expect(await told(unsound)).toEqual([
      'rules: | `rules.tries` is missing',
      'pointsCents: 1 | `rules.boundary.pointsCents` is not a known key',
      '- grant | `rules.secondPersonFor[0]` has an unknown value',
    ]);
  });

  it('the order of schemes', async () => {
    const tree = aContentTree();
    const second = aScheme({ version: 2, effectiveFrom: '2024-12-31' });
    const other = aScheme({ id: 'other', version: 2, effectiveFrom: '2024-12-31' });
    const [fault, ...others] = await told({
      ...tree,
      'question-bank/schemes/second.yaml': second,
      'question-bank/schemes/other.yaml': other,
    });
    expect(fault).toBe('effectiveFrom: 2024-12-31 | version 2 takes effect before version 1');
    expect(others).toEqual([]);
  });

  it('the schema of an item', async () => {
    const tree = changed<Topic>(places.topic, ({ items }) => {
      const [one, two] = items as unknown as Record<string, Record<string, unknown>>[];
      delete one!['stem']!['zh-CN'];
      Object.assign(one!, { difficulty: 'tough', dificulty: 'easy' });
      Object.assign(two!, { type: 'essay' });
    });
    expect(await told(tree)).toEqual([
      'difficulty: tough | `items[0].difficulty` has an unknown value',
      'stem: | `items[0].stem.zh-CN` is missing',
      'dificulty: easy | `items[0].dificulty` is not a known key',
      expect.stringMatching(/^type: essay \| `items\[1\].type`/),
    ]);
  });

  it('an item', async () => {
    const option = (id: string, text = `Option ${id}`) => ({
      id,
      text: aText(text),
      rationale: aText('Why.'),
    });
    const tree = changed<Topic>(places.topic, (topic) => {
      topic.level = 'senior';
      topic.topic = 'retriever';
      topic.items = [
        anItem({ id: 'one', competency: knowledge(1), key: ['E'] }),
        anItem({ id: 'one', competency: knowledge(7) }),
        anItem({ id: 'three', competency: 'application-engineer.skills.topic-1' }),
        anItem({
          id: 'four',
          competency: knowledge(1),
          options: [option('A'), option('B'), option('B', 'Option A')],
        }),
        aMultipleItem({ id: 'five', competency: knowledge(2), key: ['A', 'B', 'C', 'D', 'E'] }),
        aShortTextItem({ id: 'six', competency: knowledge(2), key: { accept: ['LoRA', 'LoRA'] } }),
      ];
    });
    const { [places.blueprint]: _, ...rest } = tree;
    expect(await told(rest)).toEqual([
      'topic: retriever | the topic is `retriever` but the file lies under `retrieval`',
      'level: senior | the level is `senior` but the file lies under `junior`',
      '- E | the key `E` of one is no option',
      expect.stringMatching(/^- id: one \| the item `one` is used already at question-bank\/items\/.*:5$/),
      'competency: application-engineer.knowledge.topic-7 | there is no competency `application-engineer.knowledge.topic-7`',
      'competency: application-engineer.skills.topic-1 | `application-engineer.skills.topic-1` is of no use here',
      expect.stringMatching(/^- id: B \| in four the option `B` is used already/),
      expect.stringMatching(
        /^zh-CN: 中文：Option A \| in four the zh-CN text `中文：Option A` is used already/,
      ),
      expect.stringMatching(/^en: Option A \| in four the en text `Option A` is used already/),
      'key: | every option of five is a key',
      expect.stringMatching(/^- LoRA \| the answer `LoRA` is used already/),
    ]);
  });

  it('a blueprint', async () => {
    const tree = changed<Blueprint>(places.blueprint, (blueprint) => {
      blueprint.sections[0]!.count = 3;
      blueprint.sections.push(
        { competency: knowledge(2), count: 1 },
        { competency: 'no-engineer.knowledge.x', count: 1 },
      );
    });
    tree['question-bank/blueprints/twin.yaml'] = aContentTree()[places.blueprint];
    expect(await told(tree)).toEqual([
      'count: 3 | 3 items of `application-engineer.knowledge.topic-1` are asked, the bank has 1',
      'count: 1 | 2 items of `application-engineer.knowledge.topic-2` are asked, the bank has 1',
      expect.stringMatching(
        /^- competency: application-engineer.knowledge.topic-2 \| the section .* is used already/,
      ),
      '- competency: no-engineer.knowledge.x | there is no competency `no-engineer.knowledge.x`',
      'count: 1 | 1 items of `no-engineer.knowledge.x` are asked, the bank has 0',
      expect.stringMatching(/^id: application-engineer-junior \| the blueprint .* is used already/),
    ]);
  });

  it('a rubric', async () => {
    const tree = changed<Rubric>(places.rubric, ({ criteria }) => {
      criteria[2] = { ...aCriterion('criterion-1', 21), competency: criteria[1]!.competency };
      criteria[0]!.levels.reverse();
    });
    expect(await told(tree)).toEqual([
      'criteria: | the weights of the criteria sum to 101',
      'criteria: | no criterion judges `application-engineer.practice.topic-3`',
      ...[4, 3, 1, 0].map((points) => `- points: ${points} | the level of ${points} points is out of place`),
      expect.stringMatching(/^- id: criterion-1 \| the criterion `criterion-1` is used already/),
    ]);
  });

  it('the pages', async () => {
    const tree = changed<ContentPage>('question-bank/pages/terms.yaml', (page) => {
      page.retention = [aRetentionRow(), aRetentionRow()];
      page.sections.push({ ...page.sections[0]! });
      page.sections[0]!.text = aText('[a](/help#nobody) [b](/levels) [c](/help#first) [d](/contact)', '中文');
    });
    tree['question-bank/pages/rules.yaml'] = aPage({ id: 'conduct' });
    const { 'question-bank/pages/conduct.yaml': _, 'question-bank/pages/help.yaml': help, ...rest } = tree;
    expect(await told({ ...rest, 'question-bank/pages/help.yaml': help })).toEqual([
      'id: conduct | the page is `conduct` but its file is rules.yaml',
      expect.stringMatching(/^en: .* \| the link to `\/help#nobody` leads nowhere/),
      expect.stringMatching(/^- id: first \| the section `first` is used already/),
      'retention: | the page `terms` has a table of retention of its own',
      expect.stringMatching(/^- id: account \| the row `account` is used already/),
    ]);
    expect(await told(rest)).toContainEqual(' | the page `help` is missing');
    const bare = { ...aContentTree(), 'question-bank/pages/privacy.yaml': aPage({ id: 'privacy' }) };
    expect(await told(bare)).toEqual(['id: privacy | the table of retention is missing']);
  });

  it('several files together, by file and line', async () => {
    const tree = changed<Rubric>(places.rubric, (rubric) => {
      rubric.criteria[0]!.weight = 49;
    });
    tree[places.scheme] = stringify(tree[places.scheme]).replace('practice: 5', 'practice: 4');
    const faults = await faultsOf(tree);
    expect(faults.map(({ file }) => file)).toEqual([places.rubric, places.scheme]);
    expect(faults.every(({ fix }) => fix === 'make them sum to 100')).toBe(true);
  });
});
