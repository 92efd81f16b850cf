import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Refusal } from '@ennead/contracts';

type Segment = PropertyKey | { key: PropertyKey };

const pathOf = (path: readonly Segment[] = []): string =>
  path.map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.');

/** Checks every body, query and parameter against the schema that its handler names. */
export const validationPipe = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new Refusal(
        'INPUT_INVALID',
        issues.slice(0, 50).map(({ path, message }) => ({ path: pathOf(path), message })),
      ),
  });
