import type { HandedLink } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { CopyButton } from '../../../components/copy-button.tsx';
import { EmailText } from '../../../components/email-text.tsx';
import tableStyles from '../../../components/table.module.css';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Notice } from '../notice.tsx';
import styles from './roster.module.css';
import { useSaveLinks } from './use-save-links.ts';

interface Props {
  readonly cohortName: string;
  readonly invitations: readonly HandedLink[];
  /** Every link has been downloaded or copied. */
  readonly onKept: () => void;
}

/** The links of new people, to be copied one by one, all at once, or as a file. */
export function InvitationLinks({ cohortName, invitations, onKept }: Props) {
  const { t } = useTranslation('institution');
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set());
  const save = useSaveLinks(cohortName);
  const headers = [t('member.name'), t('member.email'), t('roster.done.link')];
  const cells = invitations.map(({ name, email, url }) => [name, email, url]);
  const download = () => {
    save(invitations);
    onKept();
  };
  const copy = (email: string) => {
    const next = new Set(copied).add(email);
    setCopied(next);
    if (next.size === invitations.length) onKept();
  };
  return (
    <>
      <h3>{t('roster.done.linksHeading', { count: invitations.length })}</h3>
      <Notice title={t('roster.done.once')}>{t('roster.done.onceText')}</Notice>
      <div className={styles.actions}>
        <Button tone="primary" icon="download" onClick={download}>
          {t('roster.done.download')}
        </Button>
        <CopyButton
          label={t('roster.done.copyAll')}
          text={cells.map((row) => row.join('\t')).join('\n')}
          onCopied={onKept}
        />
      </div>
      <table className={tableStyles.table} role="table">
        <caption className="visually-hidden">{t('roster.done.caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[...headers, t('common:action.copy')].map((header) => (
              <th key={header} scope="col" role="columnheader">
                <span className={tableStyles.head}>{header}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {invitations.map(({ name, email, url }) => (
            <tr key={email} role="row">
              <td role="cell" data-label={headers[0]}>
                <div className={tableStyles.cell}>{name}</div>
              </td>
              <td role="cell" data-label={headers[1]}>
                <div className={tableStyles.cell}>
                  <EmailText email={email} />
                </div>
              </td>
              <td role="cell" data-label={headers[2]}>
                <code className={styles.url}>{url}</code>
              </td>
              <td role="cell" data-label={t('common:action.copy')}>
                <div className={tableStyles.cell}>
                  <CopyButton
                    size="small"
                    text={url}
                    name={t('roster.done.copyFor', { name })}
                    onCopied={() => copy(email)}
                  />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
