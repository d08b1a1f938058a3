import type { Language } from "../../domain/language.ts";
import { PAGES } from "./catalogues.ts";
import type { Messages } from "./shapes/messages.ts";
import { typesetMessages } from "./typeset-messages.ts";

const MESSAGES: Record<Language, Messages> = typesetMessages(PAGES);

/** The words of the pages in a language. */
export function messagesOf(language: Language): Messages {
  return MESSAGES[language];
}
