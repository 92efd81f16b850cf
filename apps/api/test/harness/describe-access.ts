import { PersonRole } from '@ennead/contracts';
import { policy, type Way } from '@ennead/domain';
import type { Access } from '../../src/http/allow.ts';

type Row = { method: string; path: string; access: Access };

const cell = (access: Access, role: string): string => {
  if (access === 'public') return 'yes';
  if (role === 'visitor') return '';
  return access === 'logged-in' || access.includes(role as PersonRole) ? 'yes' : '';
};

const listed = (words: readonly string[], last: string): string =>
  new Intl.ListFormat('en', { type: last === 'or' ? 'disjunction' : 'conjunction' }).format(words);

const describeWay = ({ as, being, unless }: Way): string =>
  [
    as ?? 'anyone',
    ...(being ? [`who stands to it as ${listed(being, 'and')}`] : []),
    ...(unless ? [`unless they stand to it as ${listed(unless, 'or')}`] : []),
  ].join(' ');

/** The access matrix as a Markdown table, endpoints down and roles across; and what depends on whose something is. */
export const describeAccess = (rows: readonly Row[]): string => {
  const roles = ['visitor', ...PersonRole.options];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    '# Who may call what',
    '',
    'Made from the server itself by `apps/api/test/access-matrix.spec.ts`, which also calls every endpoint as everybody.',
    'After a change: `UPDATE_ACCESS_MATRIX=1 npm test -- access-matrix`.',
    '',
    line(['endpoint', ...roles]),
    line(['---', ...roles.map(() => '---')]),
    ...rows.map(({ method, path, access }) =>
      line([`\`${method.toUpperCase()} ${path}\``, ...roles.map((role) => cell(access, role))]),
    ),
    '',
    '## To whom it must be theirs',
    '',
    'What depends on how the caller stands to its subject (`libs/domain/src/access/policy.ts`). To an entry stands as trainer or assessor whoever is named as a',
    'trainer of the candidate, or marked them, in any entry for this certification; to a portfolio whoever marks that one. A member of a cohort or an entry belongs to the cohort’s',
    'institution, one of a portfolio to the candidate’s own as well. `ownership` knows nothing but whose an entry or an enrolment is.',
    '',
    line(['action', 'asked of', 'who may']),
    line(['---', '---', '---']),
    ...Object.entries(policy).map(([action, { on, ways }]) =>
      line([`\`${action}\``, on, (ways as readonly Way[]).map(describeWay).join('; ')]),
    ),
    '',
  ].join('\n');
};
