/**
 * Does the same for each of many things, one after the other; what fails on one of them keeps none of the others waiting.
 *
 * @returns for how many `act` said that it did something
 * @throws AggregateError in the end, naming how many failed and the first reason, where any did
 */
export const forEach = async (
  ids: readonly string[],
  act: (id: string) => Promise<boolean>,
): Promise<number> => {
  let done = 0;
  const faults: unknown[] = [];
  for (const id of ids)
    await act(id).then(
      (did) => void (done += Number(did)),
      (fault: unknown) =>
        faults.push(new Error(`${id}: ${fault instanceof Error ? fault.message : String(fault)}`)),
    );
  if (faults.length > 0)
    throw new AggregateError(
      faults,
      `${faults.length} of ${ids.length} failed, the first on ${(faults[0] as Error).message}`,
    );
  return done;
};
