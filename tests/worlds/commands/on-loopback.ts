import { once } from "node:events";
import type { Server } from "node:http";

/** Lets a server listen on this machine alone. @returns its address, and what ends it with every connection */
export async function onLoopback(server: Server): Promise<{ endpoint: string; stop: () => void }> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const where = server.address();
  if (where === null || typeof where === "string") throw new Error("It listens nowhere.");
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { endpoint: `http://127.0.0.1:${where.port}`, stop };
}
