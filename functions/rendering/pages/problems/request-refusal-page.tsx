import type { Language } from "../../../domain/language.ts";
import { groupedNumber } from "../../../domain/number-in-words.ts";
import {
  LARGEST_FORM,
  LARGEST_LIST_FORM,
  LONGEST_COOKIES,
  LONGEST_TARGET,
  MOST_FIELDS,
  MOST_VALUES,
} from "../../../domain/request-limits.ts";
import { fileSize } from "../../messages/file-size.ts";
import { REQUEST_REFUSALS } from "../../messages/request-refusals.ts";
import type { LimitsInWords, RequestRefusal } from "../../messages/shapes/request-refusal-messages.ts";
import type { PageContext } from "../frame/page-context.ts";
import { problemPage } from "./problem-page.tsx";

/** What the limit is and what to do, for a request that is too much or no form. */
export function requestRefusalPage(context: PageContext, code: RequestRefusal): string {
  const { title, text } = REQUEST_REFUSALS[context.language][code];
  return problemPage(context, { title, text: text(limitsIn(context.language)) });
}

function limitsIn(language: Language): LimitsInWords {
  const number = (limit: number) => groupedNumber(limit, language, 1_000);
  return {
    form: fileSize(LARGEST_FORM, language),
    file: fileSize(LARGEST_LIST_FORM - LARGEST_FORM, language),
    fields: number(MOST_FIELDS),
    values: number(MOST_VALUES),
    target: number(LONGEST_TARGET),
    cookies: number(LONGEST_COOKIES),
  };
}
