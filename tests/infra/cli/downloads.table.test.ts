import { beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { downloadCounter } from "../../../functions/storage/newsroom/download-counts.ts";
import { reportAsCsv, reportInWords } from "../../../infra/cli/operating/downloads-words.ts";
import { takeState } from "../../../infra/local/machine/state-directory.ts";
import { command } from "../../worlds/commands/command.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { PATIENT_MS } from "../../worlds/documents/downloads.ts";
import { smallEdge } from "../../worlds/reading/local-edge.ts";
import { freshNewsroomTable } from "../../worlds/tables/tables.ts";

const DAY = "2027-07-30";
const COUNTED = {
  day: DAY,
  kit: "world-day",
  file: "heart.jpg",
  rendition: "original",
  by: "reader",
} as const;
let table: string;

beforeAll(async () => {
  const fresh = await freshNewsroomTable();
  table = fresh.table;
  const count = downloadCounter(fresh.client, table, PATIENT_MS);
  for (const each of [COUNTED, COUNTED, { ...COUNTED, by: "robot" } as const]) await count(each);
  await count({ ...COUNTED, kit: "other", day: "2027-07-31", file: "world-day.zip", rendition: "kit" });
});

/** Runs the command against a newsroom on this machine that has the table of this file. */
async function downloads(...args: string[]) {
  const { address } = await smallEdge();
  const state = await takeState(temporaryFolder());
  onTestFinished(() => state.release());
  state.tell({
    address,
    dynamodb: inject("dynamodbEndpoint"),
    dynamodbPid: process.pid,
    s3: inject("s3Endpoint"),
    table,
    registrations: "none",
    mediaBucket: "none",
    originalsBucket: "none",
  });
  return command("downloads", "--state", state.path, ...args);
}

describe("npm run downloads", () => {
  test("shows each file of each kit, readers and robots, and their sums", async () => {
    const { stdout, stderr, code } = await downloads("--from", DAY, "--to", "2027-07-31");
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    expect(stdout.split("\n").map((line) => line.replaceAll(/ +/g, " ").trimEnd())).toEqual([
      "Downloads from 2027-07-30 to 2027-07-31 (UTC)",
      "",
      "kit file rendition readers robots",
      "--------- ------------- --------- ------- ------",
      "other world-day.zip kit 1 0",
      "world-day heart.jpg original 2 1",
      "--------- ------------- --------- ------- ------",
      "all 3 1",
      "",
    ]);
  });

  test("gives a program the same, of one kit and one day", async () => {
    const { stdout } = await downloads("--from", DAY, "--to", DAY, "--kit", "world-day", "--json");
    expect(JSON.parse(stdout)).toEqual({
      from: DAY,
      to: DAY,
      rows: [{ kit: "world-day", file: "heart.jpg", rendition: "original", readers: 2, robots: 1 }],
      readers: 2,
      robots: 1,
    });
  });

  test.each([[["--from", "soon"]], [["--json", "--csv"]]])("%j is refused in one line", async (args) => {
    const { stderr, code } = await command("downloads", ...args);
    expect([code, stderr.trim().split("\n").length]).toEqual([2, 1]);
  });
});

describe("words", () => {
  const row = { kit: "k", file: '=HYPERLINK("x"),b', rendition: "original", readers: 1, robots: 0 } as const;
  const report = { from: DAY, to: DAY, rows: [row], readers: 1, robots: 0 };

  test("for a spreadsheet hold no formula", () => {
    expect(reportAsCsv(report)).toBe(
      `kit,file,rendition,readers,robots\r\nk,"'=HYPERLINK(""x""),b",original,1,0\r\n`,
    );
  });

  test("say it when there was nothing", () => {
    expect(reportInWords({ ...report, rows: [], readers: 0 })).toBe(
      "Nothing was downloaded on 2027-07-30 (UTC).\n",
    );
  });
});
