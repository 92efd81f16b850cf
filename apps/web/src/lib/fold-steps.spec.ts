import { expect, it } from '@jest/globals';
import type { AuditEventView } from '@ennead/contracts';
import { foldSteps } from './fold-steps.ts';

let next = 1;
const anEvent = (action: string, actor: string | null = 'li', detail = {}): AuditEventView => ({
  id: String(next++),
  at: '2026-11-28T08:00:00.000Z',
  actor: actor === null ? null : { id: actor, name: actor },
  action,
  subjectKind: 'thing',
  subjectId: 'x',
  entryId: null,
  detail,
});
const told = (events: readonly AuditEventView[]) =>
  foldSteps(events).map(({ stage, steps }) => [
    stage,
    steps.map(({ first, events: folded }) => `${first.action} ${folded.length}`),
  ]);

it('puts steps where they belong on the way of a case, each stage in the order of time', () => {
  const actions = [
    'entry.made',
    'attempt.started',
    'lab-session.started',
    'attempt.submitted',
    'attempt.scored',
    'portfolio.submitted',
    'review.submitted',
    'decision.made',
    'entry.decided',
    'credential.issued',
    'trail.viewed',
    'something.new',
  ];
  expect(told(actions.map((action) => anEvent(action)))).toEqual([
    ['entering', ['entry.made 1']],
    ['exam', ['attempt.started 1', 'attempt.submitted 1']],
    ['lab', ['lab-session.started 1']],
    ['portfolio', ['portfolio.submitted 1']],
    ['marking', ['review.submitted 1']],
    ['scores', ['attempt.scored 1']],
    ['decision', ['decision.made 1', 'entry.decided 1', 'credential.issued 1']],
    ['looks', ['trail.viewed 1']],
    ['other', ['something.new 1']],
  ]);
});

it('folds what one person did again and again, and nothing else', () => {
  const added = (actor: string, kind: string) => anEvent('artefact.added', actor, { kind });
  expect(
    told([
      ...Array.from({ length: 10 }, () => added('li', 'file')),
      added('li', 'link'),
      added('wang', 'link'),
      anEvent('artefact.removed'),
      added('li', 'file'),
    ]),
  ).toEqual([
    [
      'portfolio',
      ['artefact.added 10', 'artefact.added 1', 'artefact.added 1', 'artefact.removed 1', 'artefact.added 1'],
    ],
  ]);
  expect(told([])).toEqual([]);
});

it('loses no event', () => {
  const events = Array.from({ length: 30 }, (_, index) =>
    anEvent(['entry.made', 'attempt.started', 'x.y'][index % 3]!, index % 2 ? null : 'li'),
  );
  const kept = foldSteps(events).flatMap(({ steps }) =>
    steps.flatMap((step) => step.events.map(({ id }) => id)),
  );
  expect(kept.sort()).toEqual(events.map(({ id }) => id).sort());
});
