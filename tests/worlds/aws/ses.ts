import { createServer } from "node:http";
import { onTestFinished } from "vitest";

/** What SES is asked, as far as tests look. */
export interface SendEmailAsked {
  readonly FromEmailAddress: string;
  readonly Destination: { readonly ToAddresses: readonly string[] };
  readonly ConfigurationSetName: string;
  readonly Content: { readonly Raw: { readonly Data: string } };
}

/**
 * Stands in for the API of SES, which runs nowhere but on AWS: takes down what it is asked, and accepts it or refuses,
 * always or so many times.
 * Source: SES API v2 reference, SendEmail.
 */
export async function startSes(refusal?: { status: number; error: string; message: string; times?: number }) {
  const asked: SendEmailAsked[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push(JSON.parse(body));
    const refusing = asked.length <= (refusal?.times ?? Number.POSITIVE_INFINITY) ? refusal : undefined;
    response.writeHead(refusing?.status ?? 200, {
      "Content-Type": "application/json",
      ...(refusing && { "x-amzn-ErrorType": refusing.error }),
    });
    response.end(JSON.stringify(refusing ? { message: refusing.message } : { MessageId: "an-id-of-ses" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const where = server.address();
  if (where === null || typeof where === "string") throw new Error("It listens nowhere");
  return { asked, endpoint: `http://127.0.0.1:${where.port}` };
}
