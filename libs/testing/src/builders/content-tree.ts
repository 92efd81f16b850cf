import { MessageKind, type Criterion } from '@ennead/contracts';
import { aBlueprint } from './blueprint.ts';
import { aMultipleItem, anItem, aTopic } from './item.ts';
import { aLab, aLabSuite, someLabExpectations } from './lab.ts';
import { aLetter } from './letter.ts';
import { everyPage } from './page.ts';
import { aCriterion, aRubric } from './rubric.ts';
import { aScheme } from './scheme.ts';
import { allRoles, aStandard } from './standard.ts';

/** Files by path: text as it stands, anything else to be written as YAML. */
export type ContentTree = Record<string, unknown>;

const criterion = (index: number, weight: number): Criterion => ({
  ...aCriterion(`criterion-${index}`, weight),
  competency: `application-engineer.practice.topic-${index}`,
});

/** A small but whole question bank and one lab, without a fault. */
export function aContentTree(): ContentTree {
  const knowledge = (index: number) => `application-engineer.knowledge.topic-${index}`;
  const lab = 'labs/application-engineer/mend-it';
  return {
    'question-bank/standard/standard.yaml': aStandard(),
    ...Object.fromEntries(allRoles().map((role) => [`question-bank/standard/roles/${role.code}.yaml`, role])),
    'question-bank/schemes/first.yaml': aScheme(),
    'question-bank/items/application-engineer/junior/retrieval.yaml': aTopic({
      items: [
        anItem({ id: 'one', competency: knowledge(1) }),
        aMultipleItem({ id: 'two', competency: knowledge(2) }),
      ],
    }),
    'question-bank/blueprints/application-engineer.junior.yaml': aBlueprint({
      sections: [1, 2].map((index) => ({ competency: knowledge(index), count: 1 })),
    }),
    'question-bank/rubrics/application-engineer.junior.yaml': aRubric({
      criteria: [criterion(1, 50), criterion(2, 30), criterion(3, 20)],
    }),
    ...Object.fromEntries(
      MessageKind.options.map((kind) => [`question-bank/letters/${kind}.yaml`, aLetter(kind)]),
    ),
    ...Object.fromEntries(everyPage().map((page) => [`question-bank/pages/${page.id}.yaml`, page])),
    [`${lab}/lab.yaml`]: aLab(),
    [`${lab}/instructions.zh-CN.md`]: '# 修好它\n',
    [`${lab}/instructions.en.md`]: '# Mend it\n',
    [`${lab}/environment/Dockerfile`]: 'FROM scratch\n',
    [`${lab}/starter/main.py`]: 'print("{}")\n',
    [`${lab}/checks/visible.yaml`]: aLabSuite(),
    [`${lab}/grader/suite.yaml`]: aLabSuite(),
    [`${lab}/solution/expected.yaml`]: someLabExpectations(),
    [`${lab}/solution/wrong/off-by-one/main.py`]: 'print("{")\n',
    [`${lab}/solution/wrong/no-second/main.py`]: 'print("")\n',
  };
}
