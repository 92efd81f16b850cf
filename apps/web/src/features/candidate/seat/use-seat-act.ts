import { useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import { refreshTries } from '../tries/refresh-tries.ts';

interface Act<Data, Input> {
  readonly send: (input: Input) => Promise<Data>;
  /** What is said once it is done. */
  readonly said: (data: Data) => string;
  readonly onDone?: () => void;
}

/** An act on a seat of one's own; what the page shows is asked anew before it is said to be done. */
export function useSeatAct<Data, Input = void>({ send, said, onDone }: Act<Data, Input>) {
  const client = useQueryClient();
  return useAct({
    mutationFn: send,
    onSuccess: async (data) => {
      await refreshTries(client);
      toast(said(data));
      onDone?.();
    },
  });
}
