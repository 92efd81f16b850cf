import { expect, it } from '@jest/globals';
import type { MessageAbout, MessageKind, PersonRole } from '@ennead/contracts';
import { pathOfNotice } from './path-of-notice.ts';

it.each<[MessageKind, MessageAbout['kind'] | null, PersonRole, string | null]>([
  ['result-decided', 'entry', 'candidate', '/result/one'],
  ['enrolled', 'entry', 'candidate', '/candidate'],
  ['certificate-issued', 'credential', 'candidate', '/candidate'],
  ['script-assigned', 'review', 'assessor', '/reviews/one'],
  ['script-assigned', 'review', 'moderator', '/adjudications/one'],
  ['address-changed', 'person', 'manager', '/account'],
  ['session-cancelled', 'exam-session', 'candidate', null],
  ['session-taken-off', 'exam-session', 'manager', '/institution'],
  ['cohort-session-changed', 'exam-session', 'manager', '/institution'],
  ['staff-work', 'person', 'registrar', '/desk'],
  ['appointment-waiting', 'person', 'administrator', '/admin'],
  ['password-changed', null, 'candidate', null],
])('%s about %s leads a %s to %s', (kind, about, role, path) => {
  expect(pathOfNotice({ kind, about: about && { kind: about, id: 'one' } }, [role])).toBe(path);
});
