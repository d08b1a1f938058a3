/**
 * Light `Headers`, `Request` and `Response` in the place of Node's own, whose first use loads undici: about 35 ms
 * of a cold start, and half the throughput of a warm one. They do what Hono and these functions use, with whole
 * bodies of text or of a small picture; `npm run bench` measures what they save.
 *
 * Plain assignment: `Object.defineProperty` on these globals would run the very load that this avoids.
 */
type HeaderInit =
  | LightHeaders
  | Headers
  | Iterable<readonly [string, string]>
  | Record<string, string>
  | undefined;

export class LightHeaders {
  readonly #values = new Map<string, string>();

  constructor(init?: HeaderInit) {
    if (!init) return;
    const entries = Symbol.iterator in init ? init : Object.entries(init);
    for (const [name, value] of entries) this.append(name, value);
  }

  get(name: string): string | null {
    return this.#values.get(name.toLowerCase()) ?? null;
  }

  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }

  set(name: string, value: string): void {
    this.#values.set(name.toLowerCase(), value);
  }

  append(name: string, value: string): void {
    const before = this.get(name);
    this.set(name, before === null ? value : `${before}, ${value}`);
  }

  delete(name: string): void {
    this.#values.delete(name.toLowerCase());
  }

  forEach(callback: (value: string, name: string) => void): void {
    this.#values.forEach((value, name) => {
      callback(value, name);
    });
  }

  entries(): MapIterator<[string, string]> {
    return this.#values.entries();
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.#values.entries();
  }
}

export class LightRequest {
  readonly method: string;
  readonly headers: LightHeaders;
  readonly #body: string;

  constructor(
    readonly url: string,
    init: { method?: string; headers?: HeaderInit; body?: string } = {},
  ) {
    this.method = init.method ?? "GET";
    this.headers = new LightHeaders(init.headers);
    this.#body = init.body ?? "";
  }

  async text(): Promise<string> {
    return this.#body;
  }
}

export class LightResponse {
  readonly status: number;
  readonly headers: LightHeaders;
  readonly bodyUsed = false;

  constructor(
    readonly body: string | Uint8Array | null = null,
    init: { status?: number; headers?: HeaderInit } = {},
  ) {
    this.status = init.status ?? 200;
    this.headers = new LightHeaders(init.headers);
    if (body !== null && !this.headers.has("content-type"))
      this.headers.set("Content-Type", "text/plain;charset=UTF-8");
  }

  async text(): Promise<string> {
    return typeof this.body === "string" ? this.body : Buffer.from(this.body ?? []).toString();
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(Buffer.from(this.body ?? "")).buffer;
  }
}

Object.assign(globalThis, { Headers: LightHeaders, Request: LightRequest, Response: LightResponse });
