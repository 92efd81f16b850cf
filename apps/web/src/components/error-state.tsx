import { useTranslation } from '../i18n/use-translation.ts';
import { ApiProblem } from '../lib/api-problem.ts';
import { useProblemText } from '../lib/problem-text.ts';
import { Link } from 'react-router';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { DeclarationDue, interestsPath } from './declaration-due.tsx';
import { Icon } from './icon.tsx';
import styles from './states.module.css';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** What was not affected; the default speaks of what was saved. */
  readonly safe?: string;
  /** Without the heading, for forms and dialogues. */
  readonly inline?: boolean;
}

/** In a long dialogue or form it would come up out of sight of whoever pressed the button. */
const showWhole = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** What happened, what is safe, what to do. */
export function ErrorState({ error, onRetry, safe, inline }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const code = error instanceof ApiProblem ? error.code : 'UNKNOWN';
  const refused = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
  // What is gone, forbidden or unknown stays so however often one asks.
  const isFinal = error instanceof ApiProblem && [401, 403, 404, 410].includes(error.status);
  const needsDeclaration = code === 'DECLARATION_DUE';
  if (needsDeclaration && !inline) return <DeclarationDue />;
  const whatNow = code === 'NETWORK' ? t('error.network') : refused ? null : t('error.whatNow', { code });
  return (
    <div ref={showWhole} className={classNames(styles.error, inline && styles.inline)} role="alert">
      <Icon name={code === 'NETWORK' ? 'offline' : 'warning'} />
      <div className={styles.errorWords}>
        {!inline && <strong>{t('error.heading')}</strong>}
        <span>{problemText(error)}</span>
        {(safe || !refused) && <span>{safe ?? t('error.safe')}</span>}
        {whatNow && <span>{whatNow}</span>}
        {needsDeclaration && <Link to={interestsPath}>{t('declaration.go')}</Link>}
        {onRetry && !isFinal && (
          <span className={styles.retry}>
            <Button size="small" icon="refresh" onClick={onRetry}>
              {t('action.retry')}
            </Button>
          </span>
        )}
      </div>
    </div>
  );
}
