import { createServer } from "node:http";
import { keepAlive } from "../machine/keep-alive.ts";
import { inboxApp } from "./inbox-app.tsx";
import type { MailCatcher } from "./mail-catcher.ts";

export interface Inbox {
  readonly address: string;
  stop(): Promise<void>;
}

const ORIGIN = "http://inbox.local";
const OWN_NAMES: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Status for what is not answered. Mails hold links that open registrations: a name of somebody's own that leads to
 * this machine must not let their page read them (DNS rebinding).
 */
function refusal(method: string, url: string, host: string | undefined): number | undefined {
  if (method !== "GET" && method !== "HEAD") return 405;
  if (!url.startsWith("/") || !URL.canParse(url, ORIGIN)) return 400;
  return OWN_NAMES.has(host?.replace(/:\d+$/, "") ?? "") ? undefined : 421;
}

/** Shows what was caught, on the loopback interface. @param port the one that is tried first; a free one if it is taken */
export async function startInbox(catcher: MailCatcher, port: number): Promise<Inbox> {
  const app = inboxApp(catcher);
  const server = createServer(async (request, response) => {
    const { method = "GET", url = "/", headers } = request;
    const refused = refusal(method, url, headers.host);
    if (refused !== undefined) return response.writeHead(refused).end();
    const answer = await app.fetch(new Request(new URL(url, ORIGIN), { method }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    return response.end(Buffer.from(await answer.arrayBuffer()));
  });
  keepAlive(server);
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
