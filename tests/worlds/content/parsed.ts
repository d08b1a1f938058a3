import { inOrder, Problems } from "../../../functions/domain/content/problem.ts";
import { parseSource, type Schemas } from "../../../functions/workflows/content/read/parse-source.ts";
import { readYaml } from "../../../functions/workflows/content/read/yaml/yaml-text.ts";

/** A YAML file as it is parsed, with every problem as `line: message`. */
export function parsed<Whole, Sound>(text: string, schemas: Schemas<Whole, Sound>) {
  const problems = new Problems();
  const { whole, sound, isReadable } = parseSource(readYaml(text), "file.yaml", schemas, problems);
  const found = inOrder(problems.all).map(({ line, message }) => `${line}: ${message}`);
  return { whole, sound, isReadable, found };
}
