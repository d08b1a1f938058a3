import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addSeconds, toInstant } from "../../functions/domain/instant.ts";
import { openBrowser } from "../../infra/local/machine/browser.ts";
import { type CommandRun, command } from "../worlds/commands/command.ts";
import { freshWorkplace } from "../worlds/commands/fresh-workplace.ts";
import { npmStart, type StartedNewsroom } from "../worlds/commands/started-newsroom.ts";

const A_MONTH = 30 * 86_400;
const RELEASE = "releases/world-day-2027-announcement";

const place = freshWorkplace();
let newsroom: StartedNewsroom;
let browser: Browser;
let page: Page;

/** Puts a folder of the content under embargo for a month. */
function embargo(folder: string, file: string): void {
  const path = join(place.content, folder, file);
  const lift = addSeconds(toInstant(new Date()), A_MONTH);
  writeFileSync(path, readFileSync(path, "utf8").replace(/^publishAt: .*$/m, `publishAt: ${lift}`));
}

beforeAll(async () => {
  embargo(RELEASE, "release.yaml");
  const kit = join(place.content, "media-kits/early-kit");
  cpSync(join(place.content, "media-kits/world-day-2020"), kit, { recursive: true });
  const yaml = join(kit, "kit.yaml");
  writeFileSync(yaml, readFileSync(yaml, "utf8").replace(/^id: .*$/m, `id: ${crypto.randomUUID()}`));
  embargo("media-kits/early-kit", "kit.yaml");
  newsroom = npmStart(place);
  await newsroom.opened();
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
});
afterAll(async () => {
  await browser?.close();
  await newsroom?.interrupt();
  place.remove();
});

const embargoCommand = (...args: string[]): Promise<CommandRun> =>
  command("embargo", ...args, "--state", place.state);

function linkIn({ stdout }: CommandRun): string {
  return /https?:\S+/.exec(stdout)?.[0] ?? "";
}

test("what cannot be granted is refused with what to do", async () => {
  const mistyped = await embargoCommand("grant", "--to", "A <a@b.example>", "--unit", `${RELEASE}s`);
  expect(mistyped).toMatchObject({ code: 1, stderr: expect.stringContaining(`Did you mean ${RELEASE}?`) });
  const open = await embargoCommand("grant", "--to", "A <a@b.example>", "--unit", "releases/how-to-help");
  expect(open).toMatchObject({ code: 1, stderr: expect.stringContaining("is public already") });
  const nobody = await embargoCommand("grant", "--to", "Aigul", "--unit", RELEASE);
  expect(nobody).toMatchObject({ code: 2, stderr: expect.stringContaining("names no person") });
});

test("a journalist opens a link, reads, sees pictures, downloads; then it is taken back", async () => {
  const link = linkIn(
    await embargoCommand(
      "grant",
      "--to",
      "Aigul <aigul@agency.example>",
      "--unit",
      RELEASE,
      "--unit",
      "kits/early-kit",
    ),
  );
  const { origin } = new URL(link);
  expect((await fetch(`${origin}/en/${RELEASE}`)).status).toBe(404);

  await page.goto(link);
  await page.getByRole("button", { name: "Open" }).click();
  expect(page.url()).toBe(`${link}/contents`);
  await page.locator("main h2 a").first().click();
  expect(page.url()).toBe(`${link}/${RELEASE}`);
  await expect(page.locator("aside.preview").textContent()).resolves.toMatch(/^Embargoed until/);

  await page.goto(`${link}/kits/early-kit`);
  const picture = page.locator(".asset img").first();
  await picture.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => {
    const [image] = document.querySelectorAll<HTMLImageElement>(".asset img");
    return image?.complete && image.naturalWidth > 0;
  });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".asset a.button").first().click(),
  ]);
  expect(await download.failure()).toBe(null);

  const listed = await embargoCommand("list");
  for (const what of ["link", `/en/${RELEASE}`, "/en/kits/early-kit", "/downloads/early-kit/"])
    expect(listed.stdout).toContain(what);
  expect(await embargoCommand("revoke", "aigul@agency.example")).toMatchObject({ code: 0 });
  expect((await page.goto(`${link}/contents`))?.status()).toBe(404);
});
