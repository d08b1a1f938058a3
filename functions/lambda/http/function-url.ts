/** The parts of a Function URL event, payload format 2.0, that a request is made of. */
export interface FunctionUrlEvent {
  readonly rawPath: string;
  readonly rawQueryString: string;
  /** Names in lower case, several values joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly requestContext: { readonly domainName: string; readonly http: { readonly method: string } };
}

/** What Lambda makes an HTTP response of, when the Function URL is buffered. */
export interface FunctionUrlResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the body is bytes: a picture. */
  readonly isBase64Encoded: boolean;
}

/**
 * Joins a Function URL to an application that answers web requests with text, and with small pictures.
 * Source: AWS Lambda developer guide, "Invoking Lambda function URLs", request and response payloads.
 */
export function functionUrlHandler(fetch: (request: Request) => Response | Promise<Response>) {
  return async (event: FunctionUrlEvent): Promise<FunctionUrlResult> => {
    const { domainName, http } = event.requestContext;
    const query = event.rawQueryString === "" ? "" : `?${event.rawQueryString}`;
    const request = new Request(`https://${domainName}${event.rawPath}${query}`, {
      method: http.method,
      headers: event.headers,
    });
    const response = await fetch(request);
    return {
      statusCode: response.status,
      headers: Object.fromEntries(response.headers.entries()),
      ...(await bodyOf(response)),
    };
  };
}

async function bodyOf(response: Response): Promise<Pick<FunctionUrlResult, "body" | "isBase64Encoded">> {
  const isBitmap = /^image\/(?!svg)/.test(response.headers.get("Content-Type") ?? "");
  if (!isBitmap) return { body: await response.text(), isBase64Encoded: false };
  return { body: Buffer.from(await response.arrayBuffer()).toString("base64"), isBase64Encoded: true };
}
