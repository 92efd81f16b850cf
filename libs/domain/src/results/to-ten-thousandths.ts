/** Hundredths of a point, in which scores, floors and cuts are held, as the ten-thousandths of a composite. */
export const toTenThousandths = (cents: number): number => cents * 100;
