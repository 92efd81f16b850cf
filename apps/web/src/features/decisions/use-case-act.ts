import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ApiProblem } from '../../lib/api-problem.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { refreshCase } from '../../queries/decisions.ts';

interface Act<Input> {
  readonly send: (input: Input) => Promise<unknown>;
  /** What is said once it is done. */
  readonly said: (input: Input) => string;
  readonly onClose: () => void;
}

/**
 * An act of a certifier on a case, in a dialogue. Where somebody was faster, the words of the refusal stay until they
 * are closed; only then the page shows what stands now, which may leave no place for the dialogue.
 */
export function useCaseAct<Input = void>(entryId: string, { send, said, onClose }: Act<Input>) {
  const client = useQueryClient();
  const refresh = () => refreshCase(client, entryId);
  const isDone = useRef(false);
  // Once the dialogue has left the page with the button that was pressed, and not before: under it nothing takes the focus.
  useEffect(
    () => () => {
      if (isDone.current) document.getElementById('decision')?.focus();
    },
    [],
  );
  const { mutate, reset, isPending, error } = useAct({
    mutationFn: send,
    onSuccess: async (_, input: Input) => {
      isDone.current = true;
      await refresh();
      toast(said(input));
    },
  });
  const close = () => {
    if (error instanceof ApiProblem && error.status === 409) void refresh();
    reset();
    onClose();
  };
  return { mutate, isPending, error, close };
}
