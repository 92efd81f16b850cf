import { randomInt } from 'node:crypto';
import { describeFaults, judge } from './judge/judge.ts';
import { killAtRandom } from './kill-at-random.ts';
import { openHouse } from './open-house.ts';
import { prepare } from './prepare.ts';
import { settle } from './settle.ts';
import { workAtOnce } from './work/work-at-once.ts';

const [seedWord, secondsWord = '60'] = process.argv.slice(2);
const seed = Number(seedWord ?? randomInt(1_000_000));
const seconds = Number(secondsWord);
if (!Number.isInteger(seed) || !(seconds >= 10 && seconds <= 3_600)) {
  console.error('npm run chaos -- [seed] [seconds from 10 to 3600]');
  process.exit(1);
}

console.log(
  `Seed ${seed}: ${seconds} s of work while processes are killed (npm run chaos -- ${seed} ${seconds}).`,
);
const prepared = await prepare(String(seed));
const house = await openHouse(prepared);
try {
  const until = Date.now() + seconds * 1_000;
  const [told, killed] = await Promise.all([
    workAtOnce(prepared, house, String(seed), until),
    killAtRandom(house.parts, String(seed), until),
  ]);
  console.log(`\nKilled: ${killed.map(({ name, times }) => `${name} ${times} times`).join(', ')}.`);
  console.log(told.describe());
  const faults = [...(await settle(prepared, told)), ...(await judge(prepared, told))];
  console.log(describeFaults(faults));
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await house.close();
  await prepared.close();
}
