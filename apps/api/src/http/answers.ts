import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/**
 * Names the schema of a handler's answer: it documents the answer and strips whatever the schema does not name, so
 * that a field added to an entity never reaches a browser by accident. For a list, give the element's schema.
 */
export const Answers = (schema: z.ZodType, status = 200) =>
  applyDecorators(SerializeOptions({ schema }), ApiResponse({ status, standardSchema: schema }));
