import type { Language } from "../../domain/language.ts";
import { README_WORDS } from "./catalogues.ts";
import type { ReadmeMessages } from "./shapes/readme-messages.ts";
import { typesetMessages } from "./typeset-messages.ts";

export const README: Record<Language, ReadmeMessages> = typesetMessages(README_WORDS);
