import type { Language } from "../../domain/language.ts";
import { PUBLISHING } from "./catalogues.ts";
import type { PublishingMessages } from "./shapes/publishing-messages.ts";
import { typesetMessages } from "./typeset-messages.ts";

export const PUBLISHING_MESSAGES: Record<Language, PublishingMessages> = typesetMessages(PUBLISHING);
