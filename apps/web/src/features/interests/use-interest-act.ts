import type { InterestsView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { interestsQuery, refreshAfterInterest } from '../../queries/interests.ts';

interface Act<Input> {
  readonly send: (input: Input) => Promise<InterestsView>;
  /** What is said once it is done. */
  readonly said: string;
  readonly onClose: () => void;
}

/** What somebody does about their own ties, in a dialogue. */
export function useInterestAct<Input = void>({ send, said, onClose }: Act<Input>) {
  const client = useQueryClient();
  return useAct({
    mutationFn: send,
    onSuccess: (view) => {
      client.setQueryData(interestsQuery.queryKey, view);
      void refreshAfterInterest(client);
      toast(said);
      onClose();
    },
  });
}
