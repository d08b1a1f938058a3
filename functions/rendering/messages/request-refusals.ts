import type { Language } from "../../domain/language.ts";
import { REQUEST_REFUSAL_WORDS } from "./catalogues.ts";
import type { RequestRefusalMessages } from "./shapes/request-refusal-messages.ts";
import { typesetMessages } from "./typeset-messages.ts";

export const REQUEST_REFUSALS: Record<Language, RequestRefusalMessages> =
  typesetMessages(REQUEST_REFUSAL_WORDS);
