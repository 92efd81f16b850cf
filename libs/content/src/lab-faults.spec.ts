import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Lab } from '@ennead/contracts';
import type { LabExpectations, LabSuite } from '@ennead/contracts/internal';
import { aContentTree } from '@ennead/testing/builders';
import { faultsOf, writeContent } from '../test/write-content.ts';

const folder = 'labs/application-engineer/mend-it';

describe('every fault of a lab is told at once', () => {
  it('what is missing from its folder', async () => {
    const tree = aContentTree();
    for (const path of ['instructions.en.md', 'environment/Dockerfile', 'checks/visible.yaml']) {
      delete tree[`${folder}/${path}`];
    }
    tree[`${folder}/instructions.zh-CN.md`] = ' \n';
    const faults = await faultsOf(tree);
    expect(faults.map(({ file, message }) => `${file} ${message}`)).toEqual([
      `${folder}/checks/visible.yaml the file is missing or empty`,
      `${folder}/environment/Dockerfile the file is missing or empty`,
      `${folder}/instructions.en.md the file is missing or empty`,
      `${folder}/instructions.zh-CN.md the file is missing or empty`,
    ]);
  });

  it('what does not fit together', async () => {
    const tree = structuredClone(aContentTree());
    const lab = tree[`${folder}/lab.yaml`] as Lab;
    lab.id = 'application-engineer/mend';
    lab.openFiles.push('missing.py');
    lab.tasks[1]!.points = 39;
    lab.tasks[1]!.competency = 'application-engineer.practice.topic-1';
    const suite = tree[`${folder}/grader/suite.yaml`] as LabSuite;
    suite.checks[1]!.task = 'third';
    suite.checks[0]!.cases.push(structuredClone(suite.checks[0]!.cases[0]!));
    suite.checks[0]!.cases[0]!.exchanges = [
      { expect: [] },
      { send: 1, sendText: '1', expect: [] },
      { sendFile: 'gone.json', expect: [] },
      { sendFile: '../lab.yaml', expect: [] },
    ];
    const expected = tree[`${folder}/solution/expected.yaml`] as LabExpectations;
    expected.wrong[0]!.name = 'unwritten';
    const faults = await faultsOf(tree);
    expect(faults.map(({ lineText, message }) => `${lineText} | ${message}`)).toEqual([
      'checks: | nothing grades the task `second`',
      '- expect: [] | nothing is sent',
      '- send: 1 | send and sendText exclude each other',
      '- sendFile: gone.json | `gone.json` cannot be read: there is no such file',
      '- sendFile: ../lab.yaml | `../lab.yaml` cannot be read: not the name of a .json file beside the suite',
      expect.stringMatching(/^- id: answers \| the case `answers` is used already/),
      '- task: third | lab.yaml has no task `third`',
      'id: application-engineer/mend | the lab is `application-engineer/mend` but its folder is application-engineer/mend-it',
      '- missing.py | starter/ has no `missing.py`',
      'tasks: | the points of the tasks sum to 99',
      'competency: application-engineer.practice.topic-1 | `application-engineer.practice.topic-1` is of no use here',
      'wrong: | solution/wrong/off-by-one has no score',
      '- name: unwritten | there is no solution/wrong/unwritten',
    ]);
  });

  it('a starter that is too large, and an expectation that says nothing known', async () => {
    const tree = structuredClone(aContentTree());
    const lab = tree[`${folder}/lab.yaml`] as Lab;
    lab.limits.workspaceMb = 1;
    tree[`${folder}/starter/large.txt`] = 'x'.repeat(600 * 1024);
    const visible = tree[`${folder}/checks/visible.yaml`] as {
      checks: { cases: { exchanges: { expect: object[] }[] }[] }[];
    };
    visible.checks[0]!.cases[0]!.exchanges[0]!.expect = [{ at: '/ok', equal: true }];
    const faults = await faultsOf(tree);
    expect(faults.map(({ lineText, message }) => `${lineText} | ${message}`)).toEqual([
      '- at: /ok | `checks[0].cases[0].exchanges[0].expect[0].equals` is missing',
      'equal: true | `checks[0].cases[0].exchanges[0].expect[0].equal` is not a known key',
      expect.stringMatching(/ \| 2 files of \d+ bytes fill more than half of the workspace/),
    ]);
  });

  it('a link in the starter, which is never followed', async () => {
    const written = await writeContent(aContentTree());
    try {
      await symlink('/etc/passwd', join(written.root, folder, 'starter/passwd'));
      await expect(written.load()).rejects.toMatchObject({
        faults: [{ file: `${folder}/starter/passwd`, message: 'not a plain file' }],
      });
    } finally {
      await written.remove();
    }
  });
});
