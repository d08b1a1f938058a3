import * as v from "valibot";
import { FileName } from "./fields.ts";

/** What stands between words in names of files. */
const BETWEEN_WORDS = /[^\p{L}\p{M}]+/u;
/** Ends of surnames and patronymics in Latin and Cyrillic script. */
const NAME_ENDING =
  /..(?:[oe]v|[oe]va|skiy|skaya|sky|vich|vna|uly|kyzy|qyzy|bek|[ое]в|[ое]ва|ский|ская|вич|вна|улы|ұлы|кызы|қызы|бек)$/iu;
/** Capitalised words that are no names of people. */
const NO_NAME =
  /^(?:img|image|photo|picture|video|audio|scan|screen|shot|screenshot|final|copy|draft|press|conference|media|kit|cover|logo|poster|world|day|group|the|of|and|in|at|whatsapp|telegram|january|february|march|april|may|june|july|august|september|october|november|december|фото|видео|копия|снимок|экрана)$/iu;

/**
 * Whether the name of a file may be that of a person: two words that both begin with a capital, or one that ends as
 * surnames do. A guess, to make someone look twice; it says yes too often rather than too seldom.
 */
export function mayNamePerson(name: string): boolean {
  const words = stemOf(name)
    .normalize("NFC")
    .split(BETWEEN_WORDS)
    .flatMap((word) => word.split(/(?<=\p{Ll})(?=\p{Lu})/u))
    .filter((word) => word.length > 1 && !NO_NAME.test(word));
  const isCapitalised = (word: string | undefined) => word !== undefined && /^\p{Lu}\p{Ll}+$/u.test(word);
  return words.some(
    (word, i) => NAME_ENDING.test(word) || (isCapitalised(word) && isCapitalised(words[i + 1])),
  );
}

/**
 * A name for a file under which it can be listed and downloaded: its own where that is allowed and tells of nobody,
 * else as much of it as may stay.
 */
export function proposedFileName(name: string, sha256: string): string {
  const neutral = `file-${sha256.slice(0, 8)}`;
  if (mayNamePerson(name)) return neutral + extensionOf(name);
  if (isAllowed(name)) return name;
  const stem = stemOf(name)
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9_]+/g, "-")
    .replace(/^[-_]+|-+$/g, "")
    .slice(0, 80);
  return (/[A-Za-z0-9]{2}/.test(stem) ? stem : neutral) + extensionOf(name);
}

const isAllowed = (name: string) => !name.includes("/") && v.is(FileName, name);

function extensionOf(name: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? "";
}

function stemOf(name: string): string {
  return name.slice(0, name.length - (/\.[^.]*$/.exec(name)?.[0].length ?? 0)) || name;
}
