import { describe, expect, it } from '@jest/globals';
import {
  accommodationLifecycle,
  attemptLifecycle,
  credentialLifecycle,
  decisionLifecycle,
  enrolmentLifecycle,
  entryLifecycle,
  examSessionLifecycle,
  invitationLifecycle,
  labSessionLifecycle,
  messageLifecycle,
  oneTimeLinkLifecycle,
  portfolioLifecycle,
  reviewLifecycle,
  scoreRunLifecycle,
  statesOf,
  type Lifecycle,
} from '@ennead/contracts';
import { DomainFault } from '../domain-fault.ts';
import { birth, move, sourcesOf, stateAfter } from './moves.ts';

/** Every move of a lifecycle: `from event -> to`, from nothing where a thing is born. */
const spellOut = (lifecycle: Lifecycle): string[] => [
  ...Object.keys(lifecycle.births).map((event) => `- ${event} -> ${birth(lifecycle, event)}`),
  ...statesOf(lifecycle).flatMap((from) =>
    Object.keys(lifecycle.moves[from]!).map((event) => `${from} ${event} -> ${move(lifecycle, from, event)}`),
  ),
];

describe('moves', () => {
  it.each<[Lifecycle, string[]]>([
    [
      accommodationLifecycle,
      [
        '- ask -> asked',
        'asked approve -> approved',
        'asked refuse -> refused',
        'asked withdraw -> withdrawn',
        'asked lapse -> lapsed',
        'approved replace -> ended',
        'approved lapse -> lapsed',
      ],
    ],
    [enrolmentLifecycle, ['- apply -> active']],
    [
      entryLifecycle,
      [
        '- enter -> entered',
        '- invite -> invited',
        '- request -> requested',
        '- wait -> waiting',
        'waiting offer -> invited',
        'waiting withdraw -> withdrawn',
        'waiting lapse -> lapsed',
        'invited accept -> requested',
        'invited decline -> declined',
        'invited withdraw -> withdrawn',
        'invited lapse -> lapsed',
        'requested confirm -> entered',
        'requested turn-down -> turned-down',
        'requested withdraw -> withdrawn',
        'requested lapse -> lapsed',
        'entered miss -> missed',
        'entered excuse -> excused',
        'entered replace -> replaced',
        'entered decide -> decided',
        'entered withdraw -> withdrawn',
        'missed excuse -> excused',
        'missed replace -> replaced',
        'decided reopen -> reopened',
        'decided replace -> replaced',
        'reopened decide -> decided',
        'reopened replace -> replaced',
      ],
    ],
    [
      examSessionLifecycle,
      [
        '- schedule -> scheduled',
        'scheduled change -> scheduled',
        'scheduled extend -> scheduled',
        'scheduled admit -> scheduled',
        'scheduled cancel -> cancelled',
      ],
    ],
    [
      attemptLifecycle,
      [
        '- start -> open',
        'open submit -> submitted',
        'open expire -> submitted',
        'submitted score -> scored',
      ],
    ],
    [
      labSessionLifecycle,
      [
        '- start -> open',
        'open hand-in -> handed-in',
        'open expire -> handed-in',
        'handed-in grade -> graded',
        'handed-in stall -> stalled',
        'stalled grade -> graded',
        'stalled stall -> stalled',
      ],
    ],
    [
      portfolioLifecycle,
      [
        '- begin -> draft',
        'draft submit -> submitted',
        'submitted assign -> in-review',
        'in-review agree -> scored',
        'in-review differ -> adjudication',
        'adjudication adjudicate -> scored',
        'adjudication mark-anew -> in-review',
        'scored mark-anew -> in-review',
        'scored settle-anew -> adjudication',
      ],
    ],
    [
      reviewLifecycle,
      [
        '- assign -> assigned',
        'assigned submit -> submitted',
        'assigned hand-back -> handed-back',
        'assigned return -> handed-back',
        'submitted set-aside -> set-aside',
      ],
    ],
    [
      decisionLifecycle,
      [
        '- decide -> effective',
        '- propose -> proposed',
        '- withdraw -> effective',
        '- propose-withdrawal -> proposed',
        'proposed confirm -> effective',
        'proposed confirm-withdrawal -> effective',
        'proposed reject -> rejected',
        'effective supersede -> superseded',
      ],
    ],
    [
      credentialLifecycle,
      ['- issue -> issued', 'issued supersede -> superseded', 'issued revoke -> revoked'],
    ],
    [invitationLifecycle, ['- invite -> pending', 'pending accept -> accepted', 'pending void -> voided']],
    [oneTimeLinkLifecycle, ['- make -> pending', 'pending use -> used', 'pending void -> voided']],
    [
      messageLifecycle,
      [
        '- queue -> queued',
        '- suppress -> suppressed',
        'queued claim -> sending',
        'queued capture -> captured',
        'queued postpone -> queued',
        'queued lapse -> refused',
        'sending postpone -> queued',
        'sending deliver -> sent',
        'sending refuse -> refused',
        'sending lose -> uncertain',
        'uncertain requeue -> queued',
        'refused requeue -> queued',
      ],
    ],
    [
      scoreRunLifecycle,
      [
        '- record -> applied',
        '- plan -> planned',
        'planned approve -> approved',
        'planned outdate -> stale',
        'planned drop -> dropped',
        'approved apply -> applied',
        'approved outdate -> stale',
      ],
    ],
  ])('are these: %#', (lifecycle, moves) => {
    expect(spellOut(lifecycle)).toEqual(moves);
  });

  it('knows where an event leads out of', () => {
    expect(sourcesOf(labSessionLifecycle, 'grade')).toEqual(['handed-in', 'stalled']);
    expect(sourcesOf(attemptLifecycle, 'start')).toEqual([]);
  });

  it.each<[Lifecycle, string, string]>([
    [attemptLifecycle, 'expire', 'submitted'],
    [entryLifecycle, 'enter', 'entered'],
    [entryLifecycle, 'decide', 'decided'],
    [labSessionLifecycle, 'stall', 'stalled'],
  ])('leave behind one state each: %#', (lifecycle, event, state) => {
    expect(stateAfter(lifecycle, event)).toBe(state);
  });

  it('leave behind no state that cannot be told', () => {
    const forked = {
      ...attemptLifecycle,
      moves: { open: { score: 'scored' }, submitted: { score: 'open' } },
    };
    for (const [lifecycle, event] of [
      [forked, 'score'],
      [attemptLifecycle, 'annul'],
    ] as [Lifecycle, string][])
      expect(() => stateAfter(lifecycle, event)).toThrow(
        new DomainFault('ILLEGAL_MOVE', { from: 'any attempt', event }),
      );
  });

  it('refuses any other move by code', () => {
    expect(() => move(attemptLifecycle, 'scored', 'submit')).toThrow(
      new DomainFault('ILLEGAL_MOVE', { from: 'scored', event: 'submit' }),
    );
    expect(() => birth(credentialLifecycle, 'revoke')).toThrow(
      new DomainFault('ILLEGAL_MOVE', { from: 'no credential', event: 'revoke' }),
    );
  });

  it('refuses every event in a state that it does not know, as of a newer version', () => {
    expect(() => move(attemptLifecycle as Lifecycle, 'annulled', 'submit')).toThrow(
      new DomainFault('ILLEGAL_MOVE', { from: 'annulled', event: 'submit' }),
    );
  });
});
