import type { PersonRecord } from '@ennead/contracts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import { issueLink } from '../../../queries/people.ts';
import { CreatedPerson } from './created-person.tsx';
import { MailedLink } from './mailed-link.tsx';

interface Props {
  readonly person: PersonRecord;
  readonly onClose: () => void;
}

/** A link for somebody who has lost theirs, or their password; it is shown once. */
export function IssueLink({ person, onClose }: Props) {
  const { t } = useTranslation('admin');
  const { name } = person;
  const issue = useAct({ mutationFn: (why: string) => issueLink(person.id, { reason: why }) });
  if (issue.data) {
    const { kind, email, url } = issue.data;
    if (url === null) return <MailedLink title={t('issueLink.mailed')} email={email} onClose={onClose} />;
    return (
      <CreatedPerson
        invitation={{ ...issue.data, url }}
        onClose={onClose}
        title={t('issueLink.made')}
        lead={t(kind === 'invitation' ? 'issueLink.invitationLead' : 'issueLink.resetLead', { name, email })}
        label={t('issueLink.label')}
      />
    );
  }
  return (
    <ReasonDialog
      onClose={onClose}
      onConfirm={issue.mutate}
      title={t('issueLink.title', { name })}
      confirmLabel={t('issueLink.submit')}
      act={issue}
      reason={{
        label: t('issueLink.reason'),
        hint: t('issueLink.reasonHint'),
        fault: t('issueLink.reasonFault'),
      }}
    >
      <p>{t(person.active ? 'issueLink.active' : 'issueLink.invited', { name })}</p>
    </ReasonDialog>
  );
}
