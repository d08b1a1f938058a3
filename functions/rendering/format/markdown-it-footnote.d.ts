/** The package has no types of its own, and those of DefinitelyTyped are for an older markdown-it. */
declare module "markdown-it-footnote" {
  function footnotePlugin(markdown: import("markdown-it").MarkdownIt): void;

  // biome-ignore lint/style/noDefaultExport: the package has one
  export { footnotePlugin as default };
}
