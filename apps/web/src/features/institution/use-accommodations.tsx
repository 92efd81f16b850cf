import type { CohortMember } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { AskAccommodation } from '../../components/ask-accommodation.tsx';
import type { Column } from '../../components/table-view.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { cohortAccommodationsQuery } from '../../queries/accommodations.ts';
import { MemberAccommodation } from './member-accommodation.tsx';

interface Accommodations {
  readonly columns: readonly Column<CohortMember>[];
  readonly dialog: ReactNode;
}

/** A manager's column of what is done otherwise for a member, and the dialogue that it opens; nothing for a trainer. */
export function useAccommodations(cohortId: string, isManager: boolean): Accommodations {
  const { t } = useTranslation('accommodations');
  const [asked, setAsked] = useState<CohortMember | null>(null);
  const { data } = useQuery({ ...cohortAccommodationsQuery(cohortId), enabled: isManager });
  if (!isManager) return { columns: [], dialog: null };
  const column: Column<CohortMember> = {
    key: 'accommodation',
    header: t('member.column'),
    cell: (member) => (
      <MemberAccommodation
        member={member}
        known={data?.accommodations ?? null}
        onAsk={() => setAsked(member)}
      />
    ),
  };
  return {
    columns: [column],
    dialog: asked && (
      <AskAccommodation
        entryId={asked.entryId}
        name={asked.name}
        shownBy={cohortAccommodationsQuery(cohortId).queryKey}
        onClose={() => setAsked(null)}
      />
    ),
  };
}
