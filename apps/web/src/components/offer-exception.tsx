import { useTranslation } from '../i18n/use-translation.ts';
import { ApiProblem } from '../lib/api-problem.ts';
import { Button } from './button.tsx';

interface Props {
  /** What an act upon a session was refused with. */
  readonly error: unknown;
  readonly onOpen: () => void;
}

/** Where an act upon a session met a bar, and nowhere else, an exception can be asked for. */
export function OfferException({ error, onOpen }: Props) {
  const { t } = useTranslation('exceptions');
  if (!(error instanceof ApiProblem) || error.code !== 'SESSION_CONFLICT') return null;
  return (
    <Button size="small" onClick={onOpen}>
      {t('ask.open')}
    </Button>
  );
}
