import type { NamingRules } from "../naming-rules.ts";
import { COUNTRIES_IN_ENGLISH } from "./countries.ts";

export const en: NamingRules = {
  alphabet: "abcdefghijklmnopqrstuvwxyz",
  caseEndings: /['’ʼ]s?$/u,
  countries: COUNTRIES_IN_ENGLISH,
};
