import type { MessageKind, NoticeView, PersonRole } from '@ennead/contracts';

/** What is told of somebody to others, and where that is seen to. */
const pagesOfStaff: Readonly<Partial<Record<MessageKind, string>>> = {
  'appointment-waiting': '/admin',
  'staff-work': '/desk',
};

/** Where a notice leads its reader; null where there is no page for it. */
export function pathOfNotice(
  { kind, about }: Pick<NoticeView, 'kind' | 'about'>,
  roles: readonly PersonRole[],
): string | null {
  switch (about?.kind) {
    case 'entry':
      return kind === 'result-decided' ? `/result/${about.id}` : '/candidate';
    case 'credential':
      return '/candidate';
    case 'review':
      return roles.includes('assessor') ? `/reviews/${about.id}` : `/adjudications/${about.id}`;
    case 'cohort':
      return roles.includes('manager') ? `/institution/cohorts/${about.id}` : null;
    case 'exam-session':
      return roles.includes('manager') ? '/institution' : null;
    case 'person':
      return pagesOfStaff[kind] ?? '/account';
    default:
      return null;
  }
}
