import { expect, it } from "vitest";
import { EVENT, edited, found, holds } from "../../../worlds/content/content-problems.ts";
import { type ContentFiles, inThree, SMALL_NEWSROOM, words } from "../../../worlds/content/small-newsroom.ts";

const FOLDER = "events/press-day";
const FIELDS = { id: "coffee", kind: "choice", options: ["tea", "none"] };
const WORDS = { label: "Tea?", purpose: "To buy enough.", options: { tea: "Tea", none: "Nothing" } };

/** The small newsroom's event with one question and its words, both changed. */
function asking(
  field: Record<string, unknown> = {},
  said: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
): ContentFiles {
  const question = { ...FIELDS, ...field };
  return {
    [EVENT]: `${SMALL_NEWSROOM[EVENT]}registration:\n  questions:\n    - ${JSON.stringify(question)}\n`,
    ...inThree(FOLDER, (language, translationOf) =>
      words(
        {
          title: `Event ${language}`,
          summary: "Summary",
          translationOf,
          city: "Astana",
          sessions: { opening: { title: "Opening" } },
          places: { "press-room": { title: "Press room" } },
          questions: { [question.id]: { ...WORDS, ...said } },
          ...more,
        },
        "All are welcome.\n",
      ),
    ),
  };
}

const online = (more: string) => edited(EVENT, "mode: in-person", `mode: online, ${more}`);

it("an event may ask a question with its purpose, and say where one joins online", async () => {
  expect(await found(asking())).toEqual([]);
  expect(await found(asking({ kind: "yes-no", options: undefined }, { options: undefined }))).toEqual([]);
  expect(await found(online("joining: https://example.org/join"))).toEqual([]);
});

holds([
  [
    "organisers of site.yaml are mail addresses with a language",
    () =>
      edited(
        "site.yaml",
        "licences:",
        "registration: { organisers: [{ email: desk, language: de }] }\nlicences:",
      ),
    'site.yaml:30: error email is "desk"; expected an email address such as press@example.org',
    'site.yaml:30: error language is "de"; expected one of en, ru, kk',
  ],
  [
    "nobody joins a place in person",
    () => edited(EVENT, "capacity: 40", "capacity: 40, joining: https://example.org/join"),
    "event.yaml:12: error the place press-room is in person, so nobody joins it online",
  ],
  [
    "joining is a web address",
    () => online("joining: http://example.org/join"),
    'event.yaml:12: error joining is "http://example.org/join"; expected a web address that starts with https://',
  ],
  [
    "a place for the press without approval is worth a look",
    () => edited(EVENT, "approval: true, ", ""),
    "event.yaml:12: warning the place press-room is for the press, and everyone who says so is confirmed",
  ],
  [
    "a question stands at places of the event",
    () => asking({ places: ["press-rom"] }),
    "event.yaml:15: error the question coffee is asked at press-rom, which is no place of this event; expected one of press-room; did you mean press-room?",
  ],
  [
    "a choice has something to choose from",
    () => asking({ options: undefined }),
    "event.yaml:15: error the question coffee offers nothing to choose from",
    "en.md:7: error the question coffee has words for tea, which is none of its options; expected no options",
  ],
  [
    "only a choice has options",
    () => asking({ kind: "text" }),
    "event.yaml:15: error the question coffee has options, but is answered in one's own words",
  ],
  [
    "several answers are chosen of something, too",
    () => asking({ kind: "several", options: undefined }),
    "event.yaml:15: error the question coffee offers nothing to choose from",
    "en.md:7: error the question coffee has words for tea, which is none of its options; expected no options",
  ],
  [
    "a question depends on one that stands before it",
    () => asking({ when: { question: "coffee", is: ["tea"] } }),
    "event.yaml:15: error the question coffee depends on coffee, which is no question before it; expected a question that stands before it",
  ],
  [
    "every option is said in every language",
    () => asking({}, { options: { tea: "Tea", non: "Nothing" } }),
    "kk.md:8: error the question coffee has no words for its option none",
    "kk.md:8: error the question coffee has words for non, which is none of its options; expected one of tea, none; did you mean none?",
  ],
  [
    "every question is said in every language",
    () => ({ ...asking(), [`${FOLDER}/ru.md`]: String(SMALL_NEWSROOM[`${FOLDER}/ru.md`]) }),
    "ru.md:2: error questions has no words for coffee",
  ],
  [
    "a question says what the answer is needed for",
    () => asking({}, { purpose: undefined }),
    "en.md:7: error purpose is missing",
  ],
  [
    "an answer is kept for whole days",
    () => asking({ keepDays: 0 }),
    "event.yaml:15: error keepDays is 0; expected at least 1",
  ],
]);

it.each([
  ["Are you a Survivor?", "survivor"],
  ["Have you been trafficked?", "trafficked"],
  ["Вы пострадавшая сторона?", "пострадавш"],
  ["Вы жертва?", "жертв"],
  ["Сіз Құрбансыз ба?", "құрбан"],
  ["Зардап  шектіңіз бе?", "зардап шек"],
])("check refuses to ask “%s”, in whatever language's file it stands", async (label, stem) => {
  const problems = await found(asking({}, { label }));
  const refused = problems.filter((each) => each.includes(`the label of coffee holds “${stem}”`));
  expect(refused.map((each) => each.split(":")[0])).toEqual(
    ["en", "kk", "ru"].map((language) => `${FOLDER}/${language}.md`),
  );
  expect(refused[0]).toContain("would put them in danger");
});

it("check refuses an id that asks it", async () => {
  expect(await found(asking({ id: "is-victim" }))).toContainEqual(
    expect.stringContaining("event.yaml:15: error the id is-victim holds “victim”"),
  );
});

it.each([
  [
    { question: "coffee", is: ["tea", "non"] },
    "the question milk waits for the answer non, which coffee does not have; expected one of tea, none; did you mean none?",
  ],
  [
    { question: "cofee", is: ["tea"] },
    "the question milk depends on cofee, which is no question before it; expected one of coffee; did you mean coffee?",
  ],
])("check names the line of a condition that nothing fulfils: %j", async (when, said) => {
  const files = asking();
  const milk = { id: "milk", kind: "number", when };
  const problems = await found({ ...files, [EVENT]: `${files[EVENT]}    - ${JSON.stringify(milk)}\n` });
  expect(problems).toContainEqual(expect.stringContaining(`event.yaml:16: error ${said}`));
});

it("check names a condition on a question that is answered in one's own words", async () => {
  const files = asking({ kind: "text", options: undefined });
  const milk = { id: "milk", kind: "date", when: { question: "coffee", is: ["tea"] } };
  const problems = await found({ ...files, [EVENT]: `${files[EVENT]}    - ${JSON.stringify(milk)}\n` });
  expect(problems).toContainEqual(
    expect.stringContaining("the question milk depends on coffee, which is answered in one's own words"),
  );
});

/** The event with `people` at its place and further questions, each with words. */
function askingPeople(people: string, ...questions: Record<string, unknown>[]): ContentFiles {
  const files = asking();
  const event = String(files[EVENT]).replace("capacity: 40", `capacity: 40, people: ${people}`);
  const lines = questions.map((each) => `    - ${JSON.stringify({ kind: "text", ...each })}\n`);
  const said = Object.fromEntries(
    questions.map(({ id }) => [String(id), { label: "Why?", purpose: "To know." }]),
  );
  return { ...asking({}, {}, { questions: { coffee: WORDS, ...said } }), [EVENT]: event + lines.join("") };
}
const person = (id: string, more: Record<string, unknown> = {}) => ({ id, asks: "person", ...more });

it("a place may ask things of each person, with words of ours and with questions of its own", async () => {
  const when = { question: "coffee", is: ["tea"] };
  expect(
    await found(
      askingPeople("{position: required, email: optional}", person("sugar", { when, required: true })),
    ),
  ).toEqual([]);
});

it.each([
  [
    ["{position: required, organisation: optional, email: optional}", person("a"), person("b"), person("c")],
    "event.yaml:18: error the question c is thing number 6 that each person is asked; expected at most 5",
  ],
  [
    ["{position: optional}", { id: "position" }],
    "event.yaml:16: error the question position is called as what",
  ],
  [["{position: perhaps}"], 'event.yaml:12: error position is "perhaps"; expected one of'],
  [
    ["{phone: required}"],
    'event.yaml:12: error unknown key "phone"; expected one of position, organisation, email',
  ],
  [
    ["{}", person("size", { kind: "yes-no" }), { id: "shirt", when: { question: "size", is: ["yes"] } }],
    "event.yaml:17: error the question shirt is asked once, and depends on size, which each person answers otherwise",
  ],
  [
    [
      "{}",
      person("size", { kind: "yes-no", places: ["press-room"] }),
      person("shirt", { when: { question: "size", is: ["yes"] } }),
    ],
    "event.yaml:17: error the question shirt depends on size, which is not asked at every place",
  ],
] as [[string, ...Record<string, unknown>[]], string][])(
  "check names the line of what cannot be asked of each person: %j",
  async ([people, ...questions], said) => {
    expect(await found(askingPeople(people, ...questions))).toContainEqual(expect.stringContaining(said));
  },
);

it("check bounds what all places together ask of a person", async () => {
  const files = askingPeople(
    "{position: required, organisation: optional}",
    person("a"),
    person("b"),
    person("c"),
  );
  const line = /\n( *- \{? ?id: press-room.*)\n/.exec(String(files[EVENT]))?.[1] ?? "";
  const more = Array.from({ length: 6 }, (_, i) => line.replace("press-room", `room-${i}`)).join("\n");
  const event = String(files[EVENT]).replace(line, `${line}\n${more}`);
  expect(await found({ ...files, [EVENT]: event })).toContainEqual(
    expect.stringContaining("error the places together ask 35 things of a person who comes to each of them"),
  );
});

it("an event has its own words in mails that there are", async () => {
  const mail = (kind: string, own: Record<string, string>) => asking({}, {}, { mail: { [kind]: own } });
  expect(await found(mail("confirmed", { subject: "Soon", opening: "Welcome." }))).toEqual([]);
  const [misspelt] = await found(mail("confirmd", { subject: "Soon" }));
  expect(misspelt).toMatch(/error there is no email confirmd; .*did you mean confirmed\?$/);
  const [forOrganisers] = await found(mail("organisers-full", { subject: "Soon" }));
  expect(forOrganisers).toContain("error there is no email organisers-full");
  const [empty] = await found(mail("reminder", {}));
  expect(empty).toContain("error the email reminder has no words of its own");
});
