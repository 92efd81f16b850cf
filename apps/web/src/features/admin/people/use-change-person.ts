import type { ChangePersonInput, PersonRecord } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useMe, useRefreshMe } from '../../../queries/me.ts';
import { useAct } from '../../../lib/use-act.ts';
import { changePerson, peopleList } from '../../../queries/people.ts';
import { institutionsQuery } from '../../../queries/institutions.ts';

interface Change {
  readonly person: PersonRecord;
  /** What stays the same may be left out. */
  readonly to: Partial<ChangePersonInput>;
}

/** Changes what somebody may do. Whoever changes themselves is asked anew who they are. */
export function useChangePerson(onDone: (person: PersonRecord) => void) {
  const client = useQueryClient();
  const me = useMe();
  const refreshMe = useRefreshMe();
  return useAct({
    mutationFn: ({ person, to }: Change) => {
      const { id, roles, proposedRoles, institution, disabled } = person;
      const seen = { roles, institutionId: institution?.id ?? null, disabled };
      // What waits for a second administrator goes on waiting.
      const wanted = [...roles, ...proposedRoles.map(({ role }) => role)];
      return changePerson(id, { ...seen, roles: wanted, ...to, seen });
    },
    onSuccess: async (person) => {
      onDone(person);
      void client.invalidateQueries(institutionsQuery);
      await (person.id === me.person?.id
        ? refreshMe()
        : client.invalidateQueries({ queryKey: peopleList.queryKey }));
    },
  });
}
