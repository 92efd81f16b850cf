import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ACCESS, type Access } from '../../src/http/allow.ts';

export type Route = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `:name` parameters, as Express has it. */
  readonly path: string;
  /** Undefined where a handler names nobody: the guard closes it, and the matrix refuses it. */
  readonly access: Access | undefined;
};

/** Every endpoint of the server, read from the controllers themselves, so that none can be left out. */
export const listRoutes = (app: NestExpressApplication): Route[] => {
  const routes: Route[] = [];
  for (const module of app.get(ModulesContainer).values())
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, unknown>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) continue;
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
        routes.push({
          method: method.toLowerCase() as Route['method'],
          path: Reflect.getMetadata(PATH_METADATA, handler) as string,
          access: Reflect.getMetadata(ACCESS, handler) as Access | undefined,
        });
      }
    }
  return routes.sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
};
