import { findRoleConflicts, type PersonRole } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { schemeQuery } from '../../../queries/standard.ts';
import { Notice } from '../notice.tsx';

interface Props {
  readonly held: readonly PersonRole[];
  readonly wanted: readonly PersonRole[];
}

const appointing = { certifier: 'appoint-certifier', administrator: 'appoint-administrator' } as const;

/** What the scheme in force has to say to roles before they are given. */
export function RoleNotes({ held, wanted }: Props) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const text = useLocalized();
  const rules = useQuery(schemeQuery).data?.rules;
  if (!rules) return null;
  const nameOf = (role: PersonRole) => t(`common:person.${role}`);
  const second = (['certifier', 'administrator'] as const).filter(
    (role) =>
      wanted.includes(role) && !held.includes(role) && rules.secondPersonFor.includes(appointing[role]),
  );
  const conflicts = findRoleConflicts(wanted, rules.impartiality.bars);
  return (
    <div aria-live="polite">
      {second.length > 0 && (
        <Notice>{t('appointment.needsSecond', { roles: format.list(second.map(nameOf)) })}</Notice>
      )}
      {conflicts.length > 0 && (
        <Notice>
          <p>{t('appointment.conflicts')}</p>
          <ul>
            {conflicts.map(({ role, barredAs, reason }) => (
              <li key={`${role} ${barredAs}`}>
                {t('appointment.conflict', {
                  role: nameOf(role),
                  barredAs: nameOf(barredAs),
                  reason: text(reason),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
