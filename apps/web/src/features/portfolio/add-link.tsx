import type { LinkInput, PortfolioView } from '@ennead/contracts';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAct } from '../../lib/use-act.ts';
import { addLink as sendLink } from '../../queries/portfolios.ts';
import styles from './portfolio.module.css';
import { useChangePortfolio, withArtefact } from './change-portfolio.ts';

interface Props {
  readonly view: PortfolioView;
  readonly onClose: () => void;
}

const exampleUrl = 'https://example.org/demo';
const isWebAddress = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).username === '';

/** A link or a repository's address; what stands there stays there. */
export function AddLink({ view, onClose }: Props) {
  const { t } = useTranslation('portfolio');
  const formId = useId();
  const change = useChangePortfolio();
  const [link, setLink] = useState<LinkInput>({ kind: 'repository', title: '', url: '' });
  const [tried, setTried] = useState(false);
  const titleFault = link.title.trim() === '' ? t('link.nameMissing') : null;
  const urlFault = isWebAddress(link.url.trim()) ? null : t('link.urlWrong', { example: exampleUrl });
  const add = useAct({
    mutationFn: () => sendLink(view.id, link),
    onSuccess: (artefact) => {
      change((before) => withArtefact(before, artefact));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!titleFault && !urlFault) add.mutate();
  };
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
      <form id={formId} className={styles.form} noValidate onSubmit={submit}>
        <RadioCards
          legend={t('link.kind')}
          value={link.kind}
          onChange={(kind) => setLink({ ...link, kind })}
          cards={(['repository', 'link'] as const).map((value) => ({
            value,
            label: t(`artefacts.kinds.${value}`),
            text: t(`link.kindHint.${value}`),
          }))}
        />
        <TextField
          label={t('link.name')}
          hint={t('link.nameHint')}
          error={tried ? titleFault : null}
          value={link.title}
          maxLength={view.limits.titleLength}
          autoComplete="off"
          onChange={(event) => setLink({ ...link, title: event.target.value })}
        />
        <TextField
          label={t('link.url')}
          hint={t('link.urlHint')}
          error={tried ? urlFault : null}
          type="url"
          inputMode="url"
          placeholder={exampleUrl}
          value={link.url}
          maxLength={view.limits.urlLength}
          autoComplete="off"
          onChange={(event) => setLink({ ...link, url: event.target.value })}
        />
        {add.isError && <ErrorState error={add.error} inline />}
      </form>
    </Dialog>
  );
}
