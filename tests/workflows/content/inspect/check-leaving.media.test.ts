import { describe, expect, it } from "vitest";
import { noteOf } from "../../../worlds/content/content-newsroom.ts";
import { EVENT, edited, found, holds, KIT, RELEASE } from "../../../worlds/content/content-problems.ts";

const adding = (line: string) => () => edited(RELEASE, "kit: photos", line);
const leaving = (fields: string, at = "2025-12-01T10:00") => `leaving: { at: ${at}, ${fields} }`;

describe("leaving", () => {
  holds([
    ["a verb that is none", adding(leaving("verb: delete")), `${RELEASE}:7: error`, "withdraw"],
    [
      "no explanation",
      adding(leaving("verb: withdraw")),
      `${RELEASE}:7: error a withdrawal without an explanation`,
    ],
    ["nowhere to go", adding(leaving("verb: redirect")), `${RELEASE}:7: error a redirect that leads nowhere`],
    ["a way where none is needed", adding(leaving("verb: gone, to: pages/about")), "`gone` leads nowhere"],
    [
      "a folder that is not there",
      adding(leaving("verb: redirect, to: media-kits/photo")),
      `${RELEASE}:7: error there is no folder "media-kits/photo"`,
      "did you mean media-kits/photos?",
    ],
    ["itself", adding(leaving("verb: redirect, to: releases/first")), "leads back to where it began"],
    [
      "a circle",
      () => ({
        ...edited(RELEASE, "kit: photos", leaving("verb: redirect, to: media-kits/photos")),
        ...edited(KIT, "topics:", `${leaving("verb: redirect, to: releases/first")}\ntopics:`),
      }),
      `${RELEASE}:7: error the redirect to media-kits/photos leads back`,
      `${KIT}:4: error the redirect to releases/first leads back`,
    ],
    [
      "what is gone",
      () => ({
        ...edited(RELEASE, "kit: photos", leaving("verb: redirect, to: media-kits/photos")),
        ...edited(KIT, "topics:", `${leaving("verb: gone")}\ntopics:`),
      }),
      "the redirect ends at media-kits/photos, which is gone",
    ],
    [
      "a time before it was public",
      adding(leaving("verb: gone", "2020-07-01T10:00")),
      "it leaves before it is public",
    ],
    ["a time that lies ahead", adding(leaving("verb: gone", "2026-06-01T10:00")), "this leaving lies ahead"],
    ["a draft", adding(`draft: true\n${leaving("verb: gone")}`), "a draft has never been public"],
    [
      "a correction that lies ahead",
      adding(`corrections: [{ at: 2026-06-01T10:00, note: ${noteOf("Later")} }]`),
      `${RELEASE}:7: error this correction lies ahead, at 2026-06-01T05:00:00Z`,
    ],
    [
      "a text that leads to what is gone",
      () => ({
        ...edited(EVENT, "topics:", `${leaving("verb: gone")}\ntopics:`),
        ...edited("pages/about/en.md", "Who we are.", "See [the event](/en/events/press-day)."),
      }),
      "error /en/events/press-day is gone",
    ],
    [
      "a text that leads to a draft",
      () => ({
        ...edited(EVENT, "topics:", "draft: true\ntopics:"),
        ...edited("releases/first/en.md", "/en/about", "/en/events/press-day"),
      }),
      "error /en/events/press-day is published later",
    ],
  ]);

  it("may have come to an end this very second", async () => {
    expect(await found(adding(leaving("verb: gone", "2026-01-01T00:00:00Z"))())).toEqual([]);
  });
});
