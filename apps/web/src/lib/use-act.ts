// eslint-disable-next-line no-restricted-imports -- the one place that may
import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';

type Shown = 'isPending' | 'isSuccess' | 'isError' | 'error' | 'data' | 'isIdle';

interface Act<Data, Input> extends Pick<UseMutationResult<Data, Error, Input>, Shown> {
  readonly mutate: (input: Input) => void;
  readonly reset: () => void;
}

/**
 * A mutation that is sent once however fast somebody presses: until it has settled, further calls of `mutate` do
 * nothing. `busy` on a button comes only with the next render, which is too late for a second press without a gap.
 */
export function useAct<Data, Input = void>(
  options: UseMutationOptions<Data, Error, Input>,
): Act<Data, Input> {
  const isUnderWay = useRef(false);
  const { mutate, reset, isPending, isSuccess, isError, isIdle, error, data } = useMutation({
    ...options,
    onSettled: (...settled) => {
      isUnderWay.current = false;
      return options.onSettled?.(...settled);
    },
  });
  return {
    isPending,
    isSuccess,
    isError,
    isIdle,
    error,
    data,
    mutate: (input) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      mutate(input);
    },
    reset: () => {
      isUnderWay.current = false;
      reset();
    },
  };
}
