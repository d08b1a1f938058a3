import type { Language } from "../../domain/language.ts";

/** The words of Dateline's own in a feed. */
export interface FeedLabels {
  readonly figures: string;
  readonly value: string;
  readonly label: string;
  readonly source: string;
  readonly asOf: string;
  readonly statements: string;
  readonly paraphrase: string;
  readonly notes: string;
  readonly goals: string;
  readonly corrections: string;
  /** Before the title of a corrected release. */
  readonly corrected: (title: string) => string;
  /** Title of the feed, of the whole newsroom or of one topic. */
  readonly title: (site: string, topic?: string) => string;
}

export const FEED_LABELS: Record<Language, FeedLabels> = {
  en: {
    figures: "Figures",
    value: "Value",
    label: "What it counts",
    source: "Source",
    asOf: "As of",
    statements: "Statements",
    paraphrase: "paraphrase",
    notes: "Notes to editors",
    goals: "Sustainable Development Goal targets",
    corrections: "Corrections",
    corrected: (title) => `Corrected: ${title}`,
    title: (site, topic) => (topic ? `${topic} – ${site}` : site),
  },
  ru: {
    figures: "Цифры",
    value: "Значение",
    label: "Показатель",
    source: "Источник",
    asOf: "По состоянию на",
    statements: "Заявления",
    paraphrase: "в пересказе",
    notes: "Примечания для редакций",
    goals: "Задачи Целей устойчивого развития",
    corrections: "Исправления",
    corrected: (title) => `Исправлено: ${title}`,
    title: (site, topic) => (topic ? `${topic} — ${site}` : site),
  },
  kk: {
    figures: "Сандар",
    value: "Мәні",
    label: "Көрсеткіш",
    source: "Дереккөз",
    asOf: "Дерек мерзімі",
    statements: "Мәлімдемелер",
    paraphrase: "мазмұндап беру",
    notes: "Редакцияларға ескертпе",
    goals: "Тұрақты даму мақсаттарының міндеттері",
    corrections: "Түзетулер",
    corrected: (title) => `Түзетілді: ${title}`,
    title: (site, topic) => (topic ? `${topic} — ${site}` : site),
  },
};
