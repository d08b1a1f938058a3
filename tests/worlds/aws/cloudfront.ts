import { createServer } from "node:http";
import { onTestFinished } from "vitest";

/** CloudFront's API for invalidations, too busy at first. */
export interface BusyCloudFront {
  readonly address: string;
  /** Of each request that it was sent. */
  readonly references: string[];
  /** Is aborted at the first request. */
  readonly wasAsked: AbortSignal;
}

/** CloudFront API reference, "CreateInvalidation": 400 `TooManyInvalidationsInProgress`, 201 with the invalidation. */
const BUSY =
  '<ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type><Code>TooManyInvalidationsInProgress</Code><Message>Wait.</Message></Error></ErrorResponse>';
const TAKEN =
  '<Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>I1</Id><Status>InProgress</Status></Invalidation>';

/** It ends with the test. @param times how often it is too busy */
export async function startBusyCloudFront({ times }: { readonly times: number }): Promise<BusyCloudFront> {
  const references: string[] = [];
  const asked = new AbortController();
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    references.push(/<CallerReference>(.*)<\/CallerReference>/.exec(body)?.[1] ?? "");
    asked.abort();
    const busy = references.length <= times;
    response.writeHead(busy ? 400 : 201, { "Content-Type": "text/xml" }).end(busy ? BUSY : TAKEN);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const where = server.address();
  if (where === null || typeof where === "string") throw new Error("CloudFront listens nowhere");
  return { address: `http://127.0.0.1:${where.port}`, references, wasAsked: asked.signal };
}
