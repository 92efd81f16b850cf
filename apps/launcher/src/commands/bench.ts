import { runOnTestBed } from '../run-on-test-bed.ts';

await runOnTestBed('bench');
