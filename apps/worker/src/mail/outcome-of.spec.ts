import { expect, it } from '@jest/globals';
import { outcomeOf, type MailFault } from './outcome-of.ts';

const fault = (facts: Partial<MailFault>): MailFault => Object.assign(new Error('words'), facts);

it.each<[string, Partial<MailFault>, boolean, string]>([
  ['nobody answers', { code: 'ECONNECTION', command: 'CONN' }, false, 'failed'],
  ['the log-in is refused', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, false, 'failed'],
  ['the sender is refused', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }, false, 'failed'],
  ['the person is not there now', { command: 'RCPT TO', responseCode: 450 }, false, 'failed'],
  ['the person is not there', { command: 'RCPT TO', responseCode: 550 }, false, 'refused'],
  ['the letter is not wanted', { command: 'DATA', responseCode: 554 }, false, 'refused'],
  ['the letter was looked at and not taken', { command: 'DATA', responseCode: 554 }, true, 'refused'],
  ['the letter was looked at and put off', { command: 'DATA', responseCode: 451 }, true, 'failed'],
  ['the connection ends over the letter', { code: 'ECONNECTION', command: 'CONN' }, true, 'uncertain'],
  ['time ends over the letter', { code: 'ETIMEDOUT', command: 'CONN' }, true, 'uncertain'],
  ['it ends with words that are no answer to it', { command: 'CONN', responseCode: 421 }, true, 'uncertain'],
])('where %s', (_what, facts, handedOver, kind) => {
  expect(outcomeOf(fault(facts), handedOver)).toEqual({ kind, fault: 'words' });
});
