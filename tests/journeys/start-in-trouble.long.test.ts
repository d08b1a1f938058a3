import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freshWorkplace } from "../worlds/commands/fresh-workplace.ts";
import { npmStart, type Workplace } from "../worlds/commands/started-newsroom.ts";

const RELEASE = "releases/world-day-2020-25-years";

function workplace(): Workplace {
  const place = freshWorkplace();
  onTestFinished(place.remove);
  return place;
}

test("a kill of the newsroom itself leaves nothing running and no state that is taken", async () => {
  const place = workplace();
  const killed = npmStart(place);
  process.kill((await killed.opened()).pid, "SIGKILL");
  await killed.exit();

  const newsroom = npmStart(place, "--at", "2020-07-29T23:00");
  const { address } = await newsroom.opened();
  expect((await fetch(`${address}/en/${RELEASE}`)).status).toBe(404);
  expect(newsroom.said()).toContain("29 July 2020 at 23:00");
  await newsroom.interrupt();
});

test("content that cannot be published at all is told with every problem, and nothing stays running", async () => {
  const place = workplace();
  const site = join(place.content, "site.yaml");
  writeFileSync(join(place.content, RELEASE, "release.yaml"), "id: no\n");
  writeFileSync(site, readFileSync(site, "utf8").replace(/^navigation:/m, "navigaton:"));
  const newsroom = npmStart(place);
  expect(await newsroom.exit()).toBe(1);
  expect(newsroom.said()).toMatch(/release\.yaml:1: /);
  expect(newsroom.said()).toMatch(/site\.yaml:\d+: .*did you mean navigation/);
  expect(newsroom.said()).toContain("Nothing could be published.");
});
