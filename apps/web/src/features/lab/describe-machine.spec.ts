import { describe, expect, it } from '@jest/globals';
import { describeMachine, type MachineFacts } from './describe-machine.ts';

const quiet: MachineFacts = {
  link: 'online',
  machine: 'ready',
  snapshotAt: null,
  savedAt: null,
  phases: ['clean'],
};

describe('describeMachine', () => {
  it.each<[string, Partial<MachineFacts>]>([
    ['ready', {}],
    ['connecting', { link: 'connecting', machine: null }],
    ['starting', { machine: null }],
    ['starting', { machine: 'starting' }],
    ['saving', { phases: ['clean', 'dirty'] }],
    ['saving', { phases: ['saving'] }],
    ['saved', { savedAt: '2026-05-04T06:05:22Z' }],
    ['restored', { machine: 'restored', snapshotAt: '2026-05-04T06:05:00Z' }],
    ['saved', { machine: 'restored', snapshotAt: '2026-05-04T06:05:00Z', savedAt: '2026-05-04T06:06:00Z' }],
    ['lost', { machine: 'lost', savedAt: '2026-05-04T06:06:00Z' }],
    ['unavailable', { machine: 'unavailable', phases: ['clean'] }],
    ['conflict', { phases: ['dirty', 'conflict'] }],
    ['failed', { phases: ['failed', 'dirty'] }],
    ['reconnecting', { link: 'reconnecting', machine: 'lost' }],
    ['reconnectingUnsaved', { link: 'reconnecting', phases: ['dirty'] }],
    ['takenOver', { link: 'taken-over', phases: ['conflict'] }],
    ['ended', { link: 'ended' }],
    ['refused', { link: 'refused' }],
  ])('%s', (key, facts) => {
    expect(describeMachine({ ...quiet, ...facts }).key).toBe(key);
  });
});
