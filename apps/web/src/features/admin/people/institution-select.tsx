import type { InstitutionView } from '@ennead/contracts';
import { Select } from '../../../components/select.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useLocalized } from '../../../lib/localized.ts';

interface Props {
  readonly institutions: readonly InstitutionView[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error?: string | null;
}

export function InstitutionSelect({ institutions, value, onChange, error }: Props) {
  const { t } = useTranslation('admin');
  const text = useLocalized();
  return (
    <Select
      label={t('people.institution')}
      hint={t('newPerson.institutionHint')}
      value={value ?? ''}
      error={error}
      onChange={(id) => onChange(id || null)}
      options={[
        { value: '', label: t('people.noInstitution') },
        ...institutions.map(({ id, name }) => ({ value: id, label: text(name) })),
      ]}
    />
  );
}
