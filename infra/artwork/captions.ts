import type { Language } from "../../functions/domain/language.ts";

/** What the clip's captions say and when, in seconds. The clip has no sound, which the first one says. */
const CUES = [
  {
    from: 0,
    to: 2.4,
    en: "[No sound] Stars over the steppe at night.",
    ru: "[Без звука] Звёзды над ночной степью.",
    kk: "[Дыбыссыз] Түнгі дала үстіндегі жұлдыздар.",
  },
  {
    from: 2.6,
    to: 5,
    en: "They gather into a blue heart,\nand day breaks.",
    ru: "Они складываются в голубое сердце,\nи наступает день.",
    kk: "Олар көгілдір жүрекке айналып,\nтаң атады.",
  },
  {
    from: 5.2,
    to: 8,
    en: "30 July: World Day\nAgainst Trafficking in Persons",
    ru: "30 июля — Всемирный день\nборьбы с торговлей людьми",
    kk: "30 шілде — Дүниежүзілік\nадам саудасына қарсы күрес күні",
  },
];

/** The captions of the clip in one language, as WebVTT (W3C). */
export function captions(language: Language): string {
  const cues = CUES.map(
    (cue, index) => `${index + 1}\n${time(cue.from)} --> ${time(cue.to)}\n${cue[language]}\n`,
  );
  return `WEBVTT\n\n${cues.join("\n")}`;
}

function time(seconds: number): string {
  return `00:00:${seconds.toFixed(3).padStart(6, "0")}`;
}
