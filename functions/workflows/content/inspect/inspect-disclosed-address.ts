import { disclosureTime } from "../../../domain/content/event-source.ts";
import { Problems, type Spot } from "../../../domain/content/problem.ts";
import type { Language } from "../../../domain/language.ts";
import type { LanguageFile } from "../read/language-file.ts";
import type { Parsed } from "../read/parse-source.ts";
import type { ValidEvent, ValidEventText } from "../read/source-files.ts";
import { type Inspection, spot, time } from "./inspection.ts";

type Languages<Whole> = ReadonlyMap<Language, LanguageFile<Whole, ValidEventText>>;

/** Where a place is that not everybody may know: that somebody is told, in time, and by more than a throwaway address. */
export function inspectToldAddress<Whole, WordsWhole>(
  inspection: Inspection,
  facts: Parsed<Whole, ValidEvent>,
  languages: Languages<WordsWhole>,
  zone: string,
): void {
  const { problems } = inspection;
  facts.sound.places?.forEach(({ id, mode, approval, tell }, i) => {
    const at = spot(facts, "places", i, tell === undefined ? "id" : "tell");
    const [written] = [...languages.values()].flatMap(({ words }) => {
      const { address, directions } = words.sound.places?.[id] ?? {};
      if (address === undefined && directions === undefined) return [];
      return [spot(words, "places", id, address === undefined ? "directions" : "address")];
    });
    if (!written) {
      if (tell !== undefined)
        problems.error(at, {
          problem: `the place ${id} says when its address is told, and has none in any language`,
          expected: `address under places, ${id} in the language files, or no tell`,
        });
      return;
    }
    inspectSecrecy(inspection, id, languages);
    if (mode === "online")
      problems.error(written, {
        problem: `the place ${id} is online and has an address`,
        expected: "joining in event.yaml, which those who come are told, or `mode: in-person`",
      });
    if (tell === undefined && !approval)
      problems.error(at, {
        problem: `nothing says when the address of ${id} is told, and nobody approves who comes`,
        expected: "tell, such as `tell: at 2027-07-29T18:00`, or `approval: true`",
      });
    if (tell === "after-approval" && !approval)
      problems.error(at, {
        problem: `the address of ${id} is told after approval, which the place does not ask`,
        expected: "`approval: true`, or another moment to tell it",
      });
    if (tell === "on-confirmation" && !approval)
      problems.warning(at, {
        problem: `whoever registers for ${id} with a throwaway address reads where it is`,
        expected: "`approval: true` with `tell: after-approval`, or `tell: at` and a time",
      });
    inspectTime(inspection, facts, i, zone);
  });
}

/** Whatever else an event says everybody reads. */
function inspectSecrecy<Whole>({ problems }: Inspection, id: string, languages: Languages<Whole>): void {
  const files = [...languages.values()];
  const addresses = files.flatMap(({ words }) => words.sound.places?.[id]?.address ?? []).map(inOneCase);
  for (const { words, body, bodyLine, file } of files) {
    const open: [Spot, string | undefined][] = [
      [spot(words, "summary"), words.sound.summary],
      [spot(words, "venue"), [words.sound.venue?.name, words.sound.venue?.address].join(", ")],
      ...Object.entries(words.sound.places ?? {}).map(([place, { note }]): [Spot, string | undefined] => [
        spot(words, "places", place, "note"),
        note,
      ]),
      [{ file, line: bodyLine }, body],
    ];
    for (const [at, text = ""] of open)
      if (addresses.some((address) => inOneCase(text).includes(address)))
        problems.error(at, {
          problem: `the address of ${id}, which only those who come are told, stands here for everybody`,
          expected: "the address under places alone, or a venue without `tell`",
        });
  }
}

const inOneCase = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** Nobody is told where to go when they should have been there. */
function inspectTime<Whole>(
  inspection: Inspection,
  facts: Parsed<Whole, ValidEvent>,
  i: number,
  zone: string,
): void {
  const { id = "", tell, sessions = [] } = facts.sound.places?.[i] ?? {};
  const typed = tell === undefined ? undefined : disclosureTime(tell);
  const at = spot(facts, "places", i, "tell");
  const moment = time(inspection, typed, zone, at);
  const admitted = facts.sound.sessions?.filter((session) => sessions.includes(session.id)) ?? [];
  const begins = admitted
    .map(({ start }) => time({ problems: new Problems() }, start, zone, at))
    .filter((start) => start !== undefined)
    .sort()[0];
  if (moment && begins && moment >= begins)
    inspection.problems.error(at, {
      problem: `the address of ${id} is told when it has begun`,
      expected: "a time before the first session of the place",
    });
}
