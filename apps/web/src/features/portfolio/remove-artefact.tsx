import type { ArtefactView, PortfolioView } from '@ennead/contracts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAct } from '../../lib/use-act.ts';
import { removeArtefact as sendRemoval } from '../../queries/portfolios.ts';
import { useChangePortfolio, withoutArtefact } from './change-portfolio.ts';

interface Props {
  readonly view: PortfolioView;
  readonly artefact: ArtefactView;
  readonly onClose: () => void;
}

/** Asks before an artefact goes, from the tray and from every claim. */
export function RemoveArtefact({ view, artefact, onClose }: Props) {
  const { t } = useTranslation('portfolio');
  const change = useChangePortfolio();
  const remove = useAct({
    mutationFn: () => sendRemoval(view.id, artefact.id),
    onSuccess: () => {
      change((before) => withoutArtefact(before, artefact.id));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => remove.mutate()}
      title={t('artefacts.removeTitle', { label: artefact.label })}
      confirmLabel={t('artefacts.removeDo')}
      tone="danger"
      busy={remove.isPending}
      error={remove.error}
    >
      <p>{t('artefacts.removeText', { title: artefact.title })}</p>
    </ConfirmDialog>
  );
}
