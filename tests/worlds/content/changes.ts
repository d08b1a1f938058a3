import type { TextChange, TextRun } from "../../../functions/domain/documents/changes.ts";
import type { Tombstone } from "../../../functions/domain/documents/listing.ts";
import type { Withdrawal } from "../../../functions/domain/documents/parts.ts";
import type { Language } from "../../../functions/domain/language.ts";
import { releaseDocument } from "../documents/documents.ts";
import { RELEASE_TEXTS } from "../documents/texts/release.ts";

/** What happened to the documents of the small newsroom after they were published. */

const NOTES: Record<Language, string> = {
  en: "The Ministry has recounted the cases of 2020. A new release will follow.",
  ru: "Министерство пересчитало дела за 2020 год. Мы выпустим новый пресс-релиз.",
  kk: "Министрлік 2020 жылғы істерді қайта санады. Жаңа баспасөз релизі жарияланады.",
};

export function withdrawal(language: Language = "en", changes: Partial<Withdrawal> = {}): Withdrawal {
  return { at: "2026-11-19T06:30:00Z", note: NOTES[language], ...changes };
}

const WORDS: Record<Language, readonly [before: string, removed: string, added: string, after: string]> = {
  en: ["Kazakhstan has ", "11", "six", " state-funded shelters for victims of trafficking."],
  ru: [
    "В Казахстане действуют ",
    "11 приютов",
    "шесть приютов",
    " для жертв торговли людьми на бюджетные средства.",
  ],
  kk: ["Қазақстанда адам саудасының құрбандарына арналған ", "11", "алты", " мемлекеттік баспана бар."],
};

const run = (type: TextRun["type"], text: string): TextRun => ({ type, text });

/** One change of every kind, the newest first. */
export function everyChange(language: Language = "en"): TextChange[] {
  const { correction, summary, title } = RELEASE_TEXTS[language];
  const [before, removed, added, after] = WORDS[language];
  return [
    { at: "2026-11-20T08:00:00Z", kind: "return", note: correction, paragraphs: [] },
    { at: "2026-11-19T06:30:00Z", kind: "withdrawal", note: NOTES[language], paragraphs: [] },
    { at: "2020-08-05T03:00:00Z", kind: "safety", paragraphs: [] },
    {
      at: "2020-08-04T05:00:00Z",
      kind: "minor",
      paragraphs: [[run("added", summary)], [run("removed", title)]],
    },
    {
      at: "2020-08-03T04:30:00Z",
      kind: "correction",
      note: correction,
      paragraphs: [[run("same", before), run("removed", removed), run("added", added), run("same", after)]],
    },
  ];
}

/** What takes the place of a release in feeds and lists of changes once it has left. */
export function tombstone(language: Language = "en", changes: Partial<Tombstone> = {}): Tombstone {
  const { id, entryId, path, title, zone } = releaseDocument(language);
  const { at, note } = withdrawal(language);
  return {
    kind: "tombstone",
    id,
    entryId,
    language,
    path,
    verb: "withdraw",
    leftAt: at,
    publishAt: at,
    zone,
    title,
    note,
    ...changes,
  };
}
