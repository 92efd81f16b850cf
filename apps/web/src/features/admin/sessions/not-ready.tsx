import type { SessionChoice } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import styles from '../admin.module.css';
import { groupLacks } from './group-lacks.ts';
import { useLackWords } from './lack-words.ts';

const keyOf = ({ role, level }: SessionChoice) => `${role} ${level}`;

/** The roles and levels that cannot be scheduled yet, each with what it lacks. */
export function NotReady({ choices }: { readonly choices: readonly SessionChoice[] }) {
  const { t } = useTranslation('admin');
  const words = useLackWords();
  const format = useFormat();
  if (choices.length === 0) return null;
  return (
    <details className={styles.missing}>
      <summary>{t('newSession.notReady', { count: choices.length })}</summary>
      <dl className={styles.lacks}>
        {groupLacks(choices).map(({ lacks, choices: same }) => (
          <div key={same.map(keyOf).join()}>
            {same.map((choice) => (
              <dt key={keyOf(choice)}>
                {t(`common:role.${choice.role}`)} · {t(`common:level.${choice.level}`)}
              </dt>
            ))}
            <dd>{format.list(lacks.map(words))}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
