import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { onTestFinished } from "vitest";
import { freePort } from "../../../infra/local/machine/free-port.ts";
import { PROGRAMS } from "../commands/programs.ts";

/** An application behind nginx as a shared cache, which obeys `Cache-Control` and nothing else. */
export interface HttpCache {
  /** `http://127.0.0.1:{port}` */
  readonly address: string;
}

const CONFIGURATION = (folder: string, port: number, origin: number) => `
daemon off;
${process.getuid?.() === 0 ? "user root;" : ""} # its folder is this user's
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache keys_zone=newsroom:1m;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${origin};
      proxy_cache newsroom;
      proxy_cache_lock on;
      proxy_cache_revalidate on;
      add_header X-Cache $upstream_cache_status always;
    }
  }
}
`;

/** Starts both, to end with the test. */
export async function httpCache(app: Hono): Promise<HttpCache> {
  const origin = await served(app);
  const folder = mkdtempSync(join(tmpdir(), "dateline-nginx-"));
  const port = await freePort();
  writeFileSync(join(folder, "nginx.conf"), CONFIGURATION(folder, port, origin));
  const nginx = spawn(PROGRAMS.nginx.command, [
    "-p",
    folder,
    "-c",
    join(folder, "nginx.conf"),
    "-e",
    join(folder, "error.log"),
  ]);
  onTestFinished(async () => {
    await ended(nginx);
    rmSync(folder, { recursive: true, force: true });
  });
  const address = `http://127.0.0.1:${port}`;
  await answering(address, nginx);
  return { address };
}

/** @returns the port on which the application answers */
async function served(app: Hono): Promise<number> {
  const server: Server = createServer(async (request, response) => {
    const answer = await app.request(request.url ?? "/", {
      method: request.method ?? "GET",
      headers: conditionsOf(request),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The application listens nowhere.");
  return address.port;
}

/** What a cache asks with when it revalidates. */
function conditionsOf({ headers }: IncomingMessage): Record<string, string> {
  const { "if-none-match": tag, "if-modified-since": date } = headers;
  return {
    ...(tag !== undefined && { "If-None-Match": tag }),
    ...(date !== undefined && { "If-Modified-Since": date }),
  };
}

async function answering(address: string, nginx: ChildProcess): Promise<void> {
  for (;;) {
    if (nginx.exitCode !== null) throw new Error(`nginx ended with ${nginx.exitCode}.`);
    const answered = await fetch(address, { redirect: "manual" }).then(
      () => true,
      () => false,
    );
    if (answered) return;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await exit;
}
