import type { NamingRules } from "../naming-rules.ts";
import { COUNTRIES_IN_RUSSIAN } from "./countries.ts";

export const ru: NamingRules = {
  // with the letters of Kazakh in their places, since lists here hold Kazakh names; ё is sorted as е
  alphabet: "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
  caseEndings: /(?:ами|ями|ого|его|ой|ою|ей|ею|ым|им|ом|ем|ам|ям|ах|ях|ых|их|у|ю|а|я|е|ы|и|ь|й|о)$/u,
  otherEndings: /(?:ая|ое|ые|ый|ого|ому|ыми)$/u, // Трудовая, правовое
  countries: COUNTRIES_IN_RUSSIAN,
};
