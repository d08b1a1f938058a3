import { createServer, type RequestListener, type Server } from "node:http";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { type ArrivalLimits, keepAlive } from "../machine/keep-alive.ts";

const CHECK_MS = 5_000;

/** Connections that wait to be accepted; beyond, the system resets them. A crowd comes at once when registration opens. */
const WAITING = 4096;

/** A port on the loopback interface that is listened on; who answers there may change. */
export interface Door {
  /** `http://127.0.0.1:{port}` */
  readonly address: string;
  readonly server: Server;
  /** Answers all requests from now on. */
  answerWith(listener: RequestListener): void;
  stop(): Promise<void>;
}

/**
 * Listens before anything else is loaded or started, so that a taken port shows at once.
 *
 * @param port 0 for a free one
 * @param listener answers until there is another
 * @param limits how slowly a request may come; `checkMs` is how often that is looked at
 * @throws Refusal `port-taken` when the port cannot be listened on
 */
export async function openDoor(
  port: number,
  listener: RequestListener = unavailable,
  { checkMs = CHECK_MS, ...limits }: ArrivalLimits & { readonly checkMs?: number } = {},
): Promise<Door> {
  let present = listener;
  const server = createServer({ connectionsCheckingInterval: checkMs }, (request, response) =>
    present(request, response),
  );
  keepAlive(server, limits);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(portTaken(port, cause)));
    server.listen({ port, host: "127.0.0.1", backlog: WAITING }, resolve);
  });
  const listening = server.address();
  const actual = typeof listening === "object" && listening ? listening.port : port;
  return {
    address: `http://127.0.0.1:${actual}`,
    server,
    answerWith: (next) => {
      present = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const unavailable: RequestListener = (_, response) => void response.writeHead(503).end();

function portTaken(port: number, cause: NodeJS.ErrnoException): Refusal {
  const why =
    cause.code === "EACCES" ? "needs rights that this user does not have" : "is taken by another program";
  return new Refusal(
    "port-taken",
    500,
    `Port ${port} ${why}.`,
    "Choose another one: `npm start -- --port 8788`.",
    { cause },
  );
}
