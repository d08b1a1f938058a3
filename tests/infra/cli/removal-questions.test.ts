import { expect, test } from "vitest";
import type { PersonalRemoval } from "../../../functions/workflows/publish/changes/removal-answer.ts";
import { progressOn } from "../../../infra/cli/console/publish-words.ts";
import { askedOf } from "../../../infra/cli/publishing/removal-questions.ts";
import { removalInWords } from "../../../infra/cli/publishing/removal-words.ts";

const removal = (folder: string, text = "Айгерим Омарова"): PersonalRemoval => ({
  unit: `release/${folder}`,
  folder: `releases/${folder}`,
  details: [
    { language: "ru", kind: "name", text },
    { language: "ru", kind: "telephone", text: "+7 701 123 45 67" },
    { language: "en", kind: "picture", text: "portrait.jpg" },
  ],
});

/** Answers as they are typed, one after the other. */
function typing(...answers: string[]) {
  return {
    chosen: async <Answer extends string>(_: string, offered: readonly Answer[]) => {
      const typed = answers.shift();
      return offered.find((each) => each === typed);
    },
  };
}

test("a terminal shows what disappears, language by language and word for word", () => {
  expect(removalInWords(removal("first"))).toBe(
    "\nreleases/first would no longer show\n" +
      "  English: a picture that may show people, “portrait.jpg”\n" +
      "  Русский: a name, “Айгерим Омарова”; a telephone number, “+7 701 123 45 67”\n",
  );
});

test("what stands in the content moves nothing on the terminal", () => {
  expect(removalInWords(removal("first", "Aigerim\u001b[2J\u202e Omarova"))).toContain(
    "“Aigerim [2J  Omarova”",
  );
});

test("of very many details a terminal shows the first and how many follow", () => {
  const details = Array.from(
    { length: 40 },
    (_, n) => ({ language: "en", kind: "name", text: `N${n}` }) as const,
  );
  expect(removalInWords({ unit: "u", folder: "f", details })).toContain("“N11”; and 28 more\n");
});

test("each unit is answered for itself, and what has changed since it was asked about is not answered", async () => {
  const shown: string[] = [];
  const asked = [removal("first"), removal("second"), removal("third")];
  const answer = await askedOf(typing("correction", "safety", ""), asked, (text) => shown.push(text));

  expect(shown).toEqual(asked.map(removalInWords));
  expect(await Promise.all(asked.map(answer))).toEqual(["correction", "safety", undefined]);
  expect(await answer(removal("first", "Айгерим"))).toBeUndefined();
});

test("what was published without a trace says how the past is cleaned", () => {
  const lines: string[] = [];
  progressOn({ write: (text) => lines.push(text) }).report({ kind: "untold", folder: "releases/first" });
  expect(lines).toEqual([
    "releases/first: no version and no difference is kept of what it lost; `npx dateline redact releases/first` takes the words out of what was kept before\n",
  ]);
});
