export const id = 'id uuid PRIMARY KEY DEFAULT gen_random_uuid()';

/** A score in whole hundredths of a point. */
export const cents = (column: string) => `${column} int CHECK (${column} BETWEEN 0 AND 10000)`;
