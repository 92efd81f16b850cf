import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DeclarationBanner } from '../../components/declaration-due.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useMe } from '../../queries/me.ts';
import { LikelyPairs } from './likely-pairs.tsx';
import { NoteSamePerson, type Pair } from './note-same-person.tsx';
import { Notes } from './notes.tsx';
import { Waiting } from './waiting.tsx';

/** Accounts that may be one person's, and those that are noted to be: what waits for a second person first. */
export function SamePeoplePage() {
  const { t } = useTranslation('same-people');
  const isRegistrar = useMe().person?.roles.includes('registrar') ?? false;
  const [noting, setNoting] = useState<Pair | null>(null);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        isRegistrar && (
          <Button tone="primary" icon="plus" onClick={() => setNoting({ keep: '', other: '' })}>
            {t('note')}
          </Button>
        )
      }
    >
      <DeclarationBanner />
      <Waiting />
      {isRegistrar && <LikelyPairs onNote={setNoting} />}
      <Notes />
      {noting && <NoteSamePerson pair={noting} onClose={() => setNoting(null)} />}
    </Page>
  );
}
