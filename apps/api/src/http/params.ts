import { Id } from '@ennead/contracts';

/** For `@Param('id', idParam)`: a UUID, or the request is refused before the handler runs. */
export const idParam = { schema: Id };
