import type { PortfolioView } from '@ennead/contracts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm, type BodyDraft } from '../../lib/form/use-checked-form.ts';
import { useAct } from '../../lib/use-act.ts';
import { addLink as sendLink } from '../../queries/portfolios.ts';
import { useChangePortfolio, withArtefact } from './change-portfolio.ts';

interface Props {
  readonly view: PortfolioView;
  readonly onClose: () => void;
}

const exampleUrl = 'https://example.org/demo';

/** A link or a repository's address; what stands there stays there. */
export function AddLink({ view, onClose }: Props) {
  const { t } = useTranslation('portfolio');
  const change = useChangePortfolio();
  const add = useAct({
    mutationFn: (link: BodyDraft<'POST /api/portfolios/:id/links'>) => sendLink(view.id, link),
    onSuccess: (artefact) => {
      change((before) => withArtefact(before, artefact));
      onClose();
    },
  });
  const { form, field, choice, busy, refusedAsWhole } = useCheckedForm('POST /api/portfolios/:id/links', {
    shows: ['kind', 'title', 'url'],
    initial: { kind: 'repository', title: '', url: '' },
    refusal: add.error,
    onSubmit: add.mutate,
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('link.title')}
      submitLabel={t('link.add')}
      busy={busy || add.isPending}
      form={form}
      refusal={refusedAsWhole}
    >
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
    </FormDialog>
  );
}
