import type { IconName } from '../../components/icon.tsx';
import type { StateTone } from '../../components/state-mark.tsx';
import type { LinkState } from './connection/lab-connection.ts';
import type { FilePhase } from './files/open-file.ts';

export type MachineState = 'starting' | 'ready' | 'restored' | 'lost' | 'unavailable';

export interface MachineFacts {
  readonly link: LinkState;
  readonly machine: MachineState | null;
  /** Instants by the server's clock. */
  readonly snapshotAt: string | null;
  readonly savedAt: string | null;
  readonly phases: readonly FilePhase[];
}

export type MachineKey =
  | 'connecting'
  | 'reconnecting'
  | 'reconnectingUnsaved'
  | 'takenOver'
  | 'ended'
  | 'refused'
  | 'unavailable'
  | 'starting'
  | 'lost'
  | 'conflict'
  | 'failed'
  | 'saving'
  | 'restored'
  | 'saved'
  | 'ready';

export interface MachineLine {
  readonly key: MachineKey;
  readonly tone: StateTone;
  readonly icon?: IconName;
  readonly at?: string;
}

/** One line for everything about the machine: what matters most to somebody who is working comes first. */
export function describeMachine(facts: MachineFacts): MachineLine {
  return linkLine(facts) ?? troubleLine(facts) ?? fileLine(facts) ?? { key: 'ready', tone: 'good' };
}

function linkLine({ link, phases }: MachineFacts): MachineLine | null {
  switch (link) {
    case 'online':
      return null;
    case 'connecting':
      return { key: 'connecting', tone: 'active' };
    case 'reconnecting':
      return {
        key: phases.some((phase) => phase === 'dirty' || phase === 'saving')
          ? 'reconnectingUnsaved'
          : 'reconnecting',
        tone: 'warn',
        icon: 'offline',
      };
    case 'taken-over':
      return { key: 'takenOver', tone: 'warn' };
    case 'ended':
      return { key: 'ended', tone: 'neutral' };
    case 'refused':
      return { key: 'refused', tone: 'bad' };
  }
}

function troubleLine({ machine, phases }: MachineFacts): MachineLine | null {
  if (phases.includes('conflict')) return { key: 'conflict', tone: 'warn' };
  if (phases.includes('failed')) return { key: 'failed', tone: 'bad' };
  if (machine === 'unavailable') return { key: 'unavailable', tone: 'bad' };
  if (machine === 'lost') return { key: 'lost', tone: 'warn' };
  if (machine === 'starting' || machine === null) return { key: 'starting', tone: 'active' };
  return null;
}

function fileLine({ machine, snapshotAt, savedAt, phases }: MachineFacts): MachineLine | null {
  if (phases.some((phase) => phase === 'dirty' || phase === 'saving'))
    return { key: 'saving', tone: 'active' };
  const restored = machine === 'restored' && snapshotAt !== null;
  if (restored && (savedAt === null || savedAt <= snapshotAt))
    return { key: 'restored', tone: 'good', icon: 'refresh', at: snapshotAt };
  if (savedAt !== null) return { key: 'saved', tone: 'good', at: savedAt };
  return null;
}
