import type { Language } from "../../domain/language.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import type { Messages } from "./messages.ts";
import { ru } from "./ru.ts";
import { typesetMessages } from "./typeset-messages.ts";

const MESSAGES: Record<Language, Messages> = typesetMessages({ en, ru, kk });

/** The words of the pages in a language. */
export function messagesOf(language: Language): Messages {
  return MESSAGES[language];
}
