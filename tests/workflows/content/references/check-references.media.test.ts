import { describe, expect, it } from "vitest";
import { EVENT, edited, found, holds, KIT, RELEASE } from "../../../worlds/content/content-problems.ts";
import { RELEASE_ID, SMALL_NEWSROOM } from "../../../worlds/content/small-newsroom.ts";

describe("references", () => {
  const uses = (line: string) => () => edited(RELEASE, "kit: photos", line);
  holds([
    [
      "a topic",
      () => edited(RELEASE, "[protection]", "[data, prot]"),
      `${RELEASE}:4: error there is no topic of site.yaml "prot"`,
    ],
    [
      "a contact",
      () => edited(RELEASE, "[press]", "[pres]"),
      'there is no contact of site.yaml "pres"',
      "did you mean press?",
    ],
    ["a goal", () => edited(RELEASE, '["5.2"]', '["5.3"]'), 'there is no goal of site.yaml "5.3"'],
    ["a kit", uses("kit: photo"), `${RELEASE}:7: error there is no kit "photo"`],
    [
      "an event",
      () => edited(RELEASE, "event: press-day", "event: pressday"),
      'there is no event "pressday"',
      "did you mean press-day?",
    ],
    ["a related release", uses("related: [second]"), 'there is no release "second"'],
    ["itself as related", uses("related: [first]"), "the release names itself as related"],
    [
      "a series",
      () => edited(EVENT, "series: world-day", "series: worldday"),
      'there is no series of site.yaml "worldday"',
    ],
    [
      "a licence",
      () => edited(KIT, "cc-by-4-0", "cc-by"),
      `${KIT}:7: error there is no licence of site.yaml "cc-by"`,
    ],
    [
      "a newer figure",
      () => edited(RELEASE, "    number: 69", "    supersededBy: more\n    number: 69"),
      'there is no figure "more"',
    ],
    [
      "a figure newer than itself",
      () => edited(RELEASE, "    number: 69", "    supersededBy: cases\n    number: 69"),
      "superseded by itself",
    ],
    [
      "a page of the navigation",
      () => edited("site.yaml", "navigation: [about]", "navigation: [abuot]"),
      'site.yaml:9: error there is no page "abuot"; expected one of about; did you mean about?',
    ],
    [
      "a session of a place",
      () => edited(EVENT, "sessions: [opening]", "sessions: [openin]"),
      "the place press-room admits to openin",
      "did you mean opening?",
    ],
  ]);

  it("of two units with one id both are told where the other is", async () => {
    const copy = Object.fromEntries(
      Object.entries(SMALL_NEWSROOM)
        .filter(([name]) => name.startsWith("releases/first/"))
        .map(([name, text]) => [name.replace("first", "second"), text]),
    );
    const problems = await found(copy);
    const second = "releases/second/release.yaml";
    expect(problems.map((line) => line.split("; ")[0])).toEqual([
      `${RELEASE}:1: error the id ${RELEASE_ID} is also used in ${second}`,
      `${RELEASE}:10: error the figure id cases is also used in ${second}`,
      `${RELEASE}:14: error the statement id director is also used in ${second}`,
      `${second}:1: error the id ${RELEASE_ID} is also used in ${RELEASE}`,
      `${second}:10: error the figure id cases is also used in ${RELEASE}`,
      `${second}:14: error the statement id director is also used in ${RELEASE}`,
    ]);
  });
});
