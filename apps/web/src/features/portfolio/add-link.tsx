import type { PortfolioView } from '@ennead/contracts';
import { useId } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm, type BodyDraft } from '../../lib/form/use-checked-form.ts';
import { useAct } from '../../lib/use-act.ts';
import { addLink as sendLink } from '../../queries/portfolios.ts';
import styles from './portfolio.module.css';
import { useChangePortfolio, withArtefact } from './change-portfolio.ts';

interface Props {
  readonly view: PortfolioView;
  readonly onClose: () => void;
}

const exampleUrl = 'https://example.org/demo';

/** A link or a repository's address; what stands there stays there. */
export function AddLink({ view, onClose }: Props) {
  const { t } = useTranslation('portfolio');
  const formId = useId();
  const change = useChangePortfolio();
  const add = useAct({
    mutationFn: (link: BodyDraft<'POST /api/portfolios/:id/links'>) => sendLink(view.id, link),
    onSuccess: (artefact) => {
      change((before) => withArtefact(before, artefact));
      onClose();
    },
  });
  const { form, field, choice, refusedAsWhole } = useCheckedForm('POST /api/portfolios/:id/links', {
    shows: ['kind', 'title', 'url'],
    initial: { kind: 'repository', title: '', url: '' },
    refusal: add.error,
    onSubmit: add.mutate,
  });
  return (
    <Dialog
      keepsInput
      open
      onClose={onClose}
      title={t('link.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} busy={add.isPending}>
            {t('link.add')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} {...form}>
        <RadioCards
          legend={t('link.kind')}
          {...choice('kind')}
          cards={(['repository', 'link'] as const).map((value) => ({
            value,
            label: t(`artefacts.kinds.${value}`),
            text: t(`link.kindHint.${value}`),
          }))}
        />
        <TextField
          label={t('link.name')}
          hint={t('link.nameHint')}
          maxLength={view.limits.titleLength}
          autoComplete="off"
          {...field('title', t('link.nameMissing'))}
        />
        <TextField
          label={t('link.url')}
          hint={t('link.urlHint')}
          type="url"
          inputMode="url"
          placeholder={exampleUrl}
          maxLength={view.limits.urlLength}
          autoComplete="off"
          {...field('url', t('link.urlWrong', { example: exampleUrl }))}
        />
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
      </form>
    </Dialog>
  );
}
