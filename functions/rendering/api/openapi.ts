/** As much of an OpenAPI 3.1 document as Dateline writes and its page reads. */
export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly Tag[];
  readonly servers: readonly { readonly url: string }[];
  readonly security: readonly [];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, ComponentSchema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly headers: Readonly<Record<string, object>>;
    readonly responses: Readonly<Record<string, object>>;
  };
}

export interface ComponentSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, ComponentProperty>>;
}

export interface ComponentProperty {
  readonly $ref?: string;
  readonly description?: string;
}

export interface Tag {
  readonly name: string;
  readonly description: string;
}

export interface PathItem {
  readonly get: ApiOperation;
}

export interface ApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Referring[];
  readonly responses: Readonly<Record<string, object>>;
}

/** Points to a component: `#/components/parameters/limit`. */
export interface Referring {
  readonly $ref: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

/** A schema of a parameter: simple values only. */
export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly default?: unknown;
}
