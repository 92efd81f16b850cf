import type { SessionDutiesView, StaffedSession } from '@ennead/contracts';
import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { useFormat } from '../lib/format.ts';
import { useLocalized } from '../lib/localized.ts';
import { AssignRegistrars } from './assign-registrars.tsx';
import { Button } from './button.tsx';
import { Card } from './card.tsx';

interface Props {
  readonly session: StaffedSession;
  readonly people: SessionDutiesView['people'];
  /** What the card is called; where it stands on the session's own page, what it shows. */
  readonly title: string;
  readonly headingLevel?: 2 | 3;
}

/** Who looks after a session. Its words are of the namespace `accommodations`. */
export function RegistrarsCard({ session, people, title, headingLevel }: Props) {
  const { t } = useTranslation('accommodations');
  const format = useFormat();
  const text = useLocalized();
  const [choosing, setChoosing] = useState(false);
  return (
    <Card
      title={title}
      headingLevel={headingLevel}
      aside={
        <Button
          size="small"
          icon="people"
          aria-label={t('duties.changeOf', { session: text(session.title) })}
          onClick={() => setChoosing(true)}
        >
          {t('duties.change')}
        </Button>
      }
    >
      <p>
        {session.registrars.length > 0
          ? format.list(session.registrars.map(({ name }) => name))
          : t('duties.none')}
      </p>
      {choosing && <AssignRegistrars session={session} people={people} onClose={() => setChoosing(false)} />}
    </Card>
  );
}
