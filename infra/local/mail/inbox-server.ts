import { createServer } from "node:http";
import { inboxApp } from "./inbox-app.tsx";
import type { MailCatcher } from "./mail-catcher.ts";

export interface Inbox {
  readonly address: string;
  stop(): Promise<void>;
}

/** Shows what was caught, on the loopback interface. @param port the one that is tried first; a free one if it is taken */
export async function startInbox(catcher: MailCatcher, port: number): Promise<Inbox> {
  const app = inboxApp(catcher);
  const server = createServer(async (request, response) => {
    const method = request.method === "HEAD" ? "HEAD" : "GET";
    const answer = await app.fetch(new Request(`http://inbox.local${request.url ?? "/"}`, { method }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  const listen = (asked: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(asked, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  await listen(port).catch(() => listen(0));
  const address = server.address();
  return {
    address: `http://127.0.0.1:${typeof address === "object" && address ? address.port : port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
