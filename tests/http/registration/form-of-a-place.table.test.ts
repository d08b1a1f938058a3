import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import { type RegistrationSite, registrationSite } from "../../worlds/registration/registration-site.ts";

let site: RegistrationSite;
const form = async (query = ""): Promise<string> =>
  (await site.ask(`/en/register/${site.event.slug}${query}`)).text();
const chosenIn = (html: string) =>
  [...html.matchAll(/<input type="checkbox"[^>]*name="place" value="([^"]+)" checked/g)].map(([, id]) => id);

beforeAll(async () => {
  site = await registrationSite(
    eventOf([
      placeOf("hall"),
      placeOf("press", { audience: "press" }),
      placeOf("board", { audience: "invitation" }),
    ]),
  );
});

test("the link of a place opens the form with this place chosen; ids that are not offered are ignored", async () => {
  expect(chosenIn(await form())).toEqual([]);
  expect(chosenIn(await form("?place=press"))).toEqual(["press"]);
  expect(chosenIn(await form("?place=gone&place=board&place=%22%3E&place=hall"))).toEqual(["hall"]);
});

test("whoever changes the language of a form keeps the place that its link named", async () => {
  expect(await form("?place=press&place=gone")).toContain(
    `href="/kk/register/${site.event.slug}?place=press"`,
  );
});

test("the style that hides what a form does not ask yet is one that the page's policy lets through", async () => {
  const answer = await site.ask(`/en/register/${site.event.slug}`);
  const style = [...(await answer.text()).matchAll(/<style>([^<]*)<\/style>/g)].at(-1)?.[1] ?? "";
  expect(style).toContain("#press-fields{display:none}");
  const hash = createHash("sha256").update(style).digest("base64");
  expect(answer.headers.get("Content-Security-Policy")).toContain(`'sha256-${hash}'`);
});
