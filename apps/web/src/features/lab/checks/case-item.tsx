import { Icon } from '../../../components/icon.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useLocalized } from '../../../lib/localized.ts';
import type { CaseResult } from './check-run.ts';
import styles from './tasks.module.css';

interface Props {
  readonly result: CaseResult;
  readonly number: number;
}

/** One visible case: passed, or what is wrong, with what went in and what came out to work from. */
export function CaseItem({ result, number }: Props) {
  const { t } = useTranslation('lab');
  const localized = useLocalized();
  const { passed, feedback, output } = result;
  const name = `${t('check.case', { number })} · ${t(passed ? 'check.passed' : 'check.failed')}`;
  const mark = (
    <span className={styles.caseName} data-passed={passed}>
      <Icon name={passed ? 'check' : 'cross'} size={16} />
      {name}
    </span>
  );
  if (passed) return <li className={styles.case}>{mark}</li>;
  return (
    <li className={styles.case}>
      {mark}
      {feedback && <p className={styles.feedback}>{localized(feedback)}</p>}
      {output && (
        <details className={styles.details}>
          <summary>{t(`check.reason.${output.reason}`)}</summary>
          <Output label={t('check.sent')} text={output.sent} />
          <Output label={t('check.reply')} text={output.reply} />
          <Output label={t('check.errors')} text={output.errors} />
        </details>
      )}
    </li>
  );
}

function Output({ label, text }: { readonly label: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <figure className={styles.output}>
      <figcaption>{label}</figcaption>
      {/* Long lines scroll inside, so the keyboard has to reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={label}>
        {text}
      </pre>
    </figure>
  );
}
