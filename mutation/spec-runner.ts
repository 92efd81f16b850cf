import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { takeSpecs, type Spec } from './jest-globals.ts';

/** What the mutated code reads its mutant from, and counts in what was reached. */
const context = ((globalThis as { __stryker__?: InstrumenterContext }).__stryker__ ??= {});

/**
 * Runs the specs of pure functions over and over in one process. Jest links a spec and all that it imports anew for each
 * mutant, which takes seconds; here they are loaded once, and a mutant is a matter of milliseconds. Nothing else
 * may stand between two runs, so it is for specs without state only. What is computed while they are loaded is
 * mutated in a process of its own, which Stryker starts.
 */
class SpecRunner implements TestRunner {
  private readonly loaded = new Map<string, readonly Spec[]>();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    // The same cases for each mutant, so that a score can be measured again; the first that fails is enough.
    fc.configureGlobal({ seed: 1, endOnFailure: true });
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const file of specFiles()) {
      for (const spec of await this.load(file)) {
        context.currentTestId = spec.id;
        tests.push(await runSpec(spec));
        context.currentTestId = undefined;
      }
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: context.mutantCoverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const files = nearestFirst(specFiles(), options.sandboxFileName);
    if (options.mutantActivation === 'runtime') for (const file of files) await this.load(file);
    context.hitLimit = options.hitLimit;
    context.hitCount = options.hitLimit === undefined ? undefined : 0;
    context.activeMutant = options.activeMutant.id;
    try {
      const tests = await this.runUntilOneFails(files, options.testFilter);
      const timeout = determineHitLimitReached(context.hitCount, context.hitLimit);
      return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
    } catch (fault) {
      // Specs that cannot even be loaded have found the fault.
      return { status: MutantRunStatus.Killed, killedBy: [], failureMessage: String(fault), nrOfTests: 0 };
    } finally {
      context.activeMutant = undefined;
    }
  }

  private async runUntilOneFails(
    files: readonly string[],
    wanted?: readonly string[],
  ): Promise<TestResult[]> {
    const results: TestResult[] = [];
    for (const file of files) {
      const specs = await this.load(file);
      for (const spec of specs.filter(({ id }) => wanted?.includes(id) ?? true)) {
        const result = await runSpec(spec);
        results.push(result);
        if (result.status === TestStatus.Failed) return results;
      }
    }
    return results;
  }

  private async load(file: string): Promise<readonly Spec[]> {
    const known = this.loaded.get(file);
    if (known) return known;
    await import(pathToFileURL(file).href);
    const specs = takeSpecs().map(({ id, run }) => ({ id: `${path.basename(file)}: ${id}`, run }));
    this.loaded.set(file, specs);
    return specs;
  }
}

const specFiles = (): string[] =>
  ['libs/domain/src', 'libs/contracts/src/numbers'].flatMap(specFilesIn).sort();

const specFilesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => path.resolve(folder, file));

/** The specs beside what is mutated find most of its faults. */
function nearestFirst(files: readonly string[], mutated: string): string[] {
  const isNear = (file: string) => path.dirname(file) === path.dirname(mutated);
  return [...files.filter(isNear), ...files.filter((file) => !isNear(file))];
}

async function runSpec({ id, run }: Spec): Promise<TestResult> {
  const begun = performance.now();
  const timed = () => ({ id, name: id, timeSpentMs: performance.now() - begun });
  try {
    await run();
    return { ...timed(), status: TestStatus.Success };
  } catch (fault) {
    return { ...timed(), status: TestStatus.Failed, failureMessage: String(fault) };
  }
}

function createSpecRunner(): TestRunner {
  return new SpecRunner();
}
createSpecRunner.inject = [] as const;

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'specs', createSpecRunner)];
