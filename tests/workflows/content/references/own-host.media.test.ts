import { expect, test } from "vitest";
import { bodyAt, compiledIn } from "../../../worlds/content/compiled.ts";
import { contentFolder, openFolder } from "../../../worlds/content/content.ts";
import { SMALL_NEWSROOM } from "../../../worlds/content/small-newsroom.ts";

const EVENT = "events/press-day/event.yaml";
const link = (href: string) => `${SMALL_NEWSROOM["pages/about/en.md"]}\n[the day](${href})\n`;

test("a link to what lifts later is refused although it was written with our own host", async () => {
  const later = String(SMALL_NEWSROOM[EVENT]).replace(/publishAt: \S+/, "publishAt: 2199-01-01T10:00");
  for (const host of [
    "https://newsroom.example.org",
    "http://127.0.0.1:8787",
    "HTTP://NEWSROOM.example.org:80",
  ]) {
    const { problems } = await openFolder(
      await contentFolder({ [EVENT]: later, "pages/about/en.md": link(`${host}/en/events/press-day`) }),
    );
    expect(problems.map(({ message }) => message).join("\n"), host).toContain(
      "/en/events/press-day is not public yet, and a page is public at once",
    );
  }
});

test("a link that was written with our own host leads within the newsroom on pages", async () => {
  const directory = await contentFolder({
    "pages/about/en.md": link("https://newsroom.example.org/en/events/press-day"),
  });
  const page = bodyAt(await compiledIn(directory, "pages/about"), "/en/about");
  expect(page).toMatchObject({ html: expect.stringContaining('<a href="/en/events/press-day">the day</a>') });
});

test("a link to another site stays as it is", async () => {
  const directory = await contentFolder({
    "pages/about/en.md": link("https://example.com/en/events/press-day"),
  });
  const page = bodyAt(await compiledIn(directory, "pages/about"), "/en/about");
  expect(page).toMatchObject({
    html: expect.stringContaining('<a href="https://example.com/en/events/press-day" rel="external">'),
  });
});
