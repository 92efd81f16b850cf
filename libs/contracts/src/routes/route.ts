import type { z } from 'zod';
import type { Id } from '../vocabulary.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What an endpoint is known by: method and path, `GET /api/cohorts/:id`. */
export type RouteKey = `${Method} /${string}`;

/** What may be asked of an endpoint, and what it answers. */
export type RouteContract = {
  /** Anybody may ask, logged in or not; of every other, the handler says who may. */
  readonly public?: true;
  /** One line for whoever reads the OpenAPI document. */
  readonly summary: string;
  /** Of the path's parameters, those that are no `Id`. */
  readonly params?: Readonly<Record<string, z.ZodType>>;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Comes as the one file of a multipart form, in the place of a body. */
  readonly takesFile?: true;
  /** A `z.object` is cut down to what it names, a `z.strictObject` refuses more; a list is a bare `z.array`. */
  readonly answer?: z.ZodType;
  /** The media type of an answer that is a file, in the place of `answer`. */
  readonly givesFile?: string;
  /** Answered with 201, not 200. */
  readonly creates?: true;
};

export type RouteTable = Readonly<Record<RouteKey, RouteContract>>;

/** A table of routes, with its keys and schemas kept as they are written. */
export const routeTable = <const Table extends RouteTable>(table: Table): Table => table;

/** `id` and `partId` of `/api/entries/:id/parts/:partId/attempt`. */
export type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type SchemaOfParam<Contract, Name extends string> = Contract extends {
  readonly params: infer Params;
}
  ? Name extends keyof Params
    ? Params[Name]
    : typeof Id
  : typeof Id;

/** By name, what the path of a route is asked with. */
export type ParamsOf<Key extends string, Contract> = {
  readonly [Name in NamesIn<Key>]: z.output<Extract<SchemaOfParam<Contract, Name>, z.ZodType>>;
};

type Part<Contract, Name extends string> = Contract extends { readonly [key in Name]: infer Schema }
  ? Extract<Schema, z.ZodType>
  : never;

/** `undefined` where a route has no such part. */
type Given<Schema extends z.ZodType> = [Schema] extends [never] ? undefined : z.input<Schema>;
type Checked<Schema extends z.ZodType> = [Schema] extends [never] ? undefined : z.output<Schema>;

/** What the asking side may send. */
export type QueryGiven<Contract> = Readable<Given<Part<Contract, 'query'>>>;
export type BodyGiven<Contract> = Readable<Given<Part<Contract, 'body'>>>;
/** What the answering side reads, after its check. */
export type QueryChecked<Contract> = Checked<Part<Contract, 'query'>>;
export type BodyChecked<Contract> = Checked<Part<Contract, 'body'>>;
/** What the answering side may give, before whatever the schema does not name is stripped. */
export type AnswerGiven<Contract> = Readable<Given<Part<Contract, 'answer'>>>;
/** What the asking side reads. */
export type AnswerOf<Contract> = Checked<Part<Contract, 'answer'>>;

/** A value as others give it to be read: nobody writes to what was sent or answered. */
export type Readable<Value> = Value extends readonly (infer Element)[]
  ? readonly Readable<Element>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Readable<Value[Key]> }
    : Value;
