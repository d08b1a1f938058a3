import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface CuttingProxy {
  readonly address: string;
  /** How many connections were cut so far. */
  cuts(): number;
}

/**
 * A poor line to a server on this machine: of the connections that bring many bytes the n-th ends after `offsets[n]`
 * of them, in turn as if the server had gone and as if the line had. Those after the last offset are left alone.
 */
export async function cuttingProxy(to: string, offsets: readonly number[]): Promise<CuttingProxy> {
  const { hostname, port } = new URL(to);
  const left = [...offsets];
  const open = new Set<Socket>();
  const server = createServer((reader) => {
    const origin = connect(Number(port), hostname);
    const offset = left.shift();
    let passed = 0;
    for (const socket of [reader, origin]) {
      open.add(socket);
      socket.on("error", () => {}); // cut lines are what this is for
      socket.on("close", () => {
        open.delete(socket);
        reader.destroy();
        origin.destroy();
      });
    }
    reader.pipe(origin);
    origin.on("data", (bytes: Buffer) => {
      if (offset === undefined || passed + bytes.length < offset) {
        passed += bytes.length;
        if (!reader.write(bytes)) {
          origin.pause();
          reader.once("drain", () => origin.resume());
        }
        return;
      }
      cuts++;
      origin.destroy();
      if (cuts % 2 === 0) reader.resetAndDestroy();
      else reader.end(bytes.subarray(0, offset - passed));
    });
    origin.on("end", () => reader.end());
  });
  let cuts = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const listening = server.address();
  if (typeof listening !== "object" || !listening) throw new Error("The proxy does not listen.");
  return { address: `http://127.0.0.1:${listening.port}`, cuts: () => cuts };
}
