import { ConsoleLogger } from '@nestjs/common';
import { requestId } from './request.ts';
import { writeLine } from './write-line.ts';

type Line = Parameters<ConsoleLogger['getJsonLogObject']>;

/** Nest's logger as one JSON object a line, with the program and, where there is one, the request that it is about. */
export class Log extends ConsoleLogger {
  constructor(
    private readonly program: string,
    private readonly write = writeLine,
  ) {
    super({ json: true, colors: false, logLevels: ['fatal', 'error', 'warn', 'log'] });
  }

  protected override printAsJson(message: Line[0], options: Line[1]): void {
    const line = this.stringifyJsonLogObject(this.getJsonLogObject(message, options));
    this.write(options.writeStreamType ?? 'stdout', line);
  }

  protected override stringifyJsonLogObject({
    timestamp,
    ...facts
  }: Parameters<ConsoleLogger['stringifyJsonLogObject']>[0]): string {
    const at = new Date(timestamp as number).toISOString();
    return super.stringifyJsonLogObject({ at, program: this.program, requestId: requestId(), ...facts });
  }
}
