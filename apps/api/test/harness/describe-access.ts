import { PersonRole } from '@ennead/contracts';
import type { Access } from '../../src/http/allow.ts';

type Row = { method: string; path: string; access: Access };

const cell = (access: Access, role: string): string => {
  if (access === 'public') return 'yes';
  if (role === 'visitor') return '';
  return access === 'logged-in' || access.includes(role as PersonRole) ? 'yes' : '';
};

/** The access matrix as a Markdown table: endpoints down, roles across. */
export const describeAccess = (rows: readonly Row[]): string => {
  const roles = ['visitor', ...PersonRole.options];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    '# Who may call what',
    '',
    'Made from the server itself by `apps/api/test/access-matrix.spec.ts`, which also calls every endpoint as everybody.',
    'After a change: `UPDATE_ACCESS_MATRIX=1 npm test -- access-matrix`.',
    'A candidate reaches only what is their own, an institution only its own cohorts, a reviewer only what is assigned.',
    '',
    line(['endpoint', ...roles]),
    line(['---', ...roles.map(() => '---')]),
    ...rows.map(({ method, path, access }) =>
      line([`\`${method.toUpperCase()} ${path}\``, ...roles.map((role) => cell(access, role))]),
    ),
    '',
  ].join('\n');
};
