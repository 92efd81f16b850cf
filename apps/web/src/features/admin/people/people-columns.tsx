import type { PersonRecord, PersonStatus } from '@ennead/contracts';
import { Button } from '../../../components/button.tsx';
import { EmailText } from '../../../components/email-text.tsx';
import { StateMark, type StateTone } from '../../../components/state-mark.tsx';
import type { Column } from '../../../components/table-view.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useLocalized } from '../../../lib/localized.ts';
import styles from '../admin.module.css';
import { statusOf } from './person-filter.ts';

interface Acts {
  readonly onChange: (person: PersonRecord) => void;
  readonly onDisable: (person: PersonRecord) => void;
  readonly onEnable: (person: PersonRecord) => void;
  /** What is proposed for somebody. */
  readonly onAnswer: (person: PersonRecord) => void;
  readonly onRemoveFactor: (person: PersonRecord) => void;
  readonly onLink: (person: PersonRecord) => void;
  readonly onErase: (person: PersonRecord) => void;
}

const tones: Record<PersonStatus, StateTone> = { active: 'good', invited: 'neutral', disabled: 'bad' };

export function usePeopleColumns({
  onChange,
  onDisable,
  onEnable,
  onAnswer,
  onRemoveFactor,
  onLink,
  onErase,
}: Acts): readonly Column<PersonRecord>[] {
  const { t } = useTranslation('admin');
  const text = useLocalized();
  const format = useFormat();
  const stateOf = (person: PersonRecord) =>
    t(person.erased ? 'people.erased' : `people.status.${statusOf(person)}`);
  const rolesOf = ({ roles }: PersonRecord) => format.list(roles.map((role) => t(`common:person.${role}`)));
  const institutionOf = ({ institution }: PersonRecord) => (institution ? text(institution.name) : null);
  return [
    {
      key: 'name',
      header: t('people.name'),
      cell: ({ name }) => <span className={styles.name}>{name}</span>,
      sorts: true,
      text: ({ name }) => name,
    },
    {
      key: 'email',
      header: t('people.email'),
      cell: ({ email }) => <EmailText email={email} />,
      sorts: true,
      text: ({ email }) => email,
    },
    {
      key: 'roles',
      header: t('people.roles'),
      cell: (person) => (
        <>
          {rolesOf(person)}
          {person.proposedRoles.map(({ id, role }) => (
            <StateMark key={id} tone="warn" icon="clock">
              {t('appointment.waits', { role: t(`common:person.${role}`) })}
            </StateMark>
          ))}
        </>
      ),
      text: rolesOf,
    },
    {
      key: 'institution',
      header: t('people.institution'),
      cell: (person) =>
        institutionOf(person) ?? <span className={styles.soft}>{t('people.noInstitution')}</span>,
      sorts: true,
      text: institutionOf,
    },
    {
      key: 'state',
      header: t('people.state'),
      cell: (person) => (
        <StateMark tone={tones[statusOf(person)]} icon={person.active ? undefined : 'clock'}>
          {stateOf(person)}
        </StateMark>
      ),
      sorts: true,
      text: stateOf,
    },
    {
      key: 'action',
      header: t('people.action'),
      plain: true,
      cell: (person) =>
        person.erased ? null : (
          <span className={styles.acts}>
            {person.proposedRoles.length > 0 && (
              <Button
                size="small"
                aria-label={t('appointment.answerOf', { name: person.name })}
                onClick={() => onAnswer(person)}
              >
                {t('appointment.answer')}
              </Button>
            )}
            <Button
              size="small"
              aria-label={t('people.changeOf', { name: person.name })}
              onClick={() => onChange(person)}
            >
              {t('people.change')}
            </Button>
            {person.disabled ? (
              <Button
                size="small"
                tone="quiet"
                aria-label={t('people.enableOf', { name: person.name })}
                onClick={() => onEnable(person)}
              >
                {t('people.enable')}
              </Button>
            ) : (
              <Button
                size="small"
                tone="quiet"
                aria-label={t('people.disableOf', { name: person.name })}
                onClick={() => onDisable(person)}
              >
                {t('people.disable')}
              </Button>
            )}
            {person.disabled && (
              <Button
                size="small"
                tone="quiet"
                aria-label={t('people.eraseOf', { name: person.name })}
                onClick={() => onErase(person)}
              >
                {t('people.erase')}
              </Button>
            )}
            {!person.disabled && (
              <Button
                size="small"
                tone="quiet"
                aria-label={t('people.linkOf', { name: person.name })}
                onClick={() => onLink(person)}
              >
                {t('people.link')}
              </Button>
            )}
            {person.secondFactor && (
              <Button
                size="small"
                tone="quiet"
                aria-label={t('people.removeFactorOf', { name: person.name })}
                onClick={() => onRemoveFactor(person)}
              >
                {t('people.removeFactor')}
              </Button>
            )}
          </span>
        ),
    },
  ];
}
