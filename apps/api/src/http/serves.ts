import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SerializeOptions,
  SetMetadata,
  type ExecutionContext,
  type StreamableFile,
} from '@nestjs/common';
import { Id } from '@ennead/contracts';
import {
  routes,
  type AnswerGiven,
  type BodyChecked,
  type Method,
  type ParamsOf,
  type QueryChecked,
  type RouteContract,
  type RouteName,
  type Routes,
} from '@ennead/contracts/routes';
import type { Response } from 'express';
import { z } from 'zod';
import { ACCESS, type Access } from './allow.ts';
import type { Caller, RequestWithCaller } from './caller.ts';
import { checkInput } from './check-input.ts';
import { describeRoute } from './describe-route.ts';

/** What a route was asked, checked against its contract, and by whom. */
export type Asked<Name extends RouteName> = {
  /** Undefined where a visitor asks, which only a public route lets. */
  readonly caller: Routes[Name] extends { readonly public: true } ? Caller | undefined : Caller;
  readonly params: ParamsOf<Name>;
  readonly query: QueryChecked<Name>;
  readonly body: BodyChecked<Name>;
  readonly request: RequestWithCaller;
  readonly response: Response;
};

type Answer<Name extends RouteName> = Routes[Name] extends { readonly answer: unknown }
  ? AnswerGiven<Name>
  : Routes[Name] extends { readonly givesFile: string }
    ? StreamableFile
    : void;

/** Takes what it needs of what was asked, and gives what the contract promises. */
type Handler<Name extends RouteName> = (asked: Asked<Name>) => Answer<Name> | Promise<Answer<Name>>;

/**
 * Makes a method the handler of a route: method, path, checks of the input, status and shape of the answer are those of the
 * contract, and the types hold it to them. Whatever the answer's schema does not name never reaches a browser: it is
 * stripped, or refused where the schema is strict. A route that is public is so by its contract.
 */
export const Serves =
  <Name extends RouteName>(name: Name) =>
  <Served extends Handler<Name>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<Served>,
  ): void => {
    const contract: RouteContract = routes[name];
    const [method, path] = name.split(' ') as [Method, string];
    takeAsked({ contract, params: paramsSchema(path, contract) })(target, key, 0);
    applyDecorators(
      RequestMapping({ method: RequestMethod[method], path }),
      HttpCode(statusOf(contract)),
      ...(contract.public ? [SetMetadata(ACCESS, 'public' satisfies Access)] : []),
      ...(contract.answer ? [SerializeOptions({ schema: elementOf(contract.answer) })] : []),
      describeRoute(path, contract, statusOf(contract)),
    )(target, key, descriptor as TypedPropertyDescriptor<unknown>);
  };

type Checks = { readonly contract: RouteContract; readonly params: z.ZodType };

const takeAsked = createParamDecorator(({ contract, params }: Checks, context: ExecutionContext) => {
  const http = context.switchToHttp();
  const request = http.getRequest<RequestWithCaller>();
  return {
    caller: request.caller,
    params: checkInput(params, request.params),
    query: contract.query && checkInput(contract.query, request.query),
    body: contract.body && checkInput(contract.body, request.body),
    request,
    response: http.getResponse<Response>(),
  };
});

const paramsSchema = (path: string, { params = {} }: RouteContract) =>
  z.object(
    Object.fromEntries(
      [...path.matchAll(/:(\w+)/g)].map(([, name]) => [name!, params[name!] ?? Id] as const),
    ),
  );

const statusOf = ({ answer, givesFile, creates }: RouteContract): number =>
  creates ? 201 : answer || givesFile ? 200 : 204;

/** Nest strips a list element by element. */
const elementOf = (answer: z.ZodType) =>
  (answer instanceof z.ZodArray ? answer.element : answer) as z.ZodType;
