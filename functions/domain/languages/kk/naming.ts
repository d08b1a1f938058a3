import type { NamingRules } from "../naming-rules.ts";
import { COUNTRIES_IN_KAZAKH } from "./countries.ts";

export const kk: NamingRules = {
  // ё is sorted as е
  alphabet: "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
  // `да` and `та` are left out: names end so, and nobody is a place
  caseEndings: /(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ны|ні|ды|ді|ты|ті|дан|ден|тан|тен|нан|нен|мен|бен|пен)$/u,
  countries: COUNTRIES_IN_KAZAKH,
};
