import type { NextTryView } from '@ennead/contracts';
import { Link } from 'react-router';
import { Card } from '../../components/card.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useNextSentence } from '../../lib/next-sentence.ts';

/** When the next try may be made, and where it is chosen; nothing while one is open. */
export function NextTryCard({ next }: { readonly next: NextTryView }) {
  const { t } = useTranslation('result');
  const sentence = useNextSentence();
  if (next.kind === 'refused' && next.code === 'TRY_OPEN') return null;
  return (
    <Card title={t('again.title')}>
      <p>{sentence(next)}</p>
      <p>
        <Link to="/candidate">{t(next.kind === 'allowed' ? 'again.home' : 'again.see')}</Link>
      </p>
    </Card>
  );
}
