/** The name in Latin letters, where it says something that the name itself does not. */
export const otherName = ({
  personName,
  latinName,
}: {
  readonly personName: string;
  readonly latinName: string | null;
}): string | null => (latinName === personName ? null : latinName);
