/** The parts of an event of an HTTP API, payload format 2.0, that a request is made of. */
export interface HttpApiEvent {
  readonly rawPath: string;
  readonly rawQueryString: string;
  /** Names in lower case, several values joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** Each `name=value`; they come apart from the headers. */
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded: boolean;
  readonly requestContext: { readonly domainName: string; readonly http: { readonly method: string } };
}

/** What an HTTP API makes a response of. */
export interface HttpApiResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: false;
}

/**
 * Joins an HTTP API to an application that answers web requests with text, forms and cookies included.
 * Source: Amazon API Gateway developer guide, "Create AWS Lambda proxy integrations for HTTP APIs", format 2.0.
 */
export function httpApiHandler(fetch: (request: Request) => Response | Promise<Response>) {
  return async (event: HttpApiEvent): Promise<HttpApiResult> => {
    const { domainName, http } = event.requestContext;
    const query = event.rawQueryString === "" ? "" : `?${event.rawQueryString}`;
    const headers = new Headers(event.headers);
    if (event.cookies && event.cookies.length > 0) headers.set("cookie", event.cookies.join("; "));
    const hasBody = http.method !== "GET" && http.method !== "HEAD";
    const response = await fetch(
      new Request(`https://${domainName}${event.rawPath}${query}`, {
        method: http.method,
        headers,
        ...(hasBody && { body: Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8") }),
      }),
    );
    const told = Object.fromEntries([...response.headers].filter(([name]) => name !== "set-cookie"));
    return {
      statusCode: response.status,
      headers: told,
      cookies: response.headers.getSetCookie(),
      body: await response.text(),
      isBase64Encoded: false,
    };
  };
}
