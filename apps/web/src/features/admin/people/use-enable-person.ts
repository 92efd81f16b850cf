import type { PersonRecord } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { toast } from '../../../lib/toast.ts';
import { useChangePerson } from './use-change-person.ts';

/** Lets a disabled person in again; nothing is lost by it, so nothing is asked. */
export function useEnablePerson() {
  const { t } = useTranslation('admin');
  const change = useChangePerson(({ name }) => toast(t('disable.enabled', { name })));
  return {
    error: change.error,
    mutate: (person: PersonRecord) => change.mutate({ person, to: { disabled: false } }),
  };
}
