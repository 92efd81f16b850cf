import { useQueryClient } from '@tanstack/react-query';
import type { ThreatsView } from '@ennead/contracts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { threatsQuery } from '../../queries/threats.ts';

/** An act on the register, in a dialogue: what it answers is the register as it stands. */
export function useThreatAct<Input>(
  send: (input: Input) => Promise<ThreatsView>,
  said: string,
  onClose: () => void,
) {
  const client = useQueryClient();
  return useAct({
    mutationFn: send,
    onSuccess: (view) => {
      client.setQueryData(threatsQuery.queryKey, view);
      toast(said);
      onClose();
    },
  });
}
