import type { Competency, Standard } from '@ennead/contracts';
import { Link, useLocation } from 'react-router';
import { classNames } from '../../components/class-names.ts';
import { Badge } from '../../components/state-mark.tsx';
import { Icon } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { anchorOf } from './competency-filter.ts';
import styles from './role-page.module.css';

interface Props {
  readonly standard: Standard;
  readonly competencies: readonly Competency[];
}

/** Competencies under their dimension and element. */
export function CompetencyList({ standard, competencies }: Props) {
  const { t } = useTranslation('standard');
  const text = useLocalized();
  return (
    <>
      {standard.dimensions.map((dimension) => {
        const inDimension = competencies.filter((competency) => competency.dimension === dimension.code);
        if (inDimension.length === 0) return null;
        return (
          <section key={dimension.code} className={styles.dimension} aria-labelledby={dimension.code}>
            <header className={styles.dimensionHead}>
              <h2 id={dimension.code}>{text(dimension.name)}</h2>
              <p>{t('evaluatedBy', { how: text(dimension.evaluatedByName) })}</p>
              <p>{t('count', { count: inDimension.length })}</p>
            </header>
            <div className={styles.elements}>
              {dimension.elements.map((element) => (
                <ElementPart
                  key={element.code}
                  standard={standard}
                  name={text(element.name)}
                  competencies={inDimension.filter((competency) => competency.element === element.code)}
                />
              ))}
            </div>
          </section>
        );
      })}
    </>
  );
}

function ElementPart({ standard, name, competencies }: Props & { readonly name: string }) {
  if (competencies.length === 0) return null;
  return (
    <div>
      <h3 className={styles.element}>{name}</h3>
      <ul role="list" className={styles.list}>
        {competencies.map((competency) => (
          <CompetencyRow key={competency.id} standard={standard} competency={competency} />
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly standard: Standard;
  readonly competency: Competency;
}

function CompetencyRow({ standard, competency }: RowProps) {
  const { t } = useTranslation('standard');
  const text = useLocalized();
  const mastery = standard.masteries.find(({ code }) => code === competency.mastery);
  const anchor = anchorOf(competency.id);
  const title = text(competency.title);
  // Not :target, which the browser settles before the data has come.
  const { hash, search } = useLocation();
  const isTarget = hash === `#${anchor}`;
  return (
    <li id={anchor} className={classNames(styles.competency, isTarget && styles.target)}>
      <div className={styles.competencyHead}>
        <h4>{title}</h4>
        {mastery && <Badge>{text(mastery.name)}</Badge>}
        <Link className={styles.anchor} to={{ hash: anchor, search }} aria-label={t('anchor', { title })}>
          <Icon name="link" size={16} />
        </Link>
      </div>
      <p>{text(competency.text)}</p>
    </li>
  );
}
