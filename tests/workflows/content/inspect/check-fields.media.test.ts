import { describe, expect, it } from "vitest";
import { EVENT, edited, found, holds, RELEASE } from "../../../worlds/content/content-problems.ts";
import { RELEASE_ID } from "../../../worlds/content/small-newsroom.ts";

describe("fields", () => {
  holds([
    [
      "an unknown key is named with what was meant",
      () => edited(RELEASE, "topics:", "topcis:"),
      `${RELEASE}:4: error unknown key "topcis"`,
      "did you mean topics?",
      `${RELEASE}:1: error topics is missing; expected a list`,
    ],
    [
      "an unknown key within a list has its own line",
      () => edited(RELEASE, "    number: 69", "    nubmer: 69\n    number: 69"),
      `${RELEASE}:11: error unknown key "nubmer"; expected one of id, number, asOf, sourceUrl, supersededBy; did you mean number?`,
    ],
    [
      "a value of the wrong type says what it is",
      () => edited(RELEASE, "topics: [protection]", "topics: protection"),
      `${RELEASE}:4: error topics is "protection"; expected a list`,
    ],
    [
      "a choice names its values",
      () => edited(RELEASE, "kind: paraphrase", "kind: paraphrased"),
      `${RELEASE}:15: error kind is "paraphrased"; expected one of paraphrase, quote; did you mean paraphrase?`,
    ],
    [
      "a headline that is too long says by how much",
      () => edited("releases/first/en.md", '"Release en"', JSON.stringify("x".repeat(200))),
      "releases/first/en.md:2: error title has 200 characters; expected at most 160 characters",
    ],
    [
      "broken YAML is told at its line",
      () => edited(RELEASE, "topics: [protection]", "topics: [protection"),
      `${RELEASE}:4: error the bracket [ is not closed; expected \`topics: [protection]\``,
    ],
    [
      "a file without front matter says how it begins",
      () => ({ "releases/first/ru.md": "Просто текст" }),
      "releases/first/ru.md:1: error the file has no front matter",
    ],
    [
      "a file that is not UTF-8 is told at the line",
      () => ({ "releases/first/ru.md": Buffer.from("---\ntitle: \xcf\xf0\n---\n", "latin1") }),
      "releases/first/ru.md:2: error the file is not in UTF-8",
    ],
    [
      "a text over 300 KB is too long",
      () => ({ "pages/about/ru.md": "x".repeat(300_001) }),
      "pages/about/ru.md:1: error the file has 301 KB; expected at most 300 KB",
    ],
    [
      "a hub is told over https",
      () => edited("site.yaml", "security:", "hub: http://hub.example.org/\nsecurity:"),
      'hub is "http://hub.example.org/"; expected a web address that starts with https://',
    ],
    ["site.yaml must be there", () => ({ "site.yaml": null }), "site.yaml:1: error the file is missing"],
  ]);

  it("a number where text is expected is the text as it was typed", async () => {
    expect(await found(edited(RELEASE, 'goals: ["5.2"]', "goals: [5.2]"))).toEqual([]);
    expect(await found(edited(RELEASE, "asOf: 2020-07", "asOf: 2020"))).toEqual([]);
  });

  it("one mistake does not hide the others", async () => {
    const text = `id: ${RELEASE_ID}
source: en
publishAt: 2020-02-31T10:00
topics: [protectoin]
contacts: [press]
kit: photo
colour: red
figures:
  - { id: cases, number: many, asOf: 2020 }
  - { id: shelters, number: 10, asOf: 2020-13, sourceUrl: http://example.org }
statements:
  - { id: director, kind: paraphrase }
`;
    const problems = (await found({ [RELEASE]: text })).filter((line) => line.startsWith(RELEASE));
    expect(problems.map((line) => line.slice(RELEASE.length + 1))).toEqual([
      "3: error 2020-02-31T10:00 is not in any calendar; expected a date and a time that exist",
      '4: error there is no topic of site.yaml "protectoin"; expected one of protection, data; did you mean protection?',
      '6: error there is no kit "photo"; expected one of photos; did you mean photos?',
      '7: error unknown key "colour"; expected one of id, source, zone, publishAt, draft, topics, contacts, related, corrections, leaving, redactions, image, pictures, goals, kit, event, figures, statements',
      '9: error number is "many"; expected a number',
      '10: error asOf is "2020-13"; expected a date such as 2020, 2020-07 or 2020-07-30',
      '10: error sourceUrl is "http://example.org"; expected a web address that starts with https://',
    ]);
  });
});

describe("times", () => {
  holds([
    [
      "a zone that does not exist",
      () => edited(RELEASE, "source: en", "source: en\nzone: Asia/Almatty"),
      'zone is "Asia/Almatty"; expected a time zone of the IANA database',
    ],
    [
      "a time that the clock skips",
      () =>
        edited(RELEASE, "publishAt: 2020-07-30T12:00", "zone: Europe/Berlin\npublishAt: 2027-03-28T02:30"),
      "2027-03-28T02:30 does not exist in Europe/Berlin",
    ],
    [
      "a time that the clock shows twice",
      () =>
        edited(RELEASE, "publishAt: 2020-07-30T12:00", "zone: Europe/Berlin\npublishAt: 2026-10-25T02:30"),
      "2026-10-25T02:30 comes twice in Europe/Berlin",
      "one of 2026-10-25T02:30+02:00 and 2026-10-25T02:30+01:00",
    ],
    [
      "an end before the start",
      () => edited(EVENT, "end: 2020-07-30T12:00", "end: 2020-07-30T10:00"),
      `${EVENT}:8: error the end 2020-07-30T10:00 is not after the start`,
    ],
    [
      "a session outside the event",
      () => edited(EVENT, "end: 2020-07-30T12:00, lang", "end: 2020-07-30T13:00, lang"),
      `${EVENT}:10: error the session opening is outside the event`,
    ],
    [
      "a correction before the publication",
      () =>
        edited(
          RELEASE,
          "kit: photos",
          "corrections:\n  - { at: 2020-07-29T10:00, note: { en: a, ru: b, kk: c } }",
        ),
      "the correction of 2020-07-29T10:00 is earlier than the publication",
    ],
  ]);
});
