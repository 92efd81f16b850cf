import type { BodyView } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { EmailText } from '../../components/email-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './pages.module.css';

/** Who runs this installation, and where to write. */
export function BodyCard({ body: { name, email } }: { readonly body: BodyView }) {
  const { t } = useTranslation('pages');
  const text = useLocalized();
  if (!email) return <EmptyState title={t('body.none')}>{t('body.noneText')}</EmptyState>;
  return (
    <Card title={name ? text(name) : t('body.title')}>
      <p className={styles.address}>
        <a href={`mailto:${email}`}>
          <EmailText email={email} />
        </a>
        <CopyButton text={email} />
      </p>
    </Card>
  );
}
