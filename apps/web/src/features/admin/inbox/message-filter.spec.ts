import { describe, expect, it } from '@jest/globals';
import { MessageKind, MessageState } from '@ennead/contracts';
import {
  messageKinds,
  messageStates,
  readMessageFilter,
  withMessageFilter,
  withoutMessageFilters,
} from './message-filter.ts';

const read = (search: string) => readMessageFilter(new URLSearchParams(search));

describe('the filter of the inbox', () => {
  it('offers what the server knows', () => {
    expect([...messageKinds]).toEqual(MessageKind.options);
    expect([...messageStates].sort()).toEqual([...MessageState.options].sort());
  });

  it('reads what can be asked for, and nothing else', () => {
    expect(read('kind=enrolled&state=refused')).toEqual({ kind: 'enrolled', state: 'refused' });
    expect(read('kind=spam&state=lost')).toEqual({ kind: undefined, state: undefined });
  });

  it('begins the table anew with each choice', () => {
    const at = new URLSearchParams('inbox.page=3&kind=enrolled');
    expect(String(withMessageFilter(at, 'state', 'sent'))).toBe('kind=enrolled&state=sent');
    expect(String(withoutMessageFilters(at))).toBe('');
  });
});
