import { cleanLine } from "../text/clean-text.ts";
import type { Column } from "./column.ts";
import { likelyColumn } from "./likely-column.ts";

/** What headings say, in the languages of the newsroom. */
const HEADINGS: ReadonlyMap<string, Column> = new Map(
  Object.entries({
    number: "№|№ п/п|n|no|nr|#|п/п|номер|number|р/с|р/с №|№ р/с|рет саны|реттік нөмірі|",
    name: "full name|participant|participants|фио|ф и о|фио участника|фио делегата|делегат|имя и фамилия|фамилия и имя|фамилия имя|имя фамилия|фамилия, имя|фамилия имя отчество|фамилия, имя, отчество|участник|участники|аты-жөні|аты жөні|тегі, аты|тегі аты|тегі, аты, әкесінің аты|тегі аты әкесінің аты|тегі, аты-жөні|қатысушы|қатысушылар",
    "name-part":
      "name|first name|given name|last name|surname|family name|middle name|имя|фамилия|отчество|аты|есімі|тегі|әкесінің аты",
    "name-in-script": "",
    badge:
      "badge|badge name|name on badge|name on the badge|бейдж|бейджик|на бейдже|имя на бейдже|имя для бейджа|надпись на бейдже|төсбелгі|төсбелгідегі аты|бейдждегі аты",
    position: "position|job title|title|role|должность|звание|роль|лауазымы|лауазым|қызметі",
    organisation:
      "organisation|organization|company|organisation name|organization name|company name|name of organisation|организация|компания|место работы|ұйым|ұйымы|мекеме|мекемесі|жұмыс орны",
    email:
      "email|e-mail|e-mail address|email address|почта|эл почта|электронная почта|адрес электронной почты|пошта|эл пошта|электрондық пошта",
    other:
      "country|city|phone|telephone|note|notes|страна|город|телефон|примечание|примечания|ел|елі|қала|қаласы|телефоны|ескерту",
  } satisfies Record<Column, string>).flatMap(([column, said]) =>
    column === "name-in-script" ? [] : said.split("|").map((each) => [each, column as Column] as const),
  ),
);
/** Headings that may also stand in the columns of a person, as a role. */
const ROLES = new Set(["participant", "участник", "делегат", "қатысушы"]);

/** As `Ф.И.О. (полностью):` is read. */
const asRead = (cell: string): string => cleanLine(cell.toLowerCase().replace(/\([^()]*\)|[.:*]/g, ""));

/** A heading that says no more than what stands in its column. */
export const headingOf = (cell: string): Column | undefined => HEADINGS.get(asRead(cell));

/** The same of a cell in a line of headings, where `Контактный телефон` is one, too. */
export const headingAmongHeadings = (cell: string): Column | undefined =>
  headingOf(cell) ?? likelyColumn(asRead(cell));

/** Names columns, of which some are not known or none is the name: whose names stand where is not certain. */
export function looksLikeHeading(cells: readonly string[]): boolean {
  const names = cells.filter((cell, i) => {
    const heading = headingOf(cell);
    const isName = heading === "name" || heading === "name-part";
    return cell !== "" && isName && (i === 0 || !ROLES.has(cell.toLowerCase()));
  });
  return names.length > 0 || (cells.length > 1 && cells.every((cell) => headingOf(cell) !== undefined));
}
