import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** What a refusal says and what it advises: its third and fourth argument. Codes and fields stay. */
const WORDS = [2, 3];

/** Leaves the words of refusals as they are: tests hold their codes, and `docs/refusals.md` has a section for each. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "refusal-words", {
    shouldIgnore({ key, listKey, parent }) {
      const isRefusal = parent?.type === "NewExpression" && parent.callee.name === "Refusal";
      return isRefusal && listKey === "arguments" && WORDS.includes(key)
        ? "The words of a refusal are held by docs/refusals.md."
        : undefined;
    },
  }),
];
