import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../infra/local/machine/free-port.ts";

/**
 * How long a fresh `npm start` takes until the first page is there and until everything is published, on the clock
 * and in processor seconds of all its processes. The second figure is the one to compare on a machine that does other
 * things as well.
 */
export async function benchFreshStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-bench-start-"));
  const state = join(folder, "state");
  const port = await freePort();
  const begun = performance.now();
  const args = ["start", "--silent", "--", "--port", String(port), "--state", state];
  const child = spawn("npm", args, { detached: true, stdio: ["ignore", "pipe", "inherit"] });
  const pid = child.pid ?? 0;
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  const report = (what: string) =>
    console.log(
      `  ${what.padEnd(24)} ${seconds(performance.now() - begun)} s   ${cpuOfTree(pid).toFixed(1)} s of processor`,
    );
  try {
    await until(async () => (await fetch(`http://127.0.0.1:${port}/en/`)).status === 200);
    report("first page");
    await until(async () => /^Published: /m.test(output));
    report("everything published");
    await until(async () => output.includes("The newsroom is open"));
  } finally {
    process.kill(-pid, "SIGINT");
    await once(child, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds().catch(() => false))) await pause(50);
}

/** Processor seconds of a process and everything below it, also of what has ended there (Linux, proc(5)). */
function cpuOfTree(root: number): number {
  const TICKS = 100;
  const rows = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, "utf8")
          .replace(/^.*\) /s, "")
          .split(" ");
        const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
        return [{ pid: Number(name), parent: Number(fields[1]), ticks }];
      } catch {
        return []; // ended meanwhile
      }
    });
  const sum = (pid: number): number =>
    (rows.find((row) => row.pid === pid)?.ticks ?? 0) / TICKS +
    rows.filter((row) => row.parent === pid).reduce((total, row) => total + sum(row.pid), 0);
  return sum(root);
}
