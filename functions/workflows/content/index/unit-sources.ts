import { isLanguage } from "../../../domain/language.ts";
import { bodyHash } from "../../../storage/newsroom/parts.ts";
import type { LoadedUnit } from "../read/loaded-unit.ts";
import type { CompileContext } from "./compile-context.ts";

/**
 * Hash of the content from which a document is made, by its path: a page from the words of its language, and from what
 * all languages share; whatever is of no single language, from the whole folder. The compiler is no part of it, so
 * another hash means an edit. Something new in `CompileContext` that is undefined where nobody uses it changes none.
 */
export function unitSources(unit: LoadedUnit, context: CompileContext): (path: string) => string {
  const texts = [...unit.texts].map(([name, bytes]) => [name, bodyHash(bytes.toString("latin1"))] as const);
  const files = [...unit.media].map(([name, { sha256 }]) => [name, sha256]);
  const shared = [unit.kind, unit.slug, context, files, [...unit.absent]];
  const hashOf = (own: (name: string) => boolean) =>
    bodyHash(JSON.stringify([shared, texts.filter(([name]) => own(name))]));
  const whole = hashOf(() => true);
  return (path) => {
    const language = path.split("/")[1] ?? "";
    if (!isLanguage(language) || !unit.texts.has(`${language}.md`)) return whole;
    return hashOf((name) => !name.endsWith(".md") || name === `${language}.md`);
  };
}
