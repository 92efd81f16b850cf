/** Durations of one kind of event, in milliseconds, as they were measured. */
export type Series = {
  readonly name: string;
  readonly unit: 'ms' | '/s';
  readonly values: readonly number[];
};

/** Nearest-rank percentile. @param share 0..1 */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

const digits = (value: number) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
const show = (value: number) => value.toFixed(digits(value));

/** One line: the series with its median, spread and tails. */
export const describeSeries = ({ name, unit, values }: Series): string => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const figures = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${show(percentile(values, share))}`);
  return `  ${name.padEnd(46)} ${figures.join('  ')} ${unit}  (n ${values.length}, ${show(least)} to ${show(most)})`;
};

/** How a series stands to its floor, both measured in this run. */
export const describeRatio = (what: string, series: Series, floor: Series): string => {
  const ratio = percentile(series.values, 0.5) / percentile(floor.values, 0.5);
  return `  ${`${what}: median over median of the floor`.padEnd(46)} ${ratio.toFixed(2)}`;
};
