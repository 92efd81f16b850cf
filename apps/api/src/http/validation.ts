import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { Refusal } from '@ennead/contracts';
import { findUnstorable } from './find-unstorable.ts';

type Segment = PropertyKey | { key: PropertyKey };

const pathOf = (path: readonly Segment[] = []): string =>
  path.map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.');

/** Checks every body, query and parameter against the schema that its handler names. */
class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({
      exceptionFactory: (issues) =>
        new Refusal(
          'INPUT_INVALID',
          issues.slice(0, 50).map(({ path, message }) => ({ path: pathOf(path), message })),
        ),
    });
  }

  /** @throws Refusal INPUT_INVALID, also for text that the database cannot keep, whatever the schema says of it */
  override transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const unstorable = metadata.type === 'custom' ? [] : findUnstorable(value, metadata.data);
    if (unstorable.length > 0)
      throw new Refusal(
        'INPUT_INVALID',
        unstorable.slice(0, 50).map((path) => ({ path, message: 'NUL or half a character' })),
      );
    return super.transform(value, metadata);
  }
}

export const validationPipe = () => new ValidationPipe();
