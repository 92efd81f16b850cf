import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiResponse,
} from '@nestjs/swagger';
import { Id } from '@ennead/contracts';
import type { RouteContract } from '@ennead/contracts/routes';
import { z } from 'zod';

type SchemaObject = Extract<Parameters<typeof ApiParam>[0], { schema: unknown }>['schema'];

const oneFile: SchemaObject = {
  type: 'object',
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
};

/** What the OpenAPI document says of a route. */
export const describeRoute = (path: string, contract: RouteContract, status: number): MethodDecorator => {
  const { summary, params = {}, query, body, takesFile, answer, givesFile } = contract;
  return applyDecorators(
    ApiOperation({ summary }),
    ...[...path.matchAll(/:(\w+)/g)].map(([, name]) =>
      ApiParam({ name: name!, schema: describe(params[name!] ?? Id) }),
    ),
    ...(query ? describeQuery(query) : []),
    ...(body ? [ApiBody({ schema: describe(body) })] : []),
    ...(takesFile ? [ApiConsumes('multipart/form-data'), ApiBody({ schema: oneFile })] : []),
    ...(givesFile ? [ApiProduces(givesFile)] : []),
    ApiResponse(answer ? { status, standardSchema: answer } : { status }),
  );
};

/** OpenAPI 3.0 speaks a JSON Schema of its own. */
const describe = (schema: z.ZodType): SchemaObject => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input', target: 'openapi-3.0' });
  return described as SchemaObject;
};

const describeQuery = (query: z.ZodType) => {
  const { properties = {}, required = [] } = describe(query);
  return Object.entries(properties).map(([name, schema]) =>
    ApiQuery({ name, required: required.includes(name), schema }),
  );
};
