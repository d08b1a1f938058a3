import { isLanguage, LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { isPaper, PAPERS, type PaperName } from "../../../functions/domain/registration/badge-papers.ts";
import type { TypedContact } from "../../../functions/domain/registration/form/desk-contact.ts";
import { type MailKind, PERSON_MAILS } from "../../../functions/domain/registration/mail.ts";
import { didYouMean } from "../console/did-you-mean.ts";
import type { Given } from "./registrations-options.ts";

/** What `add` and `edit` are given of a person, judged before anything is opened. */

/** The contact as typed; what was not named is undefined. */
export const typedContact = (values: Given): TypedContact => ({
  name: values.name,
  email: values.email,
  phone: values.phone,
  organisation: values.organisation,
  outlet: values.outlet,
  pressCard: values["press-card"],
});

/** @throws Refusal `option-invalid` */
export function judgeAdd(values: Given): void {
  languageIn(values);
  badges(values);
  answers(values);
  if ((values.name ?? "").trim() === "")
    throw invalid(
      "Say whom.",
      'Give --name "Full Name", and --person for each who comes if it is not the contact.',
    );
  if (values.reason !== undefined && values.reason.trim() === "")
    throw invalid("--reason is empty.", "Say why seats are given beyond the capacity, or leave it out.");
  if (!values.email?.trim() && values.out === undefined)
    throw invalid(
      "Without --email nothing is sent.",
      "Say where the pass is written, to print it or send it on: --out pass.html.",
    );
}

/** @throws Refusal `option-invalid` */
export function judgeEdit(values: Given): void {
  languageIn(values);
  badges(values);
  renamed(values);
  answers(values);
  const contact = Object.values(typedContact(values)).some((each) => each !== undefined);
  const ofPeople = values.person.length + values.badge.length + values.answer.length;
  if (!contact && values.language === undefined && ofPeople === 0)
    throw invalid(
      "Say what is corrected.",
      "Give --name, --phone, --organisation, --outlet, --press-card, --language, --person FORMER=NAME, --badge NAME=BADGE or --answer 'NAME: QUESTION=ANSWER'.",
    );
}

/**
 * The paper of badges. What is written to standard output must be the PDF alone: npm writes lines of its own before it.
 * @throws Refusal `option-invalid`
 */
export function judgeBadges(
  values: Given,
  { isTerminal, env }: { isTerminal: boolean; env: Readonly<Record<string, string | undefined>> },
): void {
  paperIn(values);
  if (values.out !== undefined) return;
  const isMixed = env.npm_lifecycle_event !== undefined && env.npm_config_loglevel !== "silent";
  if (isTerminal || isMixed)
    throw invalid(
      "Badges are a PDF.",
      "Say where it is written: --out badges.pdf; or `npm run --silent registrations -- badges … > badges.pdf`.",
    );
}

/** @throws Refusal `option-invalid` */
export function paperIn({ paper = "a4" }: Pick<Given, "paper">): PaperName {
  if (isPaper(paper)) return paper;
  throw invalid(`--paper: there is no ${paper}.`, `Give one of ${Object.keys(PAPERS).join(", ")}.`);
}

const SEPARATORS = { ",": ",", ";": ";", tab: "\t" } as const;
const isSeparator = (given: string): given is keyof typeof SEPARATORS => Object.hasOwn(SEPARATORS, given);

/** What stands between the cells of CSV. @throws Refusal `option-invalid` */
export function separatorIn({ separator = "," }: Pick<Given, "separator">) {
  if (isSeparator(separator)) return SEPARATORS[separator];
  throw invalid(
    `--separator: ${separator === "" ? "it is empty" : `there is no ${separator}`}.`,
    `Give ${Object.keys(SEPARATORS)
      .map((each) => `"${each}"`)
      .join(", ")}; Excel set to Russian or Kazakh takes ";".`,
  );
}

/**
 * Where CSV is written, and how.
 * @throws Refusal `option-invalid`
 */
export function judgeCsv(values: Given): void {
  separatorIn(values);
  if (values.separator !== undefined && values.json)
    throw invalid("--separator means nothing to JSON.", "Leave out --separator or --json.");
  if (/\.(?:xlsx?|ods)$/i.test(values.out ?? ""))
    throw invalid(
      `--out: ${values.out} would be no workbook.`,
      'Name a file that ends in .csv; Excel set to Russian or Kazakh opens it with --separator ";".',
    );
}

/** @throws Refusal `option-invalid` */
export function mailKind(kind: string): MailKind {
  const known = PERSON_MAILS.find((each) => each === kind);
  if (known !== undefined) return known;
  throw invalid(
    `There is no email ${kind}.`,
    `${didYouMean(kind, PERSON_MAILS)}The emails are ${PERSON_MAILS.join(", ")}.`,
  );
}

/** @throws Refusal `option-invalid` */
export function languageIn({ language }: Pick<Given, "language">): Language | undefined {
  if (language === undefined || isLanguage(language)) return language;
  throw invalid(`--language: there is no ${language}.`, `The languages are ${LANGUAGES.join(", ")}.`);
}

/** What badges show, by name. @throws Refusal `option-invalid` */
export const badges = ({ badge }: Pick<Given, "badge">): Map<string, string> =>
  pairs("badge", badge, "NAME=BADGE");

/** Answers of people, by name and question. @throws Refusal `option-invalid` */
export function answers({ answer }: Pick<Given, "answer">): Map<string, Record<string, string>> {
  const people = new Map<string, Record<string, string>>();
  for (const [left, said] of pairs("answer", answer, ANSWER)) {
    const at = left.lastIndexOf(":");
    const [name, question] = [left.slice(0, at).trim(), left.slice(at + 1).trim()];
    if (at <= 0 || name === "" || question === "")
      throw invalid(
        `--answer: ${left} does not say whose answer to what it is.`,
        `Write --answer "${ANSWER}".`,
      );
    people.set(name, { ...people.get(name), [question]: said });
  }
  return people;
}
const ANSWER = "NAME: QUESTION=ANSWER";

/** New names, by former ones. @throws Refusal `option-invalid` */
export const renamed = ({ person }: Pick<Given, "person">): Map<string, string> =>
  pairs("person", person, "FORMER=NAME");

function pairs(option: string, given: readonly string[], shape: string): Map<string, string> {
  return new Map(
    given.map((each) => {
      const at = each.indexOf("=");
      const [left, right] = [each.slice(0, at).trim(), each.slice(at + 1).trim()];
      if (at > 0 && left !== "") return [left, right] as const;
      throw invalid(`--${option}: ${each} names one thing only.`, `Write --${option} "${shape}".`);
    }),
  );
}

function invalid(message: string, help: string): Refusal {
  return new Refusal("option-invalid", 400, message, help);
}
