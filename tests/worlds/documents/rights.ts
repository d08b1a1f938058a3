import type { Rights } from "../../../functions/domain/rights.ts";

/** What a photograph of a kit in Russian and English says about itself. */
export const RIGHTS: Rights = {
  language: "ru",
  headline: { ru: "Степь на рассвете", en: "The steppe at dawn" },
  caption: { ru: "Солнце встаёт над степью <у реки> & за ней.", en: "The sun rises over the steppe." },
  alt: { ru: "Холмы и солнце", en: "Hills and the sun" },
  credit: { ru: "Фото: МОМ / А. Омаров", en: "Photo: IOM / A. Omarov" },
  usageTerms: { ru: "Только для новостей.", en: "For news only." },
  specialInstructions: { ru: "Не кадрировать.", en: "Do not crop." },
  copyrightNotice: "© 2026 МОМ",
  creator: "А. Омаров",
  source: "МОМ в Казахстане",
  created: "2026-07-30",
  digitalSourceType: "digitalCapture",
  place: { country: "KZ", name: { ru: "Астана", en: "Astana" } },
  licence: { name: { ru: "Для СМИ", en: "Editorial" }, url: "https://example.org/terms" },
};
