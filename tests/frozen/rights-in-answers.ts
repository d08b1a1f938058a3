import { LANGUAGES } from "../../functions/domain/language.ts";
import { messagesOf } from "../../functions/rendering/messages/messages-of.ts";
import type { Answer } from "./answers.ts";

/** What the API says that a licence permits, requires and prohibits, and its schemas and examples of that. */
const RULES =
  /,"(?:permits|requires|prohibits)":(?:\[[^\]]*\]|\{"type":"array","items":\{"type":"string"\},"description":"[^"]*"\})/g;
/** Whose a file is: not said in the public domain, so that schemas no longer require it. */
const HOLDER =
  /"copyrightHolder":"[^"]*",(?="copyrightNotice":"CC0)|"copyrightHolder",(?="copyrightNotice","created")|(?<="description":"Whose it is[^"]*) Left out in the public domain\./g;

/** An answer of the API as it was before licences said what one may and must. */
export const withoutLicenceRules = (answer: Answer): Answer => ({
  ...answer,
  body: answer.body.replace(RULES, "").replace(HOLDER, ""),
});

const TERMS = LANGUAGES.map((language) => messagesOf(language).kit);

/** The page of a kit that asked for credit, and showed a notice, of what is in the public domain, too. */
export const withCreditAsked = (answer: Answer): Answer => ({
  ...answer,
  body: TERMS.reduce(
    (body, { howToCredit, creditWelcome, copyright }) =>
      body
        .replaceAll(`<dt>${creditWelcome}</dt>`, `<dt>${howToCredit}</dt>`)
        .replaceAll(`<div><dt>${copyright}</dt><dd>CC0, Dateline</dd></div>`, ""),
    answer.body,
  ),
});
