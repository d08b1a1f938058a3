import { expect, it } from "vitest";
import { EVENT, edited, found, holds } from "../../../worlds/content/content-problems.ts";
import { type ContentFiles, inThree, words } from "../../../worlds/content/small-newsroom.ts";

/** The small newsroom's event, its place with a private address, and with other settings. */
function hidden(
  settings = "approval: true",
  said: Record<string, unknown> = { address: "7 Hidden Lane, Astana", directions: "Ring twice." },
  more: { venue?: Record<string, string>; body?: string } = {},
): ContentFiles {
  return {
    ...edited(EVENT, "approval: true", settings),
    ...inThree("events/press-day", (language, translationOf) =>
      words(
        {
          title: `Event ${language}`,
          summary: "Summary",
          translationOf,
          city: "Astana",
          ...(more.venue && { venue: more.venue }),
          sessions: { opening: { title: "Opening" } },
          places: { "press-room": { title: "Press room", ...said } },
        },
        more.body ?? "All are welcome.\n",
      ),
    ),
  };
}

it("a place may have an address that is told after approval, which is when nothing is said, or at a time", async () => {
  for (const settings of [
    "approval: true",
    "approval: true, tell: after-approval",
    "approval: true, tell: on-confirmation",
    "approval: true, tell: at 2020-07-29T18:00",
    'approval: true, tell: "at 2020-07-29T18:00:00+06:00"',
  ])
    expect([settings, await found(hidden(settings))]).toEqual([settings, []]);
});

holds([
  [
    "a word that names no moment is an error with the words that do",
    () => hidden("approval: true, tell: soon"),
    'event.yaml:12: error tell is "soon"; expected on-confirmation, after-approval, or at and a time such as at 2027-07-29T18:00',
  ],
  [
    "an address that nobody may be told is an error",
    () => hidden("closes: 2020-07-29T10:00"),
    "event.yaml:12: error nothing says when the address of press-room is told, and nobody approves who comes",
  ],
  [
    "approval that nobody gives opens no address",
    () => hidden("tell: after-approval"),
    "event.yaml:12: error the address of press-room is told after approval, which the place does not ask",
  ],
  [
    "an address for whoever confirms a throwaway mailbox is worth a look",
    () => hidden("tell: on-confirmation"),
    "event.yaml:12: warning whoever registers for press-room with a throwaway address reads where it is",
  ],
  [
    "a moment without an address to tell is an error",
    () => hidden("approval: true, tell: after-approval", {}),
    "event.yaml:12: error the place press-room says when its address is told, and has none in any language",
  ],
  [
    "an address is told before it is needed",
    () => hidden("approval: true, tell: at 2020-07-30T11:00"),
    "event.yaml:12: error the address of press-room is told when it has begun",
  ],
  [
    "a moment that no clock shows is an error",
    () => hidden("approval: true, tell: at 2020-02-31T11:00"),
    "event.yaml:12: error ",
  ],
  [
    "an address that is kept from everybody stands in no venue that everybody reads",
    () =>
      hidden("approval: true", undefined, { venue: { name: "House", address: "7 hidden  lane, Astana" } }),
    "en.md:5: error the address of press-room, which only those who come are told, stands here for everybody",
  ],
  [
    "nor in the text of the event, in whatever language",
    () => hidden("approval: true", undefined, { body: "We meet at 7 Hidden Lane, Astana.\n" }),
    "kk.md:9: error the address of press-room, which only those who come are told, stands here for everybody",
  ],
  [
    "an online place has no address",
    () => ({
      ...hidden(),
      ...edited(EVENT, "mode: in-person", "mode: online"),
    }),
    "en.md:6: error the place press-room is online and has an address",
  ],
]);
