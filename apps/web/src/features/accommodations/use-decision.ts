import type { Measures } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import {
  accommodationsQuery,
  approveAccommodation,
  refuseAccommodation,
} from '../../queries/accommodations.ts';

export type Decision =
  | { readonly way: 'approve'; readonly reason: string; readonly measures: Measures }
  | { readonly way: 'refuse'; readonly reason: string };

/** A decision, in its dialogue. Where somebody was faster, the list is asked anew only when the refusal is closed. */
export function useDecision(id: string, onClose: () => void) {
  const { t } = useTranslation('accommodations');
  const client = useQueryClient();
  const { mutate, isPending, isError, error } = useAct({
    mutationFn: (decision: Decision) =>
      decision.way === 'approve'
        ? approveAccommodation(id, { measures: decision.measures, reason: decision.reason })
        : refuseAccommodation(id, decision.reason),
    onSuccess: async (_, { way }) => {
      await client.invalidateQueries(accommodationsQuery);
      toast(t(`decide.done.${way}`));
      onClose();
    },
  });
  const close = () => {
    if (isError) void client.invalidateQueries(accommodationsQuery);
    onClose();
  };
  return { mutate, isPending, error, close };
}
