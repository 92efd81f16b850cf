import { useQueryClient } from '@tanstack/react-query';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { samePeopleKey } from '../../queries/same-people.ts';

/** Something said of two accounts, in a dialogue: both lists are otherwise then. */
export function usePairAct<Input>(
  send: (input: Input) => Promise<unknown>,
  said: string,
  onClose: () => void,
) {
  const client = useQueryClient();
  return useAct({
    mutationFn: send,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: samePeopleKey });
      toast(said);
      onClose();
    },
  });
}
