import type { SessionAccess } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from '../../../components/checkbox.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { RadioCards } from '../../../components/radio-cards.tsx';
import { TextArea, TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { institutionsQuery } from '../../../queries/institutions.ts';
import styles from '../admin.module.css';
import { addressesIn, areGuestsFit, isCountFit, wrongAddresses, type AccessPlan } from './plan-access.ts';

interface Props {
  readonly plan: AccessPlan;
  readonly onChange: (plan: AccessPlan) => void;
  readonly checked: boolean;
}

const circles: readonly SessionAccess[] = ['open', 'institutions', 'list'];
/** So many of the wrong addresses are named. */
const named = 5;

/** For whom a session is, how many can sit it, and whether the body confirms each. */
export function AccessFields({ plan, onChange, checked }: Props) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const wrong = wrongAddresses(plan.guests);
  const guestsFault =
    wrong.length > 0
      ? t('newSession.guestsWrong', { list: format.list(wrong.slice(0, named)) })
      : t('newSession.guestsFault');
  return (
    <>
      <RadioCards
        legend={t('newSession.access')}
        value={plan.access}
        onChange={(access) => onChange({ ...plan, access })}
        cards={circles.map((value) => ({
          value,
          label: t(`newSession.circle.${value}`),
          text: t(`newSession.aboutCircle.${value}`),
        }))}
      />
      {plan.access === 'institutions' && <Houses plan={plan} onChange={onChange} checked={checked} />}
      {plan.access === 'list' && (
        <TextArea
          label={t('newSession.guests')}
          hint={t('newSession.guestsHint', { count: addressesIn(plan.guests).length })}
          rows={6}
          value={plan.guests}
          error={checked && !areGuestsFit(plan) ? guestsFault : null}
          onChange={({ target }) => onChange({ ...plan, guests: target.value })}
        />
      )}
      <TextField
        label={t('newSession.places')}
        hint={t('newSession.placesHint')}
        required={false}
        inputMode="numeric"
        autoComplete="off"
        value={plan.places}
        error={checked && !isCountFit(plan.places) ? t('newSession.placesFault') : null}
        onChange={({ target }) => onChange({ ...plan, places: target.value })}
      />
      <Checkbox
        label={t('newSession.confirms')}
        hint={t('newSession.confirmsHint')}
        checked={plan.confirms}
        onChange={({ target }) => onChange({ ...plan, confirms: target.checked })}
      />
    </>
  );
}

/** The institutions that a session is for, each with how many of its people can sit it. */
function Houses({ plan, onChange, checked }: Props) {
  const { t } = useTranslation('admin');
  const text = useLocalized();
  const institutions = useQuery(institutionsQuery);
  if (institutions.isPending) return <Loading lines={3} />;
  if (!institutions.data)
    return <ErrorState error={institutions.error} inline onRetry={() => void institutions.refetch()} />;
  const quotaOf = (id: string) => plan.houses.find(({ institutionId }) => institutionId === id)?.quota;
  const others = (id: string) => plan.houses.filter(({ institutionId }) => institutionId !== id);
  return (
    <fieldset className={styles.form}>
      <legend>{t('newSession.houses')}</legend>
      {institutions.data.map(({ id, name }) => {
        const quota = quotaOf(id);
        return (
          <div key={id} className={styles.pair}>
            <Checkbox
              label={text(name)}
              checked={quota !== undefined}
              error={checked && plan.houses.length === 0 ? t('newSession.housesFault') : null}
              onChange={({ target }) =>
                onChange({
                  ...plan,
                  houses: target.checked ? [...others(id), { institutionId: id, quota: '' }] : others(id),
                })
              }
            />
            {quota !== undefined && (
              <TextField
                label={t('newSession.quotaOf', { name: text(name) })}
                required={false}
                inputMode="numeric"
                autoComplete="off"
                value={quota}
                error={checked && !isCountFit(quota) ? t('newSession.placesFault') : null}
                onChange={({ target }) =>
                  onChange({
                    ...plan,
                    houses: [...others(id), { institutionId: id, quota: target.value }],
                  })
                }
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
