/** What Dateline needs to know of a language apart from its words for readers: signs, numbers, dates, citations. */
export interface LanguageRules {
  /** The language named in itself, as the top of every page shows it. */
  readonly name: string;
  /** Its code of three letters (ISO 639-2/T), which tags of sound files ask for. */
  readonly code: string;
  /** Where a line of it begins. */
  readonly direction: "ltr" | "rtl";
  readonly quoted: (text: string) => string;
  /** Whether numbers and dashes are bound to their words, and inner quotation marks are „…“; see `typeset`. */
  readonly bound: boolean;
  readonly numbers: NumberRules;
  readonly dates: DateRules;
  readonly citations: CitationRules;
}

/** Forms that a counted noun may have; a language without one of them leaves it out. */
export type PluralForm = "one" | "few" | "many" | "other";

interface NumberRules {
  readonly decimal: string;
  readonly group: string;
  /** The smallest number of a text that is written in groups of three digits. */
  readonly groupedFrom: 1_000 | 10_000;
  /** Which form a noun takes after a whole number (CLDR). */
  readonly plural: (count: number) => PluralForm;
}

interface DateRules {
  /** Names of months from January: on their own, and after a day. */
  readonly months: { readonly alone: readonly string[]; readonly afterDay: readonly string[] };
  /** Names of days from Sunday. */
  readonly weekdays: readonly string[];
  readonly year: (year: string) => string;
  /** @param rest a month, or a day and its month */
  readonly inYear: (rest: string, year: string) => string;
  readonly onWeekday: (weekday: string, date: string) => string;
}

interface CitationRules {
  /** What is counted and for when it holds; `date` is in words. */
  readonly figure: (value: string, label: string, date: string) => string;
  readonly source: (source: string) => string;
  /** Names a statement that is not in the speaker's own words. */
  readonly paraphrase: string;
  /** @param title with its quotation marks */
  readonly published: (organisation: string, title: string) => string;
}
