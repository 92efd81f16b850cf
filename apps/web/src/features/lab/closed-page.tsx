import type { LabSessionView } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { PlainFrame } from './plain-frame.tsx';

/** No container engine: why, what is safe, and the instructions to read meanwhile. */
export function ClosedPage({ view }: { readonly view: LabSessionView }) {
  const { t } = useTranslation('lab');
  const format = useFormat();
  const localized = useLocalized();
  return (
    <PlainFrame>
      <Page kicker={localized(view.lab.title)} title={t('closed.title')} lead={t('closed.lead')}>
        <p>{t('closed.deadline', { time: format.dateTime(view.deadlineAt) })}</p>
        <Card title={t('closed.instructions')}>
          <Markdown>{localized(view.instructions)}</Markdown>
        </Card>
      </Page>
    </PlainFrame>
  );
}
