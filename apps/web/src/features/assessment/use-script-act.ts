import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../lib/api-problem.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { assessmentQuery } from '../../queries/assessment.ts';

interface Act<Input> {
  readonly send: (input: Input) => Promise<unknown>;
  /** What is said once it is done. */
  readonly said: (input: Input) => string;
  readonly onClose: () => void;
}

/** An act on a script, in a dialogue. Where somebody was faster, the list is asked anew only when the refusal is closed. */
export function useScriptAct<Input>({ send, said, onClose }: Act<Input>) {
  const client = useQueryClient();
  const { mutate, isPending, error } = useAct({
    mutationFn: send,
    onSuccess: async (_, input: Input) => {
      await client.invalidateQueries(assessmentQuery);
      toast(said(input));
      onClose();
    },
  });
  const close = () => {
    if (error instanceof ApiProblem && [404, 409].includes(error.status))
      void client.invalidateQueries(assessmentQuery);
    onClose();
  };
  return { mutate, isPending, error, close };
}
