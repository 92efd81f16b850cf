import type { ArtefactView } from '@ennead/contracts';
import { IconButton } from '../../components/button.tsx';
import { Badge, StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ArtefactFacts } from './artefact-facts.tsx';
import styles from './portfolio.module.css';

interface Props {
  readonly artefact: ArtefactView;
  readonly uses: number;
  readonly onRemove: () => void;
}

export function ArtefactItem({ artefact, uses, onRemove }: Props) {
  const { t } = useTranslation('portfolio');
  return (
    <li className={styles.artefact}>
      <Badge>{artefact.label}</Badge>
      <div className={styles.artefactWords}>
        <ArtefactFacts artefact={artefact} />
        <StateMark tone={uses > 0 ? 'good' : 'neutral'}>
          {uses > 0 ? t('artefacts.usedIn', { count: uses }) : t('artefacts.unused')}
        </StateMark>
      </div>
      <IconButton icon="trash" label={t('artefacts.remove', { label: artefact.label })} onClick={onRemove} />
    </li>
  );
}
