import { useQueryClient } from '@tanstack/react-query';
import { ErrorState } from '../../components/error-state.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { desksKey } from '../../queries/desk.ts';

interface Act<Data, Input> {
  readonly send: (input: Input) => Promise<Data>;
  /** What is said once it is done. */
  readonly said: (data: Data) => string;
  /** Also when it is closed without, where null was done. */
  readonly onDone?: (data: Data | null) => void;
}

/**
 * An act at a session's desk. Where somebody was faster, the list is asked anew when the refusal is closed; where the candidate's name is
 * another by now, at once, for it is compared in the list.
 */
export function useDeskAct<Data, Input = void>({ send, said, onDone }: Act<Data, Input>) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: desksKey });
  const act = useAct({
    mutationFn: send,
    onSuccess: async (data) => {
      await refresh();
      toast(said(data));
      onDone?.(data);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'NAME_CHANGED') void refresh();
    },
  });
  return {
    ...act,
    fault: act.error && <ErrorState error={act.error} inline />,
    /** Closes the dialogue that it was pressed in. */
    close: () => {
      if (act.error instanceof ApiProblem && [404, 409].includes(act.error.status)) void refresh();
      onDone?.(null);
    },
  };
}
