import { isCapitalised, isPatronymic } from "./unheaded-columns.ts";

/** Words that stand in the title of a list and in no name. */
const TITLE =
  /(?<!\p{L})(?:список|списка|делегаци[яию]|состав|участников|участники|приложени[ея]|утвержда[юе]м?|согласовано|тізімі?|құрамы|делегацияс?ы?|қатысушылар(?:дың)?|қосымша|бекітемін|list|delegation|participants|members|annex|appendix)(?!\p{L})/iu;
/** Words that stand in the name of an office and in no name of a person. */
const OFFICE =
  /(?<!\p{L})(?:министерств[оау]|министрлігі(?:нің)?|комитета?|комитеті(?:нің)?|агентств[оа]|агенттігі(?:нің)?|департамента?|департаменті(?:нің)?|управлени[ея]|басқармасы|прокуратур[аы]|прокуратурасы(?:ның)?|суда?|сот|соты|академи[яи]|академиясы|университета?|университеті|акимата?|әкімдігі|аппарата?|аппараты|администраци[яи]|әкімшілігі|институт|институты|центра?|орталығы|фонда?|қоры|ассоциаци[яи]|организаци[яи]|ұйымы|посольств[оа]|елшілігі|нпо|оо|тоо|ао|гу|рмк|жшс|ministry|committee|agency|department|court|academy|university|institute|cent(?:re|er)|fund|foundation|association|organi[sz]ation|embassy|office)(?!\p{L})/iu;
const COUNTRY = /^(?:Республик[аиу]|Казахстана?|Қазақстан|Республикасы(?:ның)?|Republic|Kazakhstan)$/u;
/** `Итого: 12 человек`. */
const TOTAL =
  /^(?:итого|всего|общее количество|барлығы|жиыны|жалпы саны|total|in total|grand total)(?!\p{L})[\s:.–—-]*\d{0,4}\s*(?:(?:участников|участника|человека?|чел|делегатов|адам|қатысушы|people|persons|participants)\.?)?[\s:.–—-]*\d{0,4}$/iu;
/** Who wrote the list, below it. */
const WRITTEN_BY = /^(?:исп|исполнитель|орындаушы|орынд|prepared by|contact person)(?!\p{L})/iu;

/** How titles begin that may go on with any name, such as that of a country. */
const TITLE_FIRST = /^(?:список|состав|приложение|тізім|қосымша|list|annex|appendix)(?!\p{L})/iu;

/** Words of a title, and nobody beside them: `Глава делегации Б. Иманов` is somebody. */
export const isTitleOfList = (text: string): boolean =>
  TITLE.test(text) && (TITLE_FIRST.test(text) || !mayNameSomebody(text));
export const namesOffice = (text: string): boolean => OFFICE.test(text);

/** What stands below a list: how many they are, and who wrote it. */
export function isBelowList(cells: readonly string[]): boolean {
  const [first = "", ...others] = cells.filter((cell) => cell !== "");
  return (TOTAL.test(first) && others.every((cell) => /^\d{1,4}$/.test(cell))) || WRITTEN_BY.test(first);
}

/** Whether a text that is no name may still hold one: initials, a patronymic, or two words with a capital in a row. */
export function mayNameSomebody(text: string): boolean {
  const words = text.split(/[\s,;()«»"]+/);
  return words.some((word, i) => {
    if (/^(?:\p{Lu}\.){1,2}$/u.test(word) || isPatronymic(word)) return true;
    return isOfName(word) && isOfName(words[i + 1] ?? "");
  });
}

/** The same of what follows a name after a comma: there any word with a capital may be another person. */
export const mayNameAnother = (text: string): boolean =>
  mayNameSomebody(text) || text.split(/[\s,;()«»"]+/).some(isOfName);

/** A word with a capital, which is no abbreviation and belongs neither to a country nor to an office. */
const isOfName = (word: string): boolean =>
  isCapitalised(word) && /\p{Ll}/u.test(word) && !COUNTRY.test(word) && !OFFICE.test(word);
